import type { FilingAnswer } from '@zeren/requests-domain';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router-dom';
import { useFrontDoorTexts } from './front-door.texts.js';

/** What whoever asked takes away: the receipt, and the secret that opens it. */
export const Filed = ({ tenantId, answer: { receipt, secret }, onAnother }: { tenantId: string; answer: FilingAnswer; onAnother: () => void }) => {
  const t = useFrontDoorTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="sheet stack">
      <h2 ref={heading} tabIndex={-1}>{t('filed')}</h2>
      <p>{t('filedLead')}</p>
      <dl className="facts">
        <dt>{t('receipt')}</dt><dd className="front-door-receipt">{receipt}</dd>
        <dt>{t('secret')}</dt><dd className="front-door-receipt">{secret}</dd>
      </dl>
      <div className="row">
        <Link to={`/front-door/${tenantId}/receipt`} state={{ receipt, secret }}>{t('keep')}</Link>
        <Button className="large" onClick={onAnother}>{t('another')}</Button>
      </div>
    </section>
  );
};
