import { fundingSources, localYear, type CampaignRow, type ProjectFigures, type ProjectRow } from '@zeren/tasks-domain';
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { useNow } from '../../api/now.js';
import { usePages, useRead } from '../../api/reads.js';
import { idOf, type Page } from '../../api/rows.js';
import { CommandForm, type Said } from '../../design/command-form.js';
import { Mark } from '../../design/lamp.js';
import { Ledger } from '../../design/ledger.js';
import { PageFrame } from '../../design/page.js';
import { AsOf, Bones, Failure, Nothing, Resource } from '../../design/states.js';
import { UnitName } from '../../design/unit-name.js';
import { useLanguage } from '../../language/language.js';
import { useAccount } from '../../session/session.js';
import { useProjectTexts } from './projects.texts.js';
import './projects.css';

const Figures = ({ year }: { year: number }) => {
  const t = useProjectTexts();
  const figures = useRead<ProjectFigures>('/projects/figures', { year });
  return (
    <section className="sheet">
      <h2>{t('figures', { year })}</h2>
      <Resource of={figures} lines={3}>
        {({ projects, finished, planned, completed, progress, bySource }) => (
          <>
            <dl className="figures">
              <div><dt>{t('projects')}</dt><dd>{projects}</dd></div>
              <div><dt>{t('finished')}</dt><dd>{finished}</dd></div>
              <div><dt>{t('planned')}</dt><dd>{planned}</dd></div>
              <div><dt>{t('completed')}</dt><dd>{completed}</dd></div>
              <div><dt>{t('progress')}</dt><dd>{progress} %</dd></div>
            </dl>
            {bySource.length > 0 && <p className="soft">{t('bySource')}: {bySource.map((one) => `${t(one.source)} ${one.completed}`).join(' · ')}</p>}
          </>
        )}
      </Resource>
    </section>
  );
};

/** One year, one source: what a short form can say; the whole is said over the API. */
const bodyOf = (said: Said): object => {
  const { code = '', zh = '', en, campaignId, indicatorCode = '', unitId = '', investment = '', source, tiedUse, startsOn = '', endsOn = '' } = said;
  return {
    code, name: { zh, en: en || zh }, campaignId, indicatorCode, unitId, investment, startsOn, endsOn,
    annualPlans: [{ year: Number(startsOn.slice(0, 4)), amount: investment }], funding: [{ source, amount: investment, tiedUse: tiedUse || null }],
  };
};

const RegisterAction = () => {
  const t = useProjectTexts();
  const { nameOf } = useLanguage();
  const { roles, unitId } = useAccount();
  const [open, setOpen] = useState(false);
  const campaigns = useRead<Page<CampaignRow>>('/campaigns', {}, { fresh: 300_000 });
  const items = campaigns.data?.items ?? [];
  const [firstCampaign] = items;
  if (!firstCampaign || !roles.some((role) => role === 'city-office' || role === 'district-office')) return null;
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>{t('register')}</Button>
      {open && (
        <CommandForm title={t('register')} path="/projects" onClose={() => setOpen(false)} bodyOf={bodyOf} first={{ campaignId: idOf(firstCampaign), source: 'budget', unitId }} fields={[
          { name: 'code', label: t('code'), kind: 'line' }, { name: 'zh', label: t('name'), kind: 'line' }, { name: 'en', label: t('nameEn'), kind: 'line' },
          { name: 'campaignId', label: t('campaign'), kind: 'select', options: items.map((one) => ({ value: idOf(one), label: nameOf(one.name) })) },
          { name: 'indicatorCode', label: t('indicator'), kind: 'line' }, { name: 'unitId', label: t('unit'), kind: 'line' },
          { name: 'investment', label: t('investment'), kind: 'number' },
          { name: 'source', label: t('fundingSource'), kind: 'select', options: fundingSources.map((value) => ({ value, label: t(value) })) },
          { name: 'tiedUse', label: t('tiedUse'), kind: 'line' }, { name: 'startsOn', label: t('starts'), kind: 'date' }, { name: 'endsOn', label: t('ends'), kind: 'date' },
        ]} />
      )}
    </>
  );
};

const Registered = ({ rows }: { rows: readonly ProjectRow[] }) => {
  const t = useProjectTexts();
  const { nameOf } = useLanguage();
  return (
    <Ledger caption={t('title')} rows={rows} keyOf={idOf} columns={[
      { key: 'name', title: t('name'), lead: true, cell: (row) => <Link to={`/projects/${idOf(row)}`}>{nameOf(row.name)}</Link> },
      { key: 'code', title: t('code'), cell: ({ code }) => <span className="mono nowrap">{code}</span> },
      { key: 'unit', title: t('unit'), cell: ({ unitId }) => <UnitName id={unitId} /> },
      { key: 'investment', title: t('investment'), end: true, cell: ({ investment }) => investment },
      { key: 'completed', title: t('completed'), end: true, cell: ({ completed }) => completed },
      { key: 'progress', title: t('progress'), end: true, cell: ({ progress }) => <b>{progress} %</b> },
      { key: 'state', title: t('state'), cell: ({ status, restrictedFunding }) => <span className="row"><Mark tone="strong">{t(status === 'running' ? 'running' : 'finishedState')}</Mark>{restrictedFunding && <Mark tone="seal">{t('restricted')}</Mark>}</span> },
    ]} />
  );
};

const List = () => {
  const t = useProjectTexts();
  const projects = usePages<ProjectRow>('/projects', { limit: 100 });
  const rows = projects.data?.pages.flatMap(({ items }) => items);
  return (
    <section className="sheet">
      <AsOf of={projects} />
      {projects.isError && <Failure failure={projects.error} onAgain={() => void projects.refetch()} />}
      {!rows && !projects.isError && <Bones lines={8} />}
      {rows?.length === 0 && <Nothing>{t('none')}</Nothing>}
      {rows && rows.length > 0 && <Registered rows={rows} />}
      {projects.hasNextPage && <Button onClick={() => void projects.fetchNextPage()} loading={projects.isFetchingNextPage}>{t('more')}</Button>}
    </section>
  );
};

/** The projects a reader sees, and what they come to. */
export const ProjectsPage = () => {
  const t = useProjectTexts();
  const now = useNow();
  const [params, setParams] = useSearchParams();
  const year = Number(params.get('year')) || (now ? localYear(now) : undefined);
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      <div className="apart">
        {year !== undefined && (
          <div className="filter"><label htmlFor="projects-year">{t('year')}</label><InputNumber id="projects-year" min={1900} max={2200} value={year} onChange={(value) => value && setParams({ year: String(value) }, { replace: true })} /></div>
        )}
        <RegisterAction />
      </div>
      {year !== undefined && <Figures year={year} />}
      <List />
    </PageFrame>
  );
};
