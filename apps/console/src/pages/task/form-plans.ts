import { localDate } from '@zeren/organisation-domain';
import { exceptionKinds, registerKindText, valuesOf, type ProgressEntry, type PublishedTask, type TaskYear } from '@zeren/tasks-domain';
import { useMetricName } from '../../design/metric-name.js';
import { useLanguage } from '../../language/language.js';
import { correction, decision, falseReport, objection, objectionAnswer, progress, request, ruling, supportCorrection, supporting } from './doing.js';
import type { FormField, FormPlan } from './doing-form.js';
import { useDoingTexts } from './doing.texts.js';

/** What a reader can do to a task beyond accepting, reporting and verifying. */
export type FormPlans = {
  readonly objection: () => FormPlan;
  readonly answer: (now: string) => FormPlan;
  readonly ruling: () => FormPlan;
  readonly request: (task: PublishedTask, year: TaskYear) => FormPlan;
  readonly decision: (number: number, takesBack: boolean) => FormPlan;
  readonly progress: (task: PublishedTask, year: TaskYear, now: string) => FormPlan;
  readonly correction: (task: PublishedTask, year: TaskYear, entry: ProgressEntry) => FormPlan;
  readonly supporting: FormPlans['progress'];
  readonly supportCorrection: FormPlans['correction'];
  readonly falseReport: (year: TaskYear) => FormPlan;
};

const setsDate = ({ kind }: Readonly<Record<string, string>>): boolean => kind === 'extension' || kind === 'deferral';

/** The forms of a task, in the reader's language. */
export const useFormPlans = (): FormPlans => {
  const t = useDoingTexts();
  const metricName = useMetricName();
  const { nameOf } = useLanguage();
  const reason: FormField = { name: 'reason', label: t('reason'), kind: 'text' };
  const successor = (when: NonNullable<FormField['when']>): FormField => ({ name: 'successor', label: t('successor'), kind: 'line', path: 'successor', when });
  const metricFields = ({ content }: PublishedTask): FormField[] => content.metrics.map(({ code, unit }, index) => ({
    name: `value:${code}`, label: `${metricName(code)}${unit ? ` (${unit})` : ''}`, kind: 'number', path: `values[${index}]`,
  }));
  const entered = (title: string, task: PublishedTask, now: string, sending: FormPlan['sending']): FormPlan => ({
    title, first: { measuredOn: localDate(now) }, sending,
    fields: [
      ...metricFields(task), { name: 'measuredOn', label: t('measuredOn'), kind: 'date' }, { name: 'evidence', label: t('evidence'), kind: 'line' },
      { name: 'note', label: t('note'), kind: 'text' },
    ],
  });
  const corrected = (task: PublishedTask, entry: ProgressEntry, sending: FormPlan['sending']): FormPlan => ({
    title: t('correctTitle', { entry: entry.entry }), first: Object.fromEntries(valuesOf(entry).map(({ metric, value }) => [`value:${metric}`, value])),
    sending, fields: [...metricFields(task), reason],
  });
  return {
    objection: () => ({ title: t('object'), fields: [reason], first: {}, sending: objection }),
    answer: (now) => ({
      title: t('answer'), first: { answer: 'refused' }, sending: (said) => objectionAnswer(said, now),
      fields: [
        { name: 'answer', label: t('verdict'), kind: 'choice', options: [{ value: 'accepted', label: t('accepted') }, { value: 'refused', label: t('refused') }] },
        successor(({ answer }) => answer === 'accepted'), reason,
      ],
    }),
    ruling: () => ({
      title: t('rule'), first: { ruling: 'stands' }, sending: ruling,
      fields: [
        { name: 'ruling', label: t('verdict'), kind: 'choice', options: [{ value: 'stands', label: t('stands') }, { value: 'withdrawn', label: t('withdrawn') }] },
        successor((said) => said['ruling'] === 'withdrawn'), { name: 'document', label: t('document'), kind: 'line' }, reason,
      ],
    }),
    request: (task, year) => ({
      title: t('request'), first: { kind: 'extension', year: String(year.year) }, sending: request,
      fields: [
        { name: 'kind', label: t('kind'), kind: 'select', options: exceptionKinds.map((kind) => ({ value: kind, label: nameOf(registerKindText[kind]) })) },
        { name: 'year', label: t('year'), kind: 'select', when: setsDate, options: task.years.map((one) => ({ value: String(one.year), label: String(one.year) })) },
        { name: 'until', label: t('until'), kind: 'date', when: setsDate },
        { name: 'explainedTo', label: t('explainedTo'), kind: 'line', when: ({ kind }) => kind === 'explanation' },
        reason,
      ],
    }),
    decision: (number, takesBack) => ({
      title: t('decide'), first: { decision: 'granted' }, sending: (said) => decision(said, number),
      fields: [
        { name: 'decision', label: t('verdict'), kind: 'choice', options: [{ value: 'granted', label: t('granted') }, { value: 'refused', label: t('decline') }] },
        successor((said) => takesBack && said['decision'] === 'granted'), reason,
      ],
    }),
    progress: (task, year, now) => entered(t('record', { year: year.year }), task, now, (said) => progress(said, task, year)),
    correction: (task, year, entry) => corrected(task, entry, (said) => correction(said, task, year, entry.entry)),
    supporting: (task, year, now) => entered(t('recordSupport', { year: year.year }), task, now, (said) => supporting(said, task, year)),
    supportCorrection: (task, year, entry) => corrected(task, entry, (said) => supportCorrection(said, task, year, entry.entry)),
    falseReport: (year) => ({
      title: t('flag', { year: year.year }), first: {}, sending: (said) => falseReport(said, year), fields: [{ name: 'finding', label: t('finding'), kind: 'text' }],
    }),
  };
};
