import type { Page } from 'playwright-core';
import { chooseByKeys, expectSound, visit } from './reader.js';
import { walkTogether } from './walk.js';

const words = {
  zh: {
    district: '兴隆台区', levels: ['县区', '镇街', '网格', '社区村'], own: '下载现有名册', file: '选择文件', check: '检查', same: '名册与文件一致', register: '登记点位', number: '编号', name: '名称', send: '提交',
    latitude: '纬度', longitude: '经度', from: '自哪一天起', area: '所在区划', owner: '权属单位', outside: '经纬度不在中国范围内', history: '沿革', tenants: '租户', county: '大洼县', becomes: '大洼区',
  },
  en: {
    district: 'Xinglongtai District', levels: ['District', 'Town', 'Grid', 'Community'], own: 'Present register', file: 'Choose a file', check: 'Check', same: 'nothing changes', register: 'Register a site', number: 'Number', name: 'Name (Chinese)', send: 'Send',
    latitude: 'Latitude', longitude: 'Longitude', from: 'From which day', area: 'Area', owner: 'Owner', outside: 'does not lie in China', history: 'What it was', tenants: 'Tenants', county: 'Dawa County', becomes: 'Dawa District',
  },
};

/** Visits the product that stands at `url` once the tests run: its second city, which no other suite looks at. */
export const organisationWorkplace = (url: () => string): void => {
  walkTogether('the organisation\'s workplace', url, ({ language, width, signedIn, before, step }) => {
    const word = words[language];
    let page: Page;
    before(async () => { page = await signedIn('211100.city-office'); });

    const itemOf = (name: string) => page.getByRole('treeitem').filter({ hasText: name }).first();
    const open = async (name: string) => itemOf(name).locator('.tree-toggle').click();

    step('opens a city whose grid stands above the community, down to its last level', async () => {
      await visit(page, url(), '/organisation');
      const steps = [word.district, '振兴街道', '振兴街道第1网格', '世纪社区'];
      for (const [index, name] of steps.entries()) {
        const level = language === 'zh' || index !== 2 ? name : '振兴街道, grid 1';
        await itemOf(level).getByText(word.levels[index] as string).first().waitFor();
        if (index < 3) await open(level);
      }
      await expectSound(page);
    });

    step('shows the organisation of any date: Dawa is a county in 2015 and a district in 2016', async () => {
      await visit(page, url(), '/organisation?on=2015-12-31');
      await itemOf(word.county).waitFor();
      await visit(page, url(), '/organisation?on=2016-12-31');
      await itemOf(word.becomes).locator('button').click();
      const drawer = page.getByRole('dialog');
      await drawer.getByText(word.county).waitFor();
      await drawer.getByText('422,797').waitFor();
      await expectSound(page);
    });

    step('takes its own register back and says that nothing changes', async () => {
      await visit(page, url(), '/onboarding');
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: word.own }).click();
      await page.getByLabel(word.file).setInputFiles(await (await download).path());
      await page.getByRole('button', { name: word.check }).click();
      await page.getByText(word.same).waitFor();
      await expectSound(page);
    });

    step('registers a site once its point lies where it can', async () => {
      await visit(page, url(), '/sites');
      await page.locator('table.ledger tbody tr').first().waitFor();
      await expectSound(page);
      await page.getByRole('button', { name: word.register }).click();
      const form = page.getByRole('dialog');
      await form.getByLabel(word.number).fill(`PJ-${width}`);
      await form.getByLabel(word.name, { exact: true }).fill('新兴市场');
      await chooseByKeys(form.getByLabel(word.area), '振兴街道');
      await chooseByKeys(form.getByLabel(word.owner), '211100-x-liaohe', 'oil');
      await form.getByLabel(word.latitude).fill('122.05');
      await form.getByLabel(word.longitude).fill('41.11');
      await form.getByLabel(word.from).fill('2014-01-01');
      await form.getByText(word.outside).waitFor();
      await form.getByLabel(word.latitude).fill('41.11');
      await form.getByLabel(word.longitude).fill('122.05');
      await expectSound(page);
      await form.getByRole('button', { name: word.send }).click();
      await form.waitFor({ state: 'detached' });
      await visit(page, url(), `/sites/211100_PJ-${width}`);
      await page.getByRole('heading', { name: word.history }).waitFor();
      await expectSound(page);
    });
  });
};
