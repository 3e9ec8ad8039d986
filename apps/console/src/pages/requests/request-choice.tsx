import type { RequestRow } from '@zeren/requests-domain';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useRead } from '../../api/reads.js';
import { idOf, type Page } from '../../api/rows.js';
import { UnitName } from '../../design/unit-name.js';

const over: readonly RequestRow['lane'][] = ['ended', 'away'];

/** An open request, found by a part of its subject or its receipt. */
export const RequestChoice = ({ id, value, onChoose, placeholder, except }: { id: string; value: string; onChoose: (id: string) => void; placeholder: string; except: string }) => {
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const found = useRead<Page<RequestRow>>('/requests', { search, sort: '-filedAt', limit: 20 }, { enabled: search !== '' });
  const open = (found.data?.items ?? []).filter((row) => !over.includes(row.lane) && idOf(row) !== except);
  return (
    <Select<string | null> id={id} value={value || null} allowClear showSearch={{ filterOption: false, onSearch: setTyped }} loading={found.isFetching} placeholder={placeholder}
      notFoundContent={null} popupMatchSelectWidth={false} onChange={(next) => onChoose(next ?? '')}
      options={open.map((row) => ({ value: idOf(row), label: <>{row.subject} <span className="soft small">{row.receipt} · <UnitName id={row.areaUnitId} /></span></> }))} />
  );
};
