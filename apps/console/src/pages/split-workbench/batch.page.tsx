import type { SplitProgressRow, SplitRow, SplitVersion } from '@zeren/tasks-domain';
import { useMemo } from 'react';
import { useParams } from 'react-router-dom';
import { useRead } from '../../api/reads.js';
import { Mark } from '../../design/lamp.js';
import { Ledger } from '../../design/ledger.js';
import { PageFrame } from '../../design/page.js';
import { AsOf, Bones, Failure, Resource } from '../../design/states.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { BatchActions, isUnderWay } from './batch-actions.js';
import { Comparison } from './draft/comparison.js';
import { DraftTable } from './draft/draft-table.js';
import { DraftWorkplace } from './draft/draft-workplace.js';
import { linesOf } from './draft/lines.js';
import { useGround } from './draft/use-ground.js';
import { Results } from './results.js';
import { useWorkbenchTexts } from './workbench.texts.js';

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

/** How far a publication is: of a first version in rows, of a revision that it is under way. */
const Progress = ({ split }: { split: SplitProgressRow }) => {
  const t = useWorkbenchTexts();
  if (split.version > 1) return isUnderWay(split) ? <p role="status">{t('carrying')}</p> : null;
  const text = t('progress', { done: split.tasksPublished, total: split.rows });
  return <div className="stack"><span role="status">{text}</span><progress value={Math.min(split.tasksPublished, split.rows)} max={split.rows} aria-label={text} style={{ width: '100%', accentColor: 'var(--slate)' }} /></div>;
};

const nothingWrong = { sentences: new Map<string, readonly string[]>(), differenceOf: () => undefined };

/** The table of a batch that is approved: it is read, and changed no more. */
const ApprovedTable = ({ rows }: { rows: readonly SplitRow[] }) => {
  const t = useWorkbenchTexts();
  const lines = useMemo(() => linesOf(rows, []), [rows]);
  return <section className="sheet stack"><h2>{t('rowsTitle')}</h2><DraftTable lines={lines} looks={nothingWrong} /></section>;
};

const Draft = ({ split, draft }: { split: SplitProgressRow; draft: readonly SplitRow[] }) => {
  const ground = useGround(split);
  return (
    <>
      {ground ? <DraftWorkplace key={`${split.id}${split.version}`} split={split} draft={draft} ground={{ ...ground, split }} /> : <div className="sheet"><Bones lines={8} /></div>}
      {split.version > 1 && draft.length > 0 && <Comparison split={split} draft={draft} />}
    </>
  );
};

const Head = ({ split }: { split: SplitProgressRow }) => {
  const t = useWorkbenchTexts();
  const { status, stoppedFor, cycle, version, reason } = split;
  return (
    <section className="sheet stack">
      <div className="apart">
        <span className="row">
          <Mark tone="strong">{t(stoppedFor === null ? status : 'stopped')}</Mark><span>{cycle.from} – {cycle.until}</span>
          {version > 1 && <Mark>{t('ofVersion', { version })}</Mark>}{reason && <span className="soft">{reason}</span>}
        </span>
        <BatchActions split={split} />
      </div>
      {stoppedFor !== null && <p className="why">{t('stoppedFor', { reason: stoppedFor })}</p>}
      {status === 'published' && <Progress split={split} />}
    </section>
  );
};

/** The table of a batch that is not in force: to be worked on, or approved. */
const Table = ({ id, split }: { id: string; split: SplitProgressRow }) => {
  const table = useRead<{ readonly items: readonly SplitRow[] }>(`/splits/${id}/rows`, { version: split.version }, { immediate: true, fresh: Infinity });
  const rows = table.isPlaceholderData ? undefined : table.data?.items;
  if (table.isError) return <Failure failure={table.error} onAgain={() => void table.refetch()} />;
  if (!rows) return <div className="sheet"><Bones lines={8} /></div>;
  return split.status === 'drafted' ? <Draft split={split} draft={rows} /> : <ApprovedTable rows={rows} />;
};

const Batch = ({ id, split }: { id: string; split: SplitProgressRow }) => (
  <>
    <Head split={split} />
    {split.versions.length > 0 && <Versions versions={split.versions} />}
    {split.status === 'published' ? <Results split={split} underWay={isUnderWay(split)} /> : <Table id={id} split={split} />}
  </>
);

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
