import { ownerOnly, sameData, sum, type Caller, type Command, type Decider, type Decimal, type LocalisedText } from '@zeren/kernel';
import type { IndicatorWeight } from '../campaign/campaign.events.js';
import { refuse } from '../refusals.js';
import type { DocumentFormat, EvidenceKind, Indicator, Precondition, StandardPublished } from '../standard/standard.events.js';
import { unitsActedFor } from '../task/acting-units.js';
import type { ChecklistDrawn, ChecklistEvent, ChecklistItem, ChecklistItemAssigned, ChecklistKind, ChecklistMark } from './checklist.events.js';

/** Draw the checklist of a campaign. Standard, weights and the lead units of the campaign's tasks are read by the handler. */
export type DrawChecklist = Command<'DrawChecklist', {
  readonly campaignId: string;
  readonly standardId: string;
  readonly standard: Pick<StandardPublished['data'], 'categories' | 'preconditions' | 'negativeList'>;
  readonly weights: readonly IndicatorWeight[];
  readonly leadUnits: readonly { readonly indicatorCode: string; readonly unitId: string }[];
  /** Answers for what no task is led by anybody. */
  readonly campaignLeadUnitId: string;
}>;
/** Say of items whether they are ready. */
export type MarkChecklist = Command<'MarkChecklist', { readonly marks: readonly ChecklistMark[] }>;
/** Have another unit answer for an item. */
export type AssignChecklistItem = Command<'AssignChecklistItem', ChecklistItemAssigned['data']>;
export type ChecklistCommand = DrawChecklist | MarkChecklist | AssignChecklistItem;

/** What was last found of an item, by which unit, when (UTC). */
export type ItemMark = Omit<ChecklistMark, 'code'> & { readonly unitId: string; readonly at: string };
/** An item as it stands; `mark` is null until somebody looked. */
export type CheckedItem = ChecklistItem & { readonly mark: ItemMark | null };

export type DrawnChecklist = Omit<ChecklistDrawn['data'], 'items'> & { readonly status: 'drawn'; readonly items: readonly CheckedItem[] };
export type Checklist = { readonly status: 'none' } | DrawnChecklist;

export const checklistKindText: Readonly<Record<ChecklistKind, LocalisedText>> = {
  precondition: { zh: '申报前提', en: 'Precondition' },
  negative: { zh: '负面清单', en: 'Negative list' },
  indicator: { zh: '指标', en: 'Indicator' },
};

export const isReady = ({ mark }: CheckedItem): boolean => mark?.ready === true;

/** Whether its absence ends the application, whatever the score (domain: preconditions and the negative list). */
export const isDecisive = ({ kind }: ChecklistItem): boolean => kind !== 'indicator';

/** How far a checklist has come: items, those ready, decisive ones that are not, and the weight of the indicators that are ready. */
export type ChecklistFigures = { readonly items: number; readonly ready: number; readonly decisive: number; readonly weightReady: Decimal };

export const checklistFigures = (items: readonly CheckedItem[]): ChecklistFigures => {
  const ready = items.filter(isReady);
  return {
    items: items.length,
    ready: ready.length,
    decisive: items.filter((item) => isDecisive(item) && !isReady(item)).length,
    weightReady: sum(ready.flatMap(({ weight }) => (weight === null ? [] : [weight]))),
  };
};

const accepted: Readonly<Record<EvidenceKind, readonly DocumentFormat[]>> = {
  document: ['issued-document', 'explanatory-report'],
  field: ['photo'],
  survey: ['explanatory-report', 'statistics-table'],
  statistics: ['statistics-table'],
};

/** The forms of document that prove an indicator: the standard's own, else those of its way of being checked. */
export const provedBy = ({ formats, evidence }: Pick<Indicator, 'formats' | 'evidence'>): readonly DocumentFormat[] => formats ?? accepted[evidence];

const unweighed = (kind: ChecklistKind, unitId: string) => ({ code, name }: Precondition): ChecklistItem =>
  ({ code, kind, name, weight: null, metrics: [], evidence: null, formats: [], commitment: null, unitId });

const itemsOf = ({ standard, weights, leadUnits, campaignLeadUnitId }: DrawChecklist['data'], before: readonly ChecklistItem[]): readonly ChecklistItem[] => {
  const answering = new Map([...leadUnits.map(({ indicatorCode, unitId }) => [indicatorCode, unitId] as const), ...before.map(({ code, unitId }) => [code, unitId] as const)]);
  const weightOf = new Map(weights.map(({ indicatorCode, weight }) => [indicatorCode, weight]));
  const items = [
    ...standard.preconditions.map(unweighed('precondition', campaignLeadUnitId)),
    ...(standard.negativeList ?? []).map(unweighed('negative', campaignLeadUnitId)),
    ...standard.categories.flatMap(({ indicators }) => indicators.map((indicator): ChecklistItem => ({
      code: indicator.code, kind: 'indicator', name: indicator.name, weight: weightOf.get(indicator.code) ?? null, metrics: indicator.metrics,
      evidence: indicator.evidence, formats: provedBy(indicator), commitment: indicator.commitment ?? null, unitId: campaignLeadUnitId,
    }))),
  ];
  return items.map((item) => ({ ...item, unitId: answering.get(item.code) ?? item.unitId }));
};

