import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { buildNode } from '../protocol/child-node.js';
import { jsonEvent, refusal } from '../protocol/client-under-test.js';
import { eventStoreClient } from '../protocol/eventstore-client.js';
import { temporaryFolder } from '../protocol/node-under-test.js';
import { runProgram, type Ended } from '../protocol/operation-process.js';
import { startEventStoreNode } from '../server.js';
import { version } from '../version.js';

let program: string;
beforeAll(async () => { program = await buildNode(temporaryFolder()); });

const run = (...words: string[]): Promise<Ended> => runProgram(program, words).ended;

/** Runs a node until `act` is done, and gives how it ended. */
async function serving(words: readonly string[], act: (connectionString: string, port: number) => Promise<void>): Promise<Ended> {
  const running = runProgram(program, ['--port', '0', ...words]);
  const { connectionString, port } = await running.ready;
  try {
    await act(connectionString, port);
  } finally {
    running.signal('SIGTERM');
  }
  return running.ended;
}

async function append(connectionString: string, stream: string, count = 1): Promise<void> {
  const store = eventStoreClient.connect(connectionString);
  try {
    for (let n = 0; n < count; n++) await store.append(stream, [jsonEvent('a', { n })]);
  } finally {
    await store.dispose();
  }
}

/** A closed data folder with five events. */
async function filled(): Promise<string> {
  const dir = join(temporaryFolder(), 'data');
  const node = await startEventStoreNode({ dir });
  await append(node.connectionString, 'filled', 5);
  await node.stop();
  return dir;
}

function accountsFile(content: string, mode: number): string {
  const file = join(temporaryFolder(), 'accounts.json');
  writeFileSync(file, content, { mode });
  return file;
}

describe('the command', () => {
  it.each([['--help'], ['-h'], []])('lists its commands and exit codes on %s', async (...words) => {
    const { code, stdout } = await run(...words.filter((word) => word !== undefined));
    expect(code).toBe(0);
    for (const word of ['start', 'verify', 'backup', 'restore', 'scavenge', 'Exit codes']) expect(stdout).toContain(word);
  });

  it.each(['start', 'verify', 'backup', 'restore', 'scavenge'])('explains %s on --help', async (command) => {
    const { code, stdout } = await run(command, '--help');
    expect(code).toBe(0);
    expect(stdout).toContain(`zeren-eventstore ${command === 'start' ? '[start]' : command}`);
  });

  it('tells its version, which is that of the package', async () => {
    const { version: ofPackage } = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')) as { version: string };
    expect(await run('--version')).toMatchObject({ code: 0, stdout: `${ofPackage}\n` });
    expect(version).toBe(ofPackage);
  });

  it('refuses a command there is not', async () => {
    expect(await run('frobnicate')).toMatchObject({ code: 2, stderr: expect.stringContaining("no command 'frobnicate'") as string });
  });

  it.each([
    [['--dir', 'x', '--prot', '1'], 'There is no option --prot'],
    [['--port', '1'], '--dir is missing'],
    [['--dir', 'x', '--port', '70000'], '--port 70000 cannot be used: give a whole number from 0 to 65535'],
    [['--dir', 'x', '--http-port', 'x'], '--http-port x cannot be used'],
    [['--dir', 'x', '--max-append-bytes', '0'], '--max-append-bytes 0 cannot be used'],
    [['--dir', 'x', '--log', 'xml'], '--log xml cannot be used: give one of json, text, off'],
    [['--dir', 'x', '--tls-cert', 'c'], '--tls-cert comes with --tls-key'],
    [['--dir', 'x', '--tls-key', 'k'], '--tls-key comes with --tls-cert'],
    [['--dir', 'x', '--tls-cert', 'none.pem', '--tls-key', 'none.pem'], '--tls-cert none.pem cannot be read (ENOENT)'],
    [['--dir', 'x', '--tls-dev', '--tls-cert', 'c'], '--tls-dev excludes'],
    [['--dir', 'x', '--accounts', 'none.json'], '--accounts none.json cannot be read (ENOENT)'],
    [['--dir', 'x', '--accounts', 'a', '--dev-accounts'], 'exclude each other'],
  ])('refuses %j with what is wrong and what to do, on standard error and in its first line', async (words, message) => {
    const { code, stdout, stderr } = await run(...words);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(JSON.parse(stdout)).toEqual({ ready: false, code: 'wrong-usage', message: expect.stringContaining(message) as string });
  });

  it.each(['verify', 'backup', 'restore', 'scavenge'])('refuses %s without its folder', async (command) => {
    expect(await run(command)).toMatchObject({ code: 2, stderr: expect.stringMatching(/--(dir|from) is missing/) as string });
  });
});

