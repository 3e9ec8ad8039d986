import { creditSharesOf, supportersOf, taskOf, tasksRefusals, type DutyMatch, type TaskCommand, type TaskRow } from '@zeren/tasks-domain';
import type { Caller } from '@zeren/kernel';
import { useState } from 'react';
import { useCaller } from '../../api/caller.js';
import { idOf } from '../../api/rows.js';
import { Action } from '../../design/action.js';
import { Mark } from '../../design/lamp.js';
import { refusalOf } from '../../design/refusal.js';
import { StepForm, type Said, type StepPlan } from '../../design/step-form.js';
import { UnitName } from '../../design/unit-name.js';
import { textsOf, useLanguage } from '../../language/language.js';
import { decideOn } from './intents.js';

const useTexts = textsOf(
  'task-supporting',
  {
    title: '配合单位与成果份额', lead: '牵头', supports: '配合', share: '成果份额 {{share}}%', noShare: '未定份额', admittedUnit: '对号入座', matches: '未列入单位对号入座', declare: '本单位对号入座',
    declareTitle: '声明本任务属于本单位职责', reason: '理由', basis: '依据（规定或文件及文号）', answer: '答复', answerTitle: '答复 {{unit}} 的对号入座', verdict: '决定', admitted: '采纳，列为配合单位', refused: '不采纳',
    'status-declared': '待答复', 'status-admitted': '已采纳', 'status-refused': '未采纳', basisIs: '依据：{{basis}}', answerIs: '答复：{{answer}}', duty: '镇街履职清单事项', admission: '准入文号',
  },
  {
    title: 'Supporting units and shared credit', lead: 'Lead', supports: 'Supports', share: '{{share}} % of the credit', noShare: 'no part of the credit yet', admittedUnit: 'matched itself', matches: 'Units that matched themselves', declare: 'Match our unit to this task',
    declareTitle: 'Declare that this task falls within our duties', reason: 'Reason', basis: 'Basis (rule or document, with its number)', answer: 'Answer', answerTitle: 'Answer the match of {{unit}}', verdict: 'Decision', admitted: 'Admit as a supporting unit', refused: 'Refuse',
    'status-declared': 'awaits an answer', 'status-admitted': 'admitted', 'status-refused': 'refused', basisIs: 'Basis: {{basis}}', answerIs: 'Answer: {{answer}}', duty: 'Item of the town’s list of duties', admission: 'Admitted under document',
  },
);

/** What others do, or what is nothing to this reader, is not offered. */
const ofOthers = ['role-cannot-act', 'match-outside-tenant', 'match-already-named', 'role-cannot-answer', 'not-the-dispatcher', 'answers-own-request'];

type Deciding = { readonly row: TaskRow; readonly caller: Caller };

const declaration = ({ reason = '', basis = '' }: Said): TaskCommand => ({ type: 'DeclareDutyMatch', data: { reason, basis } });
const answerTo = (number: number, { answer = '', reason = '' }: Said): TaskCommand =>
  ({ type: 'AnswerDutyMatch', data: { number, answer: answer === 'admitted' ? 'admitted' : 'refused', reason } });

/** A step that the task's own decision allows or says why not; nothing where it is somebody else's. */
const Step = ({ row, caller, label, command, specimen, plan }: Deciding & {
  label: string; specimen: Said; command: (said: Said) => TaskCommand; plan: Omit<StepPlan, 'refusal'>;
}) => {
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  const task = taskOf(row);
  const refusal = (said: Said) => refusalOf(() => decideOn(command(said), task, caller), tasksRefusals, language);
  const shut = refusal(specimen);
  if (shut && ofOthers.includes(shut.code)) return null;
  return (
    <>
      <Action why={shut?.sentence} onClick={() => setOpen(true)}>{label}</Action>
      {open && <StepForm plan={{ ...plan, refusal }} onClose={() => setOpen(false)} />}
    </>
  );
};

