import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import type { LogSize } from '../storage/log.js';
import type { Figures } from './figures.js';

/** Where the measurements come from. */
export type Sources = {
  figures: Figures;
  /** How large the log is. */
  log(): LogSize;
};

type Reading = { value: number; labels?: Record<string, string> };
type Description = { name: string; help: string; labelNames?: string[]; read(): readonly Reading[] };

/** The measurements of one node, in a registry of its own, with those of its process. */
export function nodeMetrics({ figures, log }: Sources): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'eventstore_node_' });
  registry.registerMetric(figures.commitSeconds);
  registry.registerMetric(figures.commitEvents);
  const one = (read: () => number) => () => [{ value: read() }];
  counter(registry, {
    name: 'appends_total', help: 'Appends by how they ended', labelNames: ['outcome'],
    read: () => Object.entries(figures.appends).map(([outcome, value]) => ({ value, labels: { outcome } })),
  });
  counter(registry, { name: 'events_appended_total', help: 'Events stored', read: one(() => figures.eventsAppended) });
  counter(registry, { name: 'bytes_appended_total', help: 'Bytes of the records stored', read: one(() => figures.bytesAppended) });
  counter(registry, { name: 'failed_commits_total', help: 'Commits of which nothing was stored', read: one(() => figures.failedCommits) });
  counter(registry, { name: 'events_read_total', help: 'Events sent to readers and subscribers', read: one(() => figures.eventsRead) });
  gauge(registry, { name: 'open_calls', help: 'Calls that are open', read: one(() => figures.openCalls) });
  gauge(registry, { name: 'subscribers', help: 'Catch-up subscriptions that are open', read: one(() => figures.subscribers) });
  gauge(registry, { name: 'log_records', help: 'Records in the log', read: one(() => log().records) });
  gauge(registry, { name: 'log_bytes', help: 'Size of the data file', read: one(() => log().bytes) });
  gauge(registry, { name: 'last_position', help: 'Position of the last record, -1 while there is none', read: one(() => log().lastPosition) });
  return registry;
}

function counter(registry: Registry, { name, help, labelNames = [], read }: Description): void {
  new Counter({
    name: `eventstore_node_${name}`, help, labelNames, registers: [registry],
    collect() {
      this.reset();
      for (const { value, labels = {} } of read()) this.inc(labels, value);
    },
  });
}

function gauge(registry: Registry, { name, help, labelNames = [], read }: Description): void {
  new Gauge({
    name: `eventstore_node_${name}`, help, labelNames, registers: [registry],
    collect() {
      this.reset();
      for (const { value, labels = {} } of read()) this.set(labels, value);
    },
  });
}