describe('start', () => {
  it('says in one line of JSON where it is ready, serves, and ends with 0', async () => {
    const dir = join(temporaryFolder(), 'data');
    const { code, stdout } = await serving(['--dir', dir], async (connectionString, port) => {
      expect(connectionString).toBe(`esdb://127.0.0.1:${port}?tls=false`);
      await append(connectionString, 'a');
    });
    expect(code).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(1);
  });

  it('says in one line of JSON why it cannot start, and ends with 1', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const { code, stdout, stderr } = await run('--dir', join(temporaryFolder(), 'data'), '--port', String(port));
    other.close();
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({ ready: false, code: 'port-in-use', message: `Port ${port} on 127.0.0.1 is in use.` });
    expect(JSON.parse(stderr)).toMatchObject({ level: 'error', msg: 'The node cannot start', code: 'port-in-use' });
  });

  it('serves the accounts of a file that is its owner\'s alone, over TLS', async () => {
    const file = accountsFile('{"clerk":"paper","auditor":{"password":"glasses","groups":["$ops"]}}', 0o600);
    await serving(['--dir', join(temporaryFolder(), 'data'), '--tls-dev', '--accounts', file], async (connectionString) => {
      await append(connectionString.replace('://', '://clerk:paper@'), 'a');
      await append(connectionString.replace('://', '://auditor:glasses@'), 'a');
      expect((await refusal(append(connectionString.replace('://', '://clerk:guess@'), 'a'))).type).toBe('access-denied');
    });
  });

  it.each(['640', '604', '644'])('refuses a file of accounts that others may read (mode %s)', async (mode) => {
    const { code, stderr } = await run('--dir', 'x', '--accounts', accountsFile('{"clerk":"paper"}', parseInt(mode, 8)));
    expect(code).toBe(2);
    expect(stderr).toContain(`mode ${mode}`);
    expect(stderr).toContain('chmod 600');
  });

  it.each(['{"clerk":"secret-word"', '["secret-word"]', '{"clerk":7}', '{"clerk":""}', '{"a:b":"secret-word"}', '{"clerk":{"password":"secret-word"}}', 'null'])(
    'refuses %s as accounts, and repeats none of it', async (content) => {
      const { code, stdout, stderr } = await run('--dir', 'x', '--accounts', accountsFile(content, 0o600));
      expect(code).toBe(2);
      expect(stderr).toContain('does not hold accounts');
      expect(stdout + stderr).not.toContain('secret-word');
    });

  it('serves the well-known accounts of development, and warns of them', async () => {
    const words = ['--dir', join(temporaryFolder(), 'data'), '--tls-dev', '--dev-accounts', '--log', 'text'];
    const { stderr } = await serving(words, async (connectionString) => {
      await append(connectionString.replace('://', '://admin:changeit@'), '$for-administrators');
      await append(connectionString.replace('://', '://ops:changeit@'), 'a');
    });
    expect(stderr).toMatch(/^\S+Z warn {2}Development accounts: everybody knows their passwords$/m);
  });

  it('refuses appends beyond --max-append-bytes', async () => {
    await serving(['--dir', join(temporaryFolder(), 'data'), '--max-append-bytes', '100'], async (connectionString) => {
      const store = eventStoreClient.connect(connectionString);
      const refused = await refusal(store.append('a', [jsonEvent('a', { text: 'x'.repeat(200) })]));
      expect(refused.maxAppendSize).toBe(100);
      await store.dispose();
    });
  });

  it.each([
    ['json', (stderr: string) => stderr.trim().split('\n').map((line) => (JSON.parse(line) as { msg: string }).msg)],
    ['text', (stderr: string) => stderr.trim().split('\n').map((line) => /Z \w+ +(The node \w+(?: \w+)?)/.exec(line)?.[1])],
  ])('logs as %s on standard error', async (form, messages) => {
    const { stderr } = await serving(['--dir', join(temporaryFolder(), 'data'), '--log', form], async () => {});
    expect(messages(stderr)).toEqual(expect.arrayContaining([expect.stringContaining('The node is ready'), expect.stringContaining('The node has stopped')]));
  });

  it('logs nothing with --log off, and more with --log-level debug', async () => {
    const dir = join(temporaryFolder(), 'data');
    expect((await serving(['--dir', dir, '--log', 'off'], async () => {})).stderr).toBe('');
    const { stderr } = await serving(['--dir', dir, '--log-level', 'debug'], (connectionString) => append(connectionString, 'a'));
    expect(stderr).toContain('A client has connected');
  });
});

