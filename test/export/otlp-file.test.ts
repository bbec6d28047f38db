import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { describe, expect, it } from 'vitest';
import { OtlpFileSpanProcessor } from '../../src/export/files/otlp-file.js';
import { jsonLines } from '../json-lines.js';
import { temporaryFolder } from '../temporary-folder.js';
import { spansOf } from './otlp.js';

const folder = temporaryFolder();

function writing(file: string) {
  const processor = new OtlpFileSpanProcessor(file);
  const resource = resourceFromAttributes({ 'service.name': 'mine', 'host.name': 'mine' });
  const provider = new NodeTracerProvider({ resource, spanProcessors: [processor] });
  const end = (count: number) => {
    for (let index = 0; index < count; index++)
      provider
        .getTracer('test', '1')
        .startSpan(`span ${index}`, { startTime: [1, 5] })
        .end([2, 0]);
  };
  return { processor, provider, end };
}

describe('OtlpFileSpanProcessor', () => {
  it('writes one OTLP request a line, of 512 spans, with a fixed resource', async () => {
    const file = join(folder, 'traces.jsonl');
    const { provider, end } = writing(file);
    end(600);
    await provider.shutdown();
    const requests = jsonLines(file);
    expect(requests.map((request) => spansOf(request).length)).toEqual([512, 88]);
    expect(spansOf(requests[0])[0]).toMatchObject({
      name: 'span 0',
      start: '1000000005',
      end: '2000000000',
      service: 'codex-otel',
      scope: 'test@1',
    });
    expect(JSON.stringify(requests)).not.toContain('mine');
  });

  it('writes every ended span at a flush', async () => {
    const file = join(folder, 'flushed.jsonl');
    const { provider, end } = writing(file);
    await provider.forceFlush();
    end(1);
    await provider.forceFlush();
    await expect.poll(() => readFileSync(file, 'utf8')).toMatch(/^\{.*\}\n$/);
    await provider.shutdown();
  });

  it('throws nothing into the code that ends a span, and rejects later where the file cannot be written', async () => {
    const { processor, end } = writing(join(folder, 'no', 'traces.jsonl'));
    await expect(processor.opened()).rejects.toThrow('there is no such directory.');
    end(600);
    await expect(processor.drained()).rejects.toThrow('there is no such directory.');
    await expect(processor.shutdown()).rejects.toThrow('there is no such directory.');
  });
});
