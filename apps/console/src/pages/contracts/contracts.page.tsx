import type { ContractListed } from '@zeren/contracts-domain';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { usePages } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { ContractStatusMark } from '../../design/contract-status.js';
import { Mark } from '../../design/lamp.js';
import { Ledger, type Column } from '../../design/ledger.js';
import { PageFrame } from '../../design/page.js';
import { PostName } from '../../design/post-name.js';
import { AsOf, Bones, Failure, Nothing } from '../../design/states.js';
import { dayOf } from '../../language/dates.js';
import { textsOf, useLanguage } from '../../language/language.js';
import { useAccount } from '../../session/session.js';
import { DraftForm } from './draft-form.js';

const useTexts = textsOf(
  'contracts',
  {
    title: '责任状', lead: '由已发布的分解起草，责任单位签署、发状单位会签后生效；每次查看都重新验证签名。', name: '责任状', party: '责任单位', issuer: '发状单位', status: '状态', terms: '任务数', period: '期限', signed: '签署', countersigned: '会签', more: '更多', signing: '签署台：谁还没有签', batches: '批量签发', vetoes: '一票否决清单', keys: '自有密钥与证书', waiting: '未签', none: '还没有责任状。', draft: '起草责任状', changed: '{{count}} 项需修订',
  },
  {
    title: 'Contracts', lead: 'Drafted from the published split; in force once the responsible unit has signed and the issuer has countersigned; verified anew on every reading.', name: 'Contract', party: 'Responsible', issuer: 'Issuer', status: 'State', terms: 'Tasks', period: 'Period', signed: 'Signed', countersigned: 'Countersigned', more: 'More', signing: 'Who has not signed', batches: 'Issue in a batch', vetoes: 'Veto clauses', keys: 'Own keys and certificates', waiting: 'Not signed', none: 'There is no contract yet.', draft: 'Draft a contract', changed: '{{count}} to amend',
  },
);

const useColumns = (): readonly Column<ContractListed>[] => {
  const t = useTexts();
  const { nameOf, language } = useLanguage();
  const day = (date: string | null) => <span className="nowrap">{date ? dayOf(date, language) : '—'}</span>;
  return [
    { key: 'name', title: t('name'), lead: true, cell: (row) => <Link to={`/contracts/${idOf(row)}`}>{nameOf(row.title)}</Link> },
    { key: 'party', title: t('party'), cell: (row) => nameOf(row.responsibleUnitName) },
    { key: 'issuer', title: t('issuer'), cell: (row) => nameOf(row.issuerUnitName) },
    { key: 'status', title: t('status'), cell: ({ status, changedTerms }) => <span className="row"><ContractStatusMark status={status} />{changedTerms > 0 && <Mark tone="seal">{t('changed', { count: changedTerms })}</Mark>}</span> },
    { key: 'waiting', title: t('waiting'), cell: ({ awaitedPostIds }) => (awaitedPostIds.length === 0 ? '—' : awaitedPostIds.map((post) => <div key={post}><PostName id={post} /></div>)) },
    { key: 'terms', title: t('terms'), end: true, cell: ({ terms }) => terms },
    { key: 'signed', title: t('signed'), cell: ({ signedOn }) => day(signedOn) },
    { key: 'countersigned', title: t('countersigned'), cell: ({ countersignedOn }) => day(countersignedOn) },
    { key: 'period', title: t('period'), cell: ({ periodFrom, periodUntil }) => `${dayOf(periodFrom, language)} – ${dayOf(periodUntil, language)}` },
  ];
};

/** An office drafts a contract in its tenant's name. */
const Drafting = () => {
  const t = useTexts();
  const { roles, tenantId } = useAccount();
  const [isOpen, setOpen] = useState(false);
  if (!roles.includes('city-office') && !roles.includes('district-office')) return null;
  return (
    <div>
      <Button type="primary" onClick={() => setOpen(true)}>{t('draft')}</Button>
      {isOpen && <DraftForm tenantId={tenantId} onClose={() => setOpen(false)} />}
    </div>
  );
};

/** The contracts the reader's tenant issues or answers for. */
export const ContractsPage = () => {
  const t = useTexts();
  const columns = useColumns();
  const contracts = usePages<ContractListed>('/contracts', { limit: 50 });
  const rows = contracts.data?.pages.flatMap(({ items }) => items);
  return (
    <PageFrame title={t('title')} lead={t('lead')} aside={<AsOf of={contracts} />}>
      <nav className="row in-text" aria-label={t('title')}>
        <Link to="/signing">{t('signing')}</Link><Link to="/contract-batches">{t('batches')}</Link><Link to="/veto-clauses">{t('vetoes')}</Link><Link to="/signature-keys">{t('keys')}</Link>
      </nav>
      <Drafting />
      {contracts.isError && <Failure failure={contracts.error} onAgain={() => void contracts.refetch()} />}
      {!rows && !contracts.isError && <div className="sheet"><Bones lines={10} /></div>}
      {rows?.length === 0 && <div className="sheet"><Nothing>{t('none')}</Nothing></div>}
      {rows && rows.length > 0 && (
        <section className="sheet">
          <Ledger caption={t('title')} columns={columns} rows={rows} keyOf={idOf} />
          {contracts.hasNextPage && <Button onClick={() => void contracts.fetchNextPage()} loading={contracts.isFetchingNextPage}>{t('more')}</Button>}
        </section>
      )}
    </PageFrame>
  );
};
