import { localDate } from '@zeren/organisation-domain';
import type { ExceptionKind, PublishedTask, TaskCommand, TaskYear } from '@zeren/tasks-domain';

/** What a form holds: each field's text. */
export type Said = Readonly<Record<string, string>>;

/** What is sent: where to, the body, and the command the task itself would decide on. */
export type Sending = { readonly path: string; readonly body: object; readonly command: TaskCommand };

/** The facts a browser does not have are taken as favourable; the service looks at them. */
const assumed = (successor: ReturnType<typeof successorIn>) => ({
  successor, participantTenantIds: successor ? [successor.unitTenantId] : [], hasChildren: false,
});
const FAR = '9999-12-31T15:59:59.000Z';

const text = (said: Said, name: string): string => said[name] ?? '';

/** A unit is of the tenant whose code it begins with; its head answers for the task. */
export const successorIn = (said: Said) => {
  const unitId = text(said, 'successor').trim();
  return unitId === '' ? null : { unitId, unitTenantId: unitId.slice(0, 6), accountablePostId: `${unitId}.head` };
};

export const objection = (said: Said): Sending => {
  const body = { reason: text(said, 'reason') };
  return { path: 'objections', body, command: { type: 'RaiseObjection', data: body } };
};

export const objectionAnswer = (said: Said, now: string): Sending => {
  const [reason, successor] = [text(said, 'reason'), successorIn(said)];
  const command: TaskCommand = said['answer'] === 'accepted'
    ? { type: 'AcceptObjection', data: { ...assumed(successor), reason } }
    : { type: 'RefuseObjection', data: { reason, nextUntil: localDate(now) } };
  return { path: 'objections/answer', body: { answer: text(said, 'answer'), reason, successor }, command };
};

export const ruling = (said: Said): Sending => {
  const [reason, document, successor] = [text(said, 'reason'), text(said, 'document'), successorIn(said)];
  const decision = said['ruling'] === 'withdrawn' ? 'withdrawn' : 'stands';
  const body = { ruling: decision, reason, document, successor } as const;
  return { path: 'objections/ruling', body, command: { type: 'RuleOnObjection', data: { ...assumed(successor), ruling: decision, reason, document } } };
};

const setsDate = (kind: string): boolean => kind === 'extension' || kind === 'deferral';

export const request = (said: Said): Sending => {
  const kind = text(said, 'kind') as ExceptionKind;
  const body = {
    kind,
    year: setsDate(kind) ? Number(said['year']) : null,
    until: setsDate(kind) ? text(said, 'until') : null,
    explainedTo: kind === 'explanation' ? text(said, 'explainedTo') : null,
    reason: text(said, 'reason'),
  };
  return { path: 'requests', body, command: { type: 'RequestException', data: { ...body, latest: FAR } } };
};

export const decision = (said: Said, number: number): Sending => {
  const [reason, successor] = [text(said, 'reason'), successorIn(said)];
  const decided = said['decision'] === 'refused' ? 'refused' : 'granted';
  return {
    path: `requests/${number}/decision`,
    body: { decision: decided, reason, successor },
    command: { type: 'DecideException', data: { ...assumed(successor), number, decision: decided, reason } },
  };
};

/** Only the metrics that were given a value. */
const valuesIn = (said: Said, task: PublishedTask) =>
  task.content.metrics.map(({ code, unit }) => ({ metric: code, unit, value: text(said, `value:${code}`).trim() })).filter(({ value }) => value !== '');

const progressIn = (said: Said, task: PublishedTask, year: TaskYear) => {
  const evidenceIds = text(said, 'evidence').split(/[\s,，、;；]+/).filter((id) => id !== '');
  return { year: year.year, values: valuesIn(said, task), measuredOn: text(said, 'measuredOn'), evidenceIds, note: text(said, 'note') };
};

export const progress = (said: Said, task: PublishedTask, year: TaskYear): Sending => {
  const body = progressIn(said, task, year);
  return { path: 'progress', body, command: { type: 'RecordProgress', data: body } };
};

/** A supporting unit's own progress has the lead's form. */
export const supporting = (said: Said, task: PublishedTask, year: TaskYear): Sending => {
  const body = progressIn(said, task, year);
  return { path: 'support', body, command: { type: 'RecordSupportingProgress', data: body } };
};

export const supportCorrection = (said: Said, task: PublishedTask, year: TaskYear, entry: number): Sending => {
  const body = { values: valuesIn(said, task), reason: text(said, 'reason') };
  return { path: `support/${year.year}/${entry}/correction`, body, command: { type: 'CorrectSupportingProgress', data: { year: year.year, entry, ...body } } };
};

export const correction = (said: Said, task: PublishedTask, year: TaskYear, entry: number): Sending => {
  const body = { values: valuesIn(said, task), reason: text(said, 'reason') };
  return { path: `progress/${year.year}/${entry}/correction`, body, command: { type: 'CorrectProgress', data: { year: year.year, entry, ...body } } };
};

export const falseReport = (said: Said, year: TaskYear): Sending => {
  const body = { finding: text(said, 'finding') };
  return { path: `results/${year.year}/false-report`, body, command: { type: 'FlagFalseReport', data: { year: year.year, ...body } } };
};
