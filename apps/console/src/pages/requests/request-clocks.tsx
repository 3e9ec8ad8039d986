import { heldMinutes, isHeld, runningDue, type RequestRow } from '@zeren/requests-domain';
import { Mark, LampShape } from '../../design/lamp.js';
import { Ledger, type Column } from '../../design/ledger.js';
import { useRequestWords } from '../../design/request-words.js';
import { UnitName } from '../../design/unit-name.js';
import { timeOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useRequestTexts } from './request.texts.js';
import { clockText, lampOf } from './clock.js';
import { useSpans, useWorkingCalendar } from './time.js';

type UnitTime = { readonly unitId: string; readonly minutes: number; readonly isRunning: boolean };

/** How long each unit had it, with what runs now; while it is deferred nothing does. */
const useUnitTimes = ({ request }: RequestRow, now: string): readonly UnitTime[] => {
  const calendar = useWorkingCalendar();
  const ended = request.clocks.map(({ unitId, heldMinutes: minutes }) => ({ unitId, minutes, isRunning: false }));
  const { assignment } = request;
  if (!assignment || !isHeld(request)) return ended;
  const { unitId } = assignment.lead;
  const before = ended.find((one) => one.unitId === unitId)?.minutes ?? 0;
  return [...ended.filter((one) => one.unitId !== unitId), { unitId, minutes: before + heldMinutes(assignment, now, calendar), isRunning: assignment.since <= now }];
};

const UnitClocks = ({ row, now }: { row: RequestRow; now: string }) => {
  const t = useRequestTexts();
  const spans = useSpans();
  const times = useUnitTimes(row, now);
  const columns: readonly Column<UnitTime>[] = [
    { key: 'unit', title: t('unit'), lead: true, cell: ({ unitId }) => <UnitName id={unitId} /> },
    {
      key: 'time', title: t('unitClock'),
      cell: ({ minutes, isRunning }) => <>{spans.workingTime(minutes)} <Mark {...(isRunning && { tone: 'seal' as const })}>{t(isRunning ? 'running' : 'ended')}</Mark></>,
    },
  ];
  if (times.length === 0) return null;
  return (
    <>
      <h3>{t('earlierClocks')}</h3>
      <Ledger caption={t('earlierClocks')} columns={columns} rows={times} keyOf={({ unitId }) => unitId} narrow />
    </>
  );
};

/** The deadline that runs now, with the working time left. */
export const RunningDeadline = ({ row, now }: { row: RequestRow; now: string }) => {
  const t = useRequestTexts();
  const word = useRequestWords();
  const { language } = useLanguage();
  const spans = useSpans();
  const calendar = useWorkingCalendar();
  const running = runningDue(row.request);
  if (!running) return <LampShape colour="grey" texts={clockText} />;
  const { stage, deadline } = running;
  return (
    <div className="stack request-deadline">
      <span className="row"><LampShape colour={lampOf(row.request, now)} texts={clockText} /><b>{word(stage)}</b></span>
      <span>{timeOf(deadline.at, language)} · {spans.toDeadline(now, deadline, calendar)}</span>
      {deadline.provisional && <span><Mark>{t('provisional')}</Mark></span>}
    </div>
  );
};

/** Both clocks: the requester's, which never stops, and each unit's, which counts only the time it had it. */
export const RequestClocks = ({ row, now }: { row: RequestRow; now: string }) => {
  const t = useRequestTexts();
  const { language } = useLanguage();
  const spans = useSpans();
  const until = row.answeredAt ?? row.endedAt;
  return (
    <section className="sheet stack">
      <h2>{t('deadline')}</h2>
      <RunningDeadline row={row} now={now} />
      <h3>{t('requesterClock')}</h3>
      <p>
        {until === null ? t('requesterRuns', { from: timeOf(row.filedAt, language) }) : t('requesterStopped', { from: timeOf(row.filedAt, language), until: timeOf(until, language) })}
        {' '}<b>{spans.passed(row.filedAt, until ?? now)}</b>
      </p>
      <p className="small soft">{t('neverStops')}</p>
      <UnitClocks row={row} now={now} />
    </section>
  );
};
