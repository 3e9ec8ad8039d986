import { tasksRefusals, type TaskRow, type TaskYear } from '@zeren/tasks-domain';
import { useState } from 'react';
import { Action } from '../../design/action.js';
import { refusalOf } from '../../design/refusal.js';
import { useLanguage } from '../../language/language.js';
import { falseReport, objection, progress, request, supporting, type Said, type Sending } from './doing.js';
import { DoingForm, type Doing, type FormPlan } from './doing-form.js';
import { useDoingTexts } from './doing.texts.js';
import { useFormPlans } from './form-plans.js';
import { decideOn } from './intents.js';
import { ObjectionTime } from './objection-time.js';

/** Refusals that say it is somebody else's to do: what others do is not offered. */
const ofOthers = ['role-cannot-act', 'not-the-lead', 'not-supporting', 'role-cannot-flag', 'verifier-interested', 'objection-not-provided'];

const aim = (year: TaskYear): Said => Object.fromEntries(year.targets.map((target) => [`value:${target.metric}`, 'value' in target ? target.value : target.low]));

type Offer = { readonly key: string; readonly label: string; readonly specimen: Sending; readonly plan: () => FormPlan };

/** What the reader's unit can do between acceptance and the end, each with the task's own reason where it cannot. */
export const DoingActions = ({ row, year, doing }: { row: TaskRow; year: TaskYear; doing: Doing }) => {
  const t = useDoingTexts();
  const { language } = useLanguage();
  const plans = useFormPlans();
  const [plan, setPlan] = useState<FormPlan>();
  const { task, caller } = doing;
  const day = caller.now.slice(0, 10);
  const offers: readonly Offer[] = [
    { key: 'record', label: t('record', { year: year.year }), specimen: progress({ ...aim(year), measuredOn: day }, task, year), plan: () => plans.progress(task, year, caller.now) },
    { key: 'support', label: t('recordSupport', { year: year.year }), specimen: supporting({ ...aim(year), measuredOn: day }, task, year), plan: () => plans.supporting(task, year, caller.now) },
    { key: 'object', label: t('object'), specimen: objection({ reason: '…' }), plan: plans.objection },
    { key: 'request', label: t('request'), specimen: request({ kind: 'voiding', reason: '…' }), plan: () => plans.request(task, year) },
    { key: 'flag', label: t('flag', { year: year.year }), specimen: falseReport({ finding: '…' }, year), plan: () => plans.falseReport(year) },
  ];
  return (
    <>
      <ObjectionTime row={row} doing={doing} />
      {offers.map(({ key, label, specimen, plan: open }) => {
        const refusal = refusalOf(() => decideOn(specimen.command, task, caller), tasksRefusals, language);
        if (refusal && ofOthers.includes(refusal.code)) return null;
        return <Action key={key} why={refusal?.sentence} onClick={() => setPlan(open())}>{label}</Action>;
      })}
      {plan && <DoingForm plan={plan} doing={doing} onClose={() => setPlan(undefined)} />}
    </>
  );
};
