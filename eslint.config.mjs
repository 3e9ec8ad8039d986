import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

/** Which tag may depend on which: facts flow one way and imports follow. See docs/decisions/0003. */
const directions = [
  { sourceTag: 'type:kernel', onlyDependOnLibsWithTags: ['type:kernel'] },
  { sourceTag: 'type:engine', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:foundation', onlyDependOnLibsWithTags: ['type:kernel', 'type:foundation', 'type:engine'] },
  { sourceTag: 'type:domain', onlyDependOnLibsWithTags: ['type:kernel', 'type:domain'] },
  { sourceTag: 'type:feature', onlyDependOnLibsWithTags: ['type:kernel', 'type:foundation', 'type:domain'] },
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:kernel', 'type:foundation', 'type:engine', 'type:domain', 'type:feature', 'type:app'] },
  { sourceTag: 'type:test', onlyDependOnLibsWithTags: ['type:kernel', 'type:foundation', 'type:engine', 'type:domain'] },
  { sourceTag: 'scope:foundation', onlyDependOnLibsWithTags: ['scope:foundation'] },
  { sourceTag: 'scope:organisation', onlyDependOnLibsWithTags: ['scope:foundation', 'scope:organisation'] },
  { sourceTag: 'scope:tasks', onlyDependOnLibsWithTags: ['scope:foundation', 'scope:organisation', 'scope:tasks'] },
  { sourceTag: 'scope:evidence', onlyDependOnLibsWithTags: ['scope:foundation', 'scope:organisation', 'scope:evidence'] },
  { sourceTag: 'scope:requests', onlyDependOnLibsWithTags: ['scope:foundation', 'scope:organisation', 'scope:requests'] },
  { sourceTag: 'scope:contracts', onlyDependOnLibsWithTags: ['scope:foundation', 'scope:organisation', 'scope:tasks', 'scope:contracts'] },
  { sourceTag: 'scope:assessment', onlyDependOnLibsWithTags: ['scope:foundation', 'scope:organisation', 'scope:tasks', 'scope:contracts', 'scope:assessment'] },
  { sourceTag: 'scope:audit', onlyDependOnLibsWithTags: ['scope:foundation', 'scope:audit'] },
  { sourceTag: 'scope:integration', onlyDependOnLibsWithTags: ['scope:foundation', 'scope:integration'] },
];

/** The packages a pure package may use besides our own: one decimal library, in the kernel. */
const purity = [
  { sourceTag: 'type:kernel', onlyDependOnLibsWithTags: ['type:kernel'], allowedExternalImports: ['big.js'] },
  { sourceTag: 'type:domain', onlyDependOnLibsWithTags: ['type:kernel', 'type:domain'], allowedExternalImports: [] },
];

const boundaries = (depConstraints) => ['error', { enforceBuildableLibDependency: false, allow: [], depConstraints }];

const pure = ['libs/*/domain/src/**/*.ts', 'libs/foundation/kernel/src/**/*.ts'];
const specifications = ['**/*.spec.ts', '**/testing/**'];

export default [
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '.zeren/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mts}'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': boundaries(directions),
      complexity: ['error', 12],
      'max-depth': ['error', 3],
      'max-params': ['error', 5],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-syntax': ['error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
        { selector: 'ExportDefaultDeclaration', message: 'Use named exports.' },
      ],
    },
  },
  {
    files: pure,
    ignores: specifications,
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': boundaries([...directions, ...purity]),
      'no-restricted-globals': ['error',
        { name: 'Date', message: 'Time comes in as data (caller.now).' },
        { name: 'crypto', message: 'Identity comes in as data.' },
        { name: 'process', message: 'Configuration belongs to apps.' },
        { name: 'fetch', message: 'The domain does no input or output.' },
      ],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'The domain is deterministic.' }],
      'no-restricted-imports': ['error', { patterns: [{ group: ['node:*'], message: 'The domain is pure TypeScript.' }] }],
    },
  },
  { files: ['**/*.config.{ts,mjs}'], rules: { 'no-restricted-syntax': 'off' } },
];
