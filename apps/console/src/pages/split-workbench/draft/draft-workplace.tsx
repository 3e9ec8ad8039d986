import type { CampaignRow, SplitProgressRow, SplitRow } from '@zeren/tasks-domain';
import { Button, Modal } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useCommand } from '../../../api/commands.js';
import { idOf } from '../../../api/rows.js';
import { Spoken } from '../../../design/spoken.js';
import { Failure, Nothing } from '../../../design/states.js';
import { useLanguage } from '../../../language/language.js';
import { DraftTable, type Hand } from './draft-table.js';
import { useDraftTexts } from './draft.texts.js';
import { LeaveGuard } from './leave-guard.js';
import { linesOf, type Line } from './lines.js';
import { problemsOf, restOf, sourceOfRow, sourceOfTask, type Ground } from './plan.js';
import { RootChoice } from './root-choice.js';
import { RowEditor } from './row-editor.js';
import { ShareOut } from './share-out.js';
import { useSave } from './use-save.js';
import { VerdictBar } from './verdict-bar.js';
import { byRow } from './verdict.js';
import { changesOf, isReadable, rowsWith, untouched, withoutRow, withRowByHand, withRows, type Changes, type Working } from './working-table.js';
import './draft.css';

const SaveBar = ({ changes, unreadable, save, onDiscard }: { changes: readonly Changes[]; unreadable: boolean; save: ReturnType<typeof useSave>; onDiscard: () => void }) => {
  const t = useDraftTexts();
  const count = (of: (change: Changes) => readonly unknown[]): number => changes.reduce((sum, change) => sum + of(change).length, 0);
  const unsaved = changes.length > 0;
  return (
    <div className="sheet draft-save stack">
      <div className="apart">
        <span role="status">{unsaved ? t('unsaved', { rows: count(({ rows }) => rows), removed: count(({ removed }) => removed) }) : t('saved')}</span>
        <span className="row">
          <Button disabled={!unsaved || save.isPending} onClick={onDiscard}>{t('discard')}</Button>
          <Button type="primary" disabled={!unsaved || unreadable} loading={save.isPending} onClick={() => save.mutate(changes)}>{t('save')}</Button>
        </span>
      </div>
      {unreadable && <span className="why">{t('unreadable')}</span>}
      {save.isError && <Failure failure={save.error} />}
      <LeaveGuard unsaved={unsaved} />
    </div>
  );
};

/** Begins the table anew: empty; in a revision also with the rows in force. */
const Anew = ({ split, rows }: { split: SplitProgressRow; rows: number }) => {
  const t = useDraftTexts();
  const [asking, setAsking] = useState(false);
  const reset = useCommand(() => setAsking(false));
  const to = (said: 'nothing' | 'rows-in-force') => reset.mutate({ path: `/splits/${idOf(split)}/rows/reset`, body: { to: said }, revision: split.revision });
  return (
    <>
      {split.version > 1 && rows === 0 && <Button type="primary" loading={reset.isPending} onClick={() => to('rows-in-force')}>{t('inForce')}</Button>}
      {rows > 0 && <Button onClick={() => setAsking(true)}>{t('startOver')}</Button>}
      <Modal open={asking} title={t('startOver')} okText={t('startOver')} cancelText={t('cancel')} confirmLoading={reset.isPending} onOk={() => to('nothing')} onCancel={() => setAsking(false)}>
        <p>{t('startOverText')}</p>
        {reset.isError && <Failure failure={reset.error} />}
      </Modal>
    </>
  );
};

/** What may be shared out: what nothing is split from yet, above the deepest level. What went to another tenant is split further by that one. */
const useSources = (rows: readonly SplitRow[], { split, tasks }: Ground) => useMemo(() => {
  const parents = new Set(rows.flatMap(({ parentKey, parentTaskId }) => [parentKey, parentTaskId]));
  return [...rows.map(sourceOfRow), ...tasks.map(sourceOfTask)].filter(({ id, content }) => !parents.has(id) && content.level < split.deepestLevel && content.unitTenantId === split.ownerTenantId);
}, [rows, tasks, split.deepestLevel, split.ownerTenantId]);

