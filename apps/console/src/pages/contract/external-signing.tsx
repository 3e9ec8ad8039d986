import { latestVersion, type ContractDocument, type Side, type SignatureKeyRow } from '@zeren/contracts-domain';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'react-router-dom';
import { afterOwnWrites, readFile } from '../../api/client.js';
import { useCommand } from '../../api/commands.js';
import { usePages } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { Failure } from '../../design/states.js';
import { useAccount } from '../../session/session.js';
import { useContractTexts } from './contract.texts.js';

const BytesButton = ({ id, version }: { id: string; version: number }) => {
  const t = useContractTexts();
  const reading = useMutation({
    mutationFn: () => readFile(`/contracts/${id}/signed-bytes`, { version, ...afterOwnWrites() }),
    onSuccess: (bytes) => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(bytes);
      link.download = `contract-${id}-v${version}.json`;
      link.click();
      URL.revokeObjectURL(link.href);
    },
  });
  return (
    <>
      <div><Button loading={reading.isPending} onClick={() => reading.mutate()}>{t('download')}</Button></div>
      {reading.isError && <Failure failure={reading.error} />}
    </>
  );
};

/** Takes a signature that the officer made outside the platform with a confirmed key of their own. */
export const ExternalSigning = ({ contract, side, onClose }: { contract: ContractDocument; side: Side; onClose: () => void }) => {
  const t = useContractTexts();
  const prefix = useId();
  const { actorId } = useAccount();
  const [keyId, setKeyId] = useState('');
  const [value, setValue] = useState('');
  const keys = usePages<SignatureKeyRow>('/signature-keys', { limit: 200 });
  const send = useCommand(onClose);
  const own = keys.data?.pages.flatMap(({ items }) => items).filter((key) => key.officerId === actorId && key.status === 'confirmed') ?? [];
  const { content: { version }, fingerprint } = latestVersion(contract);
  const external = { keyId, value: value.replaceAll(/\s/g, '') };
  return (
    <Modal open title={t('signOutside')} onCancel={onClose} footer={(
      <>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="primary" disabled={keyId === '' || external.value === ''} loading={send.isPending}
          onClick={() => send.mutate({ path: `/contracts/${idOf(contract)}/${side}`, body: { fingerprint, external }, revision: contract.revision })}>{t('send')}</Button>
      </>
    )}>
      <div className="stack">
        <p className="soft in-text">{t('outsideLead')} <Link to="/signature-keys">{t('ownKeys')}</Link></p>
        <BytesButton id={idOf(contract)} version={version} />
        <div className="filter">
          <label htmlFor={`${prefix}key`}>{t('key')}</label>
          <Select id={`${prefix}key`} value={keyId || null} onChange={(chosen) => setKeyId(chosen ?? '')} options={own.map((key) => ({ value: key.keyId, label: `${key.algorithm} ${key.keyId}` }))} />
        </div>
        <div className="filter">
          <label htmlFor={`${prefix}value`}>{t('outsideValue')}</label>
          <Input.TextArea id={`${prefix}value`} rows={4} value={value} onChange={({ target }) => setValue(target.value)} />
        </div>
        {send.isError && <Failure failure={send.error} />}
      </div>
    </Modal>
  );
};
