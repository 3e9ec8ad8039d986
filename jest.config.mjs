/**
 * One configuration, four projects: `unit` (pure and in-process), `integration` (against the real embedded
 * engines), `e2e` (the built product as child processes) and `browser` (the same in a real Chromium).
 * Choose one with `--selectProjects`.
 *
 * Jest runs CommonJS here (its ESM mode fails on Node 20), so swc also transforms the dependencies
 * that ship ESM only.
 */
const esmOnly = [
  '@nestjs', 'file-type', 'strtok3', 'token-types', 'uint8array-extras', '@tokenizer', '@borewit', 'jose', 'canonicalize',
].join('|');

const swc = ['@swc/jest', {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
}];

const project = (displayName, testMatch) => ({
  displayName,
  testMatch,
  testEnvironment: 'node',
  transform: { '^.+\\.[cm]?[jt]sx?$': swc },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly})/)`],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.nx/'],
});

export default {
  projects: [
    project('unit', ['<rootDir>/{libs,apps}/**/*.spec.ts', '<rootDir>/test/{architecture,history}/**/*.spec.ts']),
    project('integration', ['<rootDir>/{libs,apps}/**/*.int-spec.ts']),
    project('e2e', ['<rootDir>/test/{e2e,faults}/**/*.e2e-spec.ts']),
    project('browser', ['<rootDir>/test/browser/**/*.browser-spec.ts']),
  ],
  testTimeout: 30_000,
};
