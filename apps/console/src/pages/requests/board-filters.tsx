import { Button, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { IntegrationChoice } from '../../design/integration.js';
import { MatterChoice } from '../../design/matter-choice.js';
import { channels, requestKinds, useRequestWords } from '../../design/request-words.js';
import { UnitChoice } from '../../design/unit-choice.js';
import { useBoardTexts } from './board.texts.js';

/** What the queue can be cut by. */
export const boardFilters = ['search', 'kind', 'channel', 'areaUnitId', 'unitId', 'matterCode', 'integration'] as const;
export type BoardFilter = (typeof boardFilters)[number];

export type Choose = (name: BoardFilter | 'sort' | 'list', value: string | undefined) => void;

const Filter = ({ name, label, children }: { name: BoardFilter; label: string; children: (id: string) => ReactNode }) => (
  <div className="filter"><label htmlFor={`request-${name}`}>{label}</label>{children(`request-${name}`)}</div>
);

/** Filters of the queue: the four integrations, kind, channel, place, unit and matter; and words of the subject. */
export const BoardFilters = ({ params, onChoose, onClear }: { params: URLSearchParams; onChoose: Choose; onClear: () => void }) => {
  const t = useBoardTexts();
  const word = useRequestWords();
  const oneOf = (name: BoardFilter, options: readonly { value: string; label: string }[]) => (id: string) => (
    <Select id={id} value={params.get(name) ?? ''} onChange={(chosen: string) => onChoose(name, chosen || undefined)} popupMatchSelectWidth={false} options={[{ value: '', label: t('all') }, ...options]} />
  );
  const chosen = (name: BoardFilter) => ({ value: params.get(name) ?? '', onChoose: (value: string) => onChoose(name, value || undefined), placeholder: t('all') });
  return (
    <search className="filters" aria-label={t('filters')}>
      <div className="filter filter-search">
        <label htmlFor="request-search">{t('search')}</label>
        <Input.Search id="request-search" key={params.get('search')} defaultValue={params.get('search') ?? ''} allowClear onSearch={(text) => onChoose('search', text.trim() || undefined)} />
      </div>
      <Filter name="kind" label={t('kind')}>{oneOf('kind', requestKinds.map((value) => ({ value, label: word(value) })))}</Filter>
      <Filter name="channel" label={t('channel')}>{oneOf('channel', channels.map((value) => ({ value, label: word(value) })))}</Filter>
      <IntegrationChoice value={params.get('integration')} onChoose={(code) => onChoose('integration', code)} />
      <Filter name="matterCode" label={t('matter')}>{(id) => <MatterChoice id={id} {...chosen('matterCode')} />}</Filter>
      <Filter name="areaUnitId" label={t('area')}>{(id) => <UnitChoice id={id} areas {...chosen('areaUnitId')} />}</Filter>
      <Filter name="unitId" label={t('unit')}>{(id) => <UnitChoice id={id} {...chosen('unitId')} />}</Filter>
      <Button onClick={onClear} disabled={boardFilters.every((name) => !params.has(name))}>{t('clear')}</Button>
    </search>
  );
};
