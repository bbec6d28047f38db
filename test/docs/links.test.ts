import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { root } from './page.js';
import { PAGES, snippetsOf } from './snippets.js';

/** Pages that only the repository has. */
const REPOSITORY = ['CHANGELOG.md', 'CONTRIBUTING.md', ...examplePages()];

/** What npm installs there is none of ours, and links back to the repository. */
function examplePages(folder = 'examples'): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : examplePages(path);
    return entry.name === 'README.md' ? [path] : [];
  });
}

/** What a packed page may link to although the package does not have it. */
const IN_THE_REPOSITORY_ONLY = /^(CONTRIBUTING\.md|examples(\/.*)?|docs\/images\/.*\.png)$/;

interface Link {
  readonly page: string;
  /** Relative to the repository. */
  readonly file: string;
  readonly anchor: string | undefined;
}

/** The relative links and images of a page, without those in code. */
function linksOf(page: string): Link[] {
  const text = proseOf(readFileSync(join(root, page), 'utf8'));
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) => {
    if (/^https?:/.test(target)) return [];
    const [path = '', anchor] = target.split('#');
    const file = path === '' ? page : normalize(join(dirname(page), path)).replaceAll('\\', '/');
    return [{ page, file: file.replace(/\/$/, ''), anchor }];
  });
}

/** A page without its blocks of code. */
const proseOf = (text: string) => text.replaceAll(/^```[\s\S]*?^```$/gm, '');

/** The anchors that GitHub gives to the headings of a page. */
function anchorsOf(page: string): Set<string> {
  const headings = proseOf(readFileSync(join(root, page), 'utf8')).match(/^#+ .*$/gm) ?? [];
  const anchors = new Set<string>();
  for (const heading of headings) {
    const words = heading.replace(/^#+ /, '').replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1');
    const anchor = words
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-');
    let unique = anchor;
    for (let number = 1; anchors.has(unique); number += 1) unique = `${anchor}-${number}`;
    anchors.add(unique);
  }
  return anchors;
}

const isPacked = (file: string) =>
  ['package.json', ...manifest.files].some((pattern) =>
    pattern.includes('*')
      ? new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}$`).test(file)
      : file === pattern || file.startsWith(`${pattern}/`),
  );

const packed = [...PAGES, 'CHANGELOG.md'].filter(isPacked);
const links = [...PAGES, ...REPOSITORY].flatMap(linksOf);

describe('links in the documentation', () => {
  it('lead to files that are there', () => {
    expect(links.length).toBeGreaterThan(50);
    expect(links.filter(({ file }) => !existsSync(join(root, file)))).toEqual([]);
  });

  it('lead to headings that are there', () => {
    const withAnchor = links.filter(({ file, anchor }) => anchor !== undefined && file.endsWith('.md'));
    expect(withAnchor.length).toBeGreaterThan(5);
    expect(withAnchor.filter(({ file, anchor }) => !anchorsOf(file).has(anchor!))).toEqual([]);
  });

  it('lead from the package to files of the package, apart from what only the repository has', () => {
    const dead = links.filter(
      ({ page, file }) => packed.includes(page) && !isPacked(file) && !IN_THE_REPOSITORY_ONLY.test(file),
    );
    expect(dead).toEqual([]);
    expect(packed).toEqual(expect.arrayContaining(['README.md', 'docs/spans.md', 'SECURITY.md']));
  });

  it('lead from the README to every page', () => {
    const linked = new Set(linksOf('README.md').map(({ file }) => file));
    expect(PAGES.filter((page) => page !== 'README.md' && !linked.has(page))).toEqual([]);
  });
});

describe('npm scripts', () => {
  const workflows = readdirSync(join(root, '.github/workflows')).map((file) => `.github/workflows/${file}`);
  const templates = ['.github/pull_request_template.md'];
  const example = JSON.parse(readFileSync(join(root, 'examples/package.json'), 'utf8')) as typeof manifest;

  it.each([...PAGES, ...REPOSITORY, ...workflows, ...templates])('that %s names are there', (page) => {
    const text = readFileSync(join(root, page), 'utf8');
    const named = [...text.matchAll(/npm (--prefix examples )?run ([a-z][\w:-]*)/g)];
    const missing = named.filter(([, inExamples, name = '']) => !(name in (inExamples ? example : manifest).scripts));
    expect(missing.map(([command]) => command)).toEqual([]);
  });
});

it('every block of code names its language', () => {
  for (const page of [...PAGES, ...REPOSITORY]) {
    const fences = readFileSync(join(root, page), 'utf8').match(/^```.*$/gm) ?? [];
    expect(fences.length, page).toBe(2 * snippetsOf(page).length);
  }
});
