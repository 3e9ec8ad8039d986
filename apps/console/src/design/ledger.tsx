import type { ReactNode } from 'react';
import './ledger.css';

export type Column<Row> = {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand at the end of their column. */
  readonly end?: boolean;
  /** The cell that names the row; the title of its card on a narrow screen. */
  readonly lead?: boolean;
  /** Takes the whole width of a card. */
  readonly wide?: boolean;
  readonly sortable?: boolean;
};

export type Sorting = { readonly by: string; readonly onSort: (by: string) => void };

const ariaSort = (key: string, sorting: Sorting | undefined) => {
  if (sorting?.by === key) return 'ascending';
  return sorting?.by === `-${key}` ? 'descending' : undefined;
};

const Head = <Row,>({ column, sorting }: { column: Column<Row>; sorting: Sorting | undefined }) => {
  const order = ariaSort(column.key, sorting);
  const next = order === 'ascending' ? `-${column.key}` : column.key;
  return (
    <th scope="col" className={column.end ? 'end' : undefined} aria-sort={order}>
      {sorting && column.sortable
        ? (
          <button type="button" className="ledger-sort" onClick={() => sorting.onSort(next)}>
            {column.title} <span aria-hidden="true">{order === 'ascending' ? '▲' : order === 'descending' ? '▼' : '↕'}</span>
          </button>
        )
        : column.title}
    </th>
  );
};

const classOf = <Row,>({ end, lead, wide }: Column<Row>) => [end && 'end', lead && 'lead', wide && 'wide'].filter(Boolean).join(' ') || undefined;

/** A table of rows; on a narrow screen each row becomes a card with its columns named, unless the table is narrow itself. */
export const Ledger = <Row,>({ caption, columns, rows, keyOf, sorting, narrow = false }: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  sorting?: Sorting;
  narrow?: boolean;
}) => (
  <table className={narrow ? 'ledger' : 'ledger stacking'}>
    <caption className="unseen">{caption}</caption>
    <thead><tr>{columns.map((column) => <Head key={column.key} column={column} sorting={sorting} />)}</tr></thead>
    <tbody>
      {rows.map((row) => (
        <tr key={keyOf(row)}>
          {columns.map((column) => (
            <td key={column.key} className={classOf(column)} data-label={column.title}><div>{column.cell(row)}</div></td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
