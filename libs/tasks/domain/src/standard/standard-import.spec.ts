import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStandardFile } from './standard-import.js';
import type { Metric } from './standard.events.js';

const folder = join(__dirname, '../../../../../apps/cli/data/standards');
const files = ['env_model_city', 'health_city', 'forest_city', 'civilised_city', 'eco_city'];
const contentOf = (name: string): { [field: string]: unknown } => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as { [field: string]: unknown };
const read = (name: string) => readStandardFile(`${name}.json`, contentOf(name));

const metricsOf = (name: string, indicator: string): readonly Metric[] =>
  read(name).draft?.categories.flatMap(({ indicators }) => indicators).find(({ code }) => code === indicator)?.metrics ?? [];

/** The environmental standard with one place changed. */
const changed = (change: (file: never) => void) => {
  const content = contentOf('env_model_city');
  change(content as never);
  return readStandardFile('env.json', content);
};

describe('importing a standard file', () => {
  it.each([
    ['env_model_city', 26, 4, 0], ['health_city', 68, 10, 3], ['forest_city', 38, 7, 4], ['civilised_city', 142, 10, 86], ['eco_city', 28, 3, 0],
  ])('%s has %i items in %i categories, %i of them unnamed', (name, items, categories, placeholders) => {
    expect(read(name).findings).toMatchObject({ items, categories, placeholders, errors: [] });
  });

  it('the five standards hold 302 items in 34 categories, every code once', () => {
    const drafts = files.map((name) => read(name).draft);
    const codes = drafts.flatMap((draft) => draft?.categories.flatMap(({ indicators }) => indicators.map(({ code }) => code)) ?? []);
    expect(new Set(codes).size).toBe(302);
    expect(drafts.reduce((total, draft) => total + (draft?.declaredCategories ?? 0), 0)).toBe(34);
  });

  it('every item has a metric, each with a code of its own', () => {
    for (const { metrics } of files.flatMap((name) => read(name).draft?.categories ?? []).flatMap(({ indicators }) => indicators)) {
      expect(metrics.length).toBeGreaterThan(0);
      expect(new Set(metrics.map(({ code }) => code)).size).toBe(metrics.length);
    }
  });

  it('the fifth group of the environmental standard is its basic conditions', () => {
    expect(read('env_model_city').draft?.categories.map(({ kind }) => kind)).toEqual(['basic-conditions', 'assessed', 'assessed', 'assessed', 'assessed']);
  });

  it('an item no source names is a numbered placeholder with a yes/no metric, outside the categories', () => {
    const group = read('forest_city').draft?.categories.at(-1);
    expect(group?.kind).toBe('unassigned');
    expect(group?.indicators.map(({ code }) => code)).toEqual(['FOR-U-01', 'FOR-U-02', 'FOR-U-03', 'FOR-U-04']);
    expect(group?.indicators[0]).toMatchObject({
      name: { zh: '未列名项目 01', en: 'Unnamed item 01' }, placeholder: true, verified: false,
      metrics: [{ direction: 'boolean', target: { kind: 'yes' } }],
    });
  });

  it.each<[string, string, string, readonly Metric[]]>([
    ['a plain number', 'eco_city', 'ECO-01-06', [{ code: 'value', unit: '吨标煤/万元', direction: 'at-most', target: { kind: 'number', value: '1.4' } }]],
    ['a range', 'eco_city', 'ECO-03-06', [{ code: 'value', unit: '', direction: 'range', target: { kind: 'range', low: '0.3', high: '0.4' } }]],
    ['a value by kind of area', 'forest_city', 'FOR-02-03', [{
      code: 'value', unit: '%', direction: 'at-least', target: { kind: 'by-area', values: { mountain: '60', hill: '40', plain: '20', south_plain: '15' } },
    }]],
    ['a text, which is a reference', 'env_model_city', 'ENV-02-03', [{ code: 'value', unit: '立方米/万元', direction: 'at-most', target: { kind: 'reference', text: '上年值' } }]],
    ['no published threshold', 'health_city', 'HEA-04-05', [{ code: 'value', unit: '%', direction: 'at-least', target: { kind: 'unpublished' } }]],
    ['several metrics in one', 'health_city', 'HEA-03-11', [
      { code: 'green_coverage_pct', unit: '%', direction: 'at-least', target: { kind: 'number', value: '36' } },
      { code: 'green_space_pct', unit: '%', direction: 'at-least', target: { kind: 'number', value: '31' } },
      { code: 'public_green_m2_per_head', unit: '平方米', direction: 'at-least', target: { kind: 'number', value: '7.5' } },
    ]],
    ['several metrics, one of them by kind of area', 'env_model_city', 'ENV-02-01', [
      { code: 'income', unit: '元', direction: 'at-least', target: { kind: 'by-area', values: { western_city: '8500', other: '10000' } } },
      { code: 'investment_index_pct', unit: '%', direction: 'at-least', target: { kind: 'number', value: '1.7' } },
    ]],
    ['a lone kind of area, which is a metric like its sibling', 'health_city', 'HEA-03-07', [
      { code: 'main', unit: '小时', direction: 'at-least', target: { kind: 'number', value: '12' } },
      { code: 'other', unit: '小时', direction: 'at-least', target: { kind: 'number', value: '8' } },
    ]],
  ])('understands %s', (_, name, indicator, metrics) => {
    expect(metricsOf(name, indicator)).toEqual(metrics);
  });

  it('names file, path, code and reason of every error, and gives no draft', () => {
    const { draft, findings } = changed((file: { categories: { indicators: { metric: { direction: string; target: unknown }; evidence: string; code: string }[] }[] }) => {
      const [first, second] = file.categories[1]?.indicators ?? [];
      if (!first || !second) throw new Error('the file has changed');
      first.metric.direction = 'upwards';
      first.metric.target = { a: 'many' };
      second.evidence = 'hearsay';
      second.code = first.code;
    });
    expect(draft).toBeUndefined();
    expect(findings.errors.map(({ file, path, code }) => [file, path, code])).toEqual([
      ['env.json', 'categories[1].indicators[0].metric.direction', 'direction-unknown'],
      ['env.json', 'categories[1].indicators[0].metric.target', 'target-unreadable'],
      ['env.json', 'categories[1].indicators[1].evidence', 'evidence-unknown'],
      ['env.json', 'categories[1].indicators[1].code', 'code-repeated'],
    ]);
    expect(findings.errors[0]?.reason.en).toContain('at_least');
  });

  it('refuses counts that do not reconcile', () => {
    const { findings } = changed((file: { missing: number; declared: { categories: number }; categories: { named: number }[] }) => {
      file.missing = 1;
      file.declared.categories = 5;
      if (file.categories[0]) file.categories[0].named = 9;
    });
    expect(findings.errors.map(({ path, code }) => [path, code])).toEqual([
      ['categories[0].named', 'named-do-not-reconcile'],
      ['declared.tasks', 'items-do-not-reconcile'],
      ['declared.categories', 'categories-do-not-reconcile'],
    ]);
  });

  it.each([[null], ['text'], [[]], [{}], [{ standard: 1, categories: 'none' }]])('refuses what is no standard at all: %j', (content) => {
    const { draft, findings } = readStandardFile('odd.json', content);
    expect(draft).toBeUndefined();
    expect(findings.errors.length).toBeGreaterThan(0);
  });

  it('a commitment, accepted formats and a negative list are read where the file has them, and refused where they are not understood', () => {
    type File = { categories: { indicators: Record<string, unknown>[] }[]; negative_list?: unknown };
    const read = changed((file: File) => {
      Object.assign(file.categories[0]?.indicators[0] ?? {}, { commitment: 'strive', formats: ['issued-document', 'photo'] });
      file.negative_list = [{ code: 'ENV-N01', name_zh: '发生重大环境事件', name_en: 'A major environmental incident' }];
    });
    expect(read.draft?.categories[0]?.indicators[0]).toMatchObject({ commitment: 'strive', formats: ['issued-document', 'photo'] });
    expect(read.draft?.negativeList).toEqual([{ code: 'ENV-N01', name: { zh: '发生重大环境事件', en: 'A major environmental incident' } }]);
    const wrong = changed((file: File) => { Object.assign(file.categories[0]?.indicators[0] ?? {}, { commitment: 'hope', formats: ['film'] }); });
    expect(wrong.findings.errors.map(({ path, code }) => [path, code])).toEqual([
      ['categories[0].indicators[0].commitment', 'commitment-unknown'], ['categories[0].indicators[0].formats[0]', 'format-unknown'],
    ]);
  });
});
