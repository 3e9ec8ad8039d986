import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root, sourceFiles } from '../architecture/workspace.js';

/** Every event type that a `*.events.ts` file declares: the `X` of each `Event<'X', …>`. */
export const publishedTypes = (): string[] =>
  sourceFiles('libs').filter((file) => file.endsWith('.events.ts')).flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isTypeReferenceNode(node) && node.typeName.getText(source) === 'Event') {
        const [name] = node.typeArguments ?? [];
        if (name && ts.isLiteralTypeNode(name) && ts.isStringLiteral(name.literal)) found.push(name.literal.text);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
