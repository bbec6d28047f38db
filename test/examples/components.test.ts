import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { snippetsOf } from '../docs/snippets.js';

const text = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

const KINDS = ['receivers', 'processors', 'exporters', 'extensions'];

/** The component types below the top-level keys of a Collector's configuration: `file/events` is of the type `file`. */
function typesIn(config: string): string[] {
  let kind: string | undefined;
  const types = new Set<string>();
  for (const line of config.split('\n')) {
    const [, top] = /^(\w+):/.exec(line) ?? [];
    if (top !== undefined) kind = top;
    const [, type] = /^ {2}(\w+)(?:\/\w+)?:/.exec(line) ?? [];
    if (type !== undefined && KINDS.includes(kind ?? '')) types.add(type);
  }
  return [...types].sort();
}

/** A component's Go package and its type in a configuration, where one does not follow from the other. */
const TYPES: Record<string, string> = {
  memorylimiter: 'memory_limiter',
  otlp: 'otlp_grpc',
  otlphttp: 'otlp_http',
  tailsampling: 'tail_sampling',
  healthcheck: 'health_check',
};

function typesOf(main: string): string[] {
  return [...main.matchAll(/\b(\w+?)(receiver|processor|exporter|extension)\.NewFactory/g)]
    .map(([, name = '', kind]) => (kind === 'receiver' ? name : (TYPES[name] ?? name)))
    .sort();
}

test('the Collector that is built has exactly the components of collector-config.yaml and docs/back-ends.md', async () => {
  const [config, main] = await Promise.all([text('collector-config.yaml'), text('test/e2e/collector/main.go')]);
  const recipes = snippetsOf('docs/back-ends.md').filter(({ language }) => language === 'yaml');
  const types = [config, ...recipes.map(({ code }) => code)].flatMap(typesIn);
  expect(typesOf(main)).toEqual([...new Set(types)].sort());
});

test('the end-to-end run takes the images that the compose file names', async () => {
  const compose = await text('examples/jaeger/compose.yaml');
  const components = await text('test/e2e/components.ts');
  const images = [...compose.matchAll(/^ +image: (\S+)$/gm)].map(([, image = '']) => image);
  expect(images).toHaveLength(2);
  for (const image of images) expect(components).toContain(`'${image}'`);
});

test('the compose file gives the Collector only variables that its configuration reads', async () => {
  const [compose, config] = await Promise.all([text('examples/jaeger/compose.yaml'), text('collector-config.yaml')]);
  const variables = [...compose.matchAll(/^ +([A-Z_]+): /gm)].map(([, name = '']) => name);
  expect(variables.length).toBeGreaterThan(0);
  for (const name of variables) expect(config).toContain(`\${env:${name}:-`);
});
