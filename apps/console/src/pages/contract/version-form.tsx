import { latestVersion, postsOf, type ContractContent, type ContractDocument, type ContractParty } from '@zeren/contracts-domain';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/commands.js';
import { idOf } from '../../api/rows.js';
import { Failure } from '../../design/states.js';
import { useContractTexts } from './contract.texts.js';
import { BasesAndClauses, Faults, faultsOf, Labelled, TitleAndPeriod, type Wording } from './wording-fields.js';

const secondOf = (party: ContractParty, field: string) => (postsOf(party)[1] === undefined ? {} : { [field]: postsOf(party)[1] });

/** The body of a new version: what the form changes, and everything else as it stands. */
const bodyOf = ({ issuer, responsible, assistance }: ContractContent, wording: Wording, reason: string) => ({
  ...wording,
  reason,
  issuerPostId: issuer.postId,
  responsiblePostId: responsible.postId,
  ...secondOf(issuer, 'issuerSecondPostId'),
  ...secondOf(responsible, 'responsibleSecondPostId'),
  ...(assistance && { assistance: assistance.map(({ unitName: _, ...item }) => item) }),
});

/** A new version of the contract: title, period, bases and clauses; its tasks are taken from the split as it is now. */
export const VersionForm = ({ contract, because = '', onClose }: { contract: ContractDocument; because?: string; onClose: () => void }) => {
  const t = useContractTexts();
  const { content } = latestVersion(contract);
  const [wording, setWording] = useState<Wording>({ title: content.title, period: content.period, legalBasis: content.legalBasis, clauses: content.clauses });
  const [reason, setReason] = useState(because);
  const send = useCommand(onClose);
  const sendIt = () => send.mutate({ path: `/contracts/${idOf(contract)}/versions`, body: bodyOf(content, wording, reason), revision: contract.revision });
  const change = (changed: Partial<Wording>) => setWording((before) => ({ ...before, ...changed }));
  return (
    <Modal open width={820} title={t(contract.status === 'in-force' ? 'amend' : 'redraft')} onCancel={onClose} footer={(
      <span className="row form-end">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="primary" disabled={reason.trim() === ''} loading={send.isPending} onClick={sendIt}>{t('send')}</Button>
      </span>
    )}>
      <Faults.Provider value={faultsOf(undefined, send.error)}>
        <div className="stack">
          <p className="soft">{t('versionLead')}</p>
          <Labelled label={t('reason')} field="reason">{(control) => <Input.TextArea {...control} rows={3} maxLength={2000} value={reason} onChange={({ target }) => setReason(target.value)} />}</Labelled>
          <TitleAndPeriod wording={wording} onChange={change} />
          <BasesAndClauses wording={wording} onChange={change} />
          {send.isError && <Failure failure={send.error} />}
        </div>
      </Faults.Provider>
    </Modal>
  );
};
