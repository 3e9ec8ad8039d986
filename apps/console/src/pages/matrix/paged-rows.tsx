import { Button } from 'antd';
import type { usePages } from '../../api/reads.js';
import { Ledger, type Column } from '../../design/ledger.js';
import { Bones, Failure, Nothing } from '../../design/states.js';
import { textsOf } from '../../language/language.js';

const useTexts = textsOf('paged-rows', { more: '更多', shown: '已显示 {{count}} / {{total}}' }, { more: 'More', shown: '{{count}} of {{total}}' });

/** A list of the matrix in all its states, read page by page; it says how long the whole of it is. */
export const PagedRows = <Row,>({ pages, caption, columns, keyOf, empty }: {
  pages: ReturnType<typeof usePages<Row>>; caption: string; columns: readonly Column<Row>[]; keyOf: (row: Row) => string; empty: string;
}) => {
  const t = useTexts();
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  if (!rows) return pages.isError ? <Failure failure={pages.error} onAgain={() => void pages.refetch()} /> : <Bones lines={6} />;
  if (rows.length === 0) return <Nothing>{empty}</Nothing>;
  const total = (pages.data?.pages[0] as { readonly total?: number } | undefined)?.total ?? rows.length;
  return (
    <>
      <Ledger caption={caption} rows={rows} keyOf={keyOf} columns={columns} />
      <div className="row">
        <span className="soft small">{t('shown', { count: rows.length, total })}</span>
        {pages.hasNextPage && <Button onClick={() => void pages.fetchNextPage()} loading={pages.isFetchingNextPage}>{t('more')}</Button>}
      </div>
    </>
  );
};
