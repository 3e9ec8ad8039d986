import type { EventMetadata } from '@zeren/kernel';
import { recorded, specify, specifyProjection } from '@zeren/kernel/testing';
import { figuresOf, projectBoard } from './project-board.js';
import type { InvestmentCorrected, InvestmentReported, ProjectEvent, ProjectFinished, ProjectRegistered } from './project.events.js';
import { projectDecider, type RegisterProject, type ReportInvestment } from './project.js';
import { CITY, DISTRICT, districtOffice } from '../testing/samples.js';

const project = specify(projectDecider);
const asked = {
  code: 'XM-01', name: { zh: '污水处理厂', en: 'Sewage works' }, campaignId: `${CITY}_env`, indicatorCode: 'ENV-01-01', unitId: DISTRICT, investment: '1000.50',
  annualPlans: [{ year: 2013, amount: '600.25' }, { year: 2014, amount: '400.25' }],
  funding: [{ source: 'budget', amount: '500.50', tiedUse: null }, { source: 'consolidated', amount: '500', tiedUse: '管网' }],
  startsOn: '2013-03-01', endsOn: '2014-12-31',
} as const;
const register = (said: Partial<RegisterProject['data']> = {}): RegisterProject => ({ type: 'RegisterProject', data: { ...asked, indicatorCodes: ['ENV-01-01'], ...said } });
const registered = (said: Partial<ProjectRegistered['data']> = {}): ProjectRegistered =>
  ({ type: 'ProjectRegistered', data: { ...asked, restrictedFunding: false, campaignTenantId: CITY, ...said } });
const unit = { ...districtOffice, now: '2013-06-20T02:00:00.000Z' };
const report = (said: Partial<ReportInvestment['data']> = {}): ReportInvestment =>
  ({ type: 'ReportInvestment', data: { year: 2013, source: 'budget', use: '土建', amount: '300.10', measuredOn: '2013-06-15', ...said } });
const reported = (entry = 1, said: Partial<InvestmentReported['data']> = {}): InvestmentReported =>
  ({ type: 'InvestmentReported', data: { entry, ...report(said).data, unitId: districtOffice.unitId } });
const correct = { type: 'CorrectInvestment', data: { entry: 1, amount: '200', reason: '重复计入' } } as const;
const corrected: InvestmentCorrected = { type: 'InvestmentCorrected', data: { ...correct.data, unitId: districtOffice.unitId } };
const finished: ProjectFinished = { type: 'ProjectFinished', data: { finishedOn: '2013-06-18', unitId: districtOffice.unitId } };

describe('a project', () => {
  it('makes an indicator of its campaign concrete', () => {
    project.given().when(register(), unit).then(registered());
    project.given(registered()).when(register(), unit).then();
    project.given(registered()).when(register({ code: 'XM-02' }), unit).thenRefused('project-exists');
    project.given().when(register({ indicatorCode: 'X' }), unit).thenRefused('indicator-unknown', 'indicatorCode');
    project.given().when(register({ endsOn: '2013-01-01' }), unit).thenRefused('date-invalid', 'endsOn');
  });

  it('counts under the integrations named when it is registered, or under those of its campaign', () => {
    const own = registered({ integrations: ['design-practice'] });
    project.given().when(register({ integrations: ['design-practice'] }), unit).then(own);
    const rows = [own, registered()].flatMap((event) => specifyProjection(projectBoard).given(recorded(event, { stream: `project-${DISTRICT}_p` }), recorded(reported(), { stream: `project-${DISTRICT}_p`, revision: 1 })).rows());
    expect(rows.map(({ integrations }) => integrations)).toEqual([['design-practice'], null]);
  });

  it('has annual plans and funding that each sum exactly to its investment', () => {
    project.given().when(register({ annualPlans: [{ year: 2013, amount: '1000.49' }] }), unit).thenRefused('plan-differs', 'annualPlans');
    project.given().when(register({ funding: [{ source: 'budget', amount: '1000.51', tiedUse: null }] }), unit).thenRefused('funding-differs', 'funding');
    project.given().when(register({ funding: [{ source: 'budget', amount: '-1', tiedUse: null }] }), unit).thenRefused('amount-invalid', 'funding[0].amount');
  });

  it('may have several sources for each of several years, which sum exactly to the year\'s plan', () => {
    const byYear = [
      { source: 'budget', amount: '350.15', tiedUse: null, year: 2013 }, { source: 'consolidated', amount: '250.10', tiedUse: '管网', year: 2013 },
      { source: 'attracted', amount: '400.25', tiedUse: null, year: 2014 },
    ] as const;
    project.given().when(register({ funding: byYear }), unit).then(registered({ funding: byYear }));
    const first = byYear[0];
    project.given().when(register({ funding: [{ ...first, year: 2014 }, byYear[1], byYear[2]] }), unit).thenRefused('funding-of-year-differs', 'annualPlans[0].amount');
    project.given().when(register({ funding: [{ ...first, year: 2015 }, byYear[1], byYear[2]] }), unit).thenRefused('year-not-planned', 'funding[0].year');
    project.given().when(register({ funding: [{ source: 'budget', amount: '350.15', tiedUse: null }, byYear[1], byYear[2]] }), unit).thenRefused('funding-without-year', 'funding[0].year');
    project.given().when(register({ annualPlans: [{ year: 2013, amount: '600.25' }, { year: 2013, amount: '400.25' }] }), unit).thenRefused('year-repeated', 'annualPlans[1].year');
    project.given(registered({ funding: byYear })).when(report({ source: 'attracted' }), unit).thenRefused('source-not-planned', 'source');
  });

  it('begun after build–transfer was restricted is registered with a warning; one begun before is not', () => {
    const bt = { funding: [{ source: 'bt', amount: '1000.50', tiedUse: null }] } as const;
    project.given().when(register(bt), unit).then(registered({ ...bt, restrictedFunding: true }));
    project.given().when(register({ ...bt, startsOn: '2012-12-23' }), unit).then(registered({ ...bt, startsOn: '2012-12-23' }));
  });
});

