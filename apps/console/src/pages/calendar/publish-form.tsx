import { calendarDecider, organisationRefusals, type PublishWorkingYear, type PublishedYear, type SheetReading, type WorkingYear } from '@zeren/organisation-domain';
import type { Caller } from '@zeren/kernel';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, InputNumber, Modal } from 'antd';
import { useId, useState } from 'react';
import { sendFile } from '../../api/client.js';
import { useCommand } from '../../api/commands.js';
import { refusalOf } from '../../design/refusal.js';
import { Failure } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { useCalendarTexts } from './calendar.texts.js';
import { datesIn, textOfDates, yearInJson } from './year-text.js';

type Draft = { readonly year: number; readonly holidays: string; readonly makeUps: string; readonly document: string };

/** A year read from a file: JSON here, a workbook by the service, which publishes nothing. */
const readYear = async (file: File): Promise<SheetReading | undefined> => {
  if (file.name.endsWith('.json')) {
    const year = yearInJson(await file.text());
    return year && { year, faults: [] };
  }
  return sendFile<SheetReading>('/calendar/readings', {}, file, { key: crypto.randomUUID(), onProgress: () => undefined, signal: new AbortController().signal });
};

const YearFile = ({ onRead }: { onRead: (year: WorkingYear) => void }) => {
  const t = useCalendarTexts();
  const { nameOf } = useLanguage();
  const id = useId();
  const reading = useMutation({ mutationFn: readYear, onSuccess: (read) => { if (read && read.year.year > 0) onRead(read.year); } });
  const faults = reading.data?.faults ?? [];
  return (
    <div className="filter">
      <label htmlFor={id}>{t('file')}</label>
      <input id={id} type="file" accept=".xlsx,.json" onChange={({ target }) => { const file = target.files?.[0]; if (file) reading.mutate(file); }} />
      <span className="small soft">{t('fileHint')}</span>
      {reading.isSuccess && (!reading.data || reading.data.year.year === 0) && <p role="alert" className="why">{t('unreadable')}</p>}
      {faults.length > 0 && (
        <div role="alert" className="small">
          <b>{t('faults', { count: faults.length })}</b>
          <ul>{faults.slice(0, 20).map(({ row, text }) => <li key={row}>{t('row', { row })}: {nameOf(text)}</li>)}</ul>
        </div>
      )}
      {reading.isError && <Failure failure={reading.error} />}
    </div>
  );
};

const without = (dates: readonly string[], others: readonly string[]): readonly string[] => dates.filter((date) => !others.includes(date));

/** What publishing would change: the dry run. */
const Changes = ({ said, present }: { said: WorkingYear; present: PublishedYear | undefined }) => {
  const t = useCalendarTexts();
  const known = present ?? { holidays: [], makeUpWorkdays: [] };
  const rows = [
    [t('holidays'), without(said.holidays, known.holidays), without(known.holidays, said.holidays)],
    [t('makeUps'), without(said.makeUpWorkdays, known.makeUpWorkdays), without(known.makeUpWorkdays, said.makeUpWorkdays)],
  ] as const;
  if (present && rows.every(([, added, removed]) => added.length + removed.length === 0)) return <p role="status">{t('same')}</p>;
  return (
    <div role="status" className="small">
      <p>{t('dryRun', { rest: said.holidays.length, work: said.makeUpWorkdays.length })}</p>
      {present && (
        <ul>
          {rows.map(([name, added, removed]) => (added.length + removed.length > 0) && (
            <li key={name}>{t('changes')} · {name}: {added.length > 0 && `${t('added')} ${added.join(', ')} `}{removed.length > 0 && `${t('removed')} ${removed.join(', ')}`}</li>
          ))}
        </ul>
      )}
    </div>
  );
};

const useDraft = (first: number, years: readonly PublishedYear[]) => {
  const t = useCalendarTexts();
  const { language } = useLanguage();
  const to = language === 'zh' ? '至' : 'to';
  const draftOf = ({ year, holidays, makeUpWorkdays }: WorkingYear, document: string): Draft =>
    ({ year, holidays: textOfDates(holidays, to), makeUps: textOfDates(makeUpWorkdays, to), document });
  const start = years.find(({ year }) => year === first);
  const [draft, setDraft] = useState<Draft>(start ? draftOf(start, start.document) : { year: first, holidays: '', makeUps: '', document: '' });
  const [rest, work] = [datesIn(draft.holidays), datesIn(draft.makeUps)];
  const wrong = [...rest.wrong, ...work.wrong];
  const said: PublishWorkingYear['data'] = { year: draft.year, holidays: rest.dates, makeUpWorkdays: work.dates, document: draft.document };
  return {
    draft, said, language,
    unread: wrong.length > 0 ? t('badDates', { dates: wrong.slice(0, 5).join(', ') }) : undefined,
    say: (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change })),
    take: (year: WorkingYear) => setDraft((before) => draftOf(year, before.document)),
  };
};

/** Publishes a year from a list or a file, after showing what it would change. */
export const PublishForm = ({ year, years, caller, onClose }: { year: number; years: readonly PublishedYear[]; caller: Caller; onClose: () => void }) => {
  const t = useCalendarTexts();
  const id = useId();
  const { draft, said, language, unread, say, take } = useDraft(year, years);
  const send = useCommand(onClose);
  const refusal = refusalOf(() => calendarDecider.decide({ type: 'PublishWorkingYear', data: said }, { years, hours: null }, caller), organisationRefusals, language);
  const why = unread ?? refusal?.sentence;
  return (
    <Modal open title={t('publish')} onCancel={onClose} footer={(
      <div className="apart">
        <span className="why" role="status">{why}</span>
        <span className="row">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" disabled={why !== undefined} loading={send.isPending} onClick={() => send.mutate({ path: '/calendar/years', body: said })}>{t('send')}</Button>
        </span>
      </div>
    )}>
      <div className="stack">
        <YearFile onRead={take} />
        <div className="filter"><label htmlFor={`${id}y`}>{t('year')}</label><InputNumber id={`${id}y`} min={1900} max={2200} value={draft.year} onChange={(next) => say({ year: next ?? draft.year })} /></div>
        <div className="filter"><label htmlFor={`${id}h`}>{t('holidays')}</label><Input.TextArea id={`${id}h`} rows={6} value={draft.holidays} onChange={({ target }) => say({ holidays: target.value })} /><span className="small soft">{t('listHint')}</span></div>
        <div className="filter"><label htmlFor={`${id}w`}>{t('makeUps')}</label><Input.TextArea id={`${id}w`} rows={4} value={draft.makeUps} onChange={({ target }) => say({ makeUps: target.value })} /></div>
        <div className="filter"><label htmlFor={`${id}d`}>{t('document')}</label><Input id={`${id}d`} maxLength={300} value={draft.document} onChange={({ target }) => say({ document: target.value })} /></div>
        {why === undefined && <Changes said={said} present={years.find((one) => one.year === draft.year)} />}
        {send.isError && <Failure failure={send.error} />}
      </div>
    </Modal>
  );
};
