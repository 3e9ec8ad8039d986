import type { Page } from 'playwright-core';
import { openChromium, type Visit } from './chromium.js';
import { openProduct, readAs, untilLoaded, type Product } from './product.js';
import { overflow, seriousFindings, signIn, speak, visit, type Language } from './reader.js';

const minutes = 60_000;
const districts = ['511902', '511903', '511921', '511922', '511923'];

const words = {
  zh: { cockpit: '驾驶舱', tree: '任务分解', valid: '验证有效', explain: '得分说明', later: '下一步' },
  en: { cockpit: 'Cockpit', tree: 'Split tree', valid: 'verified: valid', explain: 'Explain', later: 'Later' },
};

let product: Product;
beforeAll(async () => {
  product = await openProduct();
  await untilLoaded(product.url, 12 * minutes);
}, 14 * minutes);
afterAll(() => product?.stop(), minutes);

describe.each([['zh', 1366], ['zh', 360], ['en', 1366], ['en', 360]] as const)('the main path in %s at %i px', (language: Language, width: number) => {
  const word = words[language];
  let visitor: Visit;
  let page: Page;
  beforeAll(async () => {
    visitor = await openChromium(width);
    page = visitor.context.pages()[0] ?? (await visitor.context.newPage());
  }, minutes);
  afterAll(() => visitor?.close(), minutes);

  const isSound = async () => {
    expect(await seriousFindings(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  };

  it('begins with what Zeren is and lets a city office in', async () => {
    await page.goto(product.url);
    await page.locator('button.enter').waitFor();
    await isSound();
    await signIn(page, product.url, '511900.city-office');
    await speak(page, language);
    await page.getByRole('heading', { level: 1, name: word.cockpit }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe(language === 'zh' ? 'zh-CN' : 'en');
  }, minutes);

  it('shows five campaigns with their lamps in words, and the districts ranked', async () => {
    await page.locator('.campaign').nth(4).waitFor();
    expect(await page.locator('.campaign').count()).toBe(5);
    await page.locator('.campaign .lamp').first().waitFor();
    expect((await page.locator('.campaign .lamp').allTextContents()).every((text) => /\D+\d+/.test(text))).toBe(true);
    await page.locator('.trend-place svg').waitFor();
    await isSound();
  }, minutes);

  it('opens the split from an indicator down to a town with the keyboard', async () => {
    await visit(page, product.url, '/split-tree?campaignId=511900_eco');
    const items = (level: number) => page.locator(`[role="treeitem"][aria-level="${level}"]`);
    await items(2).first().focus();
    await page.keyboard.press('ArrowRight');
    const nanjiang = items(3).filter({ hasText: /南江|Nanjiang/ });
    await nanjiang.waitFor();
    await nanjiang.focus();
    await page.keyboard.press('ArrowRight');
    await items(4).first().waitFor();
    const towns = await readAs<{ items: readonly unknown[] }>(product.url, '511900.city-office', '/units?parentUnitId=511922&kind=town&limit=200');
    expect(await items(4).count()).toBe(towns.items.length);
    await isSound();
  }, minutes);

  it('shows a contract whose content and both signatures hold', async () => {
    await visit(page, product.url, '/contracts');
    await page.locator('table a').first().click();
    await page.locator('.verdict-valid').nth(2).waitFor();
    expect(await page.locator('.verdict').allTextContents()).toEqual(Array.from({ length: 3 }, () => expect.stringContaining(word.valid)));
    await isSound();
  }, minutes);

  it('ranks every district in a published quarter', async () => {
    await visit(page, product.url, '/rankings?period=2013Q4&group=districts');
    await page.locator('.ledger tbody tr').nth(districts.length - 1).waitFor();
    expect(await page.locator('.ledger tbody tr').count()).toBe(districts.length);
    await isSound();
  }, minutes);

  it('opens a score down to the very event', async () => {
    await page.getByRole('link', { name: word.explain }).first().click();
    await page.locator('.score-total').waitFor();
    await isSound();
    await page.locator('.score-events button').first().click();
    const link = page.locator('.ant-drawer a[href^="/history/"]');
    await link.waitFor();
    const shown = JSON.parse((await page.locator('.ant-drawer pre').textContent()) ?? '') as { id: string };
    const stored = await readAs<{ id: string }>(product.url, '511900.integrator', `/events/${shown.id}`);
    expect(shown).toEqual(stored);
    await link.click();
    await page.waitForURL(/\/history\//);
  }, minutes);

  it('replays a history step by step with the state before and after', async () => {
    await page.locator('.replay-line button[aria-current="step"]').waitFor();
    const steps = await page.locator('.replay-line button').count();
    expect(steps).toBeGreaterThan(1);
    await page.locator('.replay-line button').first().click();
    await page.keyboard.press('ArrowRight');
    await page.locator('.replay-line li:nth-child(2) button[aria-current="step"]').waitFor();
    await page.locator('.states tr.changed').first().waitFor();
    await isSound();
  }, minutes);

  it('shows four districts before Enyang was set up and five after', async () => {
    for (const [day, count] of [['2013-01-17', '4'], ['2013-01-18', '5']] as const) {
      await visit(page, product.url, `/organisation?on=${day}`);
      await page.locator('.mark-strong', { hasText: count }).waitFor();
    }
    await isSound();
  }, minutes);

  it('keeps its board and a task within the window and sound', async () => {
    await visit(page, product.url, '/tasks?search=ENV-01');
    await page.locator('.ledger tbody a').first().waitFor();
    await isSound();
    await page.locator('.ledger tbody a').first().click();
    await page.locator('.task-year').first().waitFor();
    await isSound();
  }, minutes);
});

describe('what a reader may not do', () => {
  it('is shut, with the reason of the task itself', async () => {
    const visitor = await openChromium(1366);
    try {
      const page = visitor.context.pages()[0] ?? (await visitor.context.newPage());
      await signIn(page, product.url, '511900.leader');
      await visit(page, product.url, '/tasks');
      await page.locator('.ledger tbody a').first().click();
      const action = page.locator('.action').last();
      await action.locator('.why').waitFor();
      expect(await action.getByRole('button').isDisabled()).toBe(true);
      expect((await action.locator('.why').textContent())?.length).toBeGreaterThan(3);
    } finally {
      await visitor.close();
    }
  }, 2 * minutes);
});
