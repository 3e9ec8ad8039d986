import type { ImportChange } from '@zeren/organisation-domain';
import type { LocalisedText } from '@zeren/kernel';
import type { ReactNode } from 'react';
import { Ledger } from '../../design/ledger.js';
import { Mark } from '../../design/lamp.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useOnboardingTexts } from './onboarding.texts.js';

const SHOWN = 200;

/** What is wrong, and where, as the service says it. */
export type FileError = { readonly sheet?: LocalisedText; readonly row: number; readonly column: string; readonly code: string; readonly text: LocalisedText };

export type RegisterDryRun = {
  readonly rows: { readonly units: number; readonly posts: number; readonly populations: number; readonly workingDays: number };
  readonly counts: Readonly<Record<ImportChange['what'], number>>;
  readonly changes: readonly ImportChange[];
  readonly errorCount: number;
  readonly errors: readonly FileError[];
};

const Told = ({ shown, count }: { shown: number; count: number }) => {
  const t = useOnboardingTexts();
  return count > shown ? <p className="soft small">{t('told', { shown, count })}</p> : null;
};

/** Every error of a file, each at its place. */
export const FileErrors = ({ errors, count }: { errors: readonly FileError[]; count: number }) => {
  const t = useOnboardingTexts();
  const { nameOf } = useLanguage();
  return (
    <div role="alert" className="stack">
      <b>{t('errors', { count })}</b>
      <Ledger caption={t('errors', { count })} rows={errors.slice(0, SHOWN)} keyOf={({ sheet, row, column, code }) => `${sheet?.en}${row}${column}${code}`} columns={[
        { key: 'text', title: t('wrong'), lead: true, cell: ({ text }) => nameOf(text) },
        { key: 'sheet', title: t('sheet'), cell: ({ sheet }) => nameOf(sheet) || '—' },
        { key: 'row', title: t('row'), end: true, cell: ({ row }) => row },
        { key: 'column', title: t('column'), cell: ({ column }) => column || '—' },
      ]} />
      <Told shown={SHOWN} count={count} />
    </div>
  );
};

type Shown = { readonly id: string; readonly name: LocalisedText | undefined; readonly detail: ReactNode };

/** A change in words: of what, and what it becomes. */
const useWords = (): ((change: ImportChange) => Shown) => {
  const t = useOnboardingTexts();
  const { nameOf, language } = useLanguage();
  const from = (date: string): string => t('from', { date: dayOf(date, language) });
  return (change) => {
    switch (change.what) {
      case 'unit-registered':
        return { id: change.unit.unitId, name: change.unit.name, detail: from(change.unit.validFrom) };
      case 'unit-changed':
        return {
          id: change.unit.unitId, name: change.unit.name,
          detail: <>{from(change.unit.validFrom)} · {t('before')} {nameOf(change.before.name)} <span className="mono">{change.before.code}</span> · {change.reason}</>,
        };
      case 'post-created':
        return { id: change.post.postId, name: change.post.name, detail: from(change.post.validFrom) };
      case 'post-filled':
        return { id: change.postId, name: undefined, detail: <><span className="mono">{change.officerId}</span> {from(change.from)}</> };
      case 'population-recorded': {
        const { unitId, people, on, source } = change.population;
        return { id: unitId, name: undefined, detail: t('people', { people: people.toLocaleString(language), date: dayOf(on, language), source }) };
      }
      case 'working-year-published':
        return { id: String(change.year.year), name: undefined, detail: t('yearDays', { rests: change.year.holidays.length, works: change.year.makeUpWorkdays.length }) };
    }
  };
};

const Changes = ({ changes, count }: { changes: readonly ImportChange[]; count: number }) => {
  const t = useOnboardingTexts();
  const { nameOf } = useLanguage();
  const wordsOf = useWords();
  const rows = changes.slice(0, SHOWN).map((change, index) => ({ ...wordsOf(change), key: String(index), what: change.what }));
  return (
    <>
      <Ledger caption={t('changes')} rows={rows} keyOf={({ key }) => key} columns={[
        { key: 'subject', title: t('subject'), lead: true, cell: ({ id, name }) => <>{nameOf(name)} <span className="mono soft">{id}</span></> },
        { key: 'what', title: t('what'), cell: ({ what }) => <Mark>{t(what)}</Mark> },
        { key: 'detail', title: t('detail'), wide: true, cell: ({ detail }) => detail },
      ]} />
      <Told shown={SHOWN} count={count} />
    </>
  );
};

/** What the check of a file came to: its errors, or what it would change. */
export const DryRunReport = ({ of: { rows, counts, changes, errorCount, errors } }: { of: RegisterDryRun }) => {
  const t = useOnboardingTexts();
  if (errorCount > 0) return <FileErrors errors={errors} count={errorCount} />;
  const count = Object.values(counts).reduce((sum, one) => sum + one, 0);
  return (
    <div className="stack">
      <p role="status"><b>{t('sound')}</b> {t('rows', rows)}</p>
      {count === 0
        ? <p>{t('nothing')}</p>
        : (
          <>
            <h3>{t('changes')}</h3>
            <p className="row">{(Object.keys(counts) as ImportChange['what'][]).filter((what) => counts[what] > 0).map((what) => <Mark key={what} tone="strong">{t(what)} {counts[what]}</Mark>)}</p>
            <Changes changes={changes} count={count} />
          </>
        )}
    </div>
  );
};
