import type { VetoClauseRow } from '@zeren/contracts-domain';
import { Button } from 'antd';
import { Link } from 'react-router-dom';
import { usePages } from '../../api/reads.js';
import { Ledger } from '../../design/ledger.js';
import { Mark } from '../../design/lamp.js';
import { PageFrame } from '../../design/page.js';
import { AsOf, Bones, Failure, Nothing } from '../../design/states.js';
import { dayOf } from '../../language/dates.js';
import { textsOf, useLanguage } from '../../language/language.js';

const useTexts = textsOf(
  'veto-clauses',
  {
    title: '一票否决清单', lead: '国家规定从严控制“一票否决”：没有名称和文号齐全的依据，条款不能写入责任状；每一版的每一条都列在这里。', contracts: '责任状', clause: '条款', unit: '责任单位', basis: '依据', number: '文号', period: '期限',
    version: '第 {{version}} 版', complete: '依据齐全', none: '没有一票否决条款。', more: '更多', law: '法律法规', 'party-regulation': '党内法规', 'superior-document': '上级文件',
  },
  {
    title: 'Register of veto clauses', lead: 'National rules limit veto clauses: without a basis that has title and number none enters a contract. Each clause of each version stands here.', contracts: 'Contracts', clause: 'Clause', unit: 'Responsible unit', basis: 'Legal basis', number: 'Number', period: 'Period',
    version: 'version {{version}}', complete: 'basis complete', none: 'There is no veto clause.', more: 'More', law: 'law', 'party-regulation': 'party regulation', 'superior-document': 'superior document',
  },
);

/** Every veto clause with the legal basis it stands on. */
export const VetoClausesPage = () => {
  const t = useTexts();
  const { nameOf, language } = useLanguage();
  const register = usePages<VetoClauseRow>('/veto-clauses', { limit: 100 });
  const rows = register.data?.pages.flatMap(({ items }) => items);
  return (
    <PageFrame title={t('title')} lead={t('lead')} crumbs={[{ to: '/contracts', name: t('contracts') }]} aside={<AsOf of={register} />}>
      {register.isError && <Failure failure={register.error} onAgain={() => void register.refetch()} />}
      {!rows && !register.isError && <div className="sheet"><Bones lines={8} /></div>}
      {rows?.length === 0 && <div className="sheet"><Nothing>{t('none')}</Nothing></div>}
      {rows && rows.length > 0 && (
        <section className="sheet stack">
          <Ledger caption={t('title')} rows={rows} keyOf={({ ownerTenantId, id }) => `${ownerTenantId}_${id}`} columns={[
            { key: 'clause', title: t('clause'), lead: true, cell: (row) => <><b>{row.code}</b> {nameOf(row.text)}</> },
            { key: 'unit', title: t('unit'), cell: (row) => <Link to={`/contracts/${row.contractId}`}>{nameOf(row.responsibleUnitName)} · {t('version', { version: row.version })}</Link> },
            { key: 'basis', title: t('basis'), wide: true, cell: (row) => <><Mark>{t(row.basisKind)}</Mark> {row.basisTitle}</> },
            { key: 'number', title: t('number'), cell: ({ basisNumber }) => <>{basisNumber} <Mark tone="strong">{t('complete')}</Mark></> },
            { key: 'period', title: t('period'), cell: ({ periodFrom, periodUntil }) => `${dayOf(periodFrom, language)} – ${dayOf(periodUntil, language)}` },
          ]} />
          {register.hasNextPage && <Button onClick={() => void register.fetchNextPage()} loading={register.isFetchingNextPage}>{t('more')}</Button>}
        </section>
      )}
    </PageFrame>
  );
};
