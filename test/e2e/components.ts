import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { cached } from './cache.js';

/** The images that are run; examples/jaeger/compose.yaml has the same. */
const IMAGES = {
  collector: 'otel/opentelemetry-collector-contrib:0.161.0',
  jaeger: 'jaegertracing/jaeger:2.20.0',
};

/** Where there is no container engine: the Collector of collector/go.mod, … */
const COLLECTOR_VERSION = '0.161.0';
/** … and the last Jaeger with a v1 tag beside its 2.x one: Go takes no v2 tag of a module whose path has no /v2. */
const JAEGER_MODULE = { name: 'github.com/jaegertracing/jaeger@v1.76.0', version: '2.13.0' };

const SOURCE = fileURLToPath(new URL('collector/', import.meta.url));
const PROMTOOL = fileURLToPath(new URL('promtool/', import.meta.url));
const run = promisify(execFile);

type Say = (line: string) => void;

/**
 * The Collector's binary: CODEX_OTEL_E2E_COLLECTOR, or out of the published image where a container engine answers, or
 * built from Go modules with exactly the components that collector-config.yaml and docs/back-ends.md name.
 *
 * @param say tells what takes time
 */
export async function collectorBinary(say: Say): Promise<string> {
  if (process.env['CODEX_OTEL_E2E_COLLECTOR']) return process.env['CODEX_OTEL_E2E_COLLECTOR'];
  if (await canUseImages()) {
    return cached(fileNameOf(IMAGES.collector), async (target) => {
      say(`Taking the Collector out of ${IMAGES.collector}`);
      await copyFromImage(IMAGES.collector, '/otelcol-contrib', target);
    });
  }
  const sources = await Promise.all(['main.go', 'go.mod', 'go.sum'].map((name) => readFile(join(SOURCE, name))));
  const digest = createHash('sha256').update(Buffer.concat(sources)).digest('hex').slice(0, 12);
  return cached(`otelcol-${COLLECTOR_VERSION}-${digest}`, async (target) => {
    say(`No container engine: building the Collector ${COLLECTOR_VERSION} from Go modules (one or two minutes, once)`);
    await go(SOURCE, 'build', '-trimpath', '-buildvcs=false', '-o', target, '.');
  });
}

/** Jaeger's binary: CODEX_OTEL_E2E_JAEGER, or from the image, or built from its Go module. */
export async function jaegerBinary(say: Say): Promise<string> {
  if (process.env['CODEX_OTEL_E2E_JAEGER']) return process.env['CODEX_OTEL_E2E_JAEGER'];
  if (await canUseImages()) {
    return cached(fileNameOf(IMAGES.jaeger), async (target) => {
      say(`Taking Jaeger out of ${IMAGES.jaeger}`);
      await copyFromImage(IMAGES.jaeger, '/cmd/jaeger/jaeger-linux', target);
    });
  }
  return cached(`jaeger-${JAEGER_MODULE.version}`, async (target, scratch) => {
    say(`No container engine: building Jaeger ${JAEGER_MODULE.version} from Go modules (three to seven minutes, once)`);
    const { stdout } = await go(scratch, 'mod', 'download', '-json', JAEGER_MODULE.name);
    // Its go.mod has replace directives, so `go install` refuses it; and the module cache is read-only, so it is copied.
    const copy = join(scratch, 'jaeger');
    await mkdir(copy);
    await cp((JSON.parse(stdout) as { Dir: string }).Dir, copy, { recursive: true });
    await run('chmod', ['-R', 'u+w', copy]);
    await go(copy, 'build', '-trimpath', '-buildvcs=false', '-o', target, './cmd/jaeger');
  });
}

/** Prometheus's tool for rules: CODEX_OTEL_E2E_PROMTOOL, or built from the Go module of promtool/go.mod. */
export async function promtool(say: Say): Promise<string> {
  if (process.env['CODEX_OTEL_E2E_PROMTOOL']) return process.env['CODEX_OTEL_E2E_PROMTOOL'];
  const modules = await readFile(join(PROMTOOL, 'go.sum'));
  const digest = createHash('sha256').update(modules).digest('hex').slice(0, 12);
  return cached(`promtool-${digest}`, async (target) => {
    say('Building promtool from Go modules (three to seven minutes, once)');
    const tool = 'github.com/prometheus/prometheus/cmd/promtool';
    await go(PROMTOOL, 'build', '-trimpath', '-buildvcs=false', '-o', target, tool);
  });
}

const fileNameOf = (image: string) => image.replaceAll(/[/:]/g, '-');

/** The images hold Linux binaries; elsewhere Go builds native ones. */
async function canUseImages(): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  return run('docker', ['info'], { timeout: 10_000 }).then(
    () => true,
    () => false,
  );
}

async function copyFromImage(image: string, path: string, target: string): Promise<void> {
  const { stdout } = await run('docker', ['create', image]);
  const container = stdout.trim().split('\n').at(-1) ?? '';
  try {
    await run('docker', ['cp', `${container}:${path}`, target]);
  } finally {
    await run('docker', ['rm', container]);
  }
}

async function go(cwd: string, ...args: string[]) {
  try {
    return await run('go', args, { cwd, maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    const { code, stderr } = error as { readonly code?: unknown; readonly stderr?: string };
    if (code === 'ENOENT')
      throw new Error('Neither a container engine nor Go is here. Install Docker, or Go 1.26 or newer.', {
        cause: error,
      });
    throw new Error(`go ${args.join(' ')} failed:\n${stderr ?? ''}`, { cause: error });
  }
}
