import type { UnitRow } from '@zeren/organisation-domain';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useUnitName } from '../api/directory.js';
import { useRead } from '../api/reads.js';
import type { Page } from '../api/rows.js';
import { useLanguage } from '../language/language.js';
import { UnitName } from './unit-name.js';

const minute = 60_000;

const Option = ({ unit }: { unit: UnitRow }) => {
  const { nameOf } = useLanguage();
  return <span>{nameOf(unit.name)} <span className="soft small">{unit.parentUnitId && <><UnitName id={unit.parentUnitId} /> · </>}{unit.unitId}</span></span>;
};

/** A unit found by a part of its name or the beginning of its code; only places that have a level where an area is asked for. */
export const UnitChoice = ({ id, value, onChoose, areas = false, placeholder }: {
  id: string; value: string; onChoose: (unitId: string) => void; areas?: boolean; placeholder?: string;
}) => {
  const { nameOf } = useLanguage();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const found = useRead<Page<UnitRow>>('/units', { search, limit: 20 }, { enabled: search !== '', fresh: minute });
  const chosenName = useUnitName(value);
  const options = (search === '' ? [] : found.data?.items ?? []).filter(({ level }) => !areas || level !== null);
  const chosen = value === '' || options.some(({ unitId }) => unitId === value) ? [] : [{ value, label: nameOf(chosenName) || value }];
  return (
    <Select id={id} value={value || null} showSearch={{ filterOption: false, onSearch: setTyped }} allowClear loading={found.isFetching}
      placeholder={placeholder} notFoundContent={null} popupMatchSelectWidth={false} onChange={(next: string | undefined) => onChoose(next ?? '')}
      options={[...chosen, ...options.map((unit) => ({ value: unit.unitId, label: <Option unit={unit} /> }))]} />
  );
};
