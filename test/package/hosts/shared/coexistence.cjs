const { Buffer } = require('node:buffer');
const process = require('node:process');
const { byHand } = require('./session.cjs');

/** Ids one after the other: the same in each run. */
exports.CountingIds = class {
  #count = 0;
  generateTraceId = () => this.#next(32);
  generateSpanId = () => this.#next(16);
  #next = (digits) => (this.#count += 1).toString(16).padStart(digits, '0');
};

/** An exporter that keeps each span as the bytes in which it would have left. */
exports.Keeping = class {
  bytes = [];
  #serializer;

  constructor(serializer) {
    this.#serializer = serializer;
  }

  export(spans, done) {
    for (const span of spans) this.bytes.push(Buffer.from(this.#serializer.serializeRequest([span])).toString('utf8'));
    done({ code: 0 });
  }

  forceFlush = async () => {};
  shutdown = async () => {};
};

const [, , recording, place] = process.argv;
exports.isObserved = place !== 'absent';

/** The pipeline that was asked for: the package's processor before the vendor's, after it, without it, or not at all. */
exports.inOrder = ({ ours, vendor, batch }) =>
  ({
    absent: [...vendor, batch],
    before: [ours, ...vendor, batch],
    after: [...vendor, batch, ours],
    alone: [batch, ours],
  })[place];

/** A request to the host, with spans of its own; a session of Codex goes on within it, where it is observed. */
exports.handleRequest = (tracer, codex) => {
  const startTime = 1_795_397_933_000;
  tracer.startActiveSpan('POST /chat', { startTime, kind: 1, attributes: { 'http.route': '/chat' } }, (request) => {
    if (exports.isObserved) byHand(codex, recording);
    const attributes = { 'gen_ai.operation.name': 'chat', 'gen_ai.request.model': 'a-model', numbers: [1, 2.5] };
    tracer.startActiveSpan('chat a-model', { startTime: startTime + 1, kind: 2, attributes }, (chat) => {
      chat.setAttribute('langfuse.observation.input', 'a secret question');
      chat.addEvent('first token', { ms: 5 }, startTime + 5);
      chat.recordException(new TypeError('broken off').message, startTime + 6);
      chat.setStatus({ code: 2, message: 'broken off' }).end(startTime + 7);
    });
    request.end(startTime + 10);
  });
};