describe('the end of the process that forked a node', () => {
  it('ends the node in good order, also while it is starting', async () => {
    const dir = join(temporaryFolder(), 'data');
    const child = fork(program, ['--dir', dir, '--port', '0'], { stdio: 'ignore', execArgv: [] });
    child.disconnect();
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect((await run('verify', '--dir', dir)).code).toBe(0);
  });
});

describe('verify', () => {
  it('counts the events of an intact folder and ends with 0', async () => {
    expect(await run('verify', '--dir', await filled())).toEqual({ code: 0, stdout: 'Intact: 5 events.\n', stderr: '' });
  });

  it('names the first bad position of a damaged one and ends with 1', async () => {
    const dir = await filled();
    const file = join(dir, 'data.mdb');
    const bytes = readFileSync(file);
    for (let at = bytes.indexOf('{"n":3}'); at >= 0; at = bytes.indexOf('{"n":3}', at + 1)) bytes[at] = 0x5b;
    writeFileSync(file, bytes);
    const { code, stdout } = await run('verify', '--dir', dir);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^Damaged after 3 events: .*position \d+/);
  });

  it.each(['verify', 'scavenge'])('and scavenge refuse a folder in use (%s), and one without data', async (command) => {
    const dir = await filled();
    await serving(['--dir', dir], async () => {
      expect(await run(command, '--dir', dir)).toMatchObject({ code: 1, stderr: expect.stringContaining('in use') as string });
    });
    expect(await run(command, '--dir', temporaryFolder())).toMatchObject({ code: 1, stderr: expect.stringContaining('no event store') as string });
  });
});

describe('backup and restore', () => {
  it('carry what a running node has acknowledged into a new folder, on which a node goes on', async () => {
    const [dir, copy, restored] = [await filled(), join(temporaryFolder(), 'copy'), join(temporaryFolder(), 'restored')];
    await serving(['--dir', dir], async (connectionString) => {
      await append(connectionString, 'filled', 2);
      expect(await run('backup', '--dir', dir, '--to', copy)).toEqual({ code: 0, stdout: 'Intact: 7 events.\n', stderr: '' });
      await append(connectionString, 'filled', 1);
    });
    expect(await run('restore', '--from', copy, '--dir', restored)).toEqual({ code: 0, stdout: 'Intact: 7 events.\n', stderr: '' });
    await serving(['--dir', restored], (connectionString) => append(connectionString, 'filled', 1));
    expect((await run('verify', '--dir', restored)).stdout).toBe('Intact: 8 events.\n');
  });

  it('refuse to write into a folder that is not empty', async () => {
    const dir = await filled();
    for (const words of [['backup', '--dir', dir, '--to', dir], ['restore', '--from', dir, '--dir', dir]]) {
      expect(await run(...words)).toMatchObject({ code: 1, stderr: expect.stringContaining('is not empty') as string });
    }
  });
});

describe('scavenge', () => {
  it('removes what was truncated from a stopped folder, and says how much', async () => {
    const dir = await filled();
    const node = await startEventStoreNode({ dir });
    const store = eventStoreClient.connect(node.connectionString);
    await store.setMetadata('filled', { maxCount: 2 });
    await store.dispose();
    await node.stop();
    const { code, stdout } = await run('scavenge', '--dir', dir);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Removed 3 events, \d+ bytes\.\n$/);
    expect((await run('verify', '--dir', dir)).stdout).toBe('Intact: 3 events.\n');
  });
});
