import type { MappedIndicator, StandardDocumentRow } from '@zeren/tasks-domain';
import { emptyDraft, metricsOf, refusalOfDraft, withRow, type Draft } from './measure-draft.js';

const standard = (code: string, unit: string): StandardDocumentRow => ({
  readerTenantId: '511900', ownerTenantId: '511900', id: `${code}.v1`, code, version: 1, name: { zh: code, en: code }, edition: '', source: '', declaredCategories: 1, declaredItems: 1,
  categories: [{
    code: `${code}-01`, name: { zh: code, en: code }, kind: 'assessed',
    indicators: [{
      code: `${code}-01-01`, name: { zh: code, en: code }, evidence: 'statistics', verified: true, source: null, placeholder: false,
      metrics: [{ code: 'value', unit, direction: 'at-most', target: { kind: 'yes' } }],
    }],
  }],
  preconditions: [], negativeList: [], participantTenantIds: [], publishedAt: '',
});
const standards = [standard('ENV', 'dB(A)'), standard('HEA', 'dB(A)'), standard('ECO', '%')];
const row = (code: string): MappedIndicator => ({ standardId: `511900_${code}.v1`, indicatorCode: `${code}-01-01`, metric: 'value', relation: 'same', reason: { zh: '同', en: 'Same' } });
const caller = { tenantId: '511900', actorId: 'office', postId: '', unitId: '511900-creation-office', roles: ['city-office'], now: '2015-01-16T01:00:00.000Z' } as const;
const refusalOf = (draft: Draft) => refusalOfDraft(draft, { measure: undefined, standards, caller, language: 'en' }, 'Choose an indicator.');
const draftOf = (...codes: readonly string[]): Draft => ({ ...emptyDraft, code: 'noise', unit: 'dB(A)', direction: 'at-most', indicators: codes.map(row) });

describe('a measure being written', () => {
  it('takes its unit and direction from the first indicator chosen', () => {
    const first = withRow(emptyDraft, 0, row('ENV'), metricsOf(standards));
    expect(first).toMatchObject({ unit: 'dB(A)', direction: 'at-most' });
    expect(withRow(first, 1, row('ECO'), metricsOf(standards))).toMatchObject({ unit: 'dB(A)' });
  });

  it('tells at its field what is wrong', () => {
    expect(refusalOf(emptyDraft)).toMatchObject({ field: 'indicators[0].indicatorCode', sentence: 'Choose an indicator.' });
    expect(refusalOf(draftOf('ENV', 'ECO'))).toMatchObject({ code: 'measure-differs', field: 'indicators[1].relation' });
    expect(refusalOf(draftOf('ENV', 'ENV'))).toMatchObject({ code: 'indicator-repeated', field: 'indicators[1]' });
    expect(refusalOf(draftOf('ENV', 'HEA'))).toBeUndefined();
  });
});
