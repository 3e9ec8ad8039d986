import type { SiteRow } from '@zeren/organisation-domain';
import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { useRead } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import { PageFrame } from '../../design/page.js';
import { Resource } from '../../design/states.js';
import { UnitName } from '../../design/unit-name.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useAccount } from '../../session/session.js';
import { WhoAnswers } from '../leadership/answering.js';
import { ChangeSiteForm, CloseSiteForm } from './site-form.js';
import { SiteTypeName } from './sites.page.js';
import { useSiteTexts } from './sites.texts.js';

/** All a site was, latest first, each with its days and why it came about. */
const SiteHistory = ({ site }: { site: SiteRow }) => {
  const t = useSiteTexts();
  const { nameOf, language } = useLanguage();
  return (
    <section className="sheet">
      <h2>{t('history')}</h2>
      <ol className="plain stack">
        {[...site.versions].reverse().map((version) => (
          <li key={version.validFrom}>
            <b>{nameOf(version.name)}</b> <Mark><SiteTypeName code={version.siteType} /></Mark>
            <div className="small soft">
              {t('since', { date: dayOf(version.validFrom, language) })}{version.validUntil && ` · ${t('until', { date: dayOf(version.validUntil, language) })}`}
              {' · '}{t('owner')} <UnitName id={version.ownerUnitId} />
            </div>
            {version.reason && <div className="small">{t('why', { reason: version.reason })}</div>}
          </li>
        ))}
      </ol>
    </section>
  );
};

const SiteFacts = ({ site }: { site: SiteRow }) => {
  const t = useSiteTexts();
  const { language } = useLanguage();
  return (
    <section className="sheet">
      <dl className="facts">
        <dt>{t('number')}</dt><dd className="mono">{site.id}</dd>
        <dt>{t('type')}</dt><dd><SiteTypeName code={site.siteType} /></dd>
        <dt>{t('status')}</dt><dd><Mark {...(site.status === 'registered' && { tone: 'strong' as const })}>{t(site.status)}</Mark></dd>
        <dt>{t('area')}</dt><dd><UnitName id={site.areaUnitId} /></dd>
        <dt>{t('owner')}</dt><dd><UnitName id={site.ownerUnitId} /></dd>
        <dt>{t('address')}</dt><dd>{site.address || '—'}</dd>
        <dt>{t('point')}</dt><dd className="mono">{site.latitude}, {site.longitude}</dd>
        <dt>{t('from')}</dt><dd>{dayOf(site.validFrom, language)}</dd>
      </dl>
      <WhoAnswers unitId={site.areaUnitId} siteId={idOf(site)} />
    </section>
  );
};

/** A concrete place: what it is, where, whose, and all it was. */
export const SitePage = () => {
  const t = useSiteTexts();
  const { nameOf } = useLanguage();
  const { tenantId, roles } = useAccount();
  const { id = '' } = useParams();
  const [open, setOpen] = useState<'change' | 'close'>();
  const site = useRead<SiteRow>(`/sites/${encodeURIComponent(id)}`);
  const keeps = site.data?.ownerTenantId === tenantId && site.data.status === 'registered' && (roles.includes('city-office') || roles.includes('district-office'));
  return (
    <PageFrame title={nameOf(site.data?.name) || t('title')} crumbs={[{ to: '/sites', name: t('title') }]}
      aside={keeps && <span className="row"><Button onClick={() => setOpen('change')}>{t('change')}</Button><Button onClick={() => setOpen('close')}>{t('close')}</Button></span>}>
      <Resource of={site} lines={8}>
        {(row) => (
          <>
            <div className="columns even"><SiteFacts site={row} /><SiteHistory site={row} /></div>
            {open === 'change' && <ChangeSiteForm site={row} onClose={() => setOpen(undefined)} />}
            {open === 'close' && <CloseSiteForm site={row} onClose={() => setOpen(undefined)} />}
          </>
        )}
      </Resource>
    </PageFrame>
  );
};
