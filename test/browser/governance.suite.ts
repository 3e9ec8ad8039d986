import type { Page } from 'playwright-core';
import { openChromium, type Visit } from './chromium.js';
import { expectSound, signIn, speak, visit, type Language } from './reader.js';

const minutes = 60_000;
const words = {
  zh: { account: '211103.district-office', accept: '承接', note: '说明', send: '提交', taken: '已承接' },
  en: { account: '511923.district-office', accept: 'Take it', note: 'Note', send: 'Send', taken: 'taken' },
};

/** Visits the product that stands at `url` once the tests run: in each city a district takes what was delegated to it. */
export const governanceWorkplace = (url: () => string): void => {
  describe.each([['zh', 1366], ['en', 360]] as const)('delegation downward in %s at %i px', (language: Language, width: number) => {
    const word = words[language];
    let visitor: Visit;
    let page: Page;
    beforeAll(async () => {
      visitor = await openChromium(width);
      page = await visitor.context.newPage();
      await signIn(page, url(), word.account);
      await speak(page, language);
    }, minutes);
    afterAll(() => visitor?.close(), minutes);

    it('is taken by the unit it went to, and shown as taken', async () => {
      await visit(page, url(), '/delegations');
      await page.getByRole('button', { name: word.accept, exact: true }).click();
      const form = page.getByRole('dialog');
      await form.getByLabel(word.note).fill('承接 / taken');
      await expectSound(page);
      await form.getByRole('button', { name: word.send }).click();
      await page.locator('.mark').filter({ hasText: new RegExp(`^${word.taken}$`) }).first().waitFor();
      await expectSound(page);
    }, minutes);
  });
};
