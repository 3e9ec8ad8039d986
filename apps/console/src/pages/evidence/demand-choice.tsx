import type { EvidenceDemand } from '@zeren/evidence-domain';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useId } from 'react';
import { read } from '../../api/client.js';
import { idOf, type Page } from '../../api/rows.js';
import { useLanguage } from '../../language/language.js';
import { useEvidenceTexts } from './evidence.texts.js';

/** A city's unit has a few hundred tasks: one for each indicator it works on. */
const MOST = 2_000;

const demandsOf = async (unitId: string, signal: AbortSignal): Promise<EvidenceDemand[]> => {
  const demands: EvidenceDemand[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<EvidenceDemand> = await read('/evidence/demands', { unitId, state: 'all', limit: 200, cursor }, signal);
    demands.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined && demands.length < MOST);
  return demands;
};

/** What a unit has to prove, met or not. */
export const useDemandsOf = (unitId: string) =>
  useQuery({ queryKey: ['demands of', unitId], queryFn: ({ signal }) => demandsOf(unitId, signal), enabled: unitId !== '' });

/** The tasks of a unit, of which evidence is for one or several. */
export const DemandChoice = ({ unitId, chosen, onChoose, label }: {
  unitId: string; chosen: readonly string[]; onChoose: (taskIds: string[]) => void; label: string;
}) => {
  const t = useEvidenceTexts();
  const { nameOf } = useLanguage();
  const id = useId();
  const demands = useDemandsOf(unitId);
  const options = (demands.data ?? []).map((demand) => ({ value: idOf(demand), label: `${demand.indicatorCode} ${nameOf(demand.name)}` }));
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <Select id={id} mode="multiple" value={[...chosen]} onChange={onChoose} options={options} loading={demands.isPending} optionFilterProp="label" placeholder={t('demandHint')} />
    </div>
  );
};
