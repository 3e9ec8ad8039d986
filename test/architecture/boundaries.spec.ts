import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './workspace.js';

/** A forbidden line, the package it is planted in, and the rule that must refuse it. */
type Plant = { readonly title: string; readonly folder: string; readonly code: string; readonly rule: string };

const boundary = '@nx/enforce-module-boundaries';
const uses = (name: string) => `import * as planted from '${name}';\nexport const use = planted;\n`;

const plants: readonly Plant[] = [
  { title: 'a feature imports another feature', folder: 'libs/tasks/feature', code: uses('@zeren/contracts-feature'), rule: boundary },
  { title: 'a feature imports a domain above it', folder: 'libs/tasks/feature', code: uses('@zeren/contracts-domain'), rule: boundary },
  { title: 'a feature imports an app', folder: 'libs/tasks/feature', code: uses('@zeren/platform'), rule: boundary },
  { title: 'a domain imports a domain above it', folder: 'libs/organisation/domain', code: uses('@zeren/tasks-domain'), rule: boundary },
  { title: 'a domain imports the foundation', folder: 'libs/tasks/domain', code: uses('@zeren/event-store'), rule: boundary },
  { title: 'a domain imports its own feature', folder: 'libs/tasks/domain', code: uses('@zeren/tasks-feature'), rule: boundary },
  { title: 'a domain imports a package from npm', folder: 'libs/tasks/domain', code: uses('typeorm'), rule: boundary },
  { title: 'a domain imports the decimal library past the kernel', folder: 'libs/tasks/domain', code: uses('big.js'), rule: boundary },
  { title: 'a domain imports a part of Node', folder: 'libs/tasks/domain', code: uses('node:crypto'), rule: 'no-restricted-imports' },
  { title: 'a domain reads the clock', folder: 'libs/tasks/domain', code: 'export const now = () => new Date();\n', rule: 'no-restricted-globals' },
  { title: 'a domain asks for chance', folder: 'libs/tasks/domain', code: 'export const chance = () => Math.random();\n', rule: 'no-restricted-properties' },
  { title: 'the kernel imports a domain', folder: 'libs/foundation/kernel', code: uses('@zeren/tasks-domain'), rule: boundary },
  { title: 'the kernel imports another package from npm', folder: 'libs/foundation/kernel', code: uses('rxjs'), rule: boundary },
  { title: 'the foundation imports a domain', folder: 'libs/foundation/read-model', code: uses('@zeren/tasks-domain'), rule: boundary },
  { title: 'the embedded event store imports our own packages', folder: 'libs/foundation/eventstore-node', code: uses('@zeren/kernel'), rule: boundary },
  { title: 'audit imports a domain', folder: 'libs/audit/feature', code: uses('@zeren/tasks-domain'), rule: boundary },
  { title: 'integration imports a domain', folder: 'libs/integration/feature', code: uses('@zeren/organisation-domain'), rule: boundary },
  { title: 'a source file says any', folder: 'libs/tasks/feature', code: 'export const anything = (value: any) => value;\n', rule: '@typescript-eslint/no-explicit-any' },
];

type Finding = { readonly filePath: string; readonly messages: readonly { readonly ruleId: string | null }[] };

const lint = (files: readonly string[]): readonly Finding[] => {
  try {
    return JSON.parse(execFileSync('npx', ['eslint', '--format', 'json', ...files], { cwd: root, encoding: 'utf8', maxBuffer: 1e8 })) as Finding[];
  } catch (error) {
    return JSON.parse((error as { stdout: string }).stdout) as Finding[];
  }
};

describe('lint refuses when', () => {
  const fileOf = (index: number) => join(plants[index]?.folder as string, 'src', `planted-${index}.ts`);
  let findings: readonly Finding[];

  beforeAll(() => {
    plants.forEach(({ code }, index) => writeFileSync(join(root, fileOf(index)), code));
    try {
      findings = lint(plants.map((_, index) => fileOf(index)));
    } finally {
      plants.forEach((_, index) => rmSync(join(root, fileOf(index)), { force: true }));
    }
  }, 120_000);

  it.each(plants.map((plant, index) => ({ ...plant, index })))('$title', ({ index, rule }) => {
    const finding = findings.find(({ filePath }) => filePath.endsWith(`planted-${index}.ts`));
    expect(finding?.messages.map(({ ruleId }) => ruleId)).toContain(rule);
  });
});
