import type { SplitRow } from '@zeren/tasks-domain';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Alternatives } from '../../../design/alternatives.js';
import { Ledger, type Column } from '../../../design/ledger.js';
import { Nothing } from '../../../design/states.js';
import { DatesCell, NameCell, SumsCell, TargetsCell, UnitCell, WeightCell } from './cells.js';
import { useDraftTexts } from './draft.texts.js';
import { searched, type Difference, type Line } from './lines.js';

const LINES_A_PAGE = 40;

/** What can be done to a line; absent where the table is only read. */
export type Hand = {
  readonly onSet: (row: SplitRow) => void;
  readonly onEdit: (row: SplitRow) => void;
  readonly onRemove: (row: SplitRow) => void;
  readonly onRest: (line: Line) => void;
};

export type TableLooks = {
  readonly sentences: ReadonlyMap<string, readonly string[]>;
  readonly differenceOf: (key: string) => Difference;
};

const useColumns = (hand: Hand | undefined, { sentences, differenceOf }: TableLooks): readonly Column<Line>[] => {
  const t = useDraftTexts();
  const columns: readonly Column<Line>[] = [
    { key: 'name', title: t('name'), lead: true, cell: (line) => <NameCell line={line} difference={differenceOf(line.key)} sentences={sentences.get(line.key) ?? []} /> },
    { key: 'unit', title: t('unit'), cell: (line) => <UnitCell line={line} /> },
    { key: 'weight', title: t('weight'), end: true, cell: (line) => <WeightCell line={line} onSet={hand?.onSet} /> },
    { key: 'targets', title: t('targets'), wide: true, cell: (line) => <TargetsCell line={line} onSet={hand?.onSet} /> },
    { key: 'dates', title: t('dates'), wide: true, cell: (line) => <DatesCell line={line} /> },
    { key: 'sums', title: t('sums'), wide: true, cell: (line) => <SumsCell line={line} onRest={hand?.onRest} /> },
  ];
  if (!hand) return columns;
  return [...columns, {
    key: 'actions', title: t('actions'), wide: true, cell: ({ row }) => row && (
      <span className="row">
        <Button size="small" onClick={() => hand.onEdit(row)}>{t('edit')}</Button>
        <Button size="small" onClick={() => hand.onRemove(row)}>{t('remove')}</Button>
      </span>
    ),
  }];
};

const Pager = ({ page, pages, onPage }: { page: number; pages: number; onPage: (page: number) => void }) => {
  const t = useDraftTexts();
  if (pages < 2) return null;
  return (
    <nav className="row" aria-label={t('pages')}>
      <Button disabled={page === 0} onClick={() => onPage(page - 1)}>{t('before')}</Button>
      <span>{t('page', { page: page + 1, pages })}</span>
      <Button disabled={page === pages - 1} onClick={() => onPage(page + 1)}>{t('next')}</Button>
    </nav>
  );
};

/** A split's table, page by page in order of the tree; each cell that may be is changed in its place. */
export const DraftTable = ({ lines, hand, looks }: { lines: readonly Line[]; hand?: Hand; looks: TableLooks }) => {
  const t = useDraftTexts();
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState<'all' | 'wrong'>('all');
  const [page, setPage] = useState(0);
  const columns = useColumns(hand, looks);
  const found = searched(lines, search).filter(({ key }) => shown === 'all' || looks.sentences.has(key));
  const pages = Math.max(1, Math.ceil(found.length / LINES_A_PAGE));
  const current = Math.min(page, pages - 1);
  return (
    <div className="stack">
      <div className="apart">
        <Input.Search aria-label={t('search')} placeholder={t('search')} allowClear style={{ maxWidth: 320 }} onChange={({ target }) => { setSearch(target.value); setPage(0); }} />
        {hand && (
          <Alternatives label={t('verdict')} chosen={shown} onChoose={(key) => { setShown(key === 'wrong' ? 'wrong' : 'all'); setPage(0); }}
            options={[{ key: 'all', name: t('everything') }, { key: 'wrong', name: t('onlyWrong') }]} />
        )}
      </div>
      {found.length === 0
        ? <Nothing>{t('noneFound')}</Nothing>
        : <Ledger caption={t('table')} columns={columns} rows={found.slice(current * LINES_A_PAGE, (current + 1) * LINES_A_PAGE)} keyOf={({ key }) => key} />}
      <Pager page={current} pages={pages} onPage={setPage} />
    </div>
  );
};
