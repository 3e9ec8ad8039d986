import { isSettled, partOf, partStatusText, partDecider, tasksRefusals, type PartEntry, type PartRow, type PartTerms, type TaskRow, type TaskStatus } from '@zeren/tasks-domain';
import type { Caller } from '@zeren/kernel';
import { Button } from 'antd';
import { useState } from 'react';
import { useCaller } from '../../api/caller.js';
import { useCommand } from '../../api/commands.js';
import { useUnitName } from '../../api/directory.js';
import { idOf } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import { Ledger } from '../../design/ledger.js';
import { refusalOf } from '../../design/refusal.js';
import { Failure } from '../../design/states.js';
import { StepForm, type StepPlan } from '../../design/step-form.js';
import { UnitName } from '../../design/unit-name.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useParts } from './open-parties.js';
import { usePartPlans, type PartDoing, type PartSeen } from './part-plans.js';
import { usePartTexts } from './parts.texts.js';

/** A unit named inside a sentence. */
const Behalf = ({ unitId, as }: { unitId: string; as: 'behalf' | 'represented' }) => {
  const t = usePartTexts();
  const { nameOf } = useLanguage();
  return <span className="soft">{t(as, { unit: nameOf(useUnitName(unitId)) || unitId })}</span>;
};

const quantityOf = ({ quantity }: PartTerms): string => (quantity ? `${quantity.value} ${quantity.unit}` : '—');

const Entry = ({ seen, entry, onCorrect }: { seen: PartSeen; entry: PartEntry; onCorrect: (entry: PartEntry) => void }) => {
  const t = usePartTexts();
  const { language } = useLanguage();
  const { row, taskStatus, caller } = seen;
  const unit = row.quantity?.unit ?? '';
  const command = { type: 'CorrectPartProgress', data: { entry: entry.entry, value: entry.value, reason: '…', taskStatus } } as const;
  const mayCorrect = refusalOf(() => partDecider.decide(command, partOf(row), caller), tasksRefusals, language) === undefined;
  return (
    <li className="small">
      {dayOf(entry.measuredOn, language)}{entry.value !== null && `: ${entry.value} ${unit}`}{entry.note && <span className="soft"> · {entry.note}</span>}
      {entry.onBehalfOf !== null && <> · <Behalf unitId={entry.onBehalfOf} as="behalf" /></>}
      {entry.correction && <> · <b>{t('corrected', { value: entry.correction.value ?? '—', reason: entry.correction.reason })}</b></>}
      {mayCorrect && <> <button type="button" className="as-link" onClick={() => onCorrect(entry)}>{t('correct')}</button></>}
    </li>
  );
};

const Course = ({ seen, onCorrect }: { seen: PartSeen; onCorrect: (entry: PartEntry) => void }) => {
  const t = usePartTexts();
  const { language } = useLanguage();
  const { entries, report, reason, quantity } = seen.row;
  return (
    <>
      {entries.length > 0 && <ul className="plain">{entries.map((entry) => <Entry key={entry.entry} seen={seen} entry={entry} onCorrect={onCorrect} />)}</ul>}
      {report && <div className="small"><b>{t('reported')}</b> {dayOf(report.measuredOn, language)}{report.value !== null && `: ${report.value} ${quantity?.unit ?? ''}`}{report.onBehalfOf !== null && <> · <Behalf unitId={report.onBehalfOf} as="behalf" /></>}</div>}
      {reason && <div className="small soft">{t('reason')}: {reason}</div>}
    </>
  );
};

const State = ({ row, now }: { row: PartRow; now: string }) => {
  const t = usePartTexts();
  const { nameOf } = useLanguage();
  const isOpen = row.status === 'dispatched' || row.status === 'accepted';
  return (
    <span className="row">
      <Mark tone="strong">{nameOf(partStatusText[row.status])}</Mark>
      {isOpen && now > row.dueAt && <Mark tone="seal">{t('overdue')}</Mark>}
      {row.report?.late && <Mark tone="seal">{t('late')}</Mark>}
      {row.sentBack > 0 && <Mark>{t('sentBack', { count: row.sentBack })}</Mark>}
    </span>
  );
};

/** Parts as the reader sees them, with what it can do to each. */
const PartLedger = ({ caption, rows, taskStatus, caller }: { caption: string; rows: readonly PartRow[]; taskStatus: TaskStatus; caller: Caller }) => {
  const t = usePartTexts();
  const { language } = useLanguage();
  const { doings, correction } = usePartPlans();
  const [plan, setPlan] = useState<StepPlan>();
  const send = useCommand();
  const seenOf = (row: PartRow): PartSeen => ({ row, taskStatus, caller });
  const take = (row: PartRow, doing: PartDoing) => {
    if (doing.plan) setPlan(doing.plan);
    else send.mutate({ path: `/joint-parts/${idOf(row)}/${doing.path}`, body: {}, revision: row.revision });
  };
  return (
    <>
      <Ledger caption={caption} rows={rows} keyOf={idOf} columns={[
        { key: 'party', title: t('party'), lead: true, cell: (row) => <><UnitName id={row.unitId} />{row.representedBy !== null && <div className="small"><Behalf unitId={row.representedBy} as="represented" /></div>}</> },
        { key: 'what', title: t('what'), wide: true, cell: ({ what }) => what },
        { key: 'quantity', title: t('quantity'), end: true, cell: (row) => <span className="nowrap">{quantityOf(row)}</span> },
        { key: 'due', title: t('due'), cell: ({ dueAt }) => <span className="nowrap">{dayOf(dueAt, language)}</span> },
        { key: 'state', title: t('state'), cell: (row) => <State row={row} now={caller.now} /> },
        { key: 'progress', title: t('progress'), wide: true, cell: (row) => <Course seen={seenOf(row)} onCorrect={(entry) => setPlan(correction(seenOf(row), entry))} /> },
        {
          key: 'actions', title: t('actions'), wide: true,
          cell: (row) => <span className="row">{doings(seenOf(row)).map((doing) => <Button key={doing.key} size="small" loading={send.isPending && !doing.plan} onClick={() => take(row, doing)}>{doing.label}</Button>)}</span>,
        },
      ]} />
      {send.isError && <Failure failure={send.error} />}
      {plan && <StepForm plan={plan} onClose={() => setPlan(undefined)} />}
    </>
  );
};

/** What the parties were told; of those the reader does not follow, nothing more is known. */
const Others = ({ parts }: { parts: readonly PartTerms[] }) => {
  const t = usePartTexts();
  const { language } = useLanguage();
  return (
    <>
      <p className="small soft">{t('elsewhere')}</p>
      <ul className="plain">{parts.map((part) => <li key={part.number} className="small"><UnitName id={part.unitId} /> · {part.what} · {quantityOf(part)} · {dayOf(part.dueAt, language)}</li>)}</ul>
    </>
  );
};

/** The parts of a joint task. */
export const Parts = ({ task }: { task: TaskRow }) => {
  const t = usePartTexts();
  const caller = useCaller();
  const parts = useParts(task);
  const rows = [...(parts.data?.items ?? [])].sort((one, other) => one.number - other.number);
  const others = task.parts.filter(({ number }) => !rows.some((row) => row.number === number));
  const settled = rows.filter(isSettled).length;
  return (
    <section className="sheet">
      <h2>{t('title')}</h2>
      {others.length === 0 && <p className="small soft">{t('settled', { settled, all: task.parts.length })}</p>}
      {caller && rows.length > 0 && <PartLedger caption={t('title')} rows={rows} taskStatus={task.status} caller={caller} />}
      {parts.data && others.length > 0 && <Others parts={others} />}
    </section>
  );
};
