import { describe, expect, it } from 'vitest';
import { grantsAnything } from '../../src/protocol/permissions.js';
import { userRequests } from '../../src/protocol/schema/requests.js';
import type { Permissions } from '../../src/protocol/schema/shapes.js';
import { cpuTime } from '../cpu-time.js';
import { randomFrom } from '../wire/random.js';

const CWD = '/home/dev/project';
/** Permissions as the decoder reads them. */
const read = (permissions: unknown): Permissions =>
  userRequests['item/permissions/requestApproval'].result.parse({ permissions }).permissions;
const grants = (requested: unknown, granted: unknown, cwd: string | null = CWD) =>
  grantsAnything(read(requested), read(granted), cwd);

const writing = (...write: string[]) => ({ fileSystem: { read: null, write } });
const reading = (...paths: string[]) => ({ fileSystem: { read: paths, write: null } });
const entry = (path: unknown, access = 'write') => ({ fileSystem: { entries: [{ path, access }] } });
const NETWORK = { network: { enabled: true } };

describe('grantsAnything', () => {
  it.each([
    ['the path asked for', writing('/home/dev/build'), writing('/home/dev/build')],
    ['a folder below it', writing('/home/dev/build'), writing('/home/dev/build/out')],
    ['one path of several', writing('/a', '/b'), writing('/x', '/b')],
    ['a path relative to the working directory', writing('build'), writing('/home/dev/project/build')],
    ['everything below the root', writing('/'), writing('/home/dev')],
    ['reading where writing was asked for', writing('/home/dev/build'), reading('/home/dev/build')],
    ['a path to read', reading('/home/dev/data'), reading('/home/dev/data')],
    ['the network', NETWORK, NETWORK],
    ['an entry by its path', entry('/home/dev/x'), entry('/home/dev/x')],
    ['an entry by the path inside', entry({ type: 'path', path: 'x' }), entry({ type: 'path', path: 'x' })],
    ['an entry and a path of the same access', writing('/home/dev/x'), entry({ type: 'path', path: '/home/dev/x' })],
    ['a special entry as it stands', entry({ special: 'tmp' }), entry({ special: 'tmp' })],
  ])('is true for %s', (_name, requested, granted) => {
    expect(grants(requested, granted)).toBe(true);
  });

  it.each([
    ['another path', writing('/home/dev/build'), writing('/home/dev/other')],
    ['a path that only begins alike', writing('/home/dev/build'), writing('/home/dev/builder')],
    ['the folder above', writing('/home/dev/build'), writing('/home/dev')],
    ['writing where reading was asked for', reading('/home/dev/build'), writing('/home/dev/build')],
    ['the network that nobody asked for', writing('/home/dev/build'), NETWORK],
    ['no network', NETWORK, { network: { enabled: false } }],
    ['a network of null', NETWORK, { network: null }],
    ['another special entry', entry({ special: 'tmp' }), entry({ special: 'home' })],
    ['nothing', writing('/home/dev/build'), {}],
    ['anything where nothing was asked for', {}, writing('/home/dev/build')],
  ])('is false for %s', (_name, requested, granted) => {
    expect(grants(requested, granted)).toBe(false);
  });

  it('compares relative paths as they are if there is no working directory', () => {
    expect(grants(writing('build'), writing('/home/dev/project/build'), null)).toBe(false);
    expect(grants(writing('build'), writing('build'), null)).toBe(true);
  });

  it('ignores an entry without a path', () => {
    expect(grants(entry(undefined), writing('/home/dev'))).toBe(false);
    expect(grants(entry(undefined), entry(undefined))).toBe(false);
  });

  it('resolves . and .. in paths', () => {
    expect(grants(writing('/home/dev/project/build'), writing('./src/../build/out'))).toBe(true);
    expect(grants(writing('/home/dev/project/build'), writing('build/../..'))).toBe(false);
  });

  it('agrees with a comparison of all pairs', () => {
    const random = randomFrom(1);
    const name = () => ['a', 'b', 'a-', 'aa'][Math.floor(random() * 4)]!;
    const paths = () => Array.from({ length: 4 }, () => `/${[name(), name(), name()].slice(random() * 3).join('/')}`);
    for (let i = 0; i < 2_000; i++) {
      const [asked, given] = [paths(), paths()];
      const expected = given.some((path) => asked.some((wish) => path === wish || path.startsWith(`${wish}/`)));
      expect(grants(writing(...asked), writing(...given)), `${asked.join()} ${given.join()}`).toBe(expected);
    }
  });

  it.each([
    ['60,000 paths on both sides', (side: string) => Array.from({ length: 60_000 }, (_, i) => `/${side}/${i}`)],
    ['a path that turns back 300,000 times', (side: string) => [`/${side}/${'a/'.repeat(3e5)}${'../a/'.repeat(3e5)}`]],
  ])('takes no quadratic time for %s', (_what, paths) => {
    const start = cpuTime();
    expect(grants(writing(...paths('asked')), writing(...paths('given')))).toBe(false);
    // Quadratic time would be minutes.
    expect(cpuTime() - start).toBeLessThan(10_000);
  });
});
