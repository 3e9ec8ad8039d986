import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';
import { root, sourceFiles } from './workspace.js';

const banned = ['manager', 'helper', 'helpers', 'util', 'utils', 'common', 'shared', 'base', 'impl', 'info'];

const wordsOf = (name: string): string[] =>
  name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2').toLowerCase().split(/[^a-z0-9]+/).filter(Boolean);

/** Why a name is not ours to use, or undefined. */
const fault = (name: string): string | undefined => {
  const words = wordsOf(name);
  const word = words.find((each) => banned.includes(each));
  if (word) return `${name}: the word "${word}"`;
  if (/(Entity|Dto|DTO)$/.test(name)) return `${name}: the ending`;
  if (/^I[A-Z][a-z]/.test(name)) return `${name}: the leading I`;
  return undefined;
};

const exportedNames = (file: string): string[] => {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((statement) => {
    const exported = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!exported) return [];
    if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.getText(source));
    const named = (statement as ts.DeclarationStatement).name;
    return named ? [named.getText(source)] : [];
  });
};

const ours = () => sourceFiles().filter((file) => /^(apps|libs|scripts|test)\//.test(file));

describe('the words this code base does not use', () => {
  it('stand in no file name', () => {
    expect(ours().map((file) => fault(basename(file).replace(/\.(ts|tsx|mts|mjs)$/, ''))).filter(Boolean)).toEqual([]);
  });

  it('stand in no exported identifier', () => {
    const faults = ours().filter((file) => /\.tsx?$/.test(file)).flatMap((file) => exportedNames(file).map((name) => [file, fault(name)] as const));
    expect(faults.length).toBeGreaterThan(300);
    expect(faults.filter(([, why]) => why)).toEqual([]);
  });

  it.each(['TaskManager', 'date-utils', 'sharedWithBase', 'TaskEntity', 'ITask', 'CreateTaskDto', 'handlerImpl'])('would be found in %s', (name) => {
    expect(fault(name)).toBeDefined();
  });

  it.each(['taskDecider', 'IndicatorWeight', 'InformationDesk', 'Database'])('are not seen in %s', (name) => {
    expect(fault(name)).toBeUndefined();
  });
});
