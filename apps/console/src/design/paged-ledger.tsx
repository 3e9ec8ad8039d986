import type { ViewRow } from '@zeren/kernel';
import { Button } from 'antd';
import type { usePages } from '../api/reads.js';
import { idOf } from '../api/rows.js';
import { textsOf } from '../language/language.js';
import { Ledger, type Column, type Sorting } from './ledger.js';
import { Bones, Failure, Nothing } from './states.js';

const useTexts = textsOf('paged-ledger', { shown: '已显示 {{count}} 项', more: '再读一页' }, { shown: '{{count}} shown', more: 'Read another page' });

/** A list that is read page by page, in all its states. */
export const PagedLedger = <Row extends ViewRow>({ pages, caption, columns, sorting, empty }: {
  pages: ReturnType<typeof usePages<Row>>; caption: string; columns: readonly Column<Row>[]; sorting?: Sorting; empty: string;
}) => {
  const t = useTexts();
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  if (!rows) return pages.isError ? <Failure failure={pages.error} onAgain={() => void pages.refetch()} /> : <div className="sheet"><Bones lines={10} /></div>;
  if (rows.length === 0) return <div className="sheet"><Nothing>{empty}</Nothing></div>;
  return (
    <div className="sheet board">
      <Ledger caption={caption} columns={columns} rows={rows} keyOf={idOf} {...(sorting ? { sorting } : {})} />
      <div className="row board-more">
        <span className="soft">{t('shown', { count: rows.length })}</span>
        {pages.hasNextPage && <Button onClick={() => void pages.fetchNextPage()} loading={pages.isFetchingNextPage}>{t('more')}</Button>}
      </div>
    </div>
  );
};
