import type { PublicFigures, PublicRequest, PublicTenant } from '@zeren/requests-domain';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { usePages, useRead } from '../../api/reads.js';
import { Mark } from '../../design/lamp.js';
import { useRequestWords } from '../../design/request-words.js';
import { Bones, Failure, Nothing } from '../../design/states.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { AnswerPhotos } from './answer-photos.js';
import { DoorFrame, doorPath } from './door-frame.js';
import { useFrontDoorTexts, usePublicStates } from './front-door.texts.js';
import { PublicMatterChoice } from './what-fields.js';

const MINUTES = 60;

/** How fast: of all that was asked in the last year. */
const Figures = ({ tenantId }: { tenantId: string }) => {
  const t = useFrontDoorTexts();
  const { language } = useLanguage();
  const figures = useRead<PublicFigures>(`${doorPath(tenantId)}/figures`, { by: 'class' }, { immediate: true, fresh: 60_000 });
  if (!figures.data) return null;
  const { from, until, total: { received, onTime, satisfaction, medianMinutes } } = figures.data;
  const rate = (value: string | null) => (value === null ? '–' : `${value} %`);
  return (
    <section className="sheet stack">
      <div className="apart"><h2>{t('figures')}</h2><span className="small soft">{t('span', { from: dayOf(from, language), until: dayOf(until, language) })}</span></div>
      <dl className="front-door-figures">
        <div><dt>{t('received')}</dt><dd>{received}</dd></div>
        <div><dt>{t('onTime')}</dt><dd>{rate(onTime)}</dd></div>
        <div><dt>{t('satisfaction')}</dt><dd>{rate(satisfaction)}</dd></div>
        <div><dt>{t('median')}</dt><dd>{medianMinutes === null ? '–' : t('hours', { count: Math.round((medianMinutes / MINUTES) * 10) / 10 })}</dd></div>
      </dl>
    </section>
  );
};

const One = ({ tenantId, request }: { tenantId: string; request: PublicRequest }) => {
  const t = useFrontDoorTexts();
  const state = usePublicStates();
  const word = useRequestWords();
  const { nameOf, language } = useLanguage();
  const { subject, matterName, areaName, unitName, filedAt, answeredAt, askedBy, outcome, answer } = request;
  const facts = [matterName && nameOf(matterName), areaName && nameOf(areaName), unitName && `${t('unit')} ${nameOf(unitName)}`].filter(Boolean);
  const times = [`${t('filedAt')} ${dayOf(filedAt, language)}`, answeredAt && `${t('answeredAt')} ${dayOf(answeredAt, language)}`, askedBy > 1 && t('askedBy', { count: askedBy })].filter(Boolean);
  return (
    <li className="stack">
      <div className="apart"><b>{subject}</b><Mark tone={answeredAt ? 'strong' : 'seal'}>{state(request.state)}</Mark></div>
      <div className="small soft">{facts.join(' · ')}<br />{times.join(' · ')}</div>
      {answer && <p>{outcome && <b>{word(outcome)} · </b>}{answer}</p>}
      <AnswerPhotos tenantId={tenantId} request={request} />
    </li>
  );
};

const List = ({ tenant: { tenantId } }: { tenant: PublicTenant }) => {
  const t = useFrontDoorTexts();
  const [matterCode, setMatterCode] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const pages = usePages<PublicRequest>(`${doorPath(tenantId)}/requests`, { matterCode: matterCode ?? undefined, ...(isOpen ? { open: 'true' } : {}), limit: 20 }, { immediate: true });
  const requests = pages.data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <Figures tenantId={tenantId} />
      <section className="sheet stack">
        <div className="areas">
          <PublicMatterChoice tenantId={tenantId} label={t('matter')} value={matterCode} onChoose={(matter) => setMatterCode(matter?.code ?? null)} />
          <Checkbox checked={isOpen} onChange={({ target }) => setOpen(target.checked)}>{t('openOnly')}</Checkbox>
        </div>
        {pages.isError && <Failure failure={pages.error} onAgain={() => void pages.refetch()} />}
        {!requests && !pages.isError && <Bones lines={6} />}
        {requests?.length === 0 && <Nothing>{t('empty')}</Nothing>}
        {requests && requests.length > 0 && <ul className="plain front-door-list">{requests.map((request) => <One key={request.id} tenantId={tenantId} request={request} />)}</ul>}
        {pages.hasNextPage && <Button className="large" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('more')}</Button>}
      </section>
    </>
  );
};

/** What others asked, who answers and how fast. */
export const PublicListPage = () => {
  const t = useFrontDoorTexts();
  return <DoorFrame heading={t('others')} lead={t('listLead')}>{(tenant) => <List tenant={tenant} />}</DoorFrame>;
};
