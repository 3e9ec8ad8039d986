import type { Page } from 'playwright-core';
import { readAs } from './product.js';
import { expectSound, seriousFindings, visit, type Shown } from './reader.js';
import { deskAndPhone, walkTogether } from './walk.js';

const districts = ['511902', '511903', '511921', '511922', '511923'];

const words = {
  zh: { cockpit: '驾驶舱', tree: '任务分解', valid: '验证有效', explain: '得分说明', later: '下一步' },
  en: { cockpit: 'Cockpit', tree: 'Split tree', valid: 'verified: valid', explain: 'Explain', later: 'Later' },
};

const phoneAndDesk: readonly Shown[] = [{ language: 'zh', width: 360 }, { language: 'en', width: 1366 }];
const board = '/tasks?unitId=511922&status=verified&campaignId=511900_eco&sort=indicatorCode';

type Listed = { readonly items: readonly { readonly metrics: readonly { readonly direction: string }[] }[] };

/** Visits the product that stands at `url` once the tests run. */
export const mainPath = (url: () => string): void => {
  for (const shown of [deskAndPhone, phoneAndDesk]) walkTogether('the main path', url, ({ language, passingBy, signedIn, step }) => {
    const word = words[language];
    let page: Page;
    const isSound = () => expectSound(page);

    step('begins with what Zeren is and lets a city office in', async () => {
      page = await passingBy('/');
      await page.locator('button.enter').waitFor();
      await isSound();
      page = await signedIn('511900.city-office');
      await page.getByRole('heading', { level: 1, name: word.cockpit }).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe(language === 'zh' ? 'zh-CN' : 'en');
    });

    step('shows five campaigns with their lamps in words, and the districts ranked', async () => {
      await page.locator('.campaign').nth(4).waitFor();
      // Other suites may have opened campaigns of their own.
      expect(await page.locator('.campaign').count()).toBeGreaterThanOrEqual(5);
      await page.locator('.campaign .lamp').first().waitFor();
      expect((await page.locator('.campaign .lamp').allTextContents()).every((text) => /\D+\d+/.test(text))).toBe(true);
      await page.locator('.trend-place svg').waitFor();
      await isSound();
    });

    step('opens the split from an indicator down to a town with the keyboard', async () => {
      await visit(page, url(), '/split-tree?campaignId=511900_eco');
      const items = (level: number) => page.locator(`[role="treeitem"][aria-level="${level}"]`);
      await items(2).first().focus();
      await page.keyboard.press('ArrowRight');
      const nanjiang = items(3).filter({ hasText: /南江|Nanjiang/ });
      await nanjiang.waitFor();
      await nanjiang.focus();
      await page.keyboard.press('ArrowRight');
      await items(4).first().waitFor();
      const towns = await readAs<{ items: readonly unknown[] }>(url(), '511900.city-office', '/units?parentUnitId=511922&kind=town&limit=200');
      expect(await items(4).count()).toBe(towns.items.length);
      await isSound();
    });

    step('shows a contract whose content, both signatures and both seals hold', async () => {
      await visit(page, url(), '/contracts');
      await page.locator('table a').first().click();
      await page.locator('.verdict-valid').nth(4).waitFor();
      expect(await page.locator('.verdict').allTextContents()).toEqual(Array.from({ length: 5 }, () => expect.stringContaining(word.valid)));
      await isSound();
    });

    step('ranks every district in a published quarter', async () => {
      await visit(page, url(), '/rankings?period=2013Q4&group=districts');
      await page.locator('.ledger tbody tr').nth(districts.length - 1).waitFor();
      expect(await page.locator('.ledger tbody tr').count()).toBe(districts.length);
      await isSound();
    });

    step('opens a score down to the very event', async () => {
      await page.getByRole('link', { name: word.explain }).first().click();
      await page.locator('.score-total').waitFor();
      await isSound();
      await page.locator('.score-events button').first().click();
      const link = page.locator('.ant-drawer a[href^="/history/"]');
      await link.waitFor();
      const shown = JSON.parse((await page.locator('.ant-drawer pre').textContent()) ?? '') as { id: string };
      const stored = await readAs<{ id: string }>(url(), '511900.integrator', `/events/${shown.id}`);
      expect(shown).toEqual(stored);
      await link.click();
      await page.waitForURL(/\/history\//);
    });

    step('replays a history step by step with the state before and after', async () => {
      await page.locator('.replay-line button[aria-current="step"]').waitFor();
      const steps = await page.locator('.replay-line button').count();
      expect(steps).toBeGreaterThan(1);
      await page.locator('.replay-line button').first().click();
      await page.keyboard.press('ArrowRight');
      await page.locator('.replay-line li:nth-child(2) button[aria-current="step"]').waitFor();
      await page.locator('.states tr.changed').first().waitFor();
      await isSound();
    });

    step('shows four districts before Enyang was set up and five after', async () => {
      for (const [day, count] of [['2013-01-17', '4'], ['2013-01-18', '5']] as const) {
        await visit(page, url(), `/organisation?on=${day}`);
        await page.locator('.mark-strong', { hasText: count }).waitFor();
      }
      await isSound();
    });

    step('keeps its board and a task within the window and sound', async () => {
      await visit(page, url(), '/tasks?search=ENV-01');
      await page.locator('.ledger tbody a').first().waitFor();
      await isSound();
      await page.locator('.ledger tbody a').first().click();
      await page.locator('.task-year').first().waitFor();
      await isSound();
    });
  }, shown);

  walkTogether('what a reader may do', url, ({ signedIn, step }) => {
    step('is shut where it may not, with the reason of the task itself', async () => {
      const page = await signedIn('511900.leader');
      await visit(page, url(), '/tasks');
      await page.locator('.ledger tbody a').first().click();
      const action = page.locator('.action').last();
      await action.locator('.why').waitFor();
      expect(await action.getByRole('button').isDisabled()).toBe(true);
      expect((await action.locator('.why').textContent())?.length).toBeGreaterThan(3);
    });

    step('is shown at once: a district reports a result, an inspector verifies it', async () => {
      const { items } = await readAs<Listed>(url(), '511922.district-office', board);
      const metrics = items[0]?.metrics ?? [];
      const page = await signedIn('511922.district-office');
      await visit(page, url(), board);
      await page.locator('.ledger tbody a').first().click();
      await page.locator('.task-year').nth(2).waitFor();
      const task = (await page.locator('.facts .mono').last().textContent()) ?? '';
      await page.getByRole('button', { name: '上报 2015 年结果' }).click();
      const form = page.getByRole('dialog');
      expect(await form.getByRole('button', { name: '提交' }).isDisabled()).toBe(metrics.length > 0);
      for (const [index, { direction }] of metrics.entries()) {
        if (direction === 'boolean') await form.getByRole('radio', { name: '达到', exact: true }).nth(index).check();
        else await form.locator('input[inputmode="decimal"]').nth(index).fill('100000');
      }
      expect(await seriousFindings(page)).toEqual([]);
      await form.getByRole('button', { name: '提交' }).click();
      await page.locator('.task-year').nth(2).getByText('待核实').waitFor();

      const inspector = await signedIn('511900.inspector');
      await visit(inspector, url(), '/tasks?unitId=511922&status=reported&campaignId=511900_eco');
      await inspector.locator(`.ledger tbody a[href="/tasks/${task}"]`).click();
      await inspector.getByRole('button', { name: '核实 2015 年结果' }).click();
      const verifying = inspector.getByRole('dialog');
      await verifying.locator('textarea').fill('现场核对台账，情况属实。');
      await verifying.getByRole('button', { name: '提交' }).click();
      await inspector.locator('.task-year').nth(2).getByText('已核实').waitFor();
      await inspector.getByText('已完成').first().waitFor();
    });
  }, deskAndPhone.slice(0, 1));
};
