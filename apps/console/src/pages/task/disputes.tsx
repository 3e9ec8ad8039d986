import {
  awaitsRuling, openObjection, registerKindText, registerStatusText, taskOf, tasksRefusals, type Objection, type TaskException, type TaskRow,
} from '@zeren/tasks-domain';
import { publicId } from '@zeren/kernel';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useCaller } from '../../api/caller.js';
import { idOf } from '../../api/rows.js';
import { Action } from '../../design/action.js';
import { Mark } from '../../design/lamp.js';
import { refusalOf } from '../../design/refusal.js';
import { Nothing } from '../../design/states.js';
import { UnitName } from '../../design/unit-name.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { decision, objectionAnswer, ruling, type Sending } from './doing.js';
import { DoingForm, type Doing, type FormPlan } from './doing-form.js';
import { useDoingTexts } from './doing.texts.js';
import { useFormPlans } from './form-plans.js';
import { decideOn } from './intents.js';

const ofOthers = ['role-cannot-answer', 'not-the-dispatcher', 'answers-own-request', 'rules-on-own-answer'];

/** Opens a form where the reader is the one to answer; nothing where somebody else is. */
const Answer = ({ doing, label, specimen, plan }: { doing: Doing; label: string; specimen: Sending; plan: () => FormPlan }) => {
  const { language } = useLanguage();
  const [open, setOpen] = useState<FormPlan>();
  const refusal = refusalOf(() => decideOn(specimen.command, doing.task, doing.caller), tasksRefusals, language);
  if (refusal && ofOthers.includes(refusal.code)) return null;
  return (
    <>
      <Action type="primary" why={refusal?.sentence} onClick={() => setOpen(plan())}>{label}</Action>
      {open && <DoingForm plan={open} doing={doing} onClose={() => setOpen(undefined)} />}
    </>
  );
};

const ObjectionEntry = ({ one, row }: { one: Objection; row: TaskRow }) => {
  const t = useDoingTexts();
  const { nameOf, language } = useLanguage();
  const status = one.status === 'raised' ? 'requested' : one.status === 'accepted' ? 'granted' : 'refused';
  return (
    <li className="task-year">
      <div className="row"><h3>{t('round', { count: one.round })}</h3><Mark tone={status === 'requested' ? 'seal' : 'strong'}>{nameOf(registerStatusText[status])}</Mark></div>
      <p>{one.reason} <span className="small soft">{t('by')} <UnitName id={one.unitId} /></span></p>
      {one.answer && <p className="small soft">{t('answerText')}: {one.answer}</p>}
      {one.nextUntil && row.objectionUntil && <p className="small soft">{t('again', { until: dayOf(one.nextUntil, language) })}</p>}
      {one.status === 'refused' && !one.nextUntil && !one.ruling && <p className="small soft">{t('noMore')}</p>}
      {one.ruling && <p><Mark tone="seal">{t('ruled')}</Mark> {t(one.ruling.ruling)} · {one.ruling.document} · {one.ruling.reason}</p>}
    </li>
  );
};

const ExceptionEntry = ({ one, doing }: { one: TaskException; doing: Doing | undefined }) => {
  const t = useDoingTexts();
  const { nameOf, language } = useLanguage();
  const plans = useFormPlans();
  const details = [
    one.year !== null && t('toYear', { year: one.year }), one.until !== null && t('toDay', { until: dayOf(one.until, language) }),
    one.explainedTo !== null && t('told', { to: one.explainedTo }),
  ].filter(Boolean).join(' · ');
  return (
    <li className="task-year">
      <div className="row"><h3>{nameOf(registerKindText[one.kind])}</h3><Mark tone={one.status === 'requested' ? 'seal' : 'strong'}>{nameOf(registerStatusText[one.status])}</Mark><span className="small soft">{details}</span></div>
      <p>{one.reason} <span className="small soft">{t('by')} <UnitName id={one.unitId} /></span></p>
      {one.answer && <p className="small soft">{t('answerText')}: {one.answer}</p>}
      {one.status === 'requested' && doing && (
        <Answer doing={doing} label={t('decide')} specimen={decision({ decision: 'refused', reason: '…' }, one.number)} plan={() => plans.decision(one.number, one.kind === 'return')} />
      )}
    </li>
  );
};

/** The task it was dispatched anew as, or for. */
const Succession = ({ row }: { row: TaskRow }) => {
  const t = useDoingTexts();
  if (!row.successor && row.replaces === null) return null;
  return (
    <p className="in-text">
      {row.successor && <>{t('wentTo')}: <Link to={`/tasks/${publicId(row.ownerTenantId, `${row.id}.2`)}`}><UnitName id={row.successor.unitId} /></Link></>}
      {row.replaces !== null && <>{t('replaces')} <Link to={`/tasks/${row.replaces}`}>{row.replaces}</Link></>}
    </p>
  );
};

/** Objections and requests on a task, what became of each, and the answer where the reader is the one to give it. */
export const Disputes = ({ row }: { row: TaskRow }) => {
  const t = useDoingTexts();
  const caller = useCaller();
  const plans = useFormPlans();
  const task = taskOf(row);
  const doing = caller && { taskId: idOf(row), revision: row.revision, task, caller };
  const empty = row.objections.length === 0 && row.exceptions.length === 0;
  return (
    <section className="sheet">
      <h2>{t('disputes')}</h2>
      <Succession row={row} />
      {empty && <Nothing>{t('none')}</Nothing>}
      <ul className="plain">
        {row.objections.map((one) => <ObjectionEntry key={one.round} one={one} row={row} />)}
        {row.exceptions.map((one) => <ExceptionEntry key={one.number} one={one} doing={doing} />)}
      </ul>
      {doing && openObjection(task) && (
        <Answer doing={doing} label={t('answer')} specimen={objectionAnswer({ answer: 'refused', reason: '…' }, doing.caller.now)} plan={() => plans.answer(doing.caller.now)} />
      )}
      {doing && awaitsRuling(task) && (
        <Answer doing={doing} label={t('rule')} specimen={ruling({ ruling: 'stands', reason: '…', document: '…' })} plan={plans.ruling} />
      )}
    </section>
  );
};
