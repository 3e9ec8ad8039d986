import { isDecimal } from '@zeren/kernel';
import type { CampaignRow, Category, Cycle, Indicator, SplitRow, StandardDocumentRow } from '@zeren/tasks-domain';
import { Button, Checkbox, Input, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { useRead } from '../../../api/reads.js';
import { idOf } from '../../../api/rows.js';
import { Resource } from '../../../design/states.js';
import { useMetricName } from '../../../design/metric-name.js';
import { useLanguage } from '../../../language/language.js';
import { useDraftTexts } from './draft.texts.js';
import { openTargetsOf, rootsOf, type OpenTarget } from './roots.js';
import { receiving, useUnits } from './use-ground.js';

const QUARTER_ENDS = ['03-31', '06-30', '09-30', '12-31'];
const YEAR_END = '12-31';

const matches = ({ code, name }: Indicator, sought: string): boolean => `${code} ${name.zh} ${name.en}`.toLowerCase().includes(sought);

type Marks = { readonly chosen: ReadonlySet<string>; readonly taken: ReadonlySet<string>; readonly weightOf: ReadonlyMap<string, string>; readonly onMark: (codes: readonly string[], on: boolean) => void };

/** One category with its indicators to be marked, or all of them at once. */
const CategoryChoice = ({ category, marks, sought }: { category: Category; marks: Marks; sought: string }) => {
  const t = useDraftTexts();
  const { nameOf } = useLanguage();
  const { chosen, taken, weightOf, onMark } = marks;
  const shown = category.indicators.filter((indicator) => matches(indicator, sought));
  const free = shown.filter(({ code }) => !taken.has(code)).map(({ code }) => code);
  const marked = free.filter((code) => chosen.has(code)).length;
  if (shown.length === 0) return null;
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <legend className="unseen">{nameOf(category.name)}</legend>
      <Checkbox disabled={free.length === 0} checked={free.length > 0 && marked === free.length} indeterminate={marked > 0 && marked < free.length} onChange={({ target }) => onMark(free, target.checked)}>
        <b>{t('category', { name: nameOf(category.name), count: shown.length })}</b>
      </Checkbox>
      {shown.map(({ code, name }) => (
        <label key={code}>
          <input type="checkbox" disabled={taken.has(code)} checked={chosen.has(code)} onChange={({ target }) => onMark([code], target.checked)} />
          <span><span className="mono">{code}</span> {nameOf(name)} <span className="soft small">{taken.has(code) ? t('inTable') : t('weightMark', { weight: weightOf.get(code) ?? '—' })}</span></span>
        </label>
      ))}
    </fieldset>
  );
};

const OpenTargets = ({ open, said, onSay }: { open: readonly OpenTarget[]; said: Readonly<Record<string, string>>; onSay: (id: string, value: string) => void }) => {
  const t = useDraftTexts();
  const prefix = useId();
  const nameOfMetric = useMetricName();
  if (open.length === 0) return null;
  return (
    <fieldset className="stack" style={{ border: 0, padding: 0, margin: 0 }}>
      <legend><b>{t('open')}</b></legend>
      {open.map(({ id, indicator, metric, said: standard, proposed }) => (
        <div key={id} className="filter">
          <label htmlFor={prefix + id}>{indicator.code} {nameOfMetric(metric.code)} {metric.unit} · {t('openLead', { said: standard })}</label>
          <Input id={prefix + id} inputMode="decimal" style={{ maxWidth: 160 }} value={said[id] ?? proposed} onChange={({ target }) => onSay(id, target.value.trim())} />
        </div>
      ))}
    </fieldset>
  );
};

type Choice = { readonly codes: readonly string[]; readonly leadUnitId: string | undefined; readonly dueOn: string; readonly shared: boolean; readonly targets: Readonly<Record<string, string>> };
const nothingChosen: Choice = { codes: [], leadUnitId: undefined, dueOn: YEAR_END, shared: true, targets: {} };

const Terms = ({ choice, leadUnitId, onSay }: { choice: Choice; leadUnitId: string; onSay: (change: Partial<Choice>) => void }) => {
  const t = useDraftTexts();
  const id = useId();
  const { nameOf } = useLanguage();
  const departments = useUnits(1);
  return (
    <div className="row">
      <div className="filter" style={{ flex: '1 1 200px' }}><label htmlFor={`${id}l`}>{t('lead')}</label>
        <Select id={`${id}l`} showSearch optionFilterProp="label" value={leadUnitId} onChange={(value: string) => onSay({ leadUnitId: value })} options={departments.map(({ unitId, name }) => ({ value: unitId, label: nameOf(name) }))} />
      </div>
      <div className="filter" style={{ flex: '0 1 120px' }}><label htmlFor={`${id}d`}>{t('dueOn')}</label>
        <Select id={`${id}d`} value={choice.dueOn} onChange={(value: string) => onSay({ dueOn: value })} options={QUARTER_ENDS.map((value) => ({ value, label: value }))} />
      </div>
      <Checkbox checked={choice.shared} onChange={({ target }) => onSay({ shared: target.checked })}>{t('shared')}</Checkbox>
    </div>
  );
};

