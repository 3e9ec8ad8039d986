import type { Disclosure, RequestRow } from '@zeren/requests-domain';
import { Button, Input, Radio } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { Link } from 'react-router-dom';
import { ask } from '../../api/client.js';
import { useReads } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { useRequestWords } from '../../design/request-words.js';
import { Failure } from '../../design/states.js';
import { timeOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useAccount } from '../../session/session.js';
import type { IntakeSaid, SayIntake } from './intake.js';
import { useIntakeTexts } from './intake.texts.js';
import { StatusMark } from './status-mark.js';
import '../../design/rows.css';

type Found = { readonly found: { readonly requesterId: string; readonly requestIds: readonly string[] } | null };

const disclosures: readonly Disclosure[] = ['open', 'confidential', 'anonymous'];
const speaking = ['hotline', 'city-office', 'district-office'] as const;
const shownAtMost = 5;
/** Digits below which a search would find anybody. */
const shortestNumber = 5;

const Earlier = ({ ids }: { ids: readonly string[] }) => {
  const t = useIntakeTexts();
  const { language } = useLanguage();
  const rows = useReads<RequestRow>(ids.slice(-shownAtMost).reverse().map((id) => `/requests/${id}`)).filter((row) => row !== undefined);
  return (
    <div className="stack" role="status">
      <h3>{t('earlier')}</h3>
      {ids.length === 0 && <p className="soft">{t('noEarlier')}</p>}
      <ul className="plain stack">
        {rows.map((row) => <li key={idOf(row)}><Link to={`/requests/${idOf(row)}`} target="_blank">{row.subject}</Link> <StatusMark status={row.status} /> <span className="small soft">{timeOf(row.filedAt, language)}</span></li>)}
      </ul>
      <p className="small soft">{t('looked')} {ids.length > 0 && t('joinHint')}</p>
    </div>
  );
};

/** Who calls: how much of it is told to whom, and what the same number asked before, found without its being stored. */
export const CallerFields = ({ said, onSay }: { said: IntakeSaid; onSay: SayIntake }) => {
  const t = useIntakeTexts();
  const word = useRequestWords();
  const prefix = useId();
  const { roles } = useAccount();
  const look = useMutation({ mutationFn: (phone: string) => ask<Found>('/requesters/search', { phone }) });
  const line = (name: 'name' | 'phone' | 'address') => (
    <div className="filter">
      <label htmlFor={prefix + name}>{t(name)}</label>
      <Input id={prefix + name} maxLength={name === 'phone' ? 40 : 100} inputMode={name === 'phone' ? 'tel' : 'text'} autoComplete="off" value={said[name]} onChange={({ target }) => onSay({ [name]: target.value })} />
    </div>
  );
  return (
    <fieldset className="rows">
      <legend>{t('call')}</legend>
      <div className="filter" role="group" aria-label={t('disclosure')}>
        <Radio.Group value={said.disclosure} onChange={({ target }) => onSay({ disclosure: disclosures.find((one) => one === target.value) ?? 'open' })} options={disclosures.map((value) => ({ value, label: word(value) }))} />
      </div>
      {said.disclosure !== 'anonymous' && <div className="intake-fields">{line('phone')}{line('name')}{line('address')}</div>}
      {said.disclosure !== 'anonymous' && speaking.some((role) => roles.includes(role)) && (
        <div><Button size="small" disabled={said.phone.trim().length < shortestNumber} loading={look.isPending} onClick={() => look.mutate(said.phone.trim())}>{t('look')}</Button></div>
      )}
      {look.isError && <Failure failure={look.error} />}
      {look.data && said.disclosure !== 'anonymous' && <Earlier ids={look.data.found?.requestIds ?? []} />}
    </fieldset>
  );
};
