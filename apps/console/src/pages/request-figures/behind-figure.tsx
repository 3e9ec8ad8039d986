import type { CountedRequest, Figure, FigureDimension } from '@zeren/requests-domain';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router-dom';
import type { Params } from '../../api/client.js';
import { usePages } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import { Ledger } from '../../design/ledger.js';
import { useRequestWords } from '../../design/request-words.js';
import { Bones, Failure } from '../../design/states.js';
import { UnitName } from '../../design/unit-name.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { FigureName } from './figure-name.js';
import { useFigureWords, useFiguresTexts } from './figures.texts.js';

/** A figure that is open: which, of which line, and how many it says. */
export type OpenedFigure = { readonly figure: Figure; readonly of: string | undefined; readonly count: number };

const rowKey = (row: CountedRequest): string => `${idOf(row)}~${row.round ?? ''}~${row.unitId ?? ''}`;

/** What one figure counted. */
export const BehindFigure = ({ by, opened, params, onShut }: { by: FigureDimension; opened: OpenedFigure; params: Params; onShut: () => void }) => {
  const t = useFiguresTexts();
  const word = useFigureWords();
  const requestWord = useRequestWords();
  const { language } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  const { figure, of, count } = opened;
  const pages = usePages<CountedRequest>('/request-figures/requests', { ...params, by, figure, key: of, limit: 20 });
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  useEffect(() => { heading.current?.focus(); }, [figure, of]);
  return (
    <section className="sheet">
      <div className="apart">
        <h2 ref={heading} tabIndex={-1}>{word(figure)}{' · '}{of === undefined ? t('total') : <FigureName by={by} of={of} />}</h2>
        <Button size="small" onClick={onShut}>{t('shut')}</Button>
      </div>
      {pages.isError && <Failure failure={pages.error} onAgain={() => void pages.refetch()} />}
      {!rows && !pages.isError && <Bones lines={5} />}
      {rows && (
        <>
          <Ledger caption={word(figure)} rows={rows} keyOf={rowKey} columns={[
            { key: 'subject', title: t('subject'), lead: true, cell: (row) => <Link to={`/requests/${idOf(row)}`}>{row.subject}</Link> },
            { key: 'area', title: t('area'), cell: ({ areaUnitId }) => <UnitName id={areaUnitId} /> },
            { key: 'unit', title: t('unit'), cell: ({ unitId }) => (unitId === null ? '—' : <UnitName id={unitId} />) },
            { key: 'filed', title: t('filed'), cell: ({ filedAt }) => <span className="nowrap">{dayOf(filedAt, language)}</span> },
            { key: 'deadline', title: t('deadline'), cell: ({ handleBy }) => <span className="nowrap">{handleBy === null ? '—' : dayOf(handleBy, language)}</span> },
            { key: 'reported', title: t('reported'), cell: ({ reportedAt }) => <span className="nowrap">{reportedAt === null ? '—' : dayOf(reportedAt, language)}</span> },
            {
              key: 'state', title: t('state'),
              cell: ({ outcome, setAside }) => <Mark>{setAside !== null ? word(setAside) : outcome === null ? t('openOne') : requestWord(outcome)}</Mark>,
            },
          ]} />
          <div className="row">
            <span className="soft" role="status">{t('shown', { count, shown: rows.length })}</span>
            {pages.hasNextPage && <Button onClick={() => void pages.fetchNextPage()} loading={pages.isFetchingNextPage}>{t('more')}</Button>}
          </div>
        </>
      )}
    </section>
  );
};
