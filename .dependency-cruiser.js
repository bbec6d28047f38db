// Checks the imports of src/ against rooms.config.js, those of types included. `npm run rules` runs it.
import { readFileSync } from 'node:fs';
import { carried, openFiles, pureFolders, rooms } from './rooms.config.js';

const { dependencies, peerDependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

const escaped = (text) => text.replaceAll('.', '\\.');
const either = (patterns) => `^(${patterns.join('|')})`;

/** Patterns of a room's files, without the anchor at the beginning. */
const filesOf = (name) => (rooms[name].files ?? [`${name}/`]).map((file) => `src/${escaped(file)}`);

/** Patterns of packages where npm puts them: alone, or below the package that brings its own version along. */
const installed = (packages) =>
  packages.map((name) => `node_modules/${name.endsWith('/*') ? name.slice(0, -1) : `${name}/`}`);

/** Whether `allowed` has the package, by its name or by its scope. */
const has = (allowed, name) => allowed.includes(name) || allowed.includes(`${name.split('/')[0]}/*`);

const openTo = ({ packages }) =>
  Object.entries(openFiles)
    .filter(([, needed]) => needed.every((name) => has(packages, name)))
    .map(([file]) => `src/${escaped(file)}`);

function rulesOf([name, room]) {
  const from = { path: either(filesOf(name)) };
  const open = openTo(room);
  return [
    {
      name: `${name}: rooms`,
      comment: `May import from: ${[...room.imports, ...open].join(', ')}. See rooms.config.js.`,
      severity: 'error',
      from,
      to: { path: '^src/', pathNot: either([name, ...room.imports].flatMap(filesOf).concat(open)) },
    },
    {
      name: `${name}: packages`,
      comment: `May import the packages: ${room.packages.join(', ') || 'none'}. See rooms.config.js.`,
      severity: 'error',
      from,
      to: { path: 'node_modules/', pathNot: room.packages.length > 0 ? either(installed(room.packages)) : '^$' },
    },
    ...(room.node === undefined
      ? []
      : [
          {
            name: `${name}: Node`,
            comment: `May import of Node: ${room.node.join(', ') || 'nothing'}. See rooms.config.js.`,
            severity: 'error',
            from,
            to: { dependencyTypes: ['core'], pathNot: `^(${room.node.join('|')})(/|$)` },
          },
        ]),
  ];
}

export default {
  forbidden: [
    ...Object.entries(rooms).flatMap(rulesOf),
    ...Object.entries(openFiles).map(([file, packages]) => ({
      name: `${file}: open`,
      comment: 'Every room imports it, so it imports open files alone, and its own packages.',
      severity: 'error',
      from: { path: `^src/${escaped(file)}$` },
      to: {
        path: '^src/|node_modules/',
        pathNot: either([...openTo({ packages }), ...installed(packages)]),
      },
    })),
    {
      name: 'library: packages',
      comment:
        'The host brings OpenTelemetry along: the library reaches its dependencies, the API and what it carries, no SDK.',
      severity: 'error',
      from: { path: either(filesOf('entries')) },
      to: {
        path: 'node_modules/',
        pathNot: either(installed([...Object.keys({ ...dependencies, ...peerDependencies }), ...carried])),
        reachable: true,
      },
    },
    {
      name: 'pure',
      comment: 'A pure function asks no module of Node for anything.',
      severity: 'error',
      from: { path: either(pureFolders) },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'from within',
      comment: "The package's own name, and what was built, lead around the rooms.",
      severity: 'error',
      from: {},
      to: { path: '^(dist/|opentelemetry-instrumentation-codex)' },
    },
    {
      name: 'circle',
      comment: 'Files that import each other, types included, can only be read together.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'unresolved',
      comment: 'An import that leads nowhere would be checked against no rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'node', 'default'] },
  },
};
