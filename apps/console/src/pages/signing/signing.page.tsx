import { localDate } from '@zeren/organisation-domain';
import { contractsRefusals, type ContractBoardRow, type Side } from '@zeren/contracts-domain';
import { Button } from 'antd';
import { Link } from 'react-router-dom';
import { useCaller } from '../../api/caller.js';
import { useCommand } from '../../api/commands.js';
import { usePages } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { Action } from '../../design/action.js';
import { Ledger, type Column } from '../../design/ledger.js';
import { Mark } from '../../design/lamp.js';
import { PageFrame } from '../../design/page.js';
import { PostName } from '../../design/post-name.js';
import { AsOf, Bones, Failure, Nothing } from '../../design/states.js';
import { dayOf } from '../../language/dates.js';
import { textsOf, useLanguage } from '../../language/language.js';

const useTexts = textsOf(
  'signing',
  {
    title: '签署台', lead: '谁还没有签：先等得最久的。发状单位每天可对每一方催签一次。', mine: '等我签署', signature: '责任单位未签', countersignature: '发状单位未会签', none: '没有等待签署的责任状。', noneMine: '没有等待您签署的责任状。',
    name: '责任状', unit: '责任单位', posts: '未签岗位', since: '等待自', reminded: '最近催签', times: '{{count}} 次', act: '催签', remind: '催签', returned: '已退回，待答复', amended: '新版本', more: '更多', open: '打开签署', contracts: '责任状',
  },
  {
    title: 'Signing queue', lead: 'Who has not signed, the longest waiting first. The issuer may remind each side once a day.', mine: 'Waiting for me', signature: 'Not signed by the responsible unit', countersignature: 'Not countersigned by the issuer', none: 'No contract waits for a signature.', noneMine: 'No contract waits for your signature.',
    name: 'Contract', unit: 'Responsible unit', posts: 'Posts that have not signed', since: 'Waiting since', reminded: 'Last reminded', times: '×{{count}}', act: 'Remind', remind: 'Remind', returned: 'returned, to be answered', amended: 'new version', more: 'More', open: 'Open to sign', contracts: 'Contracts',
  },
);

const Remind = ({ row }: { row: ContractBoardRow }) => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  const caller = useCaller();
  const send = useCommand();
  if (!caller || row.ownerTenantId !== caller.tenantId || !caller.roles.some((role) => role === 'city-office' || role === 'district-office')) return <>—</>;
  const isToday = row.remindedOn !== null && row.remindedOn === localDate(caller.now);
  const remind = () => send.mutate({ path: `/contracts/${idOf(row)}/reminders`, body: { side: row.awaitedSide }, revision: row.revision });
  return (
    <div className="stack">
      <Action size="small" why={isToday ? nameOf(contractsRefusals['reminded-today']) : undefined} loading={send.isPending} onClick={remind}>{t('remind')}</Action>
      {send.isError && <Failure failure={send.error} />}
    </div>
  );
};

const useColumns = (isMine: boolean): readonly Column<ContractBoardRow>[] => {
  const t = useTexts();
  const { nameOf, language } = useLanguage();
  const columns: Column<ContractBoardRow>[] = [
    { key: 'name', title: t('name'), lead: true, cell: (row) => <Link to={`/contracts/${idOf(row)}`}>{nameOf((row.proposed ?? row).title)}</Link> },
    { key: 'unit', title: t('unit'), cell: (row) => <>{nameOf(row.responsibleUnitName)} {row.proposed && <Mark>{t('amended')}</Mark>} {row.isReturned && <Mark tone="seal">{t('returned')}</Mark>}</> },
    { key: 'posts', title: t('posts'), cell: ({ awaitedPostIds }) => awaitedPostIds.map((post) => <div key={post}><PostName id={post} /></div>) },
    { key: 'since', title: t('since'), cell: ({ awaitedSince }) => <span className="nowrap">{awaitedSince ? dayOf(awaitedSince, language) : '—'}</span> },
    { key: 'reminded', title: t('reminded'), cell: ({ remindedOn, reminders }) => (remindedOn ? <>{dayOf(remindedOn, language)} <span className="soft small">{t('times', { count: reminders })}</span></> : '—') },
  ];
  return isMine ? columns : [...columns, { key: 'act', title: t('act'), cell: (row) => <Remind row={row} /> }];
};

const Count = ({ rows, isMore }: { rows: readonly unknown[]; isMore: boolean }) =>
  <Mark tone={rows.length > 0 ? 'seal' : 'strong'}>{isMore ? `${rows.length}+` : rows.length}</Mark>;

const Queue = ({ side }: { side: Side }) => {
  const t = useTexts();
  const columns = useColumns(false);
  const queue = usePages<ContractBoardRow>('/contracts', { awaitedSide: side, limit: 100 });
  const rows = queue.data?.pages.flatMap(({ items }) => items);
  return (
    <section className="sheet" aria-labelledby={`queue-${side}`}>
      <div className="apart"><h2 id={`queue-${side}`}>{t(side)} {rows && <Count rows={rows} isMore={queue.hasNextPage} />}</h2><AsOf of={queue} /></div>
      {queue.isError && <Failure failure={queue.error} onAgain={() => void queue.refetch()} />}
      {!rows && !queue.isError && <Bones lines={4} />}
      {rows && (rows.length === 0 ? <Nothing>{t('none')}</Nothing> : <Ledger caption={t(side)} columns={columns} rows={rows} keyOf={idOf} />)}
      {queue.hasNextPage && <Button onClick={() => void queue.fetchNextPage()} loading={queue.isFetchingNextPage}>{t('more')}</Button>}
    </section>
  );
};

const Mine = () => {
  const t = useTexts();
  const columns = useColumns(true);
  const caller = useCaller();
  const signature = usePages<ContractBoardRow>('/contracts', { awaitedSide: 'signature', limit: 100 });
  const countersignature = usePages<ContractBoardRow>('/contracts', { awaitedSide: 'countersignature', limit: 100 });
  if (!caller?.roles.includes('leader') || !signature.data || !countersignature.data) return null;
  const rows = [signature, countersignature].flatMap(({ data }) => data?.pages.flatMap(({ items }) => items) ?? [])
    .filter(({ awaitedPostIds }) => awaitedPostIds.includes(caller.postId));
  return (
    <section className="sheet" aria-labelledby="queue-mine">
      <h2 id="queue-mine">{t('mine')} <Mark tone={rows.length > 0 ? 'seal' : 'strong'}>{rows.length}</Mark></h2>
      {rows.length === 0 ? <Nothing>{t('noneMine')}</Nothing> : <Ledger caption={t('mine')} columns={columns} rows={rows} keyOf={idOf} />}
    </section>
  );
};

/** Who has not signed which contract, since when, and how often they were reminded. */
export const SigningPage = () => {
  const t = useTexts();
  return (
    <PageFrame title={t('title')} lead={t('lead')} crumbs={[{ to: '/contracts', name: t('contracts') }]}>
      <Mine />
      <Queue side="signature" />
      <Queue side="countersignature" />
    </PageFrame>
  );
};
