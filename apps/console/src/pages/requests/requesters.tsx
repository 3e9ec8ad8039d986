import type { RequesterShown } from '@zeren/requests-domain';
import { Button, Select } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { read } from '../../api/client.js';
import { Mark } from '../../design/lamp.js';
import { Linked } from '../../design/linked.js';
import { useRequestWords } from '../../design/request-words.js';
import { Failure } from '../../design/states.js';
import { textsOf } from '../../language/language.js';
import { Erasure } from './erasure.js';
import { useRequestTexts } from './request.texts.js';

const purposes = ['handling', 'answer', 'call-back', 'verification', 'arbitration'] as const;
type Purpose = (typeof purposes)[number];

const usePurposes = textsOf<Purpose>(
  'look-purposes',
  { handling: '办理', answer: '答复', 'call-back': '回访', verification: '核实', arbitration: '裁定' },
  { handling: 'to handle it', answer: 'to answer', 'call-back': 'to call back', verification: 'to verify', arbitration: 'to arbitrate' },
);

const OneRequester = ({ shown }: { shown: RequesterShown }) => {
  const t = useRequestTexts();
  const word = useRequestWords();
  const { isErased, disclosure, fields } = shown;
  const said = (field: (typeof fields)[number]): string => (fields.includes(field) ? shown[field] ?? '—' : t('unseen'));
  return (
    <li className="stack">
      <span className="row"><Mark>{word(disclosure)}</Mark>{isErased && <Mark tone="seal">{t('erased')}</Mark>}</span>
      {!isErased && (
        <dl className="facts">
          {disclosure === 'anonymous'
            ? <><dt>{t('name')}</dt><dd>{t('nobody')}</dd></>
            : (
              <>
                <dt>{t('name')}</dt><dd>{said('name')}</dd>
                <dt>{t('phone')}</dt><dd>{said('phone')}</dd>
                <dt>{t('address')}</dt><dd>{said('address')}</dd>
              </>
            )}
          <dt>{t('words')}</dt><dd className="request-said"><Linked text={said('words')} /></dd>
        </dl>
      )}
      {!isErased && fields.length > 0 && <Erasure keyId={shown.keyId} />}
    </li>
  );
};

/** Who asks: shown only on a purpose, and every look is recorded before it is answered. */
export const Requesters = ({ requestId }: { requestId: string }) => {
  const t = useRequestTexts();
  const purposeText = usePurposes();
  const id = useId();
  const [purpose, setPurpose] = useState<Purpose>('handling');
  const look = useMutation({ mutationFn: () => read<{ readonly items: readonly RequesterShown[] }>(`/requests/${requestId}/requesters`, { purpose }) });
  return (
    <section className="sheet stack">
      <h2>{t('look')}</h2>
      <p className="small soft">{t('lookNote')}</p>
      <div className="row">
        <label htmlFor={id}>{t('purpose')}</label>
        <Select<Purpose> id={id} value={purpose} onChange={setPurpose} options={purposes.map((value) => ({ value, label: purposeText(value) }))} />
        {look.data ? <Button onClick={look.reset}>{t('hide')}</Button> : <Button loading={look.isPending} onClick={() => look.mutate()}>{t('show')}</Button>}
      </div>
      {look.isError && <Failure failure={look.error} />}
      {look.data && (
        <>
          <p role="status">{t('recorded')}</p>
          <ul className="plain stack">{look.data.items.map((shown) => <OneRequester key={shown.requestId} shown={shown} />)}</ul>
        </>
      )}
    </section>
  );
};
