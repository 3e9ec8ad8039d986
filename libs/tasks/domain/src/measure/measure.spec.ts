import { recorded, specify, specifyProjection } from '@zeren/kernel/testing';
import { measureDecider, type DefineMeasure } from './measure.js';
import { measureRegister } from './measure-register.js';
import type { MappedIndicator, MeasureEvent } from './measure.events.js';
import { askedElsewhere, servedBy, usableElsewhere } from './measure-use.js';
import { aMeasure, CITY, DISTRICT } from '../testing/samples.js';

const measure = specify(measureDecider);
const defined = aMeasure();
const [green, wider] = defined.data.indicators as readonly [MappedIndicator, MappedIndicator];
const metrics = [
  { standardId: green.standardId, indicatorCode: green.indicatorCode, metric: green.metric, unit: '%', direction: 'at-least' },
  { standardId: wider.standardId, indicatorCode: wider.indicatorCode, metric: wider.metric, unit: '%', direction: 'at-least' },
  { standardId: green.standardId, indicatorCode: 'ENV-09-09', metric: 'value', unit: '天/年', direction: 'at-least' },
] as const;
const define = (said: Partial<DefineMeasure['data']> = {}): DefineMeasure => ({ type: 'DefineMeasure', data: { ...defined.data, districtTenantIds: [DISTRICT], metrics, ...said } });
const revise = (indicators: readonly MappedIndicator[], reason = '新版标准') => ({ type: 'ReviseMeasure', data: { indicators, reason, metrics } }) as const;

describe('a measure', () => {
  it('maps indicators of different standards that measure the same thing, each with its reason', () => {
    measure.given().when(define()).then(defined);
    measure.given().when(define({ indicators: [{ ...green, reason: { zh: '同', en: ' ' } }, wider] })).thenRefused('reason-required', 'indicators[0].reason');
    measure.given().when(define({ indicators: [green, { ...green, indicatorCode: 'ENV-09-09', metric: 'value', relation: 'partial' }] })).thenRefused('measure-of-one-standard', 'indicators');
  });

  it('maps indicators that the standards have, each metric once', () => {
    measure.given().when(define({ indicators: [{ ...green, metric: 'days' }, wider] })).thenRefused('indicator-unknown', 'indicators[0].indicatorCode');
    measure.given().when(define({ indicators: [green, wider, green] })).thenRefused('indicator-repeated', 'indicators[2]');
  });

  it('calls the same only what has its unit and direction', () => {
    const days = { ...green, indicatorCode: 'ENV-09-09', metric: 'value' } as const;
    measure.given().when(define({ indicators: [days, wider] })).thenRefused('measure-differs', 'indicators[0].relation');
    measure.given().when(define({ indicators: [{ ...days, relation: 'partial' }, wider] })).then(aMeasure({ indicators: [{ ...days, relation: 'partial' }, wider] }));
  });

  it('defined again as it is changes nothing; otherwise it is revised, with a reason', () => {
    measure.given(defined).when(define()).then();
    measure.given(defined).when(define({ unit: '‰' })).thenRefused('measure-defined', 'code');
    measure.given(defined).when(revise([wider, green])).then({ type: 'MeasureRevised', data: { indicators: [wider, green], reason: '新版标准' } });
    measure.given(defined).when(revise([wider, green], ' ')).thenRefused('reason-required', 'reason');
    measure.given(defined).when(revise(defined.data.indicators)).then();
    measure.given().when(revise([wider, green])).thenRefused('measure-not-defined');
  });

  it('is shared with districts of its own city, and with no other tenant', () => {
    measure.given().when(define({ districtTenantIds: [] })).thenRefused('participant-not-district', 'participantTenantIds[0]');
    expect(measureDecider.sharedWith(measure.given(defined).state())).toEqual([DISTRICT]);
  });

  it('shows each reader how its mapping was revised', () => {
    const stream = `measure-${CITY}_green`;
    const revised: MeasureEvent = { type: 'MeasureRevised', data: { indicators: [wider, green], reason: '新版标准' } };
    const rows = specifyProjection(measureRegister).given(
      recorded<MeasureEvent>(defined, { stream, metadata: { sharedWith: [DISTRICT] } }), recorded<MeasureEvent>(revised, { stream, revision: 1, metadata: { sharedWith: [DISTRICT] } }),
    ).rows();
    expect(rows).toMatchObject([CITY, DISTRICT].map((readerTenantId) => ({ readerTenantId, indicators: [wider, green], revisions: [{ reason: '新版标准' }], revision: 1 })));
  });
});

describe('what a measure is good for', () => {
  const [row] = specifyProjection(measureRegister).given(recorded<MeasureEvent>(defined, { stream: `measure-${CITY}_green` })).rows();
  const measures = row ? [row] : [];
  const campaigns = [{ campaignId: `${CITY}_env`, standardId: green.standardId }, { campaignId: `${CITY}_hea`, standardId: wider.standardId }];
  const reported = { campaignId: `${CITY}_env`, indicatorCode: green.indicatorCode, values: [{ metric: green.metric, value: '38.2', unit: '%' }] };

  it('says which campaigns it serves, by which indicator', () => {
    expect(measures.flatMap((one) => servedBy(one, campaigns)).map(({ campaignId, indicatorCode }) => [campaignId, indicatorCode]))
      .toEqual([[`${CITY}_env`, 'ENV-01-01'], [`${CITY}_hea`, 'HEA-03-11']]);
    expect(measures.flatMap((one) => servedBy(one, campaigns.slice(1)))).toHaveLength(1);
  });

  it('a value reported for one campaign is usable for another only where unit and definition are the same', () => {
    expect(usableElsewhere(measures, campaigns, reported)).toMatchObject([{ campaignId: `${CITY}_hea`, indicatorCode: 'HEA-03-11', value: { metric: 'green_coverage_pct', value: '38.2', unit: '%' } }]);
    expect(usableElsewhere(measures, campaigns, { ...reported, values: [{ metric: green.metric, value: '38.2', unit: '‰' }] })).toEqual([]);
    const partly = measures.map((one) => ({ ...one, indicators: [green, { ...wider, relation: 'partial' as const }] }));
    expect(usableElsewhere(partly, campaigns, reported)).toEqual([]);
  });

  it('says where else the same is asked for before a unit is asked twice', () => {
    expect(askedElsewhere(measures, campaigns, reported)).toMatchObject([{ other: { campaignId: `${CITY}_hea`, indicatorCode: 'HEA-03-11' }, isUsable: true }]);
    expect(askedElsewhere(measures, campaigns, { campaignId: `${CITY}_env`, indicatorCode: 'ENV-01-02' })).toEqual([]);
  });
});
