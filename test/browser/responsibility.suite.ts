import type { Page } from 'playwright-core';
import { chooseByKeys, expectSound, visit } from './reader.js';
import { walkTogether } from './walk.js';

/** Towns at the fringe for which nobody was named, one for each language, by code and name. */
const towns = { zh: ['511902101', '清江镇'], en: ['511902100', '大茅坪镇'] } as const;
const words = {
  zh: { rule: '裁定', refer: '提交裁定', wait: '待裁定', reason: '理由', send: '提交', lead: '牵头单位', vacuum: '真空', title: '职责地图' },
  en: { rule: 'Rule', refer: 'Refer', wait: 'waiting', reason: 'Reason', send: 'Send', lead: 'Lead unit', vacuum: 'vacuum', title: 'Map of responsibility' },
};

/** Visits the product that stands at `url` once the tests run. */
export const responsibilityWorkplace = (url: () => string): void => {
  walkTogether('the map of vacuums and overlaps', url, ({ language, signedIn, before, step }) => {
    const word = words[language];
    const [town, fringe] = towns[language];
    let page: Page;
    before(async () => { page = await signedIn('511900.city-office'); });

    const answer = async (label: string, text: string): Promise<void> => page.getByRole('dialog').getByLabel(label, { exact: true }).fill(text);
    const chosen = () => page.locator('.heat-cell[aria-pressed="true"]');
    const vacuums = async (): Promise<number> => Number(/(\d[\d,]*)/.exec((await chosen().textContent()) ?? '')?.[1]?.replace(',', ''));

    step('opens a count to its cells, refers one of them and rules on it; the count follows', async () => {
      await visit(page, url(), '/responsibility-map?areaUnitId=511902');
      await page.locator('.heat tbody tr').filter({ hasText: fringe }).locator('.heat-4').first().click();
      const cells = page.getByRole('region', { name: word.title }).locator('xpath=ancestor::section/following-sibling::section[1]');
      const rows = cells.locator('table.ledger tbody tr');
      const code = await rows.filter({ has: page.getByRole('button', { name: word.refer, exact: true }) }).first().locator('.mono').textContent();
      const first = rows.filter({ hasText: code ?? '' }).first();
      await first.getByText(word.vacuum).waitFor();
      await expectSound(page);
      const before = await vacuums();
      await first.getByRole('button', { name: word.refer, exact: true }).click();
      await answer(word.reason, '城乡结合部无人受理');
      await page.getByRole('dialog').getByRole('button', { name: word.send }).click();
      await first.getByText(word.wait).waitFor();
      await first.getByRole('button', { name: word.rule, exact: true }).click();
      await chooseByKeys(page.getByRole('dialog').getByLabel(word.lead, { exact: true }), town);
      await answer(word.reason, '属地负责');
      await expectSound(page);
      await page.getByRole('dialog').getByRole('button', { name: word.send }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.waitForFunction(`Number(/(\\d[\\d,]*)/.exec(document.querySelector('.heat-cell[aria-pressed="true"]').textContent)[1].replace(',', '')) < ${before}`);
    });
  });
};
