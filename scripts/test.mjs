// `npm test`: lint with boundaries, types, unit, integration, end-to-end. `npm test -- <step> …` runs chosen steps.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { install, root } from './install.mjs';

const results = join(root, 'dist', 'test-results');
const environment = { ...process.env, NX_DAEMON: 'false', FORCE_COLOR: process.stdout.isTTY ? '1' : '0' };

const run = (command, words) =>
  new Promise((resolve) => {
    const child = spawn(join(root, 'node_modules', '.bin', command), words, { cwd: root, stdio: 'inherit', env: environment });
    child.on('exit', (code) => resolve(code === 0));
  });

const jest = (project, ...words) => () =>
  run('jest', ['--selectProjects', project, '--json', `--outputFile=${join(results, `${project}.json`)}`, '--testLocationInResults=false', ...words]);

const steps = {
  // Without a project graph the boundary rule is passed over in silence, so the graph is made first.
  lint: async () => (await run('nx', ['graph', '--file', join(results, 'graph.json')])) && run('eslint', ['.', '--max-warnings', '0']),
  typecheck: () => run('tsc', ['-b']),
  unit: jest('unit'),
  build: async () => (await import('./build.mjs')).build().then(() => true),
  // They wait more than they compute: for disks, processes, deadlines.
  integration: jest('integration', '--maxWorkers=4'),
  e2e: jest('e2e', '--maxWorkers=2'),
  browser: jest('browser', '--runInBand'),
  // The event store is killed at this many random instants, and compared with its model for so long, with each client; the integration tests do a little of it.
  crash: () => {
    environment.ZEREN_CRASH_KILLS ??= '200';
    environment.ZEREN_MODEL_SECONDS ??= '60';
    return jest('integration', '--runInBand', '--testPathPatterns', 'eventstore-node/src/protocol/.*-(crash|model)')();
  },
};
const suites = {
  all: ['lint', 'typecheck', 'unit', 'build', 'integration', 'e2e'],
  browser: ['build', 'browser'],
};

const asked = process.argv.slice(2);
const chosen = (asked.length === 0 ? ['all'] : asked).flatMap((word) => suites[word] ?? [word]);
const unknown = chosen.filter((step) => !(step in steps));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. There are: ${Object.keys(steps).join(', ')}.`);
  process.exit(2);
}

await install({ everything: true });
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

let failed = false;
for (const step of chosen) {
  const began = performance.now();
  console.log(`\n── ${step}`);
  const passed = await steps[step]().catch((error) => {
    console.error(error);
    return false;
  });
  console.log(`── ${step}: ${passed ? 'passed' : 'FAILED'} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  if (!passed) {
    failed = true;
    break;
  }
}

const counts = { passed: 0, failed: 0 };
for (const project of ['unit', 'integration', 'e2e', 'browser']) {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(join(results, `${project}.json`), 'utf8'));
    counts.passed += numPassedTests;
    counts.failed += numFailedTests + numRuntimeErrorTestSuites;
  } catch {
    // A step that was not asked for, or that ended before its runner could count.
  }
}
if (failed && counts.failed === 0) counts.failed = 1;
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exit(failed ? 1 : 0);
