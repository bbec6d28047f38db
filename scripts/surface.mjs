// Writes test/package/public-surface/: what each entry of the package exports, with the declared signatures, out of the
// built declarations. With --check it writes nothing and fails if those files do not say what dist/ exports, or if a
// signature mentions a type that its entry does not export.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const declarations = join(root, 'dist/esm') + sep;
const folder = join(root, 'test/package/public-surface');
const ENTRIES = ['index', 'events', 'wire', 'register'];

const fileOf = (entry) => join(declarations, `${entry}.d.ts`);
const program = ts.createProgram(ENTRIES.map(fileOf), {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2023,
  types: ['node'],
});
const checker = program.getTypeChecker();
const printer = ts.createPrinter({ removeComments: true });

const resolved = (symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);

/** The exports of an entry: name → symbol. An entry without exports is no module. */
function exportsOf(entry) {
  const module = checker.getSymbolAtLocation(program.getSourceFile(fileOf(entry)));
  const exports = module === undefined ? [] : checker.getExportsOfModule(module);
  return new Map(exports.map((symbol) => [symbol.name, resolved(symbol)]).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A `#private` member is no part of the surface. The fields of an event are: schema/ and its test have those. */
const shorten = (context) => {
  const visit = (node) => {
    if (ts.isPropertyDeclaration(node) && ts.isPrivateIdentifier(node.name)) return undefined;
    if (ts.isTypeReferenceNode(node) && node.typeName.getText() === 'z.ZodObject')
      return context.factory.createTypeReferenceNode('z.ZodObject<…>');
    return ts.visitEachChild(node, visit, context);
  };
  return visit;
};

function signatureOf(symbol) {
  const texts = symbol.declarations.map((declaration) => {
    const node = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
    const { transformed } = ts.transform(node, [shorten]);
    return printer.printNode(ts.EmitHint.Unspecified, transformed[0], declaration.getSourceFile());
  });
  return texts.join('\n').replace(/^export (declare )?/gm, '');
}

/** The types of this package that the signatures of an entry mention and the entry does not export. */
function missingFrom(exports) {
  const exported = new Set(exports.values());
  const missing = new Set();
  for (const [name, symbol] of exports) {
    const visit = (node) => {
      // The type of a constant is reached through the constant.
      if (ts.isTypeQueryNode(node)) return;
      if (ts.isTypeReferenceNode(node) || ts.isExpressionWithTypeArguments(node)) {
        const mentioned = checker.getSymbolAtLocation(node.typeName ?? node.expression);
        const type = mentioned && resolved(mentioned);
        const isOurs = type?.declarations?.some(
          (each) => each.getSourceFile().fileName.startsWith(declarations) && !ts.isTypeParameterDeclaration(each),
        );
        if (isOurs && !exported.has(type)) missing.add(`${type.name} (in the signature of ${name})`);
      }
      ts.forEachChild(node, visit);
    };
    symbol.declarations.forEach(visit);
  }
  return [...missing];
}

const isCheck = process.argv.includes('--check');
const problems = [];
if (!isCheck) await mkdir(folder, { recursive: true });
for (const entry of ENTRIES) {
  const exports = exportsOf(entry);
  for (const missing of missingFrom(exports)) problems.push(`src/${entry}.ts does not export ${missing}.`);
  const surface = [...exports.values()].map((symbol) => `${signatureOf(symbol)}\n`).join('\n');
  const file = join(folder, `${entry}.txt`);
  if (!isCheck) await writeFile(file, surface);
  else if (surface !== (await readFile(file, 'utf8').catch(() => undefined)))
    problems.push(
      `The exports of src/${entry}.ts are not those of test/package/public-surface/${entry}.txt. If that is on purpose, run \`npm run surface\` and note the change in CHANGELOG.md.`,
    );
}
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
