import { readAs } from './product.js';
import { choose, expectSound, visit } from './reader.js';
import { walkTogether } from './walk.js';

const office = '511900.city-office';
const words = {
  zh: { gaps: '差距清单', mocks: '模拟测评', commission: '委托模拟测评', export: '导出 Excel', score: '打分', send: '提交', party: '第三方测评机构', name: '名称（中文）', thirdParty: '第三方单位', until: '截止日期', size: '抽取指标数（空为全部）', seed: '抽样种子', finding: '发现', handIn: '提交测评', done: '已提交', only: '本页只显示对公众的承诺及其进展。' },
  en: { gaps: 'Gap list', mocks: 'Mock assessments', commission: 'Commission a mock assessment', export: 'Export to Excel', score: 'Score', send: 'Send', party: 'Third-party assessor', name: 'Name (Chinese)', thirdParty: 'Third party', until: 'Until', size: 'Indicators to draw (empty: all)', seed: 'Seed of the sample', finding: 'Finding', handIn: 'Hand in', done: 'Handed in', only: 'This page shows what was promised to the public and how far it has come, and nothing else.' },
};

type Listed = { readonly items: readonly { readonly campaignId: string; readonly title: { readonly zh: string } }[] };

/** Visits the product that stands at `url` once the tests run. */
export const readinessWorkplace = (url: () => string): void => {
  walkTogether('readiness for assessment', url, ({ language, signedIn, passingBy, step }) => {
    const word = words[language];
    const title = `浏览器 ${language} ${Date.now().toString(36)}`;

    step('a city sees its checklist and its gaps with their points, and commissions a sample; the third party sees that alone, scores it and hands it in', async () => {
      const page = await signedIn(office);
      await visit(page, url(), '/readiness?campaignId=511900_env');
      await page.locator('.ledger tbody tr').first().waitFor();
      await expectSound(page);
      await page.getByRole('button', { name: word.gaps, exact: true }).click();
      await page.locator('.ledger tbody tr').first().waitFor();
      await expectSound(page);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: word.export }).click();
      expect((await download).suggestedFilename()).toMatch(/^gaps-.*\.xlsx$/);
      await page.getByRole('button', { name: word.mocks, exact: true }).click();
      await page.getByRole('button', { name: word.commission }).click();
      const form = page.getByRole('dialog');
      await form.getByLabel(word.name).fill(title);
      await choose(form.getByLabel(word.thirdParty, { exact: true }), word.party);
      await form.getByTitle(word.party).waitFor();
      await form.getByLabel(word.until).fill('2015-12-30');
      await form.getByLabel(word.size).fill('1');
      await form.getByLabel(word.seed).fill(title);
      await expectSound(page);
      expect(await form.getByRole('status').innerText()).toBe('');
      await form.getByRole('button', { name: word.send }).click();
      await form.waitFor({ state: 'detached' });

      const assessor = await signedIn('511900.assessor');
      expect(await assessor.locator('.shell-side a').count()).toBe(2);
      await assessor.getByRole('link', { name: /浏览器|Mock|模拟/ }).filter({ hasText: title }).first().click();
      await assessor.getByRole('button', { name: new RegExp(`^${word.score}`) }).first().click();
      const scoring = assessor.getByRole('dialog');
      await scoring.locator('input').first().fill('0.01');
      await scoring.getByLabel(word.finding).fill('On the spot.');
      await expectSound(assessor);
      await scoring.getByRole('button', { name: word.send }).click();
      await scoring.waitFor({ state: 'detached' });
      await assessor.getByRole('button', { name: word.handIn }).click();
      await assessor.getByRole('dialog').getByRole('button', { name: word.send }).click();
      await assessor.getByText(word.done, { exact: true }).waitFor();
      expect(await assessor.getByRole('button', { name: new RegExp(`^${word.score}`) }).count()).toBe(0);
      await expectSound(assessor);
      const { items } = await readAs<Listed>(url(), office, '/mock-assessments?campaignId=511900_env&limit=200');
      expect(items.filter((one) => one.title.zh === title)).toHaveLength(1);
    });

    step('anybody follows the promises to the public without signing in', async () => {
      const page = await passingBy('/promises/511900/2014');
      await page.locator('.public-promise').nth(2).waitFor();
      await page.getByText(word.only).waitFor();
      await page.locator('.public-promise summary').first().click();
      await expectSound(page);
      expect(await page.locator('main').textContent()).not.toMatch(/\.officer|\.head|511900-/);
    });
  });
};