type Place = { readonly campaign: CampaignRow; readonly cycle: Cycle; readonly tenantId: string; readonly rows: readonly SplitRow[]; readonly onChosen: (rows: readonly SplitRow[]) => void };

/** The indicators of one campaign, and the terms on which they become rows. */
const Indicators = ({ standard, campaign, cycle, tenantId, rows, onChosen }: Place & { standard: StandardDocumentRow }) => {
  const t = useDraftTexts();
  const [choice, setChoice] = useState(nothingChosen);
  const [search, setSearch] = useState('');
  const units = useUnits(1);
  const say = (change: Partial<Choice>): void => setChoice((before) => ({ ...before, ...change }));
  const all = standard.categories.flatMap(({ indicators }) => indicators);
  const taken = new Set(rows.filter(({ campaignId, parentKey }) => campaignId === idOf(campaign) && parentKey === null).map(({ indicatorCode }) => indicatorCode));
  const chosen = new Set(choice.codes);
  const indicators = all.filter(({ code }) => chosen.has(code));
  const open = openTargetsOf(indicators);
  const targets = Object.fromEntries(open.map(({ id, proposed }) => [id, choice.targets[id] ?? proposed]));
  const lead = units.find(({ unitId }) => unitId === (choice.leadUnitId ?? campaign.leadUnitId));
  const mark = (codes: readonly string[], on: boolean): void =>
    say({ codes: on ? [...new Set([...choice.codes, ...codes])] : choice.codes.filter((code) => !codes.includes(code)) });
  const marks: Marks = { chosen, taken, weightOf: new Map(campaign.weights.map(({ indicatorCode, weight }) => [indicatorCode, weight])), onMark: mark };
  const free = all.map(({ code }) => code).filter((code) => !taken.has(code));
  if (cycle.from > `${campaign.lastYear}-12-31`) return <p className="why">{t('noYears')}</p>;
  return (
    <>
      <div className="apart">
        <Input.Search aria-label={t('find')} placeholder={t('find')} allowClear style={{ maxWidth: 300 }} onChange={({ target }) => setSearch(target.value.trim().toLowerCase())} />
        <span className="row">
          <span role="status">{t('chosen', { count: indicators.length })}</span>
          <Button size="small" onClick={() => mark(free, true)}>{t('all')}</Button>
          <Button size="small" onClick={() => mark(free, false)}>{t('none')}</Button>
        </span>
      </div>
      <div className="draft-indicators" tabIndex={0} role="group" aria-label={t('roots')}>
        {standard.categories.map((category) => <CategoryChoice key={category.code} category={category} marks={marks} sought={search} />)}
      </div>
      <Terms choice={choice} leadUnitId={choice.leadUnitId ?? campaign.leadUnitId} onSay={say} />
      <OpenTargets open={open} said={targets} onSay={(id, value) => say({ targets: { ...choice.targets, [id]: value } })} />
      <div>
        <Button type="primary" disabled={indicators.length === 0 || !lead || !Object.values(targets).every(isDecimal)}
          onClick={() => lead && onChosen(rootsOf(indicators, { campaign, cycle, lead: receiving(lead, tenantId), dueOn: choice.dueOn, shared: choice.shared }, targets))}>
          {t('put', { count: indicators.length })}
        </Button>
      </div>
    </>
  );
};

const OfCampaign = (place: Place) => {
  const standard = useRead<StandardDocumentRow>(`/standards/${place.campaign.standardId}`, {}, { fresh: Infinity });
  return <Resource of={standard} lines={8}>{(document) => <Indicators {...place} standard={document} />}</Resource>;
};

/** Indicators of a campaign chosen as the rows at the top of a split. */
export const RootChoice = ({ campaigns, onClose, ...place }: Omit<Place, 'campaign'> & { campaigns: readonly CampaignRow[]; onClose: () => void }) => {
  const t = useDraftTexts();
  const id = useId();
  const { nameOf } = useLanguage();
  const [campaignId, setCampaignId] = useState(() => campaigns.filter(({ lastYear }) => place.cycle.from <= `${lastYear}-12-31`).map(idOf)[0]);
  const campaign = campaigns.find((one) => idOf(one) === campaignId);
  return (
    <Modal open title={t('roots')} footer={null} onCancel={onClose} width={860}>
      <div className="stack">
        <p className="soft">{t('rootsLead')}</p>
        <div className="filter"><label htmlFor={id}>{t('campaign')}</label>
          <Select id={id} showSearch optionFilterProp="label" value={campaignId ?? null} onChange={(value: string) => setCampaignId(value)} options={campaigns.map((one) => ({ value: idOf(one), label: nameOf(one.name) }))} />
        </div>
        {campaign && <OfCampaign key={campaignId} campaign={campaign} {...place} />}
      </div>
    </Modal>
  );
};
