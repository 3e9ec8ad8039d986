import type { LocalisedText } from '@zeren/kernel';
import type { MajorClass, MatterClassDraft, MatterKind, Term, TermUnit } from '@zeren/organisation-domain';
import type { DemoData, PublishedMatter } from './data.js';
import type { Load } from './loading.js';

const days = (value: number): Term => ({ value, unit: 'working-day' });
const unitOf = { minute: 'minute', clock_hour: 'clock-hour', working_hour: 'working-hour', working_day: 'working-day' } as const satisfies Readonly<Record<string, TermUnit>>;

/** The standards' conditions in English. */
const english: Readonly<Record<string, string>> = {
  '未经审批私自搭建建筑物、构筑物或其他设施': 'Built without approval: a building, a structure or another facility',
  '超出规划许可证内容建设,或逾期未拆除的临时建设': 'Built beyond what the planning permit says, or temporary and not removed in time',
  '主次干道成堆成片及公共场所未入容器的生活垃圾': 'Household waste in heaps on roads, or outside containers in public places',
  '存在建筑垃圾': 'Construction waste lies about', '堆积的渣土': 'Spoil lies in heaps', '每天8:00以后公共场所环境脏乱': 'A public place is dirty after 8 in the morning',
  '路面积水(含污水、非降雪结冰)影响通行': 'Water or sewage on the road, or ice that is no snow, hinders traffic', '绿地内有垃圾杂物': 'Litter lies in a green space',
  '植被缺失或枯死;绿地塌陷、树池围台破损': 'Plants are missing or dead; the ground has sunk, or a tree pit is broken', '在公共场所焚烧': 'Something is burnt in a public place',
  '河道沟渠淤积堵塞,有漂浮物、大面积油污': 'A river or ditch is silted up, or carries floating matter or much oil', '缺损': 'It is missing or broken',
  '停工;依法实施行政处罚;彻底拆除': 'Work has stopped; the penalty is imposed; it is demolished', '停工;处罚;拆除': 'Work has stopped; the penalty is imposed; it is demolished',
  '彻底清理': 'It is cleared away', '彻底清理、依法查处': 'It is cleared away and dealt with by law', '保持路面整洁': 'The road is clean', '清除积水': 'The water is gone',
  '彻底清除垃圾杂物': 'The litter is cleared away', '清理枯死植被,补植、修复': 'Dead plants are removed and replaced, damage is repaired', '清除': 'It is cleared away', '更换、补缺或修复': 'It is replaced or repaired',
};

const textOf = (zh: string | null): LocalisedText | null => {
  if (zh === null) return null;
  const en = english[zh];
  if (en === undefined) throw new Error(`No English for ${zh}`);
  return { zh, en };
};

/** Dangers to life enter at a higher level at once. */
const urgent: readonly string[] = ['E04-01', 'E04-03', 'E04-06', 'E04-07'];

const publishedClass = (matter: PublishedMatter): MatterClassDraft => ({
  code: matter.code, kind: matter.kind, majorCode: matter.major, name: { zh: matter.name_zh, en: matter.name_en }, filingCondition: textOf(matter.filing_condition_zh),
  stages: matter.stages.map((stage, index) => ({ code: String(index + 1), name: { zh: stage.name_zh, en: stage.name_en }, term: { value: stage.limit.value, unit: unitOf[stage.limit.unit] } })),
  closingCondition: textOf(matter.closing_condition_zh), urgent: urgent.includes(matter.code), source: matter.source?.slice(0, 300) ?? null, madeUp: false,
});

/** Made up for the demonstration: no published catalogue of these was at hand. */
const madeUp = (kind: MatterKind, majorCode: string, names: readonly (readonly [string, string])[], stages: readonly (readonly [LocalisedText, Term])[]): MatterClassDraft[] =>
  names.map(([zh, en], index) => ({
    code: `${majorCode}-${String(index + 1).padStart(2, '0')}`, kind, majorCode, name: { zh, en }, filingCondition: null,
    stages: stages.map(([name, term], at) => ({ code: String(at + 1), name, term })), closingCondition: null, urgent: false, source: '演示拟定', madeUp: true,
  }));

const joint: readonly (readonly [LocalisedText, Term])[] = [[{ zh: '联系企业', en: 'Contact the enterprise' }, days(1)], [{ zh: '联合答复', en: 'Joint answer' }, days(10)]];
const mediation: readonly (readonly [LocalisedText, Term])[] = [[{ zh: '受理', en: 'Take on' }, days(3)], [{ zh: '调解', en: 'Mediate' }, days(20)]];

const madeUpMajors: readonly MajorClass[] = [
  { code: 'X01', kind: 'enterprise', name: { zh: '企业诉求(演示)', en: 'Needs of enterprises (demonstration)' } },
  { code: 'D01', kind: 'dispute', name: { zh: '矛盾纠纷(演示)', en: 'Disputes (demonstration)' } },
];

const madeUpClasses: readonly MatterClassDraft[] = [
  ...madeUp('enterprise', 'X01', [['用水用电用气', 'Water, power and gas'], ['融资需求', 'Finance'], ['用地与规划', 'Land and planning'], ['审批服务', 'Permits'], ['用工需求', 'Labour']], joint),
  ...madeUp('dispute', 'D01', [['邻里纠纷', 'Neighbours'], ['物业纠纷', 'Property management'], ['劳资纠纷', 'Employment'], ['征地拆迁纠纷', 'Land and relocation'], ['婚姻家庭纠纷', 'Family']], mediation),
];

/** One catalogue for all ways in: the 107 published classes, and a few of enterprises' needs and disputes. */
export const catalogueBody = (data: DemoData) => {
  const { majors, classes } = data.matters();
  return {
    validFrom: '2013-01-01', document: '演示批文〔2012〕18号', defaultTerm: days(5), majors: [...majors, ...madeUpMajors], classes: [...classes.map(publishedClass), ...madeUpClasses],
  };
};

/** Lays the catalogue down. Answers its position. */
export const loadMatters = async (load: Load, cityId: string): Promise<string | undefined> =>
  (await load.post(`${cityId}.city-office`, '/api/v1/matters/versions', `matters:${cityId}`, catalogueBody(load.data))).position;
