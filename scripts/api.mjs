// Writes docs/api.md: what each entry of the package exports, out of the built declarations (dist/esm) and their doc
// comments. test/package/api.test.ts says whether the page is of this build.
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { formatted } from './formatted.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const FILE = join(root, 'docs/api.md');

const PACKAGE = 'opentelemetry-instrumentation-codex';
const ENTRIES = [
  { name: PACKAGE, file: 'index', about: 'The instrumentation and the parts of a pipeline.' },
  {
    name: `${PACKAGE}/events`,
    file: 'events',
    about:
      'The analytics events and the facts that they are made of. The fields of a family are in its JSON Schema, `schema/<event_type>.json` in the package.',
  },
  { name: `${PACKAGE}/wire`, file: 'wire', about: 'Recordings: read, write and replay them.' },
  {
    name: `${PACKAGE}/register`,
    file: 'register',
    about:
      'For `node --import`. It exports nothing: importing it sets OpenTelemetry up by the `OTEL_*` variables, see [Instrumentation](instrumentation.md#without-a-line-of-code).',
  },
];

/** The kinds of exports in the order in which they are listed. */
const KINDS = ['Classes', 'Functions', 'Constants', 'Types'];

/** A type of a constant that is longer is listed by its members alone. */
const MAX_TYPE_LENGTH = 400;

/** The page, formatted. */
export async function apiPage() {
  const files = ENTRIES.map(({ file }) => join(root, 'dist/esm', `${file}.d.ts`));
  const program = ts.createProgram(files, { module: ts.ModuleKind.NodeNext, skipLibCheck: true, types: ['node'] });
  const checker = program.getTypeChecker();
  const exported = ENTRIES.map((entry, index) => {
    const module = checker.getSymbolAtLocation(program.getSourceFile(files[index]));
    const symbols = module === undefined ? [] : checker.getExportsOfModule(module);
    return { ...entry, names: symbols.map((symbol) => [symbol.name, resolved(checker, symbol)]) };
  });
  const known = new Set(exported.flatMap(({ names }) => names.map(([name]) => name)));
  const described = new Map();
  const sections = exported.map((entry) => sectionOf(entry, { checker, known, described }));
  const text = [
    '# API',
    '',
    '<!-- Written by scripts/api.mjs from the doc comments: change those, then run `npm run api`. -->',
    '',
    'What each entry of the package exports. [Stability](stability.md#entries) says what may change.',
    '',
    ...sections,
  ].join('\n');
  return formatted(FILE, text);
}

function resolved(checker, symbol) {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

function sectionOf({ name, about, names }, context) {
  const own = names.filter(([exported]) => !context.described.has(exported));
  const again = names.filter(([exported]) => context.described.has(exported)).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [exported] of own) context.described.set(exported, name);
  const lines = [`## ${name}`, '', about, ''];
  if (again.length > 0)
    lines.push(`Also exported, and described above: ${again.map(([other]) => linkTo(other)).join(', ')}.`, '');
  for (const kind of KINDS) {
    const some = own.filter(([, symbol]) => kindOf(symbol) === kind).sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [exported, symbol] of some) lines.push(...descriptionOf(exported, symbol, context));
  }
  return lines.join('\n');
}

function kindOf({ flags }) {
  if (flags & ts.SymbolFlags.Class) return 'Classes';
  if (flags & ts.SymbolFlags.Function) return 'Functions';
  return flags & ts.SymbolFlags.Variable ? 'Constants' : 'Types';
}

function descriptionOf(name, symbol, context) {
  const lines = [`### ${name}`, ''];
  const [declaration] = symbol.declarations;
  const documented = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  for (const comment of documented.jsDoc ?? []) {
    lines.push(proseOf(ts.getTextOfJSDocComment(comment.comment) ?? '', context), '');
    for (const tag of comment.tags ?? []) lines.push(...tagOf(tag, context));
  }
  const code = symbol.declarations.map((one) => codeOf(name, one, context)).join('\n\n');
  return [...lines, '```typescript', code, '```', ''];
}

/** A doc comment's text; links lead to what is described on this page. */
function proseOf(text, { known }) {
  return text
    .replaceAll(/\{@link (\w+)[^}]*\}/g, (_, name) => (known.has(name) ? linkTo(name) : `\`${name}\``))
    .replaceAll(/^ {4,}(?=\S)/gm, '    ')
    .trim();
}

function tagOf(tag, context) {
  const text = ts.getTextOfJSDocComment(tag.comment) ?? '';
  if (tag.tagName.text === 'example') return ['```typescript', text.trim(), '```', ''];
  const name = tag.name ? ` \`${tag.name.getText()}\`` : '';
  return [`_${tag.tagName.text}_${name}: ${proseOf(text, context)}`, ''];
}

/** A declaration without what is private and without the comment that stands above the code already. */
function codeOf(name, declaration, { checker }) {
  if (ts.isVariableDeclaration(declaration)) {
    const type = declaration.type?.getText() ?? declaration.initializer?.getText() ?? '';
    if (type.length <= MAX_TYPE_LENGTH) return `const ${name}: ${type}`;
    const members = checker.getPropertiesOfType(checker.getTypeAtLocation(declaration));
    return `const ${name}: {\n${members.map((member) => `  ${member.name}: …;`).join('\n')}\n}`;
  }
  return declaration
    .getText()
    .replace(/^export (declare )?/, '')
    .replaceAll(/^ *#private;\n/gm, '')
    .replaceAll(/^ *private [^\n]*\n/gm, '');
}

const linkTo = (name) => `[${name}](#${name.toLowerCase()})`;

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(FILE, await apiPage());