const Declare = ({ row, caller }: Deciding) => {
  const t = useTexts();
  return (
    <Step row={row} caller={caller} label={t('declare')} specimen={{ reason: '…', basis: '…' }} command={declaration} plan={{
      title: t('declareTitle'),
      fields: [{ name: 'reason', label: t('reason'), lines: true }, { name: 'basis', label: t('basis') }],
      intent: ({ reason = '', basis = '' }) => ({ path: `/tasks/${idOf(row)}/matches`, body: { reason, basis }, revision: row.revision }),
    }} />
  );
};

const Answer = ({ row, caller, match }: Deciding & { match: DutyMatch }) => {
  const t = useTexts();
  return (
    <Step row={row} caller={caller} label={t('answer')} specimen={{ answer: 'refused', reason: '…' }} command={(said) => answerTo(match.number, said)} plan={{
      title: t('answerTitle', { unit: match.unitId }),
      first: { answer: 'admitted' },
      fields: [
        { name: 'answer', label: t('verdict'), beside: 'one', options: [{ value: 'admitted', label: t('admitted') }, { value: 'refused', label: t('refused') }] },
        { name: 'reason', label: t('reason'), lines: true },
      ],
      intent: ({ answer = '', reason = '' }) => ({ path: `/tasks/${idOf(row)}/matches/${match.number}/answer`, body: { answer, reason }, revision: row.revision }),
    }} />
  );
};

const MatchEntry = ({ match, row, caller }: { match: DutyMatch; row: TaskRow; caller: Caller | undefined }) => {
  const t = useTexts();
  return (
    <li className="task-year">
      <div className="row"><b><UnitName id={match.unitId} /></b><Mark tone={match.status === 'declared' ? 'seal' : 'strong'}>{t(`status-${match.status}`)}</Mark></div>
      <p>{match.reason} <span className="small soft">{t('basisIs', { basis: match.basis })}</span></p>
      {match.answer && <p className="small soft">{t('answerIs', { answer: match.answer })}</p>}
      {match.status === 'declared' && caller && <Answer row={row} caller={caller} match={match} />}
    </li>
  );
};

/** On what ground the work went to a town that has a list of its duties. */
const DutyGround = ({ row }: { row: TaskRow }) => {
  const t = useTexts();
  if (row.dutyItem === null && row.admissionDocument === null) return null;
  return <p className="small">{row.dutyItem === null ? t('admission') : t('duty')} <span className="mono">{row.dutyItem ?? row.admissionDocument}</span></p>;
};

/** Who works on a task beside its lead, who is credited with how much of it, and who matched itself to it. */
export const Supporting = ({ row }: { row: TaskRow }) => {
  const t = useTexts();
  const caller = useCaller();
  const task = taskOf(row);
  const shares = new Map(creditSharesOf(task.content).map(({ unitId, share }) => [unitId, share]));
  return (
    <section className="sheet">
      <h2>{t('title')}</h2>
      <ul className="plain">
        {[row.unitId, ...supportersOf(task)].map((unitId) => {
          const share = shares.get(unitId);
          return (
            <li key={unitId} className="row">
              <UnitName id={unitId} />
              <span className="small soft">{t(unitId === row.unitId ? 'lead' : 'supports')} · {share === undefined ? t('noShare') : t('share', { share })}</span>
              {unitId !== row.unitId && !row.supportingUnitIds.includes(unitId) && <Mark>{t('admittedUnit')}</Mark>}
            </li>
          );
        })}
      </ul>
      <DutyGround row={row} />
      {row.matches.length > 0 && (
        <div className="match-list">
          <h3>{t('matches')}</h3>
          <ul className="plain">{row.matches.map((match) => <MatchEntry key={match.number} match={match} row={row} caller={caller} />)}</ul>
        </div>
      )}
      {caller && <div className="match-list"><Declare row={row} caller={caller} /></div>}
    </section>
  );
};
