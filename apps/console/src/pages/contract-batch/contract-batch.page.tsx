import { contractsRefusals, unitsToIssue, type BatchParty, type ContractBatchRow } from '@zeren/contracts-domain';
import { Button, Progress } from 'antd';
import { Link, useParams } from 'react-router-dom';
import { useCommand } from '../../api/commands.js';
import { useRead } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { Ledger } from '../../design/ledger.js';
import { Mark } from '../../design/lamp.js';
import { PageFrame } from '../../design/page.js';
import { AsOf, Failure, Resource } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { useAccount } from '../../session/session.js';
import { useBatchTexts } from './contract-batch.texts.js';

const Why = ({ code }: { code: string }) => {
  const { nameOf } = useLanguage();
  const texts: Readonly<Record<string, { zh: string; en: string }>> = contractsRefusals;
  return <>{nameOf(texts[code]) || code} <span className="small soft mono">{code}</span></>;
};

const Results = ({ batch }: { batch: ContractBatchRow }) => {
  const t = useBatchTexts();
  const { nameOf } = useLanguage();
  const resultOf = ({ unitId }: BatchParty) => batch.results.find((result) => result.unitId === unitId);
  return (
    <Ledger caption={t('results')} rows={batch.parties} keyOf={({ unitId }) => unitId} columns={[
      { key: 'unit', title: t('unit'), lead: true, cell: ({ unitName }) => nameOf(unitName) },
      {
        key: 'contract', title: t('contract'), cell: (party) => {
          const contractId = resultOf(party)?.contractId;
          return contractId ? <Link to={`/contracts/${contractId}`}>{t('open')}</Link> : <Mark tone="seal">{t('pending')}</Mark>;
        },
      },
      { key: 'why', title: t('why'), wide: true, cell: (party) => { const code = resultOf(party)?.code; return code ? <Why code={code} /> : '—'; } },
    ]} />
  );
};

const Batch = ({ batch }: { batch: ContractBatchRow }) => {
  const t = useBatchTexts();
  const { roles } = useAccount();
  const send = useCommand();
  const left = unitsToIssue(batch).length;
  const total = batch.parties.length;
  const isOffice = roles.includes('city-office') || roles.includes('district-office');
  return (
    <section className="sheet stack">
      <div className="row">
        <Mark tone={batch.status === 'done' ? 'strong' : 'seal'}>{t(batch.status)}</Mark>
        <Progress aria-label={t('progress')} percent={Math.round(((total - left) / total) * 100)} format={() => t('of', { done: total - left, total })} style={{ maxWidth: 320 }} />
        {isOffice && left > 0 && <Button loading={send.isPending} onClick={() => send.mutate({ path: `/contract-batches/${idOf(batch)}/continuation`, body: {} })}>{t('continue')}</Button>}
      </div>
      {send.isError && <Failure failure={send.error} />}
      <Results batch={batch} />
    </section>
  );
};

/** One batch: how far it is, and what came of each unit. */
export const ContractBatchPage = () => {
  const t = useBatchTexts();
  const { nameOf } = useLanguage();
  const { id = '' } = useParams();
  const batch = useRead<ContractBatchRow>(`/contract-batches/${encodeURIComponent(id)}`);
  return (
    <PageFrame key={id} title={nameOf(batch.data?.template.title) || t('title')} crumbs={[{ to: '/contracts', name: t('contracts') }, { to: '/contract-batches', name: t('title') }]} aside={<AsOf of={batch} />}>
      <Resource of={batch} lines={8}>{(row) => <Batch batch={row} />}</Resource>
    </PageFrame>
  );
};
