import type { SiteRow } from '@zeren/organisation-domain';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { Link } from 'react-router-dom';
import { useRead } from '../api/reads.js';
import { idOf, type Page } from '../api/rows.js';
import { useLanguage } from '../language/language.js';

const MOST = 50;
const hour = 3_600_000;
const minute = 60_000;

const useSiteName = (id: string): string => {
  const { nameOf } = useLanguage();
  const site = useRead<SiteRow>(`/sites/${encodeURIComponent(id)}`, {}, { fresh: hour }).data;
  return nameOf(site?.name) || id;
};

/** A site by its name, which opens it; by its number where the reader does not see it. */
export const SiteName = ({ id }: { id: string }) => <Link to={`/sites/${id}`}>{useSiteName(id)}</Link>;

const Chosen = ({ id }: { id: string }) => <>{useSiteName(id)}</>;

type Shown = {
  readonly id: string;
  readonly value: string;
  /** Only sites of this area and of what lies below it; empty while the area is still to be chosen. Left out: everywhere. */
  readonly areaUnitId?: string;
  readonly placeholder?: string;
  readonly onChoose: (site: SiteRow | undefined) => void;
};

/** One of the registered sites, found by a part of its name or the beginning of its number. */
export const SiteChoice = ({ id, value, areaUnitId, placeholder, onChoose }: Shown) => {
  const { nameOf } = useLanguage();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const isShut = areaUnitId === '';
  const found = useRead<Page<SiteRow>>('/sites', { areaUnitId, search: search || undefined, status: 'registered', limit: MOST }, { enabled: !isShut, fresh: minute });
  const sites = isShut ? [] : found.data?.items ?? [];
  const options = [
    ...(value === '' || sites.some((site) => idOf(site) === value) ? [] : [{ value, label: <Chosen id={value} /> }]),
    ...sites.map((site) => ({ value: idOf(site), label: <>{nameOf(site.name)} <span className="soft small">{site.id}</span></> })),
  ];
  return (
    <Select<string | null> id={id} value={value || null} allowClear disabled={isShut} loading={found.isFetching} placeholder={placeholder} popupMatchSelectWidth={false}
      showSearch={{ filterOption: false, onSearch: setTyped }} notFoundContent={null} options={options}
      onChange={(next) => onChoose(sites.find((site) => idOf(site) === next))} />
  );
};
