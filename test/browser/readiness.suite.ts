import type { Page } from 'playwright-core';
import { openChromium, type Visit } from './chromium.js';
import { readAs } from './product.js';
import { expectSound, signIn, speak, visit, type Language } from './reader.js';

const minutes = 60_000;
const office = '511900.city-office';
const words = {
  zh: { gaps: '差距清单', mocks: '模拟测评', commission: '委托模拟测评', export: '导出 Excel', score: '打分', send: '提交', party: '第三方测评机构', name: '名称（中文）', thirdParty: '第三方单位', until: '截止日期', size: '抽取指标数（空为全部）', seed: '抽样种子', finding: '发现', handIn: '提交测评', done: '已提交', only: '本页只显示对公众的承诺及其进展。' },
  en: { gaps: 'Gap list', mocks: 'Mock assessments', commission: 'Commission a mock assessment', export: 'Export to Excel', score: 'Score', send: 'Send', party: 'Third-party assessor', name: 'Name (Chinese)', thirdParty: 'Third party', until: 'Until', size: 'Indicators to draw (empty: all)', seed: 'Seed of the sample', finding: 'Finding', handIn: 'Hand in', done: 'Handed in', only: 'This page shows what was promised to the public and how far it has come, and nothing else.' },
};

type Listed = { readonly items: readonly { readonly campaignId: string; readonly title: { readonly zh: string } }[] };

/** Visits the product that stands at `url` once the tests run. */
export const readinessWorkplace = (url: () => string): void => {
  describe.each([['zh', 1366], ['en', 360]] as const)('readiness for assessment in %s at %i px', (language: Language, width: number) => {
    const word = words[language];
    const title = `浏览器 ${language} ${Date.now().toString(36)}`;
    let visitors: Visit[] = [];
    const opened = async (account: string): Promise<Page> => {
      const visitor = await openChromium(width);
      visitors = [...visitors, visitor];
      const page = visitor.context.pages()[0] ?? (await visitor.context.newPage());
      await signIn(page, url(), account);
      await speak(page, language);
      return page;
    };
    const isSound = expectSound;
    afterAll(() => Promise.all(visitors.map((visitor) => visitor.close())), minutes);

    it('a city sees its checklist and its gaps with their points, and commissions a sample; the third party sees that alone, scores it and hands it in', async () => {
      const page = await opened(office);
      await visit(page, url(), '/readiness?campaignId=511900_env');
      await page.locator('.ledger tbody tr').first().waitFor();
      await isSound(page);
      await page.getByRole('button', { name: word.gaps, exact: true }).click();
      await page.locator('.ledger tbody tr').first().waitFor();
      await isSound(page);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: word.export }).click();
      expect((await download).suggestedFilename()).toMatch(/^gaps-.*\.xlsx$/);
      await page.getByRole('button', { name: word.mocks, exact: true }).click();
      await page.getByRole('button', { name: word.commission }).click();
      const form = page.getByRole('dialog');
      await form.getByLabel(word.name).fill(title);
      await form.getByLabel(word.thirdParty, { exact: true }).click();
      await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: word.party }).first().click();
      await form.getByTitle(word.party).waitFor();
      await form.getByLabel(word.until).fill('2015-12-30');
      await form.getByLabel(word.size).fill('1');
      await form.getByLabel(word.seed).fill(title);
      await isSound(page);
      expect(await form.getByRole('status').innerText()).toBe('');
      await form.getByRole('button', { name: word.send }).click();
      await form.waitFor({ state: 'detached' });

      const assessor = await opened('511900.assessor');
      expect(await assessor.locator('.shell-side a').count()).toBe(2);
      await assessor.getByRole('link', { name: /浏览器|Mock|模拟/ }).filter({ hasText: title }).first().click();
      await assessor.getByRole('button', { name: new RegExp(`^${word.score}`) }).first().click();
      const scoring = assessor.getByRole('dialog');
      await scoring.locator('input').first().fill('0.01');
      await scoring.getByLabel(word.finding).fill('On the spot.');
      await isSound(assessor);
      await scoring.getByRole('button', { name: word.send }).click();
      await scoring.waitFor({ state: 'detached' });
      await assessor.getByRole('button', { name: word.handIn }).click();
      await assessor.getByRole('dialog').getByRole('button', { name: word.send }).click();
      await assessor.getByText(word.done, { exact: true }).waitFor();
      expect(await assessor.getByRole('button', { name: new RegExp(`^${word.score}`) }).count()).toBe(0);
      await isSound(assessor);
      const { items } = await readAs<Listed>(url(), office, '/mock-assessments?campaignId=511900_env&limit=200');
      expect(items.filter((one) => one.title.zh === title)).toHaveLength(1);
    }, 2 * minutes);

    it('anybody follows the promises to the public without signing in', async () => {
      const visitor = await openChromium(width);
      visitors = [...visitors, visitor];
      const page = visitor.context.pages()[0] ?? (await visitor.context.newPage());
      await visit(page, url(), '/promises/511900/2014');
      await speak(page, language);
      await page.locator('.public-promise').nth(2).waitFor();
      await page.getByText(word.only).waitFor();
      await page.locator('.public-promise summary').first().click();
      await isSound(page);
      expect(await page.locator('main').textContent()).not.toMatch(/\.officer|\.head|511900-/);
    }, minutes);
  });
};
