import type { ContractBatchRow } from '@zeren/contracts-domain';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { usePages } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { Ledger } from '../../design/ledger.js';
import { Mark } from '../../design/lamp.js';
import { PageFrame } from '../../design/page.js';
import { AsOf, Bones, Failure, Nothing } from '../../design/states.js';
import { timeOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useAccount } from '../../session/session.js';
import { BatchForm } from './batch-form.js';
import { useBatchTexts } from './contract-batch.texts.js';

/** Batches of contracts with their progress, and the way to a new one. */
export const ContractBatchesPage = () => {
  const t = useBatchTexts();
  const { nameOf, language } = useLanguage();
  const { roles, tenantId } = useAccount();
  const [isOpen, setOpen] = useState(false);
  const batches = usePages<ContractBatchRow>('/contract-batches', { limit: 50 });
  const rows = batches.data?.pages.flatMap(({ items }) => items);
  const isOffice = roles.includes('city-office') || roles.includes('district-office');
  return (
    <PageFrame title={t('title')} lead={t('lead')} crumbs={[{ to: '/contracts', name: t('contracts') }]} aside={<AsOf of={batches} />}>
      {isOffice && <div><Button type="primary" onClick={() => setOpen(true)}>{t('start')}</Button></div>}
      {isOpen && <BatchForm tenantId={tenantId} onClose={() => setOpen(false)} />}
      {batches.isError && <Failure failure={batches.error} onAgain={() => void batches.refetch()} />}
      {!rows && !batches.isError && <div className="sheet"><Bones lines={5} /></div>}
      {rows?.length === 0 && <div className="sheet"><Nothing>{t('none')}</Nothing></div>}
      {rows && rows.length > 0 && (
        <section className="sheet">
          <Ledger caption={t('batches')} rows={rows} keyOf={idOf} columns={[
            { key: 'title', title: t('batches'), lead: true, cell: (row) => <Link to={`/contract-batches/${idOf(row)}`}>{nameOf(row.template.title)}</Link> },
            { key: 'started', title: t('started'), cell: ({ startedAt }) => <span className="nowrap">{timeOf(startedAt, language)}</span> },
            { key: 'progress', title: t('progress'), end: true, cell: ({ results, parties }) => t('of', { done: results.filter(({ contractId }) => contractId !== null).length, total: parties.length }) },
            { key: 'status', title: t('status'), cell: ({ status }) => <Mark tone={status === 'done' ? 'strong' : 'seal'}>{t(status)}</Mark> },
          ]} />
        </section>
      )}
    </PageFrame>
  );
};
