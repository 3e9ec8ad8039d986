import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { ProblemError } from '@zeren/http';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';

/** A document without its footer, which is the `footing` and the page: a thread is sent data, never functions. */
export type Definition = { readonly definition: TDocumentDefinitions; readonly footing: string };

type Answer = { readonly id: number } & ({ readonly bytes: Uint8Array } | { readonly failure: string });
type Waiting = { readonly resolve: (bytes: Buffer) => void; readonly reject: (why: Error) => void };

/** Documents that may wait for the thread, the one being laid out among them. */
const MOST_WAITING = 20;
const LAYOUT_MS = 60_000;

const program = (): string => createRequire(__filename).resolve('@zeren/contracts-feature/worker/layout.mjs');

/**
 * Lays documents out one after the other in a thread of its own, so that the service goes on answering meanwhile. The
 * thread starts with the first document; where it dies, all that wait are told, and the next document starts another.
 */
export class LayoutThread {
  private worker: Worker | undefined;
  private last = 0;
  private readonly waiting = new Map<number, Waiting>();

  constructor(private readonly file: string = program(), private readonly patienceMs: number = LAYOUT_MS) {}

  /** Refuses with 503 `printing-busy` where too many wait, `printing-interrupted` where the thread died or took too long. Throws where the document cannot be laid out. */
  async layOut(document: Definition): Promise<Buffer> {
    if (this.waiting.size >= MOST_WAITING) throw new ProblemError(503, 'printing-busy', { retryAfter: 5 });
    const worker = (this.worker ??= this.start());
    this.last += 1;
    const id = this.last;
    const limit = setTimeout(() => void this.end(), this.patienceMs * (this.waiting.size + 1));
    try {
      return await new Promise<Buffer>((resolve, reject) => {
        this.waiting.set(id, { resolve, reject });
        worker.postMessage({ id, ...document });
      });
    } finally {
      clearTimeout(limit);
      this.waiting.delete(id);
    }
  }

  /** Ends the thread; what still waits fails. */
  async end(): Promise<void> {
    await this.worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(this.file);
    worker.on('message', (answer: Answer) => this.take(answer));
    worker.once('error', () => this.lose(worker));
    worker.once('exit', () => this.lose(worker));
    // A document that waits keeps the process by its timer; an idle thread must not. Listening would undo it, so it comes last.
    worker.unref();
    return worker;
  }

  private take(answer: Answer): void {
    const waiting = this.waiting.get(answer.id);
    if ('bytes' in answer) waiting?.resolve(Buffer.from(answer.bytes.buffer, answer.bytes.byteOffset, answer.bytes.byteLength));
    else waiting?.reject(new Error(`The document could not be laid out: ${answer.failure}`));
  }

  private lose(worker: Worker): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    for (const { reject } of this.waiting.values()) reject(new ProblemError(503, 'printing-interrupted', { retryAfter: 5 }));
  }
}