const withoutMark = ({ mark: _, ...item }: CheckedItem): ChecklistItem => item;

const draw = (data: DrawChecklist['data'], checklist: Checklist): readonly ChecklistEvent[] => {
  const before = checklist.status === 'drawn' ? checklist.items.map(withoutMark) : [];
  const { campaignId, standardId } = data;
  const items = itemsOf(data, before);
  if (checklist.status === 'drawn' && checklist.standardId === standardId && sameData(items, before)) return [];
  return [{ type: 'ChecklistDrawn', data: { campaignId, standardId, items } }];
};

/** The city's office says it of anything, a unit of what it answers for. */
const requireAnswering = ({ unitId }: ChecklistItem, caller: Caller, field: string): void => {
  const answers = caller.roles.includes('city-office') || unitsActedFor(caller.unitId).includes(unitId);
  if (!answers) refuse('not-responsible', field, { unit: unitId });
};

const isSaid = ({ mark }: CheckedItem, { ready, remark }: ChecklistMark): boolean => mark?.ready === ready && mark.remark === remark;

const mark = ({ marks }: MarkChecklist['data'], { items }: DrawnChecklist, caller: Caller): readonly ChecklistEvent[] => {
  const open = new Map(items.map((item) => [item.code, item]));
  const said = marks.filter((one, index) => {
    const item = open.get(one.code) ?? refuse('checklist-item-unknown', `marks[${index}].code`, { code: one.code });
    open.delete(one.code);
    requireAnswering(item, caller, `marks[${index}].code`);
    if (!one.ready && one.remark.trim() === '') refuse('remark-required', `marks[${index}].remark`);
    return !isSaid(item, one);
  });
  return said.length === 0 ? [] : [{ type: 'ChecklistMarked', data: { unitId: caller.unitId, at: caller.now, marks: said } }];
};

const assign = (data: AssignChecklistItem['data'], { items }: DrawnChecklist): readonly ChecklistEvent[] => {
  const item = items.find(({ code }) => code === data.code) ?? refuse('checklist-item-unknown', 'code', { code: data.code });
  if (data.unitId.trim() === '') refuse('lead-required', 'unitId');
  return item.unitId === data.unitId ? [] : [{ type: 'ChecklistItemAssigned', data }];
};

const decide = (command: ChecklistCommand, checklist: Checklist, caller: Caller): readonly ChecklistEvent[] => {
  if (command.type === 'DrawChecklist') return draw(command.data, checklist);
  if (checklist.status === 'none') return refuse('checklist-not-drawn');
  switch (command.type) {
    case 'MarkChecklist': return mark(command.data, checklist, caller);
    case 'AssignChecklistItem': return assign(command.data, checklist);
  }
};

const drawn = ({ items, ...data }: ChecklistDrawn['data'], before: readonly CheckedItem[]): DrawnChecklist => {
  const known = new Map(before.map((item) => [item.code, item]));
  const markOf = (item: ChecklistItem): ItemMark | null => {
    const same = known.get(item.code);
    return same && sameData(withoutMark(same), item) ? same.mark : null;
  };
  return { status: 'drawn', ...data, items: items.map((item) => ({ ...item, mark: markOf(item) })) };
};

const evolve = (checklist: Checklist, event: ChecklistEvent): Checklist => {
  if (event.type === 'ChecklistDrawn') return drawn(event.data, checklist.status === 'drawn' ? checklist.items : []);
  if (checklist.status === 'none') return checklist;
  switch (event.type) {
    case 'ChecklistMarked': {
      const { marks, unitId, at } = event.data;
      const found = new Map(marks.map(({ code, ready, remark }) => [code, { ready, remark, unitId, at }]));
      return { ...checklist, items: checklist.items.map((item) => ({ ...item, mark: found.get(item.code) ?? item.mark })) };
    }
    case 'ChecklistItemAssigned': {
      const { code, unitId } = event.data;
      return { ...checklist, items: checklist.items.map((item) => (item.code === code ? { ...item, unitId } : item)) };
    }
  }
};

/** One checklist for each campaign, under the campaign's own id; it stays within the tenant that runs the campaign. */
export const checklistDecider: Decider<Checklist, ChecklistCommand, ChecklistEvent> = {
  category: 'readiness',
  initialState: { status: 'none' },
  decide,
  evolve,
  sharedWith: ownerOnly,
};
