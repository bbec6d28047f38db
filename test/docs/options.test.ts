import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { namesIn, Page, root, rowsOf, sorted } from './page.js';

/** The members of a type that the main entry exports, as the compiler sees them. */
function membersOf(name: string): string[] {
  const entry = join(root, 'src/index.ts');
  const program = ts.createProgram([entry], { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022 });
  const checker = program.getTypeChecker();
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(entry)!)!);
  const alias = exported.find((symbol) => symbol.name === name);
  if (alias === undefined) throw new Error(`src/index.ts exports no ${name}`);
  return checker
    .getDeclaredTypeOfSymbol(checker.getAliasedSymbol(alias))
    .getProperties()
    .map((member) => member.name);
}

/** The names in the first column of the table whose head says "Option". */
function optionsIn(text: string): string[] {
  const table = text.slice(text.search(/^\| option/im));
  return rowsOf(table.slice(0, table.search(/\n\n/))).flatMap(([first = '']) => namesIn(first));
}

describe('the options', () => {
  it('in README.md are those of CodexInstrumentationConfig', () => {
    const documented = optionsIn(new Page('README.md').section('Options'));
    expect(sorted(documented)).toEqual(sorted(membersOf('CodexInstrumentationConfig')));
  });
});
