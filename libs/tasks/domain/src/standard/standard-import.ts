import type { LocalisedText } from '@zeren/kernel';
import {
  commitments, documentFormats,
  type Category, type Commitment, type Direction, type DocumentFormat, type EvidenceKind, type Indicator, type Precondition, type StandardPublished,
} from './standard.events.js';
import { metricsOf, ONLY_METRIC } from './standard-target.js';

/** Why a place in a standard file cannot be imported. */
export const importReasons = {
  'text-expected': { zh: '此处须为非空文字。', en: 'A text is expected here.' },
  'count-expected': { zh: '此处须为非负整数。', en: 'A whole number of at least 0 is expected here.' },
  'list-expected': { zh: '此处须为列表。', en: 'A list is expected here.' },
  'object-expected': { zh: '此处须为对象。', en: 'An object is expected here.' },
  'direction-unknown': { zh: '方向须为 at_least、at_most、range 或 boolean。', en: 'The direction is at_least, at_most, range or boolean.' },
  'evidence-unknown': { zh: '证据类型须为 document、field、survey 或 statistics。', en: 'The evidence is document, field, survey or statistics.' },
  'commitment-unknown': { zh: '承诺强度须为 ensure(确保)或 strive(力争)。', en: 'The commitment is ensure or strive.' },
  'format-unknown': { zh: '材料形式须为 issued-document、explanatory-report、photo 或 statistics-table。', en: 'A format is issued-document, explanatory-report, photo or statistics-table.' },
  'target-unreadable': { zh: '无法识别目标值。', en: 'The target cannot be understood.' },
  'code-repeated': { zh: '代码重复。', en: 'This code appears more than once.' },
  'code-outside': { zh: '代码须以所属标准或类别的代码开头。', en: 'The code must begin with the code it belongs under.' },
  'items-do-not-reconcile': { zh: '列名项与缺失项之和与声明的项数不符。', en: 'Named and missing items do not add up to the declared number.' },
  'named-do-not-reconcile': { zh: '列出的项数与所写的项数不符。', en: 'The items listed are not as many as the file says.' },
  'categories-do-not-reconcile': { zh: '类别数与声明的类别数不符。', en: 'The categories are not as many as declared.' },
} as const satisfies Record<string, LocalisedText>;

/** One place that keeps a file from being imported. `path` is a JSON path: `categories[0].indicators[3].metric.target`. */
export type ImportError = {
  readonly file: string;
  readonly path: string;
  readonly code: keyof typeof importReasons;
  readonly reason: LocalisedText;
};

/** What an import would publish: a dry run's answer. Nothing is published while there is an error. */
export type ImportFindings = {
  readonly code: string;
  readonly items: number;
  /** Categories that count towards the declared ones: without basic conditions and placeholders. */
  readonly categories: number;
  readonly placeholders: number;
  readonly errors: readonly ImportError[];
};

export type StandardDraft = Omit<StandardPublished['data'], 'version' | 'participantTenantIds'>;

const directions: Readonly<Record<string, Direction>> = {
  at_least: 'at-least', at_most: 'at-most', range: 'range', boolean: 'boolean',
};
const evidenceKinds: readonly string[] = ['document', 'field', 'survey', 'statistics'] satisfies EvidenceKind[];

/** A place in the file, with the complaints heard on the way. */
class Place {
  constructor(readonly value: unknown, private readonly path: string, private readonly complaints: Map<string, keyof typeof importReasons>) {}

  refuse(code: keyof typeof importReasons): void {
    if (!this.complaints.has(this.path)) this.complaints.set(this.path, code);
  }

  at(name: string): Place {
    const isObject = typeof this.value === 'object' && this.value !== null && !Array.isArray(this.value);
    if (!isObject) this.refuse('object-expected');
    const inside = isObject ? (this.value as Record<string, unknown>)[name] : undefined;
    return new Place(inside, this.path === '' ? name : `${this.path}.${name}`, this.complaints);
  }

  list(): readonly Place[] {
    if (!Array.isArray(this.value)) {
      this.refuse('list-expected');
      return [];
    }
    return this.value.map((item, index) => new Place(item, `${this.path}[${index}]`, this.complaints));
  }

  text(): string {
    if (typeof this.value === 'string' && this.value.trim() !== '') return this.value;
    this.refuse('text-expected');
    return '';
  }

  count(): number {
    if (Number.isSafeInteger(this.value) && (this.value as number) >= 0) return this.value as number;
    this.refuse('count-expected');
    return 0;
  }

  name(): LocalisedText {
    return { zh: this.at('name_zh').text(), en: this.at('name_en').text() };
  }

  /** The code here, which must lie under another and be new. */
  code(under: string, seen: Set<string>): string {
    const place = this.at('code');
    const code = place.text();
    if (code !== '' && !code.startsWith(`${under}-`)) place.refuse('code-outside');
    if (seen.has(code)) place.refuse('code-repeated');
    seen.add(code);
    return code;
  }
}

const commitmentAt = (place: Place): { readonly commitment?: Commitment } => {
  const said = place.at('commitment');
  if (said.value === undefined) return {};
  const commitment = commitments.find((one) => one === said.value);
  if (!commitment) said.refuse('commitment-unknown');
  return commitment ? { commitment } : {};
};

