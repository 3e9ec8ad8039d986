import type { Page } from 'playwright-core';
import { openChromium, type Visit } from './chromium.js';
import { expectSound, signIn, speak, visit, type Language } from './reader.js';

const minutes = 60_000;
/** A town at the fringe for which nobody was named, by its code and its name. */
const [TOWN, FRINGE] = ['511902101', '清江镇'];
const words = {
  zh: { rule: '裁定', refer: '提交裁定', wait: '待裁定', reason: '理由', send: '提交', lead: '牵头单位', vacuum: '真空', title: '职责地图' },
  en: { rule: 'Rule', refer: 'Refer', wait: 'waiting', reason: 'Reason', send: 'Send', lead: 'Lead unit', vacuum: 'vacuum', title: 'Map of responsibility' },
};

/** Visits the product that stands at `url` once the tests run. */
export const responsibilityWorkplace = (url: () => string): void => {
  describe.each([['zh', 1366], ['en', 360]] as const)('the map of vacuums and overlaps in %s at %i px', (language: Language, width: number) => {
    const word = words[language];
    let visitor: Visit;
    let page: Page;
    beforeAll(async () => {
      visitor = await openChromium(width);
      page = visitor.context.pages()[0] ?? (await visitor.context.newPage());
      await signIn(page, url(), '511900.city-office');
      await speak(page, language);
    }, minutes);
    afterAll(() => visitor?.close(), minutes);

    const answer = async (label: string, text: string): Promise<void> => page.getByRole('dialog').getByLabel(label, { exact: true }).fill(text);
    const chosen = () => page.locator('.heat-cell[aria-pressed="true"]');
    const vacuums = async (): Promise<number> => Number(/(\d[\d,]*)/.exec((await chosen().textContent()) ?? '')?.[1]?.replace(',', ''));

    it('opens a count to its cells, refers one of them and rules on it; the count follows', async () => {
      await visit(page, url(), '/responsibility-map?areaUnitId=511902');
      await page.locator('.heat tbody tr').filter({ hasText: FRINGE }).locator('.heat-4').first().click();
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
      const lead = page.getByRole('dialog').getByLabel(word.lead, { exact: true });
      await lead.fill(TOWN);
      await page.locator('.ant-select-item-option').filter({ hasText: TOWN }).first().waitFor();
      await lead.press('Enter');
      await answer(word.reason, '属地负责');
      await expectSound(page);
      await page.getByRole('dialog').getByRole('button', { name: word.send }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.waitForFunction(`Number(/(\\d[\\d,]*)/.exec(document.querySelector('.heat-cell[aria-pressed="true"]').textContent)[1].replace(',', '')) < ${before}`);
    }, minutes);
  });
};