/** The table, its lines and what is wrong with it, as it is being worked on. */
const useTable = (draft: readonly SplitRow[], ground: Ground, working: Working) => {
  const { language } = useLanguage();
  const rows = useMemo(() => rowsWith(draft, working), [draft, working]);
  const lines = useMemo(() => linesOf(rows, ground.tasks.map(sourceOfTask)), [rows, ground.tasks]);
  // Thousands of rows are checked while the reader types on.
  const settled = useDeferredValue(rows);
  const problems = useMemo(() => problemsOf(settled, ground, language), [settled, ground, language]);
  const changes = useMemo(() => changesOf(draft, working), [draft, working]);
  return { rows, lines, problems, changes };
};

/** Begins a draft: what can be put into the table. */
const Beginnings = ({ ground, rows, onRows }: { ground: Ground; rows: readonly SplitRow[]; onRows: (rows: readonly SplitRow[]) => void }) => {
  const t = useDraftTexts();
  const [choosing, setChoosing] = useState(false);
  const { split, campaigns } = ground;
  const own: readonly CampaignRow[] = campaigns.filter(({ ownerTenantId }) => ownerTenantId === split.ownerTenantId);
  const choose = (roots: readonly SplitRow[]): void => {
    onRows(roots);
    setChoosing(false);
  };
  return (
    <span className="row">
      <Anew split={split} rows={split.rows} />
      {own.length > 0 && <Button type={rows.length === 0 && split.version === 1 ? 'primary' : 'default'} onClick={() => setChoosing(true)}>{t('roots')}</Button>}
      {choosing && <RootChoice campaigns={own} cycle={split.cycle} tenantId={split.ownerTenantId} rows={rows} onChosen={choose} onClose={() => setChoosing(false)} />}
    </span>
  );
};

/** Where a draft is worked on: rows chosen, shared out, set by hand and checked as one goes; saved when the reader says so. */
export const DraftWorkplace = ({ split, draft, ground }: { split: SplitProgressRow; draft: readonly SplitRow[]; ground: Ground }) => {
  const t = useDraftTexts();
  const { language } = useLanguage();
  const [working, setWorking] = useState(untouched);
  const [edited, setEdited] = useState<SplitRow>();
  const [refusal, setRefusal] = useState<string>();
  const { rows, lines, problems, changes } = useTable(draft, ground, working);
  const sources = useSources(rows, ground);
  const save = useSave(split, () => setWorking(untouched));
  const sentences = useMemo(() => byRow(problems), [problems]);
  const saved = useMemo(() => new Set(draft.map(({ key }) => key)), [draft]);
  const changed = useMemo(() => new Set(changes.flatMap((change) => change.rows.map(({ key }) => key))), [changes]);
  const put = (set: readonly SplitRow[]): void => setWorking(withRows(working, set));
  const hand: Hand = {
    onSet: (row) => setWorking(withRowByHand(working, row)),
    onEdit: setEdited,
    onRemove: ({ key }) => setWorking(withoutRow(working, rows, key)),
    onRest: ({ row, task, children }: Line) => {
      const parent = row ?? task?.content;
      if (!parent) return;
      const rest = restOf(parent, children, working.byHand, language);
      setRefusal(rest.refusal?.sentence);
      put(rest.rows);
    },
  };
  const looks = { sentences, differenceOf: (key: string) => (!changed.has(key) ? undefined : saved.has(key) ? 'changed' as const : 'added' as const) };
  return (
    <>
      {(rows.length > 0 || ground.tasks.length > 0) && <ShareOut sources={sources} tenantId={split.readerTenantId} onSpread={put} />}
      <section className="sheet stack">
        <div className="apart"><h2>{t('table')} <span className="soft">{t('rowsCount', { count: rows.length })}</span></h2><Beginnings ground={ground} rows={rows} onRows={put} /></div>
        {rows.length > 0 && <VerdictBar rows={rows} problems={problems} campaigns={ground.campaigns} />}
        {refusal && <p className="why" role="alert"><Spoken sentence={refusal} /></p>}
        {rows.length === 0 ? <Nothing>{t(ground.tasks.length > 0 ? 'emptyDistrict' : 'empty')}</Nothing> : <DraftTable lines={lines} hand={hand} looks={looks} />}
      </section>
      <SaveBar changes={changes} unreadable={changes.some((change) => !change.rows.every(isReadable))} save={save} onDiscard={() => { setWorking(untouched); setRefusal(undefined); }} />
      {edited && <RowEditor row={edited} tenantId={split.readerTenantId} onClose={() => setEdited(undefined)} onDone={(row) => { setWorking(withRowByHand(working, row)); setEdited(undefined); }} />}
    </>
  );
};
