import type { UnitRow } from '@zeren/organisation-domain';
import { Button, Input, Select } from 'antd';
import { usePages } from '../../api/reads.js';
import { useLanguage } from '../../language/language.js';
import { BothLanguages, Labelled, nextCode, replaced } from '../contract/wording-fields.js';
import type { Draft } from './draft.js';
import { useDraftTexts } from './draft.texts.js';

type Items = Draft['assistance'];
type Item = Items[number];

const ItemFields = ({ item, field, units, onChange, onRemove }: {
  item: Item; field: string; units: readonly UnitRow[]; onChange: (change: Partial<Item>) => void; onRemove: () => void;
}) => {
  const t = useDraftTexts();
  const { nameOf } = useLanguage();
  return (
    <li className="card stack">
      <div className="row">
        <Labelled label={t('code')} field={`${field}.code`}>{(control) => <Input {...control} maxLength={20} value={item.code} onChange={({ target }) => onChange({ code: target.value.toUpperCase() })} />}</Labelled>
        <Labelled label={t('assisting')} field={`${field}.unitId`}>
          {(control) => <Select {...control} showSearch={{ optionFilterProp: 'label' }} value={item.unitId || null} onChange={(unitId) => onChange({ unitId: unitId ?? '' })} options={units.map(({ unitId, name }) => ({ value: unitId, label: `${nameOf(name)} ${unitId}` }))} popupMatchSelectWidth={false} />}
        </Labelled>
        <Labelled label={t('funds')} field={`${field}.funds`}>{(control) => <Input {...control} inputMode="decimal" value={item.funds} onChange={({ target }) => onChange({ funds: target.value.trim() })} />}</Labelled>
        <Labelled label={t('fundsSource')} field={`${field}.fundsSource`}>{(control) => <Input {...control} maxLength={500} value={item.fundsSource} onChange={({ target }) => onChange({ fundsSource: target.value })} />}</Labelled>
        <Button size="small" onClick={onRemove}>{t('remove')}</Button>
      </div>
      <BothLanguages text={item.text} field={`${field}.text`} onChange={(text) => onChange({ text })} />
    </li>
  );
};

/** What villages, communities and grids under a town assist in, each with its funds. */
export const AssistanceFields = ({ townId, items, onChange }: { townId: string; items: Items; onChange: (items: Items) => void }) => {
  const t = useDraftTexts();
  const below = usePages<UnitRow>('/units', { parentUnitId: townId, limit: 200 });
  const units = below.data?.pages.flatMap((page) => page.items) ?? [];
  const fresh: Item = { code: nextCode('A', items), unitId: '', text: { zh: '', en: '' }, funds: '', fundsSource: '' };
  return (
    <>
      <h3>{t('assistance')}</h3>
      <ul className="plain cards">
        {items.map((item, index) => (
          <ItemFields key={index} item={item} field={`assistance[${index}]`} units={units}
            onChange={(change) => onChange(replaced(items, index, { ...item, ...change }))} onRemove={() => onChange(items.filter((_, at) => at !== index))} />
        ))}
      </ul>
      <div><Button size="small" onClick={() => onChange([...items, fresh])}>{t('addItem')}</Button></div>
    </>
  );
};
