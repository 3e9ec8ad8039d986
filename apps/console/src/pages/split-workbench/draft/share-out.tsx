import { distributionKinds, isDivision, type DistributionKind, type SplitRow } from '@zeren/tasks-domain';
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { Spoken } from '../../../design/spoken.js';
import { useLanguage } from '../../../language/language.js';
import { useDraftTexts } from './draft.texts.js';
import { proposalOf, type Source } from './plan.js';
import { receiving, useReceivers } from './use-ground.js';

type Choice = { readonly sourceIds: readonly string[]; readonly unitIds: readonly string[]; readonly kind: DistributionKind; readonly parts: Readonly<Record<string, string>> };
const nothingChosen: Choice = { sourceIds: [], unitIds: [], kind: 'equal', parts: {} };

const asksParts = (kind: DistributionKind): boolean => kind === 'population' || kind === 'fixed';

type Option = { readonly value: string; readonly label: string };

/** Several of many, found by typing, or all at once. */
const Several = ({ label, placeholder, all, everyone, options, chosen, onChoose }: {
  label: string; placeholder?: string; all: string; everyone: readonly string[]; options: readonly Option[]; chosen: readonly string[]; onChoose: (values: readonly string[]) => void;
}) => {
  const id = useId();
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <div className="row" style={{ flexWrap: 'nowrap' }}>
        <Select id={id} mode="multiple" maxTagCount={4} optionFilterProp="label" style={{ flex: 1, minWidth: 0 }} value={[...chosen]} onChange={(values: string[]) => onChoose(values)} options={[...options]} {...(placeholder === undefined ? {} : { placeholder })} />
        <Button onClick={() => onChoose(everyone)} disabled={everyone.length === 0}>{all}</Button>
      </div>
    </div>
  );
};

/** Tasks shared out among units by a rule: each of them among all of the units. */
export const ShareOut = ({ sources, tenantId, onSpread }: { sources: readonly Source[]; tenantId: string; onSpread: (rows: readonly SplitRow[]) => void }) => {
  const t = useDraftTexts();
  const id = useId();
  const { nameOf, language } = useLanguage();
  const [choice, setChoice] = useState(nothingChosen);
  const choose = (change: Partial<Choice>): void => setChoice((before) => ({ ...before, ...change }));
  const { kind, parts } = choice;
  const chosen = sources.filter(({ id: one }) => choice.sourceIds.includes(one));
  const level = chosen[0]?.content.level ?? sources[0]?.content.level ?? 1;
  const offered = useReceivers(level, tenantId);
  const areas = offered.filter(({ unitId }) => isDivision(unitId));
  const units = offered.filter(({ unitId }) => choice.unitIds.includes(unitId));
  const rule = { kind, parts: asksParts(kind) ? units.map(({ unitId }) => parts[unitId] ?? '') : [] };
  const ready = chosen.length > 0 && units.length > 0;
  const { rows, refusal } = ready ? proposalOf(chosen, units.map((unit) => receiving(unit, tenantId)), rule, language) : { rows: [], refusal: undefined };
  const spread = (): void => {
    onSpread(rows);
    setChoice(nothingChosen);
  };
  return (
    <section className="sheet stack">
      <div><h2>{t('share')}</h2><p className="soft">{sources.length === 0 ? t('noSources') : t('shareLead')}</p></div>
      <Several label={t('what')} all={t('allSources', { count: sources.length })} everyone={sources.map(({ id: one }) => one)} chosen={choice.sourceIds} onChoose={(sourceIds) => choose({ sourceIds })}
        options={sources.map(({ id: value, content }) => ({ value, label: `${content.indicatorCode} ${nameOf(content.name)}` }))} />
      <Several label={t('units')} placeholder={t('searchUnits')} all={t('allUnits', { count: areas.length })} everyone={areas.map(({ unitId }) => unitId)} chosen={choice.unitIds} onChoose={(unitIds) => choose({ unitIds })}
        options={offered.map((unit) => ({ value: unit.unitId, label: nameOf(unit.name) }))} />
      <div className="filter"><label htmlFor={id}>{t('rule')}</label>
        <Select id={id} style={{ maxWidth: 240 }} value={kind} onChange={(value: DistributionKind) => choose({ kind: value })} options={distributionKinds.map((value) => ({ value, label: t(value) }))} />
      </div>
      {asksParts(kind) && (
        <div className="row">
          {units.map(({ unitId, name }) => (
            <div key={unitId} className="filter"><label htmlFor={id + unitId}>{t('part', { unit: nameOf(name) })}</label>
              <Input id={id + unitId} inputMode="decimal" style={{ width: 180 }} value={parts[unitId] ?? ''} onChange={({ target }) => choose({ parts: { ...parts, [unitId]: target.value.trim() } })} />
            </div>
          ))}
        </div>
      )}
      {refusal && <p className="why" role="alert"><Spoken sentence={refusal.sentence} /></p>}
      <div><Button type="primary" disabled={rows.length === 0} onClick={spread}>{t('spread')}</Button></div>
    </section>
  );
};
