import { join } from 'node:path';
import { aCaller } from '@zeren/kernel/testing';
import { matterCatalogueDecider } from '@zeren/organisation-domain';
import { DemoData } from './data.js';
import { catalogueBody } from './load-matters.js';

const body = catalogueBody(new DemoData(join(__dirname, '../../data')));

it('the demonstration\'s catalogue holds the 107 published classes, 90 of them with the tenant\'s own term, and marks what is made up', () => {
  const [published] = matterCatalogueDecider.decide({ type: 'PublishMatterCatalogue', data: { ...body, tenantKind: 'city', districtTenantIds: [] } }, matterCatalogueDecider.initialState, aCaller());
  const classes = published?.type === 'MatterCataloguePublished' ? published.data.classes : [];
  const count = (limits: string): number => classes.filter((one) => one.limits === limits).length;
  expect([count('published'), count('default'), count('made-up')]).toEqual([17, 90, 10]);
  expect(classes.find(({ code }) => code === 'E01-01')?.stages.map(({ term }) => `${term.value} ${term.unit}`)).toEqual(['4 working-hour', '7 working-day', '20 working-day']);
});
