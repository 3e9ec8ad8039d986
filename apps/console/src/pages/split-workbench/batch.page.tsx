import type { SplitProgressRow, SplitRow, SplitVersion } from '@zeren/tasks-domain';
import { useParams } from 'react-router-dom';
import { useRead } from '../../api/reads.js';
import { Mark } from '../../design/lamp.js';
import { Ledger } from '../../design/ledger.js';
import { PageFrame } from '../../design/page.js';
import { AsOf, Failure, Resource } from '../../design/states.js';
import { UnitName } from '../../design/unit-name.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { BatchActions, isUnderWay } from './batch-actions.js';
import { ShareOut } from './share-out.js';
import { useWorkbenchTexts } from './workbench.texts.js';

const ROWS_SHOWN = 200;
const WATCHED_EVERY_MS = 1_000;

const Versions = ({ versions }: { versions: readonly SplitVersion[] }) => {
  const t = useWorkbenchTexts();
  const { language } = useLanguage();
  return (
    <section className="sheet">
      <h2>{t('versions')}</h2>
      <Ledger caption={t('versions')} rows={versions} keyOf={({ version }) => String(version)} columns={[
        { key: 'version', title: t('version'), lead: true, cell: ({ version, reason }) => `${version} · ${reason ?? t('first')}` },
        { key: 'document', title: t('document'), cell: ({ document }) => document },
        { key: 'at', title: t('published_at'), cell: ({ publishedAt }) => <span className="nowrap">{dayOf(publishedAt, language)}</span> },
        { key: 'rows', title: t('rows'), end: true, cell: ({ rows }) => rows },
        { key: 'result', title: t('result'), wide: true, cell: ({ result }) => (result ? t('resultText', result) : '—') },
      ]} />
    </section>
  );
};

const Progress = ({ split }: { split: SplitProgressRow }) => {
  const t = useWorkbenchTexts();
  const text = t('progress', { done: split.tasksPublished, total: split.rows });
  return <div className="stack"><span>{text}</span><progress value={Math.min(split.tasksPublished, split.rows)} max={split.rows} aria-label={text} style={{ width: '100%', accentColor: 'var(--slate)' }} /></div>;
};

const Rows = ({ rows }: { rows: readonly SplitRow[] }) => {
  const t = useWorkbenchTexts();
  const { nameOf } = useLanguage();
  return (
    <section className="sheet">
      <h2>{t('rowsTitle')}</h2>
      <Ledger caption={t('rowsTitle')} rows={rows.slice(0, ROWS_SHOWN)} keyOf={({ key }) => key} columns={[
        { key: 'name', title: t('name'), lead: true, cell: (row) => <>{row.indicatorCode} {nameOf(row.name)}</> },
        { key: 'unit', title: t('unit'), cell: ({ unitId }) => <UnitName id={unitId} /> },
        { key: 'weight', title: t('weight'), end: true, cell: ({ weight }) => weight },
      ]} />
      {rows.length > ROWS_SHOWN && <p className="soft">{ROWS_SHOWN} / {rows.length}</p>}
    </section>
  );
};

const Batch = ({ id, split }: { id: string; split: SplitProgressRow }) => {
  const t = useWorkbenchTexts();
  const table = useRead<{ readonly items: readonly SplitRow[] }>(`/splits/${id}/rows`, { version: split.version }, { immediate: true, enabled: split.rows > 0, fresh: Infinity });
  const rows = split.rows > 0 ? table.data?.items ?? [] : [];
  return (
    <>
      <section className="sheet">
        <div className="apart">
          <span className="row"><Mark tone="strong">{t(split.stoppedFor === null ? split.status : 'stopped')}</Mark><span>{split.cycle.from} – {split.cycle.until}</span>{split.reason && <span className="soft">{split.reason}</span>}</span>
          <BatchActions split={split} />
        </div>
        {split.status === 'published' && split.version === 1 && <Progress split={split} />}
      </section>
      {split.versions.length > 0 && <Versions versions={split.versions} />}
      {split.status === 'drafted' && <ShareOut split={split} draft={rows} />}
      {table.isError && <Failure failure={table.error} onAgain={() => void table.refetch()} />}
      {rows.length > 0 && <Rows rows={rows} />}
    </>
  );
};

/** One batch: its state, what can be done next, its versions with what each did, and the workbench while it is drafted. */
export const BatchPage = () => {
  const t = useWorkbenchTexts();
  const { nameOf } = useLanguage();
  const { id = '' } = useParams();
  const split = useRead<SplitProgressRow>(`/splits/${id}`, {}, {
    every: (latest) => (latest && isUnderWay(latest as SplitProgressRow) ? WATCHED_EVERY_MS : false),
  });
  return (
    <PageFrame title={split.data ? nameOf(split.data.title) : t('title')} crumbs={[{ to: '/split-workbench', name: t('back') }]} aside={<AsOf of={split} />}>
      <Resource of={split} lines={8}>{(row) => <Batch id={id} split={row} />}</Resource>
    </PageFrame>
  );
};
