import { join } from 'node:path';
import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { openPage } from './chromium.js';

export type Language = 'zh' | 'en';

/** How a page is shown to a reader. */
export type Shown = { readonly language: Language; readonly width: number };

/** Signs in through the issuer's page by choosing a demonstration account. */
const signIn = async (page: Page, url: string, account: string): Promise<void> => {
  await page.goto(`${url}/sign-in`);
  await page.locator('button.enter').click();
  await page.waitForURL(/\/oidc\//);
  const choice = page.locator(`button[value="${account}"]`);
  if (!(await choice.isVisible())) await page.locator('details', { has: choice }).locator('summary').click();
  await choice.click();
  await page.waitForURL((address) => address.pathname === '/');
  await page.getByRole('heading', { level: 1 }).waitFor();
};

const names: Record<Language, string> = { zh: '中文', en: 'English' };

/** Chooses the language with the switch that every page has. */
const speak = async (page: Page, language: Language): Promise<void> => {
  await page.getByRole('button', { name: names[language], exact: true }).click();
};

/** Opens an address of the console as a reader would by its link: the page is there when its title is. */
export const visit = async (page: Page, url: string, path: string): Promise<void> => {
  await page.goto(url + path);
  await page.getByRole('heading', { level: 1 }).waitFor();
};

/** How a reader comes in: signed in as an account, or without one to a page for everybody. */
export type Entrance = { readonly account: string } | { readonly path: string };

/** A reader of the product at `url`, in a browser of its own. */
export const openReader = async (url: string, { language, width }: Shown, from: Entrance): Promise<Page> => {
  const page = await openPage(width);
  if ('account' in from) await signIn(page, url, from.account);
  else await visit(page, url, from.path);
  await speak(page, language);
  return page;
};

/** What the page shows, to look at: in the folder that ZEREN_SCREENSHOTS names. */
export const keepPicture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['ZEREN_SCREENSHOTS'];
  if (folder) await page.screenshot({ path: join(folder, `${name.replaceAll(/[/:*]+/g, '-')}.png`), fullPage: true });
};

/** The options of the choice that is open, once its list has stopped moving. */
const settledOptions = '.ant-select-dropdown:not(.ant-select-dropdown-hidden):not([class*="ant-slide"]) .ant-select-item-option';

/** Takes an option of a choice; in a long list it is looked for by typing. */
export const choose = async (choice: Locator, option: string | RegExp, typed = ''): Promise<void> => {
  await choice.click();
  await choice.page().keyboard.type(typed);
  await choice.page().locator(settledOptions).filter({ hasText: option }).first().click();
};

/** The same with the keys alone. */
export const chooseByKeys = async (choice: Locator, typed: string, option: string | RegExp = typed): Promise<void> => {
  await choice.fill(typed);
  await choice.page().locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-active').filter({ hasText: option }).first().waitFor({ state: 'attached' });
  await choice.press('Enter');
};

type Violation = { readonly id: string; readonly impact: string; readonly nodes: readonly string[] };

const check = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, impact, nodes }) =>
  ({ id, impact, nodes: nodes.slice(0, 3).map((node) => node.html.slice(0, 200)) })))`;

const nothingMoves = `Promise.allSettled(document.getAnimations()
  .filter((one) => one.effect.getTiming().iterations !== Infinity).map((one) => one.finished)).then(() => undefined)`;

/** Nothing is being sent, opened or closed: what is on its way is paler than what is read. */
const atRest = async (page: Page): Promise<void> => {
  await page.locator('.ant-btn-loading').first().waitFor({ state: 'detached' });
  await page.evaluate(nothingMoves);
};

/** The serious and critical findings of axe on the page once it is at rest. */
export const seriousFindings = async (page: Page): Promise<readonly Violation[]> => {
  await atRest(page);
  await page.evaluate(axe.source);
  const violations = (await page.evaluate(check)) as Violation[];
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
};

/** By how many pixels the page is wider than its window. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth') as Promise<number>;

/** What holds of every page: nothing serious for axe, and nothing wider than the window. */
export const expectSound = async (page: Page): Promise<void> => {
  expect(await seriousFindings(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
};

/** A picture of a red square, made by the browser itself. */
export const picture = async (page: Page): Promise<Buffer> => {
  const address = (await page.evaluate(`(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 240 });
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#a0322a';
    pen.fillRect(40, 40, 240, 160);
    return canvas.toDataURL('image/jpeg');
  })()`)) as string;
  return Buffer.from(address.split(',')[1] ?? '', 'base64');
};
