import { status } from '@grpc/grpc-js';
import { Figures } from './figures.js';
import type { NodeLog } from './log.js';
import { callWatch, commitWatch } from './watch.js';

type Line = { level: string; fields: Readonly<Record<string, unknown>>; message: string };

function watched() {
  const figures = new Figures();
  const lines: Line[] = [];
  const tell = (level: string) => (fields: Line['fields'], message: string): void => { lines.push({ level, fields, message }); };
  const log: NodeLog = { debug: tell('debug'), info: tell('info'), warn: tell('warn'), error: tell('error') };
  return { figures, lines, commits: commitWatch(figures, log), calls: callWatch(figures, log) };
}

const commit = { streams: ['people-7'], events: 3, bytes: 500, milliseconds: 2 };

describe('a commit', () => {
  it('is counted and not told of', () => {
    const { figures, lines, commits } = watched();
    commits(commit);
    expect(figures).toMatchObject({ eventsAppended: 3, bytesAppended: 500, failedCommits: 0, lastFailure: undefined });
    expect(lines).toEqual([]);
  });

  it('that takes more than a second is told of, without the names of its streams', () => {
    const { lines, commits } = watched();
    commits({ ...commit, milliseconds: 1_000 });
    commits({ ...commit, milliseconds: 1_001 });
    expect(lines).toEqual([{ level: 'warn', fields: { events: 3, bytes: 500, milliseconds: 1_001 }, message: 'A commit was slow' }]);
  });

  it('that fails is told of with its reason, is not counted as stored, and is forgotten after one that succeeds', () => {
    const { figures, lines, commits } = watched();
    commits({ ...commit, failure: new Error('No room.') });
    expect(figures).toMatchObject({ eventsAppended: 0, failedCommits: 1, lastFailure: new Error('No room.') });
    expect(lines).toMatchObject([{ level: 'error', fields: { reason: 'No room.' } }]);
    commits(commit);
    expect(figures.lastFailure).toBeUndefined();
  });
});

describe('a call', () => {
  it('is counted while it is open', () => {
    const { figures, calls } = watched();
    calls.begun('/Streams/Read');
    calls.begun('/Streams/Read');
    calls.ended('/Streams/Read', status.OK, '');
    expect(figures.openCalls).toBe(1);
  });

  it.each([
    [status.DATA_LOSS, 'A call met damaged data; verify names the place'],
    [status.INTERNAL, 'A call failed within the node'],
  ])('that ends with status %s is told of; its reason, which may name a stream, only to those who debug', (code, message) => {
    const { lines, calls } = watched();
    calls.ended('/Streams/Read', code, 'People-7 is damaged.');
    expect(lines).toEqual([
      { level: 'error', fields: { call: '/Streams/Read' }, message },
      { level: 'debug', fields: { call: '/Streams/Read', reason: 'People-7 is damaged.' }, message: 'Why the call failed' },
    ]);
  });

  it.each([status.OK, status.CANCELLED, status.NOT_FOUND, status.PERMISSION_DENIED, status.FAILED_PRECONDITION, status.UNAVAILABLE])(
    'that ends with status %s, which is nothing of the node\'s own, is not', (code) => {
      const { lines, calls } = watched();
      calls.ended('/Streams/Read', code, 'People-7');
      expect(lines).toEqual([]);
    });
});
