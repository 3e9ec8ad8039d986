import type { Page } from 'playwright-core';
import { sendAs } from './product.js';
import { expectSound, visit } from './reader.js';
import { walkTogether } from './walk.js';

const words = {
  zh: { shut: '收起', answer: '答复', instruction: '处理意见', send: '提交', done: '提出意见，由下级办理' },
  en: { shut: 'Close', answer: 'Answer', instruction: 'What is to be done', send: 'Send', done: 'Instructed; it stays below' },
};
/** Rows of one page of what a figure counted. */
const PAGE = 20;

/** Visits the product that stands at `url` once the tests run. */
export const commandCentre = (url: () => string): void => {
  walkTogether('the city\'s command centre', url, ({ language, width, signedIn, before, step }) => {
    const word = words[language];
    const title = `${language}${width} 界河整治`;
    let page: Page;
    before(async () => {
      await sendAs(url(), '511900.hotline', '/requests', { channel: 'media', subject: title, place: { areaUnitId: '511921' }, disclosure: 'anonymous', atOnce: false }, `centre:request:${language}${width}`);
      await sendAs(url(), '511921.district-office', '/escalations', { about: { kind: 'request', id: `511921_${language}${width}`, title }, reason: '跨县区，请市里协调' }, `centre:escalation:${language}${width}`);
      page = await signedIn('511900.city-office');
    });

    step('opens a figure to as many requests as it says', async () => {
      await visit(page, url(), '/request-figures?by=channel');
      const figure = page.locator('.figures-sheet td button').first();
      await figure.waitFor();
      const count = Number(await figure.textContent());
      await figure.click();
      const behind = page.locator('section', { has: page.getByRole('button', { name: word.shut, exact: true }) });
      await behind.locator('table.ledger tbody tr').first().waitFor();
      expect(await behind.locator('table.ledger tbody tr').count()).toBe(Math.min(count, PAGE));
      await expectSound(page);
    });

    step('answers what a district took up', async () => {
      await visit(page, url(), '/command-centre');
      const row = page.locator('#up tbody tr', { hasText: title });
      await row.getByRole('button', { name: word.answer, exact: true }).click();
      const form = page.getByRole('dialog');
      await form.getByLabel(word.instruction).fill('由市里召集会商');
      await form.getByRole('button', { name: word.send, exact: true }).click();
      await form.waitFor({ state: 'detached' });
      await row.getByText(word.done).waitFor();
      await expectSound(page);
    });
  });
};
