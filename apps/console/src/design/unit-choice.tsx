import type { UnitRow } from '@zeren/organisation-domain';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useRead } from '../api/reads.js';
import type { Page } from '../api/rows.js';
import { useLanguage } from '../language/language.js';
import { UnitName } from './unit-name.js';

const minute = 60_000;

const Option = ({ unit }: { unit: UnitRow }) => {
  const { nameOf } = useLanguage();
  return <span>{nameOf(unit.name)} <span className="soft small">{unit.parentUnitId && <><UnitName id={unit.parentUnitId} /> · </>}{unit.unitId}</span></span>;
};

type Shown = { readonly id: string; readonly value: string; readonly areas?: boolean; readonly placeholder?: string };

/** Units by what is typed, with those that are chosen already; only places that have a level where an area is asked for. */
const useFoundUnits = (chosen: readonly string[], areas: boolean) => {
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const found = useRead<Page<UnitRow>>('/units', { search, limit: 20 }, { enabled: search !== '', fresh: minute });
  const units = (search === '' ? [] : found.data?.items ?? []).filter(({ level, unitId }) => (!areas || level !== null) && !chosen.includes(unitId));
  const options = [
    ...chosen.map((unitId) => ({ value: unitId, label: <UnitName id={unitId} /> })),
    ...units.map((unit) => ({ value: unit.unitId, label: <Option unit={unit} /> })),
  ];
  return { options, showSearch: { filterOption: false, onSearch: setTyped }, loading: found.isFetching, notFoundContent: null, popupMatchSelectWidth: false };
};

/** A unit found by a part of its name or the beginning of its code. */
export const UnitChoice = ({ id, value, onChoose, areas = false, placeholder }: Shown & { readonly onChoose: (unitId: string) => void }) => {
  const found = useFoundUnits(value === '' ? [] : [value], areas);
  return <Select<string | null> {...found} id={id} value={value || null} allowClear placeholder={placeholder} onChange={(next) => onChoose(next ?? '')} />;
};

/** Several units, their codes apart by a blank. */
export const UnitsChoice = ({ id, value, onChoose, areas = false, placeholder }: Shown & { readonly onChoose: (unitIds: string) => void }) => {
  const chosen = value === '' ? [] : value.split(' ');
  const found = useFoundUnits(chosen, areas);
  return <Select<string[]> {...found} id={id} mode="multiple" value={chosen} placeholder={placeholder} onChange={(next) => onChoose(next.join(' '))} />;
};
