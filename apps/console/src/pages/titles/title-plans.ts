import { tasksRefusals, titleDecider, titleOf, type TitleCommand, type TitleRow, type TitleStatus } from '@zeren/tasks-domain';
import type { Caller, Language } from '@zeren/kernel';
import { idOf } from '../../api/rows.js';
import { refusalOf } from '../../design/refusal.js';
import type { Said, StepField, StepPlan } from '../../design/step-form.js';
import type { useTitleTexts } from './titles.texts.js';

type Asking = { readonly t: ReturnType<typeof useTitleTexts>; readonly caller: Caller; readonly language: Language };
type Step = { readonly title: string; readonly path: string; readonly fields: readonly StepField[]; readonly command: (said: Said) => Exclude<TitleCommand, { type: 'ApplyForTitle' }> };

const fieldsOf = ({ t }: Asking, ...names: readonly ('on' | 'document' | 'validUntil' | 'reason' | 'finding')[]): readonly StepField[] =>
  names.map((name) => ({ name, label: t(name), ...(name === 'on' || name === 'validUntil' ? { date: true as const } : {}) }));

const nominate = (asking: Asking): Step => ({
  title: asking.t('nominate'), path: 'nomination', fields: fieldsOf(asking, 'on', 'document'),
  command: ({ on = '', document = '' }) => ({ type: 'NominateForTitle', data: { on, document } }),
});
/** Which areas hold the title is known to the service alone: here every part counts as holding it. */
const award = (asking: Asking, { partUnitIds }: TitleRow): Step => ({
  title: asking.t('award'), path: 'award', fields: fieldsOf(asking, 'on', 'validUntil', 'document'),
  command: ({ on = '', validUntil = '', document = '' }) => ({ type: 'AwardTitle', data: { on, validUntil, document, holdingUnitIds: partUnitIds } }),
});
const review = (asking: Asking): Step => ({
  title: asking.t('review'), path: 'reviews',
  fields: [...fieldsOf(asking, 'on'), { name: 'verdict', label: asking.t('verdict'), options: [{ value: 'passed', label: asking.t('passed') }, { value: 'failed', label: asking.t('failed') }] }, ...fieldsOf(asking, 'finding', 'document')],
  command: ({ on = '', verdict, finding = '', document = '' }) => ({ type: 'ReReviewTitle', data: { on, verdict: verdict === 'passed' ? 'passed' : 'failed', finding, document } }),
});
const keep = (asking: Asking): Step => ({
  title: asking.t('keep'), path: 'keeping', fields: fieldsOf(asking, 'validUntil', 'document'),
  command: ({ validUntil = '', document = '' }) => ({ type: 'KeepTitle', data: { validUntil, document } }),
});
const withdraw = (asking: Asking): Step => ({
  title: asking.t('withdraw'), path: 'withdrawal', fields: fieldsOf(asking, 'on', 'reason', 'document'),
  command: ({ on = '', reason = '', document = '' }) => ({ type: 'WithdrawTitle', data: { on, reason, document } }),
});

const next: Readonly<Record<TitleStatus, readonly ((asking: Asking, title: TitleRow) => Step)[]>> = {
  applied: [nominate], ended: [], nominated: [award], awarded: [review, withdraw], 're-reviewed': [keep, withdraw], withdrawn: [],
};

/** The steps that follow where the title stands. */
export const stepsOf = (title: TitleRow, asking: Asking): readonly StepPlan[] =>
  next[title.status].map((step) => step(asking, title)).map(({ title: name, path, fields, command }) => ({
    title: name, fields,
    refusal: (said) => refusalOf(() => titleDecider.decide(command(said), titleOf(title), asking.caller), tasksRefusals, asking.language),
    intent: (said) => {
      const { type, data } = command(said);
      const body = type === 'AwardTitle' ? { on: data.on, validUntil: data.validUntil, document: data.document } : data;
      return { path: `/titles/${idOf(title)}/${path}`, body, revision: title.revision };
    },
  }));
