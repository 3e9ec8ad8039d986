import type { RequestRow } from '@zeren/requests-domain';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import { useRead } from '../../api/reads.js';
import { Resource } from '../../design/states.js';
import { UnitName } from '../../design/unit-name.js';
import { useAccount } from '../../session/session.js';
import { useIntakeTexts } from './intake.texts.js';
import { StatusMark } from './status-mark.js';

const speaking = ['hotline', 'city-office', 'district-office'] as const;

/** What whoever asked is told, to follow it without an account; told by those who speak with them. */
const Receipt = ({ id }: { id: string }) => {
  const t = useIntakeTexts();
  const receipt = useRead<{ readonly receipt: string; readonly secret: string }>(`/requests/${id}/receipt`, {}, { immediate: true });
  return (
    <Resource of={receipt} lines={2}>
      {(told) => (
        <>
          <dl className="facts">
            <dt>{t('receipt')}</dt><dd className="intake-receipt">{told.receipt}</dd>
            <dt>{t('secret')}</dt><dd className="intake-receipt">{told.secret}</dd>
          </dl>
          <p>{t('tell')}</p>
        </>
      )}
    </Resource>
  );
};

/** Whom it went to at once, or what it waits for. */
const Routed = ({ id }: { id: string }) => {
  const t = useIntakeTexts();
  const request = useRead<RequestRow>(`/requests/${id}`);
  return (
    <Resource of={request} lines={1}>
      {({ leadUnitId, status }) => <dl className="facts"><dt>{t('proposal')}</dt><dd>{leadUnitId ? <b><UnitName id={leadUnitId} /></b> : <StatusMark status={status} />}</dd></dl>}
    </Resource>
  );
};

/** The receipt to read out; Enter begins the next one. */
export const Filed = ({ id, onNext }: { id: string; onNext: () => void }) => {
  const t = useIntakeTexts();
  const navigate = useNavigate();
  const { roles } = useAccount();
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  return (
    <section className="sheet stack" role="status">
      <h2>{t('saved')}</h2>
      {speaking.some((role) => roles.includes(role)) && <Receipt id={id} />}
      <Routed id={id} />
      <div className="row">
        <Button ref={next} type="primary" onClick={onNext}>{t('next')}</Button>
        <Button onClick={() => void navigate(`/requests/${id}`)}>{t('open')}</Button>
      </div>
    </section>
  );
};
