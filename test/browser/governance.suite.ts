import type { Page } from 'playwright-core';
import { expectSound, visit } from './reader.js';
import { walkTogether } from './walk.js';

const words = {
  zh: { account: '211103.district-office', accept: '承接', note: '说明', send: '提交', taken: '已承接' },
  en: { account: '511923.district-office', accept: 'Take it', note: 'Note', send: 'Send', taken: 'taken' },
};

/** Visits the product that stands at `url` once the tests run: in each city a district takes what was delegated to it. */
export const governanceWorkplace = (url: () => string): void => {
  walkTogether('delegation downward', url, ({ language, signedIn, before, step }) => {
    const word = words[language];
    let page: Page;
    before(async () => { page = await signedIn(word.account); });

    step('is taken by the unit it went to, and shown as taken', async () => {
      await visit(page, url(), '/delegations');
      await page.getByRole('button', { name: word.accept, exact: true }).click();
      const form = page.getByRole('dialog');
      await form.getByLabel(word.note).fill('承接 / taken');
      await expectSound(page);
      await form.getByRole('button', { name: word.send }).click();
      await page.locator('.mark').filter({ hasText: new RegExp(`^${word.taken}$`) }).first().waitFor();
      await expectSound(page);
    });
  });
};