describe('investment', () => {
  it('is reported by the lead unit, of a planned source, for a planned year', () => {
    project.given(registered()).when(report(), unit).then(reported());
    project.given(registered(), reported()).when(report(), unit).then();
    project.given(registered()).when(report(), { ...unit, unitId: '511902-water' }).thenRefused('not-the-lead');
    project.given(registered()).when(report({ source: 'bot' }), unit).thenRefused('source-not-planned', 'source');
    project.given(registered()).when(report({ year: 2016 }), unit).thenRefused('year-not-planned', 'year');
    project.given(registered()).when(report({ measuredOn: '2013-06-21' }), unit).thenRefused('measured-in-future', 'measuredOn');
    project.given().when(report(), unit).thenRefused('project-unknown');
  });

  it('of tied money goes to nothing but its use', () => {
    project.given(registered()).when(report({ source: 'consolidated' }), unit).thenRefused('use-tied', 'use');
    expect(project.given(registered()).when(report({ source: 'consolidated', use: '管网' }), unit).outcome()).toHaveLength(1);
  });

  it('is corrected by a further event with its reason', () => {
    project.given(registered(), reported()).when(correct, unit).then(corrected);
    project.given(registered(), reported(), corrected).when(correct, unit).then();
    project.given(registered(), reported()).when({ ...correct, data: { ...correct.data, reason: '' } }, unit).thenRefused('reason-required');
    project.given(registered()).when(correct, unit).thenRefused('entry-unknown', 'entry');
  });

  it('ends when the project is built', () => {
    project.given(registered()).when({ type: 'FinishProject', data: { finishedOn: '2013-06-18' } }, unit).then(finished);
    project.given(registered(), finished).when({ type: 'FinishProject', data: { finishedOn: '2013-06-18' } }, unit).then();
  });
});

describe('the board of projects', () => {
  const metadata: Partial<EventMetadata> = { tenantId: DISTRICT, sharedWith: [CITY] };
  const rows = (...events: ProjectEvent[]) =>
    specifyProjection(projectBoard).given(...events.map((event, revision) => recorded(event, { stream: `project-${DISTRICT}_p`, revision, metadata }))).rows();

  it('is seen by the project\'s tenant and by its campaign\'s; progress may exceed 100 percent', () => {
    const found = rows(registered(), reported(), reported(2, { source: 'consolidated', use: '管网', amount: '1200' }));
    expect(found.map(({ readerTenantId, completed, progress }) => [readerTenantId, completed, progress])).toEqual([[DISTRICT, '1500.1', '149.94'], [CITY, '1500.1', '149.94']]);
    expect(rows(registered(), reported(), corrected)[0]).toMatchObject({ completed: '200', progress: '19.99' });
  });

  it('comes to exact figures by year and source', () => {
    const [row] = rows(registered(), reported(), reported(2, { source: 'consolidated', use: '管网', amount: '630.2875' }), finished);
    expect(figuresOf(2013, row ? [row, row] : [])).toEqual({
      year: 2013, projects: 2, finished: 2, planned: '1200.5', completed: '1860.775', progress: '155.00',
      bySource: [{ source: 'budget', completed: '600.2' }, { source: 'consolidated', completed: '1260.575' }],
    });
    expect(figuresOf(2020, row ? [row] : [])).toMatchObject({ projects: 0, planned: '0', progress: '0' });
  });
});