const formatsAt = (place: Place): { readonly formats?: readonly DocumentFormat[] } => {
  const said = place.at('formats');
  if (said.value === undefined) return {};
  const formats = said.list().flatMap((item) => {
    const format = documentFormats.find((one) => one === item.value);
    if (!format) item.refuse('format-unknown');
    return format ? [format] : [];
  });
  return { formats };
};

const indicatorAt = (place: Place, category: string, seen: Set<string>): Indicator => {
  const measure = place.at('metric');
  const direction = directions[measure.at('direction').text()];
  if (!direction) measure.at('direction').refuse('direction-unknown');
  const evidence = place.at('evidence');
  if (!evidenceKinds.includes(evidence.text())) evidence.refuse('evidence-unknown');
  const unit = measure.at('unit').value;
  const metrics = metricsOf({
    unit: typeof unit === 'string' ? unit : null,
    direction: direction ?? 'boolean',
    target: measure.at('target').value ?? null,
  });
  if (!metrics) measure.at('target').refuse('target-unreadable');
  const source = place.at('source').value;
  return {
    code: place.code(category, seen),
    name: place.name(),
    metrics: metrics ?? [],
    evidence: evidence.value as EvidenceKind,
    ...commitmentAt(place),
    ...formatsAt(place),
    verified: place.at('verified').value === true,
    source: typeof source === 'string' ? source : null,
    placeholder: false,
  };
};

const categoryAt = (place: Place, standard: string, seen: Set<string>): Category => {
  const code = place.code(standard, seen);
  const indicators = place.at('indicators').list().map((item) => indicatorAt(item, code, seen));
  if (place.at('named').count() !== indicators.length) place.at('named').refuse('named-do-not-reconcile');
  const kind = place.at('basic_condition').value === true ? 'basic-conditions' : 'assessed';
  return { code, name: place.name(), kind, indicators };
};

/** Items that the programme counts but no source names: numbered, with a yes/no metric, never given a made-up name. */
const placeholdersOf = (standard: string, missing: number): Category[] => {
  if (missing === 0) return [];
  const code = `${standard}-U`;
  const numbers = Array.from({ length: missing }, (_, index) => String(index + 1).padStart(2, '0'));
  return [{
    code,
    name: { zh: '未归类(来源未列名)', en: 'Unassigned (named by no source)' },
    kind: 'unassigned',
    indicators: numbers.map((number): Indicator => ({
      code: `${code}-${number}`,
      name: { zh: `未列名项目 ${number}`, en: `Unnamed item ${number}` },
      metrics: [{ code: ONLY_METRIC, unit: '', direction: 'boolean', target: { kind: 'yes' } }],
      evidence: 'document',
      verified: false,
      source: null,
      placeholder: true,
    })),
  }];
};

const conditionsAt = (place: Place, standard: string, seen: Set<string>): Precondition[] => {
  if (place.value === undefined) return [];
  return place.list().map((item) => ({ code: item.code(standard, seen), name: item.name() }));
};

const standardAt = (root: Place): StandardDraft => {
  const head = root.at('standard');
  const declared = root.at('declared');
  const missing = root.at('missing').count();
  const code = head.at('code').text();
  const seen = new Set<string>();
  const named = root.at('categories').list().map((place) => categoryAt(place, code, seen));
  const declaredItems = declared.at('tasks').count();
  const declaredCategories = declared.at('categories').count();
  const items = named.reduce((total, { indicators }) => total + indicators.length, missing);
  if (items !== declaredItems) declared.at('tasks').refuse('items-do-not-reconcile');
  const negative = conditionsAt(root.at('negative_list'), code, seen);
  const assessed = named.filter(({ kind }) => kind === 'assessed').length;
  if (assessed !== declaredCategories) declared.at('categories').refuse('categories-do-not-reconcile');
  return {
    code,
    name: head.name(),
    edition: head.at('version').text(),
    source: head.at('source').text(),
    declaredCategories,
    declaredItems,
    categories: [...named, ...placeholdersOf(code, missing)],
    preconditions: conditionsAt(root.at('prerequisites'), code, seen),
    ...(negative.length > 0 && { negativeList: negative }),
  };
};

/**
 * Reads the parsed JSON of a standard file: what it would publish, and every place that forbids it. `draft` is there only
 * where there is no error: an import is all or nothing.
 */
export const readStandardFile = (file: string, content: unknown): { draft?: StandardDraft; findings: ImportFindings } => {
  const complaints = new Map<string, keyof typeof importReasons>();
  const draft = standardAt(new Place(content, '', complaints));
  const errors = [...complaints].map(([path, code]): ImportError => ({ file, path, code, reason: importReasons[code] }));
  const indicators = draft.categories.flatMap((category) => category.indicators);
  const findings: ImportFindings = {
    code: draft.code,
    items: indicators.length,
    categories: draft.categories.filter(({ kind }) => kind === 'assessed').length,
    placeholders: indicators.filter(({ placeholder }) => placeholder).length,
    errors,
  };
  return errors.length === 0 ? { draft, findings } : { findings };
};
