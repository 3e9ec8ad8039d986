import { endOfDay } from '@zeren/organisation-domain';
import type { CampaignRow, PostingRow } from '@zeren/tasks-domain';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useNow } from '../../api/now.js';
import { usePages, useRead } from '../../api/reads.js';
import { idOf, type Page } from '../../api/rows.js';
import { useChosen } from '../../design/chosen.js';
import { IntegrationChoice, useIntegrations } from '../../design/integration.js';
import { Ledger, type Column } from '../../design/ledger.js';
import { PageFrame } from '../../design/page.js';
import { AsOf, Bones, Failure, Nothing } from '../../design/states.js';
import { UnitName } from '../../design/unit-name.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useAccount } from '../../session/session.js';
import { CommandForm, type Said } from '../../design/command-form.js';
import { PostingMark } from './posting-mark.js';
import { severalOf } from '../../design/step-form.js';
import { usePostingTexts } from './postings.texts.js';
import '../tasks/tasks.css';

const useColumns = (): readonly Column<PostingRow>[] => {
  const t = usePostingTexts();
  const { nameOf, language } = useLanguage();
  const now = useNow();
  return [
    { key: 'name', title: t('name'), lead: true, cell: (row) => <Link to={`/postings/${idOf(row)}`}>{nameOf(row.title)}</Link> },
    { key: 'code', title: t('code'), cell: ({ code }) => <span className="mono nowrap">{code}</span> },
    { key: 'kind', title: t('kind'), cell: ({ kind }) => t(kind) },
    { key: 'state', title: t('state'), cell: (row) => now && <PostingMark row={row} now={now} /> },
    { key: 'closes', title: t('closes'), cell: ({ closesAt }) => <span className="nowrap">{dayOf(closesAt, language)}</span> },
    { key: 'deadline', title: t('deadline'), cell: ({ deadline }) => <span className="nowrap">{dayOf(deadline, language)}</span> },
    { key: 'taker', title: t('taker'), cell: ({ taker }) => (taker ? <UnitName id={taker.unitId} /> : '—') },
  ];
};

const words = (text = ''): string[] => text.split(/[\s,，、]+/).filter(Boolean);

const metricOf = ({ kind, unit = '' }: Said): object => (kind === 'problem' ? { unit: '', direction: 'boolean' } : { unit, direction: 'at-least' });

const bodyOf = (said: Said): object => {
  const { kind, code = '', zh = '', en, description = '', campaignId, closes = '', deadline = '', invited, integrations } = said;
  return {
    kind, code, title: { zh, en: en || zh }, description, campaignId, evidence: 'field', metric: metricOf(said),
    closesAt: endOfDay(closes), deadline: endOfDay(deadline), invitedTenantIds: words(invited),
    ...(integrations && { integrations: severalOf(integrations) }),
  };
};

const PostAction = () => {
  const t = usePostingTexts();
  const { roles } = useAccount();
  const { nameOf } = useLanguage();
  const [open, setOpen] = useState(false);
  const campaigns = useRead<Page<CampaignRow>>('/campaigns', {}, { fresh: 300_000 });
  const items = campaigns.data?.items ?? [];
  const named = useIntegrations();
  const [firstCampaign] = items;
  if (!firstCampaign || !roles.some((role) => role === 'city-office' || role === 'district-office')) return null;
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>{t('post')}</Button>
      {open && (
        <CommandForm title={t('post')} path="/postings" onClose={() => setOpen(false)} bodyOf={bodyOf}
          first={{ kind: 'open-bid', campaignId: idOf(firstCampaign) }} fields={[
            { name: 'kind', label: t('kind'), kind: 'choice', options: (['open-bid', 'problem'] as const).map((value) => ({ value, label: t(value) })) },
            { name: 'code', label: t('code'), kind: 'line' }, { name: 'zh', label: t('name'), kind: 'line' }, { name: 'en', label: t('nameEn'), kind: 'line' },
            { name: 'description', label: t('description'), kind: 'text' },
            { name: 'campaignId', label: t('campaign'), kind: 'choice', options: items.map((one) => ({ value: idOf(one), label: nameOf(one.name) })) },
            { name: 'unit', label: t('metric'), kind: 'line' }, { name: 'closes', label: t('closes'), kind: 'date' }, { name: 'deadline', label: t('deadline'), kind: 'date' },
            { name: 'invited', label: t('invited'), kind: 'line' },
            { name: 'integrations', label: t('integrationsAsked'), kind: 'several', options: named.map(({ code, name }) => ({ value: code, label: nameOf(name) })) },
          ]} />
      )}
    </>
  );
};

/** Work posted for units to come forward. */
export const PostingsPage = () => {
  const t = usePostingTexts();
  const columns = useColumns();
  const { params, choose } = useChosen();
  const integration = params.get('integration');
  const postings = usePages<PostingRow>('/postings', { integration: integration ?? undefined, limit: 50 });
  const rows = postings.data?.pages.flatMap(({ items }) => items);
  return (
    <PageFrame title={t('title')} lead={t('lead')} aside={<AsOf of={postings} />}>
      <div className="apart">
        <search className="filters" aria-label={t('filters')}><IntegrationChoice value={integration} onChoose={(code) => choose('integration', code)} /></search>
        <PostAction />
      </div>
      {postings.isError && <Failure failure={postings.error} onAgain={() => void postings.refetch()} />}
      {!rows && !postings.isError && <div className="sheet"><Bones lines={8} /></div>}
      {rows?.length === 0 && <div className="sheet"><Nothing>{t(integration ? 'noneUnder' : 'none')}</Nothing></div>}
      {rows && rows.length > 0 && (
        <section className="sheet">
          <Ledger caption={t('title')} columns={columns} rows={rows} keyOf={idOf} />
          {postings.hasNextPage && <Button onClick={() => void postings.fetchNextPage()} loading={postings.isFetchingNextPage}>{t('more')}</Button>}
        </section>
      )}
    </PageFrame>
  );
};
