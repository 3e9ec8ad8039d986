import { fork, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { CannotStart } from './cannot-start.js';
import type { ChildMessage, StartMessage } from './messages.js';

export type ChildSettings = {
  readonly name: string;
  /** The built file it runs. */
  readonly file: string;
  readonly args?: readonly string[];
  /** Where its output goes; with `speaks` only its errors, and its output is read by {@link Child.firstLine}. */
  readonly log: string;
  readonly speaks?: boolean;
  readonly environment: NodeJS.ProcessEnv;
  readonly execArgv?: readonly string[];
};

const STOP_WITHIN_MS = 15_000;
const LOG_LIMIT_BYTES = 64 * 1024 * 1024;

/** A log that has grown large is put aside when its process starts; one such is kept. */
const openLog = (path: string): number => {
  mkdirSync(dirname(path), { recursive: true });
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) renameSync(path, `${path}.1`);
  return openSync(path, 'a');
};

/**
 * A process of the standalone. It runs in a process group of its own, so that Ctrl-C reaches the supervisor alone, which
 * then stops everything in order; it leaves by itself when the supervisor has gone.
 */
export class Child {
  readonly process: ChildProcess;
  /** Resolves with its exit code, null where a signal ended it. */
  readonly ended: Promise<number | null>;
  private readonly messages: ChildMessage[] = [];
  private output = '';

  constructor(readonly settings: ChildSettings) {
    const { file, args = [], log, speaks = false, environment, execArgv = [] } = settings;
    const descriptor = openLog(log);
    const stdio = ['ignore', speaks ? 'pipe' : descriptor, descriptor, 'ipc'] as const;
    this.process = fork(file, [...args], { stdio: [...stdio], detached: true, env: environment, execArgv: [...execArgv] });
    closeSync(descriptor);
    this.ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.on('message', (message: ChildMessage) => this.messages.push(message));
  }

  start(message: StartMessage): void {
    this.process.send(message);
  }

  /** Resolves when the child has said so. Throws {@link CannotStart} or what it failed with. */
  async said(type: ChildMessage['type']): Promise<void> {
    for (;;) {
      const failed = this.messages.find((message) => message.type === 'failed');
      if (failed) throw failureOf(failed, this.settings);
      if (this.messages.some((message) => message.type === type)) return;
      await this.somethingHappens();
    }
  }

  /** The first line the child printed. */
  async firstLine(): Promise<string> {
    this.process.stdout?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    while (!this.output.includes('\n')) await this.somethingHappens();
    return this.output.slice(0, this.output.indexOf('\n'));
  }

  /** Asks it to stop and waits; ends it where it does not. */
  async stop(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    this.process.kill('SIGTERM');
    const overdue = setTimeout(() => this.process.kill('SIGKILL'), STOP_WITHIN_MS);
    await this.ended;
    clearTimeout(overdue);
  }

  private async somethingHappens(): Promise<void> {
    const { exitCode, signalCode } = this.process;
    if (exitCode !== null || signalCode !== null) {
      throw new CannotStart(`The ${this.settings.name} ended while starting (${exitCode ?? signalCode}): see ${this.settings.log}`);
    }
    await new Promise((resolve) => {
      this.process.once('message', resolve).once('exit', resolve);
      this.process.stdout?.once('data', resolve);
    });
  }
}

const failureOf = (failed: Extract<ChildMessage, { type: 'failed' }>, { name, log }: ChildSettings): Error => {
  if (failed.code === 'EADDRINUSE' || failed.code === 'ENOSPC') return Object.assign(new Error(failed.message), { code: failed.code });
  return new CannotStart(`The ${name} cannot start: ${failed.message.split('\n')[0]} (see ${log})`);
};
