import { localDate } from '@zeren/organisation-domain';
import { taskDecider, type ReportResult, type Task, type TaskCommand, type TaskYear } from '@zeren/tasks-domain';
import type { Caller } from '@zeren/kernel';

/** What a reader may do to a task. */
export type TaskAction = 'accept' | 'report' | 'verify';

/** The report as it stands in the form. */
export type Report = Omit<ReportResult['data'], 'openParties'>;

/** What the reader knows of a joint task's parts; absent for any other task. */
export type OpenParties = Pick<ReportResult['data'], 'openParties'>;

type Published = Exclude<Task, { status: 'unpublished' }>;

const aim = (year: TaskYear, metric: string): string => {
  const target = year.targets.find((one) => one.metric === metric);
  if (!target) return '1';
  return 'value' in target ? target.value : target.low;
};

/** A report that would reach the target: what a report is measured by before anything is filled in. */
export const specimenReport = ({ content }: Published, year: TaskYear, now: string): Report => ({
  year: year.year,
  values: content.metrics.map(({ code, unit }) => ({ metric: code, unit, value: aim(year, code) })),
  measuredOn: localDate(now),
  note: '',
});

/** The command an action stands for, filled in as well as it can be, so that only real obstacles refuse it. */
export const specimenOf = (action: TaskAction, task: Published, year: TaskYear, now: string, parties: OpenParties = {}): TaskCommand => {
  switch (action) {
    case 'accept': return { type: 'AcceptTask', data: {} };
    case 'report': return { type: 'ReportResult', data: { ...specimenReport(task, year, now), ...parties } };
    case 'verify': return { type: 'VerifyResult', data: { year: year.year, verdict: 'confirmed', finding: '…' } };
  }
};

/** Runs the task's own decision, and nothing else. Throws the refusal. */
export const decideOn = (command: TaskCommand, task: Task, caller: Caller) => taskDecider.decide(command, task, caller);

/** The year that calls for something first: rejected, overdue, reported, then not reported. */
export const pressingYear = (years: readonly TaskYear[]): TaskYear | undefined => {
  const order: readonly TaskYear['status'][] = ['rejected', 'overdue', 'reported', 'pending', 'verified'];
  return order.map((status) => years.find((year) => year.status === status)).find((year) => year !== undefined);
};
