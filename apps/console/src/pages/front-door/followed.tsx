import type { FollowedRequest, PublicState } from '@zeren/requests-domain';
import { Button, Input } from 'antd';
import { Fragment, useId, useState } from 'react';
import { useCommand } from '../../api/commands.js';
import { Mark } from '../../design/lamp.js';
import { useRequestWords } from '../../design/request-words.js';
import { Failure } from '../../design/states.js';
import { timeOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { AnswerPhotos } from './answer-photos.js';
import { useFrontDoorTexts, usePublicStates } from './front-door.texts.js';

type Step = { readonly path: string; readonly secret: string };

const Rating = ({ path, secret }: Step) => {
  const t = useFrontDoorTexts();
  const id = useId();
  const [words, setWords] = useState('');
  const send = useCommand();
  const rate = (satisfied: boolean) => send.mutate({ path: `${path}/rating`, body: { secret, satisfied, words: words.trim() || null } });
  return (
    <section className="sheet stack">
      <h2>{t('rate')}</h2>
      <div className="filter">
        <label htmlFor={id}>{t('ratingWords')}</label>
        <Input.TextArea id={id} rows={2} maxLength={2_000} value={words} onChange={({ target }) => setWords(target.value)} />
      </div>
      <div className="row">
        <Button className="large" type="primary" loading={send.isPending} onClick={() => rate(true)}>{t('satisfied')}</Button>
        <Button className="large" loading={send.isPending} onClick={() => rate(false)}>{t('dissatisfied')}</Button>
      </div>
      {send.isError && <Failure failure={send.error} />}
    </section>
  );
};

const Reopening = ({ path, secret }: Step) => {
  const t = useFrontDoorTexts();
  const id = useId();
  const [reason, setReason] = useState('');
  const send = useCommand();
  return (
    <form className="sheet stack" onSubmit={(event) => {
      event.preventDefault();
      if (reason.trim() !== '') send.mutate({ path: `${path}/reopening`, body: { secret, reason: reason.trim() } });
    }}>
      <h2>{t('reopen')}</h2>
      <div className="filter">
        <label htmlFor={id}>{t('reopenReason')}</label>
        <Input.TextArea id={id} rows={2} maxLength={1_000} value={reason} onChange={({ target }) => setReason(target.value)} />
        <span className="hint">{t('reopenHint')}</span>
      </div>
      <div><Button className="large" htmlType="submit" disabled={reason.trim() === ''} loading={send.isPending}>{t('reopen')}</Button></div>
      {send.isError && <Failure failure={send.error} />}
    </form>
  );
};

type Fact = readonly [name: string, value: string | null];

/** What is known of it; what is not yet known is left out. */
const useFacts = ({ matterName, areaName, unitName, filedAt, dueAt, answeredAt }: FollowedRequest): readonly Fact[] => {
  const t = useFrontDoorTexts();
  const { nameOf, language } = useLanguage();
  const moment = (at: string | null) => at && timeOf(at, language);
  const facts: readonly Fact[] = [
    [t('matterName'), matterName && nameOf(matterName)], [t('areaName'), areaName && nameOf(areaName)], [t('unit'), unitName && nameOf(unitName)],
    [t('filedAt'), moment(filedAt)], [t('dueAt'), moment(dueAt)], [t('answeredAt'), moment(answeredAt)],
  ];
  return facts.filter(([, value]) => value !== null);
};

const told: readonly PublicState[] = ['answered', 'ended', 'declined'];

/** How it stands, who has it, what was answered; and what whoever asked can do about it. */
export const Followed = ({ tenantId, request, ...step }: Step & { tenantId: string; request: FollowedRequest }) => {
  const t = useFrontDoorTexts();
  const state = usePublicStates();
  const word = useRequestWords();
  const facts = useFacts(request);
  const { subject, outcome, answer, isMerged, satisfied, publicId, photos } = request;
  return (
    <>
      <section className="sheet stack" aria-live="polite">
        <div className="apart"><h2>{subject}</h2><Mark tone={told.includes(request.state) ? 'strong' : 'seal'}>{state(request.state)}</Mark></div>
        {isMerged && <p className="soft">{t('merged')}</p>}
        <dl className="facts">{facts.map(([name, value]) => <Fragment key={name}><dt>{name}</dt><dd>{value}</dd></Fragment>)}</dl>
        {answer && <p><b>{t('answer')}</b> {outcome && `${word(outcome)} · `}{answer}</p>}
        {publicId !== null && <AnswerPhotos tenantId={tenantId} request={{ id: publicId, subject, photos }} />}
        {satisfied !== null && <p role="status">{t(satisfied ? 'ratedSatisfied' : 'ratedDissatisfied')}</p>}
      </section>
      {request.canRate && <Rating {...step} />}
      {request.canReopen && satisfied === false && <Reopening {...step} />}
    </>
  );
};
