import { requestLanes, type RequestLane, type RequestRow } from '@zeren/requests-domain';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router-dom';
import { useNow } from '../../api/now.js';
import { usePages, useRead } from '../../api/reads.js';
import { useChosen } from '../../design/chosen.js';
import { PageFrame } from '../../design/page.js';
import { AsOf, Bones, Failure, Nothing, Resource } from '../../design/states.js';
import { useAccount } from '../../session/session.js';
import { BoardFilters, boardFilters, type Choose } from './board-filters.js';
import { useBoardTexts, useListTexts } from './board.texts.js';
import { listsFor, type BoardList } from './lists.js';
import { RequestLedger } from './request-ledger.js';
import '../tasks/tasks.css';
import '../work/work.css';

/** How many requests wait in each lane, and how many are late. */
type Counts = { readonly counts: Readonly<Record<RequestLane | 'overdue' | 'deferral-asked', number>> };

const countOf = ({ counts }: Counts, list: BoardList): number | undefined => {
  if (list === 'all') return requestLanes.reduce((sum, lane) => sum + counts[lane], 0);
  return list === 'mine' ? undefined : counts[list];
};

const pressing: readonly BoardList[] = ['overdue', 'unowned', 'to-arbitrate', 'deferral-asked'];

/** By which of the four integrations lists and counts are cut, if by any. */
type Cut = { readonly integration: string | undefined };

const Lists = ({ lists, chosen, cut, onChoose }: { lists: readonly BoardList[]; chosen: BoardList; cut: Cut; onChoose: Choose }) => {
  const t = useBoardTexts();
  const name = useListTexts();
  const read = useRead<Counts>('/requests/lanes', cut, { every: 60_000 });
  return (
    <Resource of={read} lines={3}>
      {(counted) => (
        <nav className="work-lists" aria-label={t('lists')}>
          {lists.map((list) => (
            <button key={list} type="button" className="sheet work-list" aria-current={list === chosen ? 'true' : undefined} onClick={() => onChoose('list', list)}>
              <b className={pressing.includes(list) && (countOf(counted, list) ?? 0) > 0 ? 'pressing' : undefined}>{countOf(counted, list) ?? '→'}</b>
              <span>{name(list)}</span>
            </button>
          ))}
        </nav>
      )}
    </Resource>
  );
};

const More = ({ requests, count }: { requests: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'fetchNextPage' | 'isFetchingNextPage'>; count: number }) => {
  const t = useBoardTexts();
  return (
    <div className="row board-more">
      <span className="soft">{t('shown', { count })}</span>
      {requests.hasNextPage && <Button onClick={() => void requests.fetchNextPage()} loading={requests.isFetchingNextPage}>{t('more')}</Button>}
    </div>
  );
};

/** What waits is read by what is due next, what is over from the latest on. */
const firstSort = (list: BoardList) => (list === 'ended' ? '-filedAt' : 'dueAt');

const Listed = ({ list, params, onSort }: { list: BoardList; params: URLSearchParams; onSort: (by: string) => void }) => {
  const t = useBoardTexts();
  const name = useListTexts();
  const now = useNow();
  const sort = params.get('sort') ?? firstSort(list);
  const filters = Object.fromEntries(boardFilters.map((filter) => [filter, params.get(filter) ?? undefined]));
  const requests = usePages<RequestRow>('/requests', { ...filters, lane: list === 'all' ? undefined : list, sort, limit: 30 });
  const rows = requests.data?.pages.flatMap(({ items }) => items);
  return (
    <section className="sheet board" aria-label={name(list)}>
      {requests.isError && <Failure failure={requests.error} onAgain={() => void requests.refetch()} />}
      {!rows && !requests.isError && <Bones lines={10} />}
      {rows?.length === 0 && <Nothing>{t('none')}</Nothing>}
      {rows && rows.length > 0 && (
        <>
          <RequestLedger caption={name(list)} rows={rows} now={now} sorting={{ by: sort, onSort }} />
          <More requests={requests} count={rows.length} />
        </>
      )}
    </section>
  );
};

const files = ['hotline', 'city-office', 'district-office', 'officer', 'leader', 'inspector'] as const;

/** The queue: what waits for whom, how both clocks stand, and by what it can be cut. */
export const RequestsPage = () => {
  const t = useBoardTexts();
  const { roles } = useAccount();
  const navigate = useNavigate();
  const { params, setParams, choose } = useChosen();
  const lists = listsFor(roles);
  const asked = params.get('list');
  const chosen = lists.find((list) => list === asked) ?? lists[0] ?? 'all';
  const cut: Cut = { integration: params.get('integration') ?? undefined };
  const counted = useRead<Counts>('/requests/lanes', cut);
  const clear = () => setParams(asked === null ? {} : { list: asked }, { replace: true });
  return (
    <PageFrame title={t('title')} lead={t('lead')} aside={<AsOf of={counted} />}>
      <div className="row">
        {files.some((role) => roles.includes(role)) && <Button type="primary" onClick={() => void navigate('/requests/new')}>{t('file')}</Button>}
        {lists.includes('unowned') && <Link to="/requests/unowned">{t('unownedPage')}</Link>}
      </div>
      <Lists lists={lists} chosen={chosen} cut={cut} onChoose={choose} />
      <BoardFilters params={params} onChoose={choose} onClear={clear} />
      <Listed list={chosen} params={params} onSort={(by) => choose('sort', by)} />
    </PageFrame>
  );
};
