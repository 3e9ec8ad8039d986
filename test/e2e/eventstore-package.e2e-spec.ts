import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(__dirname, '..', '..');
/** Below the repository, so that what the package depends on is found there; all else is a project of its own. */
const project = join(root, 'dist', 'test-package');
const installed = join(project, 'node_modules', '@zeren', 'eventstore-node');

const run = async (program: string, ...words: string[]): Promise<{ code: number; output: string }> => {
  const { NODE_ENV: _ours, ...env } = process.env;
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [program, ...words], { cwd: project, env, timeout: 60_000 });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
};

/** The code of a block in the package's README. */
const quoted = (language: string): string => {
  const readme = readFileSync(join(installed, 'README.md'), 'utf8');
  return new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(readme)?.[1] ?? '';
};

describe('the embedded event store as a package by itself', () => {
  beforeAll(async () => {
    rmSync(project, { recursive: true, force: true });
    mkdirSync(project, { recursive: true });
    writeFileSync(join(project, 'package.json'), '{"name":"another-project","private":true}');
    const packed = await run(join(root, 'scripts', 'pack-eventstore-node.mjs'), installed);
    if (packed.code !== 0) throw new Error(packed.output);
  }, 120_000);
  afterAll(() => { rmSync(project, { recursive: true, force: true }); });

  it('serves the Jest test of its README, in a project that knows nothing of this one', async () => {
    writeFileSync(join(project, 'readme.test.js'), quoted('js'));
    const jest = await run(require.resolve('jest/bin/jest'), '--rootDir', project, '--ci');
    expect(jest.output).toContain('1 passed, 1 total');
    expect(jest.code).toBe(0);
  }, 90_000);

  it('declares the types that its README names', async () => {
    const compilerOptions = { noEmit: true, strict: true, module: 'nodenext', target: 'es2022', types: ['node'] };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['started.mts'] }));
    const compiled = (code: string) => {
      writeFileSync(join(project, 'started.mts'), `import { startEventStoreNode, type EventStoreNode } from '@zeren/eventstore-node';\n${code}\nexport {};`);
      return run(require.resolve('typescript/bin/tsc'), '-p', project);
    };
    expect(await compiled(quoted('ts'))).toEqual({ code: 0, output: '' });
    expect((await compiled('const node: EventStoreNode = await startEventStoreNode({ prot: 1 });')).output).toContain("'prot' does not exist");
  }, 90_000);

  it('brings its command', async () => {
    const { code, output } = await run(join(installed, 'zeren-eventstore.js'), '--help');
    expect([code, output.includes('zeren-eventstore [start] --dir FOLDER')]).toEqual([0, true]);
  });
});
