// Draws the rooms of src/ into CONTRIBUTING.md: the table out of rooms.config.js, the arrows out of the real imports.
// With --check it writes nothing, and fails if an import breaks a rule (.dependency-cruiser.js), if the picture is not the present
// one, if a file of src/ belongs to no room, or if a folder holds too many files.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import config from '../.dependency-cruiser.js';
import { hotPaths, openFiles, pureFolders, rooms, size } from '../rooms.config.js';
import { formatted } from './formatted.mjs';

const PAGE = 'CONTRIBUTING.md';
const [BEGIN, END] = ['<!-- house: written by `npm run house` -->', '<!-- /house -->'];

const pathOf = (entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/');

/** The files of src/, as paths with slashes. */
async function sourceFiles() {
  const entries = await readdir('src', { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(pathOf);
}

/** The room that a file of src/ belongs to; undefined for an open file, and for a file that belongs nowhere. */
function roomOf(file) {
  const path = file.slice('src/'.length);
  return Object.keys(rooms).find((name) => rooms[name].files?.includes(path) ?? path.startsWith(`${name}/`));
}

/** All imports, and which of them break a rule. */
async function cruiseImports() {
  const tsConfig = extractTSConfig('tsconfig.json');
  const rules = { validate: true, ruleSet: { forbidden: config.forbidden } };
  const { output } = await cruise(['src'], { ...config.options, ...rules }, undefined, { tsConfig });
  return output;
}

/** The rooms that each room really imports from, without those that it may not: they are errors, and no part of the plan. */
function realImports({ modules }) {
  const imports = Object.fromEntries(Object.keys(rooms).map((name) => [name, new Set()]));
  for (const { source, dependencies } of modules) {
    const to = source.startsWith('src/') ? roomOf(source) : undefined;
    for (const { resolved } of to === undefined ? [] : dependencies) {
      const from = resolved.startsWith('src/') ? roomOf(resolved) : undefined;
      if (rooms[to].imports.includes(from)) imports[to].add(from);
    }
  }
  return imports;
}

/** Whether a way leads from one room to another, over at least one room between them if `isDirectLeftOut`. */
function reaches(imports, to, from, isDirectLeftOut) {
  return [...imports[to]].some((room) => (room === from ? !isDirectLeftOut : reaches(imports, room, from, false)));
}

const withoutEnding = (file) => file.replace('.ts', '');
const titlesOf = (name) => rooms[name].files?.map(withoutEnding) ?? [name];

/** The arrows that follow from others are left out: the table has them all. */
function draw(imports, present) {
  const nodes = present.map((name) => `  ${name}["${titlesOf(name).join(', ')}"]`);
  const arrows = present.flatMap((to) =>
    present
      .filter((from) => imports[to].has(from) && !reaches(imports, to, from, true))
      .map((from) => `  ${from} --> ${to}`),
  );
  return ['```mermaid', 'flowchart LR', ...nodes, ...arrows, '```'].join('\n');
}

const names = (all) => all.map((name) => `\`${name}\``).join(', ') || 'none';

function table(imports, present) {
  const rows = present.map((name) => {
    const { does, packages } = rooms[name];
    const from = present.filter((room) => imports[name].has(room)).flatMap(titlesOf);
    return `| ${names(titlesOf(name))} | ${does} | ${names(from)} | ${names(packages)} |`;
  });
  const open = names(Object.keys(openFiles).map(withoutEnding));
  return [
    '| room | what it does | imports from | may import the packages |',
    '|---|---|---|---|',
    ...rows,
    '',
    `Open to all rooms: ${open}.`,
  ].join('\n');
}

/** An import, or a row of them, that breaks a rule. */
function broken({ rule, from, to, cycle, via }) {
  const way = (via ?? cycle)?.map(({ name }) => name) ?? [to];
  return `${rule.name}: ${[from, ...way].join(' → ')}`;
}

/** What breaks the rules of the house that no linter knows. */
function complaints(files, { summary }) {
  const homeless = files.filter((file) => roomOf(file) === undefined && !(file.slice('src/'.length) in openFiles));
  const counts = new Map();
  for (const folder of files.map(dirname)) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  const large = [...counts.keys()].filter((folder) => counts.get(folder) > size.filesOfFolder);
  return [
    ...summary.violations.map(broken),
    ...homeless.map((file) => `${file} belongs to no room of rooms.config.js`),
    ...[...hotPaths, ...pureFolders]
      .filter((path) => !files.some((file) => file.startsWith(path)))
      .map((path) => `${path} of rooms.config.js does not exist`),
    ...large
      .filter((folder) => !size.largeFolders.includes(folder))
      .map((folder) => `${folder} holds ${counts.get(folder)} files; ${size.filesOfFolder} is the most`),
    ...size.largeFolders
      .filter((folder) => !large.includes(folder))
      .map((folder) => `${folder} is not large: it needs no exception in rooms.config.js`),
  ];
}

const files = await sourceFiles();
const present = Object.keys(rooms).filter((name) => files.some((file) => roomOf(file) === name));
const cruised = await cruiseImports();
const imports = realImports(cruised);

const page = await readFile(PAGE, 'utf8');
const [before, rest] = page.split(BEGIN);
const after = rest?.split(END)[1];
if (after === undefined) throw new Error(`${PAGE} has no ${BEGIN} … ${END}`);
const house = [BEGIN, draw(imports, present), table(imports, present), END].join('\n\n');
const redrawn = await formatted(PAGE, `${before}${house}${after}`);

if (process.argv.includes('--check')) {
  const found = complaints(files, cruised);
  if (redrawn !== page) found.push(`The picture in ${PAGE} is out of date: npm run house`);
  for (const complaint of found) console.error(complaint);
  if (found.length > 0) process.exitCode = 1;
} else {
  await writeFile(PAGE, redrawn);
}
