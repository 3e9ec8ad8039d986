import { runningDue, type RequestRow } from '@zeren/requests-domain';
import { Link } from 'react-router-dom';
import { idOf } from '../../api/rows.js';
import { LampShape, Mark } from '../../design/lamp.js';
import { Ledger, type Column, type Sorting } from '../../design/ledger.js';
import { MatterName } from '../../design/matter-name.js';
import { useRequestWords } from '../../design/request-words.js';
import { UnitName } from '../../design/unit-name.js';
import { timeOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useBoardTexts } from './board.texts.js';
import { StatusMark } from './status-mark.js';
import { clockText, lampOf } from './clock.js';
import { useSpans, useWorkingCalendar } from './time.js';
import './request.css';

const Clock = ({ row, now }: { row: RequestRow; now: string }) => {
  const t = useBoardTexts();
  const word = useRequestWords();
  const spans = useSpans();
  const calendar = useWorkingCalendar();
  const until = row.answeredAt ?? row.endedAt;
  const running = row.dueAt === null ? null : runningDue(row.request);
  return (
    <>
      <LampShape colour={lampOf(row.request, now)} texts={clockText} />
      {running && <div className="small">{word(running.stage)} · {spans.toDeadline(now, running.deadline, calendar)}</div>}
      {until === null && <div className="small soft">{t('waited', { time: spans.passed(row.filedAt, now) })}</div>}
    </>
  );
};

/** Requests as rows: what and where, who has it, how both clocks stand. */
export const RequestLedger = ({ caption, rows, now, sorting }: { caption: string; rows: readonly RequestRow[]; now: string | undefined; sorting?: Sorting }) => {
  const t = useBoardTexts();
  const word = useRequestWords();
  const { language } = useLanguage();
  const columns: readonly Column<RequestRow>[] = [
    {
      key: 'subject', title: t('subject'), lead: true, cell: (row) => (
        <>
          <Link to={`/requests/${idOf(row)}`}>{row.subject}</Link> {row.isUrgent && <Mark tone="seal">{t('urgent')}</Mark>}
          <div className="small soft request-line"><span className="mono">{row.receipt}</span> · {word(row.channel)} · {word(row.kind)}</div>
        </>
      ),
    },
    { key: 'status', title: t('status'), cell: ({ status, isDeferralAsked }) => <><StatusMark status={status} />{isDeferralAsked && <> <Mark tone="seal">{t('deferralAsked')}</Mark></>}</> },
    { key: 'clock', title: t('time'), cell: (row) => now && <Clock row={row} now={now} /> },
    { key: 'dueAt', title: t('due'), sortable: true, cell: ({ dueAt, isProvisional }) => <>{dueAt ? timeOf(dueAt, language) : t('notDue')} {dueAt && isProvisional && <Mark>{t('provisional')}</Mark>}</> },
    { key: 'matter', title: t('matter'), cell: ({ matterCode }) => (matterCode ? <MatterName code={matterCode} /> : '—') },
    { key: 'area', title: t('area'), cell: ({ areaUnitId }) => <UnitName id={areaUnitId} /> },
    { key: 'lead', title: t('leadUnit'), cell: ({ leadUnitId }) => (leadUnitId ? <UnitName id={leadUnitId} /> : '—') },
    { key: 'filedAt', title: t('filed'), sortable: true, cell: ({ filedAt }) => timeOf(filedAt, language) },
  ];
  return <Ledger caption={caption} columns={columns} rows={rows} keyOf={idOf} {...(sorting ? { sorting } : {})} />;
};
