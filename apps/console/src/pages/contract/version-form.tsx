import { latestVersion, postsOf, type Clause, type ContractContent, type ContractDocument, type ContractParty } from '@zeren/contracts-domain';
import { Button, Input, Modal } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useCommand } from '../../api/commands.js';
import { idOf } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import { Failure } from '../../design/states.js';
import { useContractTexts } from './contract.texts.js';

type Wording = Pick<ContractContent, 'title' | 'period' | 'clauses'> & { readonly reason: string };

const secondOf = (party: ContractParty, field: string) => (postsOf(party)[1] === undefined ? {} : { [field]: postsOf(party)[1] });

/** The body of a new version: what the form changes, and everything else as it stands. */
const bodyOf = ({ legalBasis, issuer, responsible, assistance }: ContractContent, wording: Wording) => ({
  ...wording,
  legalBasis,
  issuerPostId: issuer.postId,
  responsiblePostId: responsible.postId,
  ...secondOf(issuer, 'issuerSecondPostId'),
  ...secondOf(responsible, 'responsibleSecondPostId'),
  ...(assistance && { assistance: assistance.map(({ unitName: _, ...item }) => item) }),
});

const Labelled = ({ label, children }: { label: string; children: (id: string) => ReactNode }) => {
  const id = useId();
  return <div className="filter"><label htmlFor={id}>{label}</label>{children(id)}</div>;
};

const ClauseEditor = ({ clause, onChange, onRemove }: { clause: Clause; onChange: (clause: Clause) => void; onRemove: () => void }) => {
  const t = useContractTexts();
  return (
    <li className="stack card">
      <div className="apart">
        <span className="row"><b>{clause.code}</b> <Mark tone={clause.kind === 'reward' ? 'strong' : 'seal'}>{t(clause.kind)}</Mark></span>
        <Button size="small" onClick={onRemove}>{t('removeClause')}</Button>
      </div>
      {(['zh', 'en'] as const).map((language) => (
        <Input.TextArea key={language} autoSize lang={language === 'zh' ? 'zh-CN' : 'en'} aria-label={`${clause.code} ${language}`} maxLength={2000}
          value={clause.text[language]} onChange={({ target }) => onChange({ ...clause, text: { ...clause.text, [language]: target.value } })} />
      ))}
    </li>
  );
};

/** A new version of the contract: title, period and clauses; its tasks are taken from the split as it is now. */
export const VersionForm = ({ contract, onClose }: { contract: ContractDocument; onClose: () => void }) => {
  const t = useContractTexts();
  const { content } = latestVersion(contract);
  const [wording, setWording] = useState<Wording>({ title: content.title, period: content.period, clauses: content.clauses, reason: '' });
  const send = useCommand(onClose);
  const sendIt = () => send.mutate({ path: `/contracts/${idOf(contract)}/versions`, body: bodyOf(content, wording), revision: contract.revision });
  const setClauses = (clauses: readonly Clause[]) => setWording({ ...wording, clauses });
  return (
    <Modal open width={760} title={t(contract.status === 'in-force' ? 'amend' : 'redraft')} onCancel={onClose} footer={(
      <span className="row form-end">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="primary" disabled={wording.reason.trim() === ''} loading={send.isPending} onClick={sendIt}>{t('send')}</Button>
      </span>
    )}>
      <div className="stack">
        <p className="soft">{t('versionLead')}</p>
        <Labelled label={t('reason')}>{(id) => <Input.TextArea id={id} rows={2} maxLength={2000} value={wording.reason} onChange={({ target }) => setWording({ ...wording, reason: target.value })} />}</Labelled>
        {(['zh', 'en'] as const).map((language) => (
          <Labelled key={language} label={t(language === 'zh' ? 'titleZh' : 'titleEn')}>
            {(id) => <Input id={id} value={wording.title[language]} onChange={({ target }) => setWording({ ...wording, title: { ...wording.title, [language]: target.value } })} />}
          </Labelled>
        ))}
        <div className="row">
          {(['from', 'until'] as const).map((end) => (
            <Labelled key={end} label={t(end)}>
              {(id) => <input id={id} type="date" className="date-field" value={wording.period[end]} onChange={({ target }) => setWording({ ...wording, period: { ...wording.period, [end]: target.value } })} />}
            </Labelled>
          ))}
        </div>
        <ul className="plain cards">
          {wording.clauses.map((clause) => (
            <ClauseEditor key={clause.code} clause={clause}
              onChange={(changed) => setClauses(wording.clauses.map((one) => (one.code === clause.code ? changed : one)))}
              onRemove={() => setClauses(wording.clauses.filter(({ code }) => code !== clause.code))} />
          ))}
        </ul>
        {send.isError && <Failure failure={send.error} />}
      </div>
    </Modal>
  );
};
