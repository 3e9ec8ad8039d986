import type { FollowedRequest, PublicTenant } from '@zeren/requests-domain';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { ServiceProblem } from '../../api/problem.js';
import { useRead } from '../../api/reads.js';
import { Resource } from '../../design/states.js';
import { DoorFrame, doorPath } from './door-frame.js';
import { Followed } from './followed.js';
import { useFrontDoorTexts } from './front-door.texts.js';

type Proof = { readonly receipt: string; readonly secret: string };

const isProof = (state: unknown): state is Proof => typeof state === 'object' && state !== null && 'receipt' in state && 'secret' in state;

const nothing: Proof = { receipt: '', secret: '' };

const Course = ({ tenantId, proof }: { tenantId: string; proof: Proof }) => {
  const t = useFrontDoorTexts();
  const path = `${doorPath(tenantId)}/receipts/${encodeURIComponent(proof.receipt)}`;
  const followed = useRead<FollowedRequest>(path, { secret: proof.secret });
  if (followed.error instanceof ServiceProblem && followed.error.details.status === 404) return <p role="alert">{t('none')}</p>;
  return <Resource of={followed} lines={8}>{(request) => <Followed tenantId={tenantId} path={path} secret={proof.secret} request={request} />}</Resource>;
};

/** The secret never stands in the address: it comes with the way here, or is typed. */
const Following = ({ tenant: { tenantId } }: { tenant: PublicTenant }) => {
  const t = useFrontDoorTexts();
  const id = useId();
  const state = useLocation().state as unknown;
  const told = isProof(state) ? state : undefined;
  const [typed, setTyped] = useState<Proof>(told ?? nothing);
  const [proof, setProof] = useState<Proof | undefined>(told);
  const isShut = typed.receipt.trim() === '' || typed.secret.trim() === '';
  return (
    <>
      <form className="sheet stack" onSubmit={(event) => {
        event.preventDefault();
        if (!isShut) setProof({ receipt: typed.receipt.trim().toLowerCase(), secret: typed.secret.trim().toLowerCase() });
      }}>
        <div className="areas">
          <div className="filter">
            <label htmlFor={`${id}receipt`}>{t('receipt')}</label>
            <Input id={`${id}receipt`} className="large mono" maxLength={40} autoCapitalize="none" value={typed.receipt} onChange={({ target }) => setTyped({ ...typed, receipt: target.value })} />
          </div>
          <div className="filter">
            <label htmlFor={`${id}secret`}>{t('secret')}</label>
            <Input id={`${id}secret`} className="large mono" maxLength={40} autoCapitalize="none" autoComplete="off" value={typed.secret} onChange={({ target }) => setTyped({ ...typed, secret: target.value })} />
          </div>
        </div>
        <div><Button className="large" type="primary" htmlType="submit" disabled={isShut}>{t('look')}</Button></div>
      </form>
      {proof && <Course tenantId={tenantId} proof={proof} />}
    </>
  );
};

/** How a request stands, for who has its receipt. */
export const ReceiptPage = () => {
  const t = useFrontDoorTexts();
  return <DoorFrame heading={t('follow')} lead={t('followLead')}>{(tenant) => <Following tenant={tenant} />}</DoorFrame>;
};
