import { localYear } from '@zeren/organisation-domain';
import type { CampaignRow, ProjectFigures, ProjectRow } from '@zeren/tasks-domain';
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useCaller } from '../../api/caller.js';
import { useNow } from '../../api/now.js';
import { usePages, useRead } from '../../api/reads.js';
import { idOf, type Page } from '../../api/rows.js';
import { useChosen } from '../../design/chosen.js';
import { IntegrationChoice } from '../../design/integration.js';
import { Mark } from '../../design/lamp.js';
import { Ledger } from '../../design/ledger.js';
import { PageFrame } from '../../design/page.js';
import { AsOf, Bones, Failure, Nothing, Resource } from '../../design/states.js';
import { UnitName } from '../../design/unit-name.js';
import { useLanguage } from '../../language/language.js';
import { useAccount } from '../../session/session.js';
import { useProjectTexts } from './projects.texts.js';
import { RegisterForm } from './register-form.js';
import '../tasks/tasks.css';
import './projects.css';

/** What the page is cut by: one of the four integrations, or nothing. */
type Cut = { readonly integration: string | undefined };

const Figures = ({ year, cut }: { year: number; cut: Cut }) => {
  const t = useProjectTexts();
  const figures = useRead<ProjectFigures>('/projects/figures', { year, ...cut });
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

const RegisterAction = () => {
  const t = useProjectTexts();
  const { roles } = useAccount();
  const caller = useCaller();
  const [open, setOpen] = useState(false);
  const campaigns = useRead<Page<CampaignRow>>('/campaigns', {}, { fresh: 300_000 });
  const items = campaigns.data?.items ?? [];
  if (items.length === 0 || !roles.some((role) => role === 'city-office' || role === 'district-office')) return null;
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>{t('register')}</Button>
      {open && caller && <RegisterForm campaigns={items} caller={caller} onClose={() => setOpen(false)} />}
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

const List = ({ cut }: { cut: Cut }) => {
  const t = useProjectTexts();
  const projects = usePages<ProjectRow>('/projects', { ...cut, limit: 100 });
  const rows = projects.data?.pages.flatMap(({ items }) => items);
  return (
    <section className="sheet">
      <AsOf of={projects} />
      {projects.isError && <Failure failure={projects.error} onAgain={() => void projects.refetch()} />}
      {!rows && !projects.isError && <Bones lines={8} />}
      {rows?.length === 0 && <Nothing>{t(cut.integration === undefined ? 'none' : 'noneUnder')}</Nothing>}
      {rows && rows.length > 0 && <Registered rows={rows} />}
      {projects.hasNextPage && <Button onClick={() => void projects.fetchNextPage()} loading={projects.isFetchingNextPage}>{t('more')}</Button>}
    </section>
  );
};

/** The projects a reader sees, and what they come to. */
export const ProjectsPage = () => {
  const t = useProjectTexts();
  const now = useNow();
  const { params, choose } = useChosen();
  const cut: Cut = { integration: params.get('integration') ?? undefined };
  const year = Number(params.get('year')) || (now ? localYear(now) : undefined);
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      <div className="apart">
        <search className="filters" aria-label={t('filters')}>
          {year !== undefined && (
            <div className="filter"><label htmlFor="projects-year">{t('year')}</label><InputNumber id="projects-year" min={1900} max={2200} value={year} onChange={(value) => value && choose('year', String(value))} /></div>
          )}
          <IntegrationChoice value={cut.integration ?? null} onChoose={(code) => choose('integration', code)} />
        </search>
        <RegisterAction />
      </div>
      {year !== undefined && <Figures year={year} cut={cut} />}
      <List cut={cut} />
    </PageFrame>
  );
};
