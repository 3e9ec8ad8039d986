import type { SiteRow } from '@zeren/organisation-domain';
import { Select } from 'antd';
import { Link } from 'react-router-dom';
import { useRead } from '../../api/reads.js';
import { idOf, type Page } from '../../api/rows.js';
import { useLanguage } from '../../language/language.js';

/** A site that a request names, with where it stands. */
export type ChosenSite = { readonly siteId: string; readonly latitude: string; readonly longitude: string };

const MOST = 100;

/** One of the registered sites of an area and of what lies below it. */
export const SiteChoice = ({ id, areaUnitId, value, onChoose, placeholder }: { id: string; areaUnitId: string; value: string; onChoose: (site: ChosenSite | null) => void; placeholder: string }) => {
  const { nameOf } = useLanguage();
  const sites = useRead<Page<SiteRow>>('/sites', { areaUnitId, status: 'registered', limit: MOST }, { enabled: areaUnitId !== '' });
  const items = areaUnitId === '' ? [] : sites.data?.items ?? [];
  const choose = (chosen: string | undefined) => {
    const site = items.find((row) => idOf(row) === chosen);
    onChoose(site ? { siteId: idOf(site), latitude: site.latitude, longitude: site.longitude } : null);
  };
  return (
    <Select<string | null> id={id} value={value || null} allowClear disabled={items.length === 0} placeholder={placeholder} popupMatchSelectWidth={false} showSearch={{ optionFilterProp: 'label' }}
      onChange={(next) => choose(next ?? undefined)} options={items.map((row) => ({ value: idOf(row), label: nameOf(row.name) }))} />
  );
};

/** A site by its name, which opens it; by its number where the reader does not see it. */
export const SiteName = ({ id }: { id: string }) => {
  const { nameOf } = useLanguage();
  const site = useRead<SiteRow>(`/sites/${encodeURIComponent(id)}`, {}, { fresh: 3_600_000 }).data;
  return <Link to={`/sites/${id}`}>{nameOf(site?.name) || id}</Link>;
};
