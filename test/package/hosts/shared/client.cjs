const { spawn } = require('node:child_process');
const { once } = require('node:events');
const process = require('node:process');
const { play } = require('./play.cjs');

/** What a host does that knows nothing of telemetry: runs an app-server and talks to it. */
exports.talk = async (recording) => {
  const server = spawn(process.execPath, [require.resolve('./codex'), 'app-server', recording], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await play(recording, 'client', { input: server.stdout, output: server.stdin });
  server.stdin.end();
  await once(server, 'close');
};
