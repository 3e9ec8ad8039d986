import { siteTypes } from '@zeren/organisation-domain';
import type { PublicSite } from '@zeren/requests-domain';
import { Select } from 'antd';
import { useId, useState } from 'react';
import { useRead } from '../../api/reads.js';
import { useLanguage } from '../../language/language.js';
import { doorPath } from './door-frame.js';
import { placed, type DoorSaid } from './filing.js';
import type { Frame } from './frame.js';
import { useFrontDoorTexts } from './front-door.texts.js';

const KEPT = 600_000;
const none: readonly PublicSite[] = [];

export type SitesAsked = Partial<Frame> & { readonly areaUnitId?: string | undefined; readonly search?: string | undefined };

/** Sites that anybody comes to, as the service tells them. */
export const usePublicSites = (tenantId: string, asked: SitesAsked): readonly PublicSite[] =>
  useRead<{ readonly items: readonly PublicSite[] }>(`${doorPath(tenantId)}/sites`, asked, { immediate: true, fresh: KEPT }).data?.items ?? none;

/** A site of the area that was chosen, found by a part of its name; it says the rest of the place. */
export const SiteField = ({ tenantId, said, onSay }: { tenantId: string; said: DoorSaid; onSay: (change: Partial<DoorSaid>) => void }) => {
  const t = useFrontDoorTexts();
  const { nameOf } = useLanguage();
  const id = useId();
  const [typed, setTyped] = useState('');
  const areaUnitId = said.site ? undefined : said.areas.at(-1);
  const found = usePublicSites(tenantId, { areaUnitId, search: typed.trim() || undefined });
  const sites = said.site && !found.some(({ siteId }) => siteId === said.site?.siteId) ? [said.site, ...found] : found;
  const choose = (siteId: string | null) => {
    const site = sites.find((one) => one.siteId === siteId);
    onSay(site ? placed.atSite(site) : placed.atPoint(null));
  };
  if (sites.length === 0 && typed === '') return null;
  return (
    <div className="filter">
      <label htmlFor={id}>{t('site')}</label>
      <Select<string | null> id={id} className="large" value={said.site?.siteId ?? null} allowClear placeholder={t('findSite')} notFoundContent={t('noSite')}
        showSearch={{ filterOption: false, onSearch: setTyped }} onChange={(siteId) => choose(siteId ?? null)}
        options={sites.map(({ siteId, name, siteType }) => ({ value: siteId, label: `${nameOf(name)} · ${nameOf(siteTypes.find(({ code }) => code === siteType)?.name)}` }))} />
    </div>
  );
};
