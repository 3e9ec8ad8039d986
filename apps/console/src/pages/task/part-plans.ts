import { localDate } from '@zeren/organisation-domain';
import { partDecider, partOf, tasksRefusals, valueOf, type PartCommand, type PartEntry, type PartRow, type TaskStatus } from '@zeren/tasks-domain';
import type { Caller } from '@zeren/kernel';
import { idOf } from '../../api/rows.js';
import { refusalOf } from '../../design/refusal.js';
import type { Said, StepField, StepPlan } from '../../design/step-form.js';
import { useLanguage } from '../../language/language.js';
import { usePartTexts } from './parts.texts.js';

/** Where a part is looked at: the part, the whole's standing, and who looks. */
export type PartSeen = { readonly row: PartRow; readonly taskStatus: TaskStatus; readonly caller: Caller };

/** One thing to do to a part: what it asks for; without a plan it is done at once. */
export type PartDoing = { readonly key: string; readonly label: string; readonly path: string; readonly plan: StepPlan | undefined };

const valueIn = (said: Said, row: PartRow): string | null => (row.quantity === null ? null : (said['value'] ?? '').trim());

/** What can be done to a part, each judged by the part's own decision. */
export const usePartPlans = () => {
  const t = usePartTexts();
  const { language } = useLanguage();
  const judge = ({ row, caller }: PartSeen, command: PartCommand) => refusalOf(() => partDecider.decide(command, partOf(row), caller), tasksRefusals, language);
  const measured = ({ quantity }: PartRow): readonly StepField[] =>
    (quantity === null ? [] : [{ name: 'value', label: `${t('value')} (${quantity.unit})` }]);

  const planOf = (seen: PartSeen, path: string, form: Pick<StepPlan, 'title' | 'fields' | 'first'>, commandOf: (said: Said) => PartCommand): StepPlan => ({
    ...form, refusal: (said) => judge(seen, commandOf(said)),
    intent: (said) => {
      const { taskStatus: _, ...body } = commandOf(said).data as Record<string, unknown>;
      return { path: `/joint-parts/${idOf(seen.row)}/${path}`, body, revision: seen.row.revision };
    },
  });

  const valuePlan = (seen: PartSeen, label: string, path: string, type: 'RecordPartProgress' | 'ReportPart'): StepPlan => planOf(
    seen, path, {
      title: label, first: { measuredOn: localDate(seen.caller.now) },
      fields: [...measured(seen.row), { name: 'measuredOn', label: t('measuredOn'), date: true }, { name: 'note', label: t('note'), lines: true }],
    },
    (said) => ({ type, data: { value: valueIn(said, seen.row), measuredOn: said['measuredOn'] ?? '', note: said['note'] ?? '', taskStatus: seen.taskStatus } }),
  );
  const reasonPlan = (seen: PartSeen, label: string, path: string, type: 'SendPartBack' | 'ExcusePart'): StepPlan => planOf(
    seen, path, { title: label, fields: [{ name: 'reason', label: t('reason'), lines: true }] }, (said) => ({ type, data: { reason: said['reason'] ?? '', taskStatus: seen.taskStatus } }),
  );

  /** What this reader can do to it now; what others do is not offered. */
  const doings = (seen: PartSeen): readonly PartDoing[] => {
    const { row, taskStatus, caller } = seen;
    const specimen = { value: row.quantity?.value ?? null, measuredOn: localDate(caller.now), note: '', taskStatus };
    const reason = { reason: '…', taskStatus };
    const offers: readonly (PartDoing & { readonly specimen: PartCommand })[] = [
      { key: 'accept', label: t('accept'), path: 'acceptance', plan: undefined, specimen: { type: 'AcceptPart', data: { taskStatus } } },
      { key: 'record', label: t('record'), path: 'progress', plan: valuePlan(seen, t('record'), 'progress', 'RecordPartProgress'), specimen: { type: 'RecordPartProgress', data: specimen } },
      { key: 'report', label: t('report'), path: 'report', plan: valuePlan(seen, t('report'), 'report', 'ReportPart'), specimen: { type: 'ReportPart', data: specimen } },
      { key: 'sendBack', label: t('sendBack'), path: 'return', plan: reasonPlan(seen, t('sendBack'), 'return', 'SendPartBack'), specimen: { type: 'SendPartBack', data: reason } },
      { key: 'excuse', label: t('excuse'), path: 'excuse', plan: reasonPlan(seen, t('excuse'), 'excuse', 'ExcusePart'), specimen: { type: 'ExcusePart', data: reason } },
    ];
    return offers.filter(({ key, specimen: command }) => (key !== 'accept' || row.status === 'dispatched') && judge(seen, command) === undefined);
  };

  const correction = (seen: PartSeen, entry: PartEntry): StepPlan => planOf(
    seen, `progress/${entry.entry}/correction`,
    { title: t('correct'), fields: [...measured(seen.row), { name: 'reason', label: t('reason'), lines: true }], first: { value: valueOf(entry) ?? '' } },
    (said) => ({ type: 'CorrectPartProgress', data: { entry: entry.entry, value: valueIn(said, seen.row), reason: said['reason'] ?? '', taskStatus: seen.taskStatus } }),
  );
  return { doings, correction };
};
