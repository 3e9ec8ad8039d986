import { contractsRefusals, type ContractListed } from '@zeren/contracts-domain';
import type { SplitProgressRow } from '@zeren/tasks-domain';
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useCommand } from '../../api/commands.js';
import { useUnitNames } from '../../api/directory.js';
import { usePages } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { refusalOf } from '../../design/refusal.js';
import { Spoken } from '../../design/spoken.js';
import { Failure } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { BasesAndClauses, emptyBasis, Faults, faultsOf, Labelled, TitleAndPeriod } from '../contract/wording-fields.js';
import { AssistanceFields } from './assistance-fields.js';
import { bodyOf, decideDraft, isTown, type Draft } from './draft.js';
import { useDraftTexts } from './draft.texts.js';

type Part = { readonly draft: Draft; readonly onChange: (change: Partial<Draft>) => void };

const SplitChoice = ({ draft, onChange }: Part) => {
  const t = useDraftTexts();
  const { nameOf } = useLanguage();
  const splits = usePages<SplitProgressRow>('/splits', { limit: 200 });
  const published = splits.data?.pages.flatMap(({ items }) => items).filter(({ status }) => status === 'published') ?? [];
  return (
    <Labelled label={t('split')} field="splitId">
      {(control) => <Select {...control} value={draft.splitId || null} placeholder={t('chooseSplit')} onChange={(splitId) => onChange({ splitId: splitId ?? '' })} options={published.map((row) => ({ value: idOf(row), label: nameOf(row.title) }))} />}
    </Labelled>
  );
};

const UnitChoice = ({ draft, onChange }: Part) => {
  const t = useDraftTexts();
  const { nameOf } = useLanguage();
  const names = useUnitNames();
  const options = [...names ?? []].map(([unitId, name]) => ({ value: unitId, label: `${nameOf(name)} ${unitId}` }));
  return (
    <Labelled label={t('unit')} field={['responsibleUnitId', 'responsibleTenantId']}>
      {(control) => (
        <Select {...control} showSearch={{ optionFilterProp: 'label' }} value={draft.responsibleUnitId || null} placeholder={t('chooseUnit')} options={options}
          onChange={(unitId) => onChange({ responsibleUnitId: unitId ?? '', responsiblePostId: unitId ? `${unitId}.head` : '', assistance: [] })} />
      )}
    </Labelled>
  );
};

const posts = [
  ['responsiblePost', 'responsiblePostId'], ['responsibleSecond', 'responsibleSecondPostId'], ['issuerPost', 'issuerPostId'], ['issuerSecond', 'issuerSecondPostId'],
] as const;

const Posts = ({ draft, onChange }: Part) => {
  const t = useDraftTexts();
  return (
    <div className="wording-posts">
      {posts.map(([label, field]) => (
        <Labelled key={field} label={t(label)} field={field}>{(control) => <Input {...control} className="mono" value={draft[field]} onChange={({ target }) => onChange({ [field]: target.value.trim() })} />}</Labelled>
      ))}
    </div>
  );
};

const ParentChoice = ({ draft, onChange, tenantId }: Part & { tenantId: string }) => {
  const t = useDraftTexts();
  const { nameOf } = useLanguage();
  const above = usePages<ContractListed>('/contracts', { status: 'in-force', unitId: tenantId, limit: 100 });
  const options = above.data?.pages.flatMap(({ items }) => items).map((row) => ({ value: idOf(row), label: nameOf(row.title) })) ?? [];
  if (options.length === 0) return null;
  return (
    <Labelled label={t('parent')} field="parentContractId">
      {(control) => <Select {...control} value={draft.parentContractId} onChange={(parentContractId) => onChange({ parentContractId })} options={[{ value: '', label: t('noParent') }, ...options]} />}
    </Labelled>
  );
};

const emptyDraft = (tenantId: string): Draft => ({
  splitId: '', responsibleUnitId: '', responsiblePostId: '', responsibleSecondPostId: '', issuerPostId: `${tenantId}.head`, issuerSecondPostId: '', parentContractId: '',
  title: { zh: '', en: '' }, legalBasis: [emptyBasis], clauses: [], period: { from: '', until: '' }, assistance: [],
});

/** Words one contract; what the contract itself refuses is said at its field before, what only the service knows after it is sent. */
export const DraftForm = ({ tenantId, onClose }: { tenantId: string; onClose: () => void }) => {
  const t = useDraftTexts();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>(emptyDraft(tenantId));
  const send = useCommand(({ id }) => void navigate(`/contracts/${id}`));
  const refusal = refusalOf(() => decideDraft(draft, tenantId), contractsRefusals, language);
  const change = (changed: Partial<Draft>) => {
    send.reset();
    setDraft((before) => ({ ...before, ...changed }));
  };
  return (
    <Modal open width={820} title={t('draft')} onCancel={onClose} footer={(
      <div className="apart">
        <span className="why" role="status"><Spoken sentence={refusal?.sentence} /></span>
        <span className="row">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" disabled={refusal !== undefined} loading={send.isPending} onClick={() => send.mutate({ path: '/contracts', body: bodyOf(draft) })}>{t('send')}</Button>
        </span>
      </div>
    )}>
      <Faults.Provider value={faultsOf(refusal, send.error)}>
        <div className="stack">
          <p className="soft">{t('lead')}</p>
          <SplitChoice draft={draft} onChange={change} />
          <UnitChoice draft={draft} onChange={change} />
          <Posts draft={draft} onChange={change} />
          <ParentChoice draft={draft} onChange={change} tenantId={tenantId} />
          <TitleAndPeriod wording={draft} onChange={change} />
          <BasesAndClauses wording={draft} onChange={change} />
          {isTown(draft.responsibleUnitId) && <AssistanceFields townId={draft.responsibleUnitId} items={draft.assistance} onChange={(assistance) => change({ assistance })} />}
          {send.isError && <Failure failure={send.error} />}
        </div>
      </Faults.Provider>
    </Modal>
  );
};
