import type { PublicTenant } from '@zeren/requests-domain';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { NavLink, useParams } from 'react-router-dom';
import { ServiceProblem } from '../../api/problem.js';
import { queries, useRead } from '../../api/reads.js';
import { Resource } from '../../design/states.js';
import { Themed } from '../../design/themed.js';
import { useLanguage } from '../../language/language.js';
import { LanguageSwitch } from '../../shell/language-switch.js';
import { useFrontDoorTexts } from './front-door.texts.js';
import './front-door.css';

/** Where the front door of a tenant answers. */
export const doorPath = (tenantId: string): string => `/public/${encodeURIComponent(tenantId)}`;

const hour = 3_600_000;

const Framed = ({ heading, lead, children }: { heading: string; lead: string; children: (tenant: PublicTenant) => ReactNode }) => {
  const t = useFrontDoorTexts();
  const { nameOf } = useLanguage();
  const { tenantId = '' } = useParams();
  const tenant = useRead<PublicTenant>(doorPath(tenantId), {}, { immediate: true, fresh: hour });
  const product = t('product');
  useEffect(() => { document.title = `${heading} · ${product}`; }, [heading, product]);
  const isNone = tenant.error instanceof ServiceProblem && tenant.error.details.status === 404;
  return (
    <main className="front-door">
      <header className="stack">
        <div className="apart"><span className="soft">{tenant.data && nameOf(tenant.data.name)} · {t('title')}</span><LanguageSwitch /></div>
        <h1>{heading}</h1>
        <p className="soft">{lead}</p>
        <nav className="front-door-ways" aria-label={t('ways')}>
          <NavLink end to={`/front-door/${tenantId}`}>{t('file')}</NavLink>
          <NavLink to={`/front-door/${tenantId}/receipt`}>{t('follow')}</NavLink>
          <NavLink to={`/front-door/${tenantId}/requests`}>{t('others')}</NavLink>
        </nav>
      </header>
      {isNone ? <p role="status">{t('noneSuch')}</p> : <Resource of={tenant} lines={8}>{children}</Resource>}
      <p className="soft small">{t('nobody')}</p>
    </main>
  );
};

/** A page of the front door: nobody signs in. */
export const DoorFrame = (frame: Parameters<typeof Framed>[0]) => <QueryClientProvider client={queries}><Themed><Framed {...frame} /></Themed></QueryClientProvider>;
