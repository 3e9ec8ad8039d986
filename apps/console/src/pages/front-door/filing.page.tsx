import type { FilingAnswer, PublicTenant } from '@zeren/requests-domain';
import { Button } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/commands.js';
import { Failure } from '../../design/states.js';
import { DoorFrame, doorPath } from './door-frame.js';
import { Filed } from './filed.js';
import { filingOf, isPersonal, missingIn, nothingSaid, type DoorSaid } from './filing.js';
import { useFrontDoorTexts } from './front-door.texts.js';
import { PhotoFields } from './photo-fields.js';
import { PlaceFields } from './place-fields.js';
import { SimilarRequests } from './similar-requests.js';
import { WhatFields } from './what-fields.js';
import { WhoFields } from './who-fields.js';

/** Sent again after a failure it is filed once: what is said keeps its key until it has been received. */
const Filing = ({ tenant, onFiled }: { tenant: PublicTenant; onFiled: (answer: FilingAnswer) => void }) => {
  const t = useFrontDoorTexts();
  const { tenantId } = tenant;
  const [said, setSaid] = useState<DoorSaid>(nothingSaid);
  const send = useCommand<FilingAnswer>(onFiled);
  const say = (change: Partial<DoorSaid>) => setSaid((before) => ({ ...before, ...change }));
  const missing = missingIn(said);
  const isShut = missing.length > 0 || isPersonal(said);
  return (
    <form className="stack" onSubmit={(event) => {
      event.preventDefault();
      if (!isShut && !send.isPending) send.mutate({ path: `${doorPath(tenantId)}/requests`, body: filingOf(said) });
    }}>
      <div className="sheet stack">
        <WhatFields tenantId={tenantId} said={said} onSay={say} />
        <PlaceFields tenant={tenant} said={said} onSay={say} />
      </div>
      <SimilarRequests tenantId={tenantId} said={said} onSay={say} />
      <div className="sheet stack">
        <PhotoFields tenantId={tenantId} onSay={(photos) => say({ photos })} />
        <WhoFields said={said} onSay={say} />
        {send.isError && <Failure failure={send.error} />}
        <div className="stack">
          <Button className="large" block type="primary" htmlType="submit" disabled={isShut} loading={send.isPending}>{t('send')}</Button>
          <span className="why" role="status">{missing.length > 0 && t('missing', { what: missing.map((one) => t(one)).join(' · ') })}</span>
        </div>
      </div>
    </form>
  );
};

/** Where anybody tells what is wrong, phone first. */
export const FilingPage = () => {
  const t = useFrontDoorTexts();
  const [filed, setFiled] = useState<FilingAnswer>();
  return (
    <DoorFrame heading={t('file')} lead={t('lead')}>
      {(tenant) => (filed
        ? <Filed tenantId={tenant.tenantId} answer={filed} onAnother={() => setFiled(undefined)} />
        : <Filing tenant={tenant} onFiled={setFiled} />)}
    </DoorFrame>
  );
};
