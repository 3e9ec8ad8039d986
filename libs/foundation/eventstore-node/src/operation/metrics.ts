import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import type { GroupFigures } from '../persistent/group.js';
import type { ProjectionFigures } from '../projections/service.js';
import type { LogSize } from '../storage/log.js';
import type { Figures } from './figures.js';

/** Where the measurements come from. */
export type Sources = {
  figures: Figures;
  /** How large the log is. */
  log(): LogSize;
  groups(): readonly GroupFigures[];
  projections(): readonly ProjectionFigures[];
};

type Reading = { value: number; labels?: Record<string, string> };
type Description = { name: string; help: string; labelNames?: string[]; read(): readonly Reading[] };

/** The measurements of one node, in a registry of its own, with those of its process. */
export function nodeMetrics(sources: Sources): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  describeCalls(registry, sources.figures);
  describeLog(registry, sources.log);
  describeGroups(registry, sources.groups);
  describeProjections(registry, sources.projections);
  return registry;
}

const one = (read: () => number) => () => [{ value: read() }];

function describeCalls(registry: Registry, figures: Figures): void {
  registry.registerMetric(figures.commitSeconds);
  registry.registerMetric(figures.commitEvents);
  counter(registry, {
    name: 'appends_total', help: 'Appends by how they ended', labelNames: ['outcome'],
    read: () => Object.entries(figures.appends).map(([outcome, value]) => ({ value, labels: { outcome } })),
  });
  counter(registry, { name: 'events_appended_total', help: 'Events stored', read: one(() => figures.eventsAppended) });
  counter(registry, { name: 'bytes_appended_total', help: 'Bytes of the records stored', read: one(() => figures.bytesAppended) });
  counter(registry, { name: 'failed_commits_total', help: 'Commits of which nothing was stored', read: one(() => figures.failedCommits) });
  counter(registry, { name: 'events_read_total', help: 'Events sent to readers and catch-up subscribers', read: one(() => figures.eventsRead) });
  gauge(registry, { name: 'open_calls', help: 'Calls that are open', read: one(() => figures.openCalls) });
  gauge(registry, { name: 'subscribers', help: 'Catch-up subscriptions that are open', read: one(() => figures.subscribers) });
}

function describeLog(registry: Registry, log: Sources['log']): void {
  gauge(registry, { name: 'log_records', help: 'Records in the log', read: one(() => log().records) });
  gauge(registry, { name: 'log_bytes', help: 'Size of the data file', read: one(() => log().bytes) });
  gauge(registry, { name: 'last_position', help: 'Position of the last record, -1 while there is none', read: one(() => log().lastPosition) });
}

function describeGroups(registry: Registry, groups: Sources['groups']): void {
  const labelNames = ['stream', 'group'];
  const each = (figure: (group: GroupFigures) => number) => () =>
    groups().map((group) => ({ value: figure(group), labels: { stream: group.stream, group: group.group } }));
  gauge(registry, { name: 'group_consumers', help: 'Consumers of a persistent group', labelNames, read: each(({ consumers }) => consumers) });
  gauge(registry, { name: 'group_lag', help: 'Events a persistent group has still to deal with', labelNames, read: each(({ lag }) => lag) });
  gauge(registry, { name: 'group_parked', help: 'Parked messages of a persistent group', labelNames, read: each(({ parked }) => parked) });
  gauge(registry, {
    name: 'group_oldest_parked_seconds', help: 'Age of the oldest parked message of a persistent group', labelNames,
    read: each(({ oldestParkedMs }) => oldestParkedMs / 1_000),
  });
}

function describeProjections(registry: Registry, projections: Sources['projections']): void {
  const labelNames = ['projection'];
  const each = (figure: (projection: ProjectionFigures) => number) => () =>
    projections().map((projection) => ({ value: figure(projection), labels: { projection: projection.name } }));
  gauge(registry, { name: 'projection_running', help: '1 while a system projection is switched on', labelNames, read: each(({ running }) => Number(running)) });
  gauge(registry, { name: 'projection_lag_bytes', help: 'How far a system projection is behind the end of the log', labelNames, read: each(({ lag }) => lag) });
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
