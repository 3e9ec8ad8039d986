import { balanceOf, bodyOf, freshPlan, type ProjectSaid } from './project-form.js';

const said: ProjectSaid = {
  code: 'XM-01', zh: '污水处理厂', en: '', campaignId: '511900_env', indicatorCode: 'ENV-01-01', unitId: '511900-water', investment: '1000.50', startsOn: '2013-03-01', endsOn: '2014-12-31',
  integrations: [],
  plans: [{ year: '2013', amount: '600.25' }, { year: '2014', amount: '400.25' }],
  funding: [{ source: 'budget', year: '2013', amount: '600.25', tiedUse: ' ' }, { source: 'consolidated', year: '', amount: '400.25', tiedUse: '管网' }],
};

describe('the form of a project', () => {
  it('sends years as numbers, money as it was written, and a year of funding only where one is named', () => {
    expect(bodyOf(said)).toMatchObject({
      name: { zh: '污水处理厂', en: '污水处理厂' }, annualPlans: [{ year: 2013, amount: '600.25' }, { year: 2014, amount: '400.25' }],
      funding: [{ source: 'budget', amount: '600.25', tiedUse: null, year: 2013 }, { source: 'consolidated', amount: '400.25', tiedUse: '管网' }],
    });
    expect(bodyOf(said).funding[1]).not.toHaveProperty('year');
  });

  it('says exactly what its rows come to and what is left to the whole', () => {
    expect(balanceOf(said.plans, '1000.50')).toEqual({ sum: '1000.5', left: '0' });
    expect(balanceOf([{ amount: '0.1' }, { amount: '0.2' }, { amount: 'x' }], '1')).toEqual({ sum: '0.3', left: '0.7' });
    expect(balanceOf([], '')).toEqual({ sum: '0', left: null });
  });

  it('names integrations only where any are chosen: without, it counts as its campaign does', () => {
    expect(bodyOf(said)).not.toHaveProperty('integrations');
    expect(bodyOf({ ...said, integrations: ['old-new'] }).integrations).toEqual(['old-new']);
  });

  it('begins the next year after the last', () => {
    expect(freshPlan([], 2013)).toEqual({ year: '2013', amount: '' });
    expect(freshPlan(said.plans, 2013)).toEqual({ year: '2015', amount: '' });
  });
});
