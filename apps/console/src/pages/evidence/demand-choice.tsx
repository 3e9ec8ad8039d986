import type { EvidenceDemand } from '@zeren/evidence-domain';
import { Select } from 'antd';
import { useId } from 'react';
import { useRead } from '../../api/reads.js';
import { idOf, type Page } from '../../api/rows.js';
import { useLanguage } from '../../language/language.js';
import { useEvidenceTexts } from './evidence.texts.js';

/** The tasks of a unit, of which evidence is for one or several. */
export const DemandChoice = ({ unitId, chosen, onChoose, label }: {
  unitId: string; chosen: readonly string[]; onChoose: (taskIds: string[]) => void; label: string;
}) => {
  const t = useEvidenceTexts();
  const { nameOf } = useLanguage();
  const id = useId();
  const demands = useRead<Page<EvidenceDemand>>('/evidence/demands', { unitId, state: 'all', limit: 200 }, { enabled: unitId !== '' });
  const options = (demands.data?.items ?? []).map((demand) => ({ value: idOf(demand), label: `${demand.indicatorCode} ${nameOf(demand.name)}` }));
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <Select id={id} mode="multiple" value={[...chosen]} onChange={onChoose} options={options} loading={demands.isPending} optionFilterProp="label" placeholder={t('demandHint')} />
    </div>
  );
};
