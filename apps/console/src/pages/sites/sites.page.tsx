import { siteTypes, type SiteRow } from '@zeren/organisation-domain';
import { Button, Input, Modal, Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { queries, usePages } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { useChosen, type Choose } from '../../design/chosen.js';
import { Ledger } from '../../design/ledger.js';
import { Mark } from '../../design/lamp.js';
import { PageFrame } from '../../design/page.js';
import { Bones, Failure, Nothing } from '../../design/states.js';
import { UnitChoice } from '../../design/unit-choice.js';
import { UnitName } from '../../design/unit-name.js';
import { useLanguage } from '../../language/language.js';
import { useAccount } from '../../session/session.js';
import { FileErrors, type FileError } from '../onboarding/dry-run.js';
import { FileCheck } from '../onboarding/file-check.js';
import { SaveButton } from '../onboarding/onboarding.page.js';
import { RegisterSiteForm } from './site-form.js';
import { useSiteTexts } from './sites.texts.js';
import './sites.css';

type DryRun = { readonly rows: number; readonly registered: number; readonly changed: number; readonly errorCount: number; readonly errors: readonly FileError[] };

/** The name of a type of sites. */
export const SiteTypeName = ({ code }: { code: SiteRow['siteType'] }) => {
  const { nameOf } = useLanguage();
  return <>{nameOf(siteTypes.find((type) => type.code === code)?.name)}</>;
};

const Filter = ({ label, children }: { label: string; children: (id: string) => ReactNode }) => {
  const id = useId();
  return <div className="filter"><label htmlFor={id}>{label}</label>{children(id)}</div>;
};

const Filters = ({ params, onChoose }: { params: URLSearchParams; onChoose: Choose }) => {
  const t = useSiteTexts();
  const { nameOf } = useLanguage();
  const everything = { value: '', label: t('all') };
  const of = (name: string): string => params.get(name) ?? '';
  return (
    <search className="site-filters">
      <Filter label={t('search')}>{(id) => <Input id={id} allowClear value={of('search')} onChange={({ target }) => onChoose('search', target.value)} />}</Filter>
      <Filter label={t('type')}>{(id) => <Select id={id} value={of('siteType')} onChange={(value) => onChoose('siteType', value)} options={[everything, ...siteTypes.map(({ code, name }) => ({ value: code, label: nameOf(name) }))]} />}</Filter>
      <Filter label={t('area')}>{(id) => <UnitChoice id={id} value={of('areaUnitId')} areas onChoose={(value) => onChoose('areaUnitId', value)} />}</Filter>
      <Filter label={t('owner')}>{(id) => <UnitChoice id={id} value={of('ownerUnitId')} onChoose={(value) => onChoose('ownerUnitId', value)} />}</Filter>
      <Filter label={t('status')}>{(id) => <Select id={id} value={of('status')} onChange={(value) => onChoose('status', value)} options={[everything, { value: 'registered', label: t('registered') }, { value: 'closed', label: t('closed') }]} />}</Filter>
    </search>
  );
};

/** Sites from a workbook and back. */
const SheetForm = ({ onClose }: { onClose: () => void }) => {
  const t = useSiteTexts();
  const { tenantId } = useAccount();
  return (
    <Modal open title={t('bringIn')} onCancel={onClose} footer={null} width={760}>
      <div className="stack">
        <div className="row">
          <SaveButton from="/site-sheets/template" name="sites-template">{t('template')}</SaveButton>
          <SaveButton from="/site-sheets" name={`sites-${tenantId}`}>{t('own')}</SaveButton>
        </div>
        <FileCheck<DryRun> path="/site-sheets" report={({ rows, registered, changed, errorCount, errors }) => (
          errorCount > 0 ? <FileErrors errors={errors} count={errorCount} /> : <p role="status">{t('dryRun', { rows, registered, changed })}</p>
        )} />
      </div>
    </Modal>
  );
};

const filterNames = ['search', 'siteType', 'areaUnitId', 'ownerUnitId', 'status'] as const;

const SiteList = ({ params }: { params: URLSearchParams }) => {
  const t = useSiteTexts();
  const { nameOf } = useLanguage();
  const sites = usePages<SiteRow>('/sites', { limit: 50, ...Object.fromEntries(filterNames.map((name) => [name, params.get(name) ?? undefined])) });
  if (sites.isError) return <Failure failure={sites.error} onAgain={() => void sites.refetch()} />;
  if (!sites.data) return <Bones lines={6} />;
  const rows = sites.data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) return <Nothing>{t('none')}</Nothing>;
  return (
    <>
      <Ledger caption={t('title')} rows={rows} keyOf={(row) => idOf(row)} columns={[
        { key: 'name', title: t('zh'), lead: true, cell: (row) => <><Link to={`/sites/${idOf(row)}`}>{nameOf(row.name)}</Link><div className="mono soft small">{row.id}</div></> },
        { key: 'type', title: t('type'), cell: ({ siteType }) => <SiteTypeName code={siteType} /> },
        { key: 'area', title: t('area'), cell: ({ areaUnitId }) => <UnitName id={areaUnitId} /> },
        { key: 'owner', title: t('owner'), cell: ({ ownerUnitId }) => <UnitName id={ownerUnitId} /> },
        { key: 'address', title: t('address'), cell: ({ address }) => address || '—' },
        { key: 'status', title: t('status'), cell: ({ status }) => <Mark {...(status === 'registered' && { tone: 'strong' as const })}>{t(status)}</Mark> },
      ]} />
      {sites.hasNextPage && <div><Button type="link" loading={sites.isFetchingNextPage} onClick={() => void sites.fetchNextPage()}>{t('more')}</Button></div>}
    </>
  );
};

/** The register of sites, to be filtered; the office registers more, one by one or from a sheet. */
export const SitesPage = () => {
  const t = useSiteTexts();
  const { roles } = useAccount();
  const { params, choose } = useChosen();
  const [open, setOpen] = useState<'register' | 'sheet'>();
  const keeps = roles.includes('city-office') || roles.includes('district-office');
  // A batch is entered site by site after it was brought in: the list is read again once the form is put away.
  const closeSheet = () => {
    setOpen(undefined);
    void queries.invalidateQueries({ queryKey: ['/sites'] });
  };
  return (
    <PageFrame title={t('title')} lead={t('lead')} crumbs={[{ to: '/organisation', name: t('organisation') }]}
      aside={keeps && <span className="row"><Button onClick={() => setOpen('sheet')}>{t('bringIn')}</Button><Button type="primary" onClick={() => setOpen('register')}>{t('register')}</Button></span>}>
      <section className="sheet stack">
        <Filters params={params} onChoose={choose} />
        <SiteList params={params} />
      </section>
      {open === 'register' && <RegisterSiteForm onClose={() => setOpen(undefined)} />}
      {open === 'sheet' && <SheetForm onClose={closeSheet} />}
    </PageFrame>
  );
};
