import { compare, isDecimal, ownerOnly, sameData, type Caller, type Command, type Decider, type LocalisedText } from '@zeren/kernel';
import { refuse } from '../refusals.js';
import { isCalendarDate, localDate } from '@zeren/organisation-domain';
import type { TaskMetric } from '../split/split.events.js';
import type { PromiseAmended, PromiseListEvent, PromisesPublished, PublicPromise } from './promise-list.events.js';

/** A task that carries out a promise, as the handler read it. */
export type PromisedTask = { readonly taskId: string; readonly unitId: string; readonly unitName: LocalisedText; readonly metrics: readonly TaskMetric[] };

/** A promise as it is proposed: who leads it and in which unit it is measured follows from its task. */
export type ProposedPromise = Omit<PublicPromise, 'unit' | 'leadUnitId' | 'leadName'>;

/** Publish the list of a year. */
export type PublishPromises = Command<'PublishPromises', Omit<PromisesPublished['data'], 'promises'> & {
  readonly promises: readonly ProposedPromise[];
  readonly tasks: readonly PromisedTask[];
}>;
/** Amend one promise. */
export type AmendPromise = Command<'AmendPromise', Pick<PromiseAmended['data'], 'reason' | 'document'> & {
  readonly promise: ProposedPromise;
  readonly tasks: readonly PromisedTask[];
}>;
export type PromiseListCommand = PublishPromises | AmendPromise;

/** A promise as it reads now, and how it read before: each with the last day, the reason and the document of the change. */
export type KeptPromise = PublicPromise & { readonly earlier: readonly EarlierPromise[] };
export type EarlierPromise = PublicPromise & Pick<PromiseAmended['data'], 'on' | 'reason' | 'document'>;

export type PublishedPromises = Omit<PromisesPublished['data'], 'promises'> & { readonly status: 'published'; readonly promises: readonly KeptPromise[] };
export type PromiseList = { readonly status: 'none' } | PublishedPromises;

/** What was proposed, completed from its task; refused where the two do not fit. */
const completed = (promise: ProposedPromise, tasks: readonly PromisedTask[], year: number, field: string): PublicPromise => {
  const { code, text, metric, target, dueOn, taskId } = promise;
  if (code.trim() === '') refuse('promise-incomplete', `${field}.code`);
  if (text.zh.trim() === '' || text.en.trim() === '') refuse('promise-incomplete', `${field}.text`);
  const task = tasks.find((one) => one.taskId === taskId) ?? refuse('promise-task-unknown', `${field}.taskId`, { task: taskId });
  const measured = task.metrics.find((one) => one.code === metric) ?? refuse('value-unknown', `${field}.metric`, { metric });
  if (!isDecimal(target) || compare(target, '0') <= 0) refuse('commitment-invalid', `${field}.target`);
  if (!isCalendarDate(dueOn) || Number(dueOn.slice(0, 4)) !== year) refuse('promise-due', `${field}.dueOn`, { year });
  return { code, text, metric, unit: measured.unit, target, leadUnitId: task.unitId, leadName: task.unitName, dueOn, taskId };
};

const contentOf = ({ status: _, promises, ...rest }: PublishedPromises): PromisesPublished['data'] =>
  ({ ...rest, promises: promises.map(({ earlier: __, ...promise }) => promise) });

const publish = ({ tasks, ...data }: PublishPromises['data'], list: PromiseList): readonly PromiseListEvent[] => {
  const { year, approval } = data;
  if (approval.authority.trim() === '' || approval.document.trim() === '') refuse('document-required', 'approval.document');
  if (data.promises.length === 0) refuse('promise-incomplete', 'promises');
  const promises = data.promises.map((promise, index) => {
    const field = `promises[${index}]`;
    if (data.promises.findIndex(({ code }) => code === promise.code) !== index) refuse('part-repeated', `${field}.code`, { part: promise.code });
    return completed(promise, tasks, year, field);
  });
  const said = { ...data, promises };
  if (list.status === 'published') return sameData(contentOf(list), said) ? [] : refuse('promises-published', 'year', { year });
  return [{ type: 'PromisesPublished', data: said }];
};

const amend = ({ promise, tasks, reason, document }: AmendPromise['data'], { year, promises }: PublishedPromises, { now }: Caller): readonly PromiseListEvent[] => {
  const { earlier: _, ...before } = promises.find(({ code }) => code === promise.code) ?? refuse('promise-unknown', 'promise.code', { code: promise.code });
  const after = completed(promise, tasks, year, 'promise');
  if (sameData(before, after)) return [];
  if (reason.trim() === '') refuse('reason-required', 'reason');
  if (document.trim() === '') refuse('document-required', 'document');
  return [{ type: 'PromiseAmended', data: { promise: after, on: localDate(now), reason, document } }];
};

const decide = (command: PromiseListCommand, list: PromiseList, caller: Caller): readonly PromiseListEvent[] => {
  switch (command.type) {
    case 'PublishPromises': return publish(command.data, list);
    case 'AmendPromise': return list.status === 'none' ? refuse('promises-not-published') : amend(command.data, list, caller);
  }
};

const amended = ({ earlier, ...before }: KeptPromise, { promise, ...change }: PromiseAmended['data']): KeptPromise =>
  ({ ...promise, earlier: [...earlier, { ...before, ...change }] });

const evolve = (list: PromiseList, event: PromiseListEvent): PromiseList => {
  switch (event.type) {
    case 'PromisesPublished':
      return { status: 'published', ...event.data, promises: event.data.promises.map((promise) => ({ ...promise, earlier: [] })) };
    case 'PromiseAmended':
      return list.status === 'none'
        ? list
        : { ...list, promises: list.promises.map((promise) => (promise.code === event.data.promise.code ? amended(promise, event.data) : promise)) };
  }
};

/** One list for each tenant and year, under the year. */
export const promiseListDecider: Decider<PromiseList, PromiseListCommand, PromiseListEvent> = {
  category: 'promiselist',
  initialState: { status: 'none' },
  decide,
  evolve,
  sharedWith: ownerOnly,
};
