import { Input, Select } from 'antd';
import type { Choose } from '../../design/chosen.js';
import { useLanguage } from '../../language/language.js';
import { useRead } from '../../api/reads.js';
import type { EvidenceFigures } from '@zeren/evidence-domain';
import { useEvidenceTexts } from './evidence.texts.js';

/** How far each campaign's evidence has come. */
export const useFigures = () => useRead<{ readonly items: readonly EvidenceFigures[] }>('/evidence/figures');

/** One of a few values, or all. */
export const Choice = ({ name, label, value, options, onChoose }: {
  name: string; label: string; value: string | null; options: readonly { value: string; label: string }[]; onChoose: Choose;
}) => {
  const t = useEvidenceTexts();
  return (
    <div className="filter">
      <label htmlFor={`filter-${name}`}>{label}</label>
      <Select id={`filter-${name}`} value={value ?? ''} onChange={(chosen: string) => onChoose(name, chosen || undefined)}
        options={[{ value: '', label: t('all') }, ...options]} popupMatchSelectWidth={false} />
    </div>
  );
};

/** A code that is typed. */
export const Code = ({ name, label, value, onChoose }: { name: string; label: string; value: string | null; onChoose: Choose }) => (
  <div className="filter">
    <label htmlFor={`filter-${name}`}>{label}</label>
    <Input id={`filter-${name}`} key={value} defaultValue={value ?? ''} allowClear
      onPressEnter={({ currentTarget }) => onChoose(name, currentTarget.value.trim() || undefined)}
      onBlur={({ currentTarget }) => { if (currentTarget.value.trim() !== (value ?? '')) onChoose(name, currentTarget.value.trim() || undefined); }} />
  </div>
);

export const CampaignChoice = ({ value, onChoose }: { value: string | null; onChoose: Choose }) => {
  const t = useEvidenceTexts();
  const { nameOf } = useLanguage();
  const figures = useFigures();
  const options = (figures.data?.items ?? []).map(({ campaignId, name }) => ({ value: campaignId, label: nameOf(name) }));
  return <Choice name="campaignId" label={t('campaign')} value={value} options={options} onChoose={onChoose} />;
};
