import type { Page } from 'playwright-core';
import { readAs } from './product.js';
import { choose, expectSound, visit } from './reader.js';
import { walkTogether } from './walk.js';

const unit = '511900-urban-management';
const words = {
  zh: {
    draft: '起草责任状', split: '分解方案', unit: '责任单位', leadsMany: '市城市管理局', leadsNone: '市创城办', titleZh: '名称（中文）', titleEn: '名称（英文）', from: '期限起', until: '期限止',
    basisTitle: '名称', number: '文号',
  },
  en: {
    draft: 'Draft a contract', split: 'Split', unit: 'Responsible unit', leadsMany: 'Urban Management Bureau', leadsNone: 'City Creation Office', titleZh: 'Title (Chinese)', titleEn: 'Title (English)', from: 'From', until: 'Until',
    basisTitle: 'Title', number: 'Number',
  },
};

type Drawn = { readonly fingerprint: string; readonly status: string };

/** Visits the product that stands at `url` once the tests run. */
export const contractWorkplace = (url: () => string): void => {
  walkTogether('the contracts workplace', url, ({ language, width, signedIn, passingBy, step }) => {
    const word = words[language];
    const title = `${language} ${width}`;
    let page: Page;
    let id = '';

    const isSound = () => expectSound(page);
    const field = (label: string) => page.getByRole('dialog').getByLabel(label, { exact: true });

    step('drafts a contract, and says at each field what is wrong with it', async () => {
      page = await signedIn('511900.city-office');
      await visit(page, url(), '/contracts');
      await page.locator('table.ledger tbody tr').first().waitFor();
      await isSound();
      await page.getByRole('button', { name: word.draft }).click();
      const form = page.getByRole('dialog');
      const fault = form.locator('.field-fault');
      const send = form.locator('.ant-modal-footer .ant-btn-primary');
      await fault.first().waitFor();
      expect(await send.isDisabled()).toBe(true);
      await isSound();
      await form.getByLabel(word.basisTitle, { exact: true }).fill('城市市容和环境卫生管理条例');
      await form.getByLabel(word.number, { exact: true }).fill('国务院令第101号(1992)');
      await form.getByLabel(word.titleZh).fill(`演示 ${title}`);
      await form.getByLabel(word.titleEn).fill(title);
      await choose(field(word.split), /五创联动|five linked/);
      await choose(field(word.unit), word.leadsNone, word.leadsNone);
      await form.getByLabel(word.from, { exact: true }).fill('2015-03-01');
      await form.getByLabel(word.until, { exact: true }).fill('2015-02-01');
      await fault.first().waitFor();
      await form.getByLabel(word.until, { exact: true }).fill('2015-12-31');
      await fault.first().waitFor({ state: 'detached' });
      await send.click();
      await fault.first().waitFor();
      await isSound();
      await choose(field(word.unit), word.leadsMany, word.leadsMany);
      await fault.first().waitFor({ state: 'detached' });
      await send.click();
      await page.waitForURL(/\/contracts\/511900_[^/]+$/);
      id = page.url().split('/').at(-1) ?? '';
      await page.locator('.deed').waitFor();
      await isSound();
    });

    step('shows it in the signing queue of the officer whose turn it is, who signs, and then of the issuer, who countersigns', async () => {
      for (const [account, status] of [[`${unit}.leader`, 'signed'], ['511900.leader', 'in-force']] as const) {
        page = await signedIn(account);
        await visit(page, url(), '/signing');
        const mine = page.locator('section[aria-labelledby="queue-mine"]');
        await mine.locator(`a[href="/contracts/${id}"]`).waitFor();
        await isSound();
        await mine.locator(`a[href="/contracts/${id}"]`).click();
        await page.locator('.signature .ant-btn-primary:enabled').click();
        await page.locator('.verdict-valid').nth(status === 'signed' ? 2 : 4).waitFor();
        await isSound();
        expect((await readAs<Drawn>(url(), account, `/contracts/${id}`)).status).toBe(status);
      }
    });

    step('tells anybody whether a paper is genuine, without signing in', async () => {
      const { fingerprint } = await readAs<Drawn>(url(), '511900.leader', `/contracts/${id}`);
      for (const [print, verdict] of [[fingerprint, '.verify-genuine'], ['0'.repeat(64), '.verify-false']] as const) {
        page = await passingBy(`/verify/${id}?v=1&f=${print}`);
        await page.locator(verdict).waitFor();
        await isSound();
      }
      expect(await page.getByText('511900').count()).toBe(0);
    });

    step('lists a batch with what came of each unit, and the keys officers bring', async () => {
      page = await signedIn('511922.leader');
      await visit(page, url(), '/contract-batches');
      await page.locator('table.ledger tbody a').first().click();
      await page.waitForURL(/\/contract-batches\/511922_/);
      await page.locator('table.ledger tbody a[href^="/contracts/511922_"]').first().waitFor();
      await isSound();
      await visit(page, url(), '/signature-keys');
      await page.locator('button.ant-btn-primary').click();
      const form = page.getByRole('dialog');
      await form.locator('textarea').fill('-----BEGIN PUBLIC KEY-----\nnone\n-----END PUBLIC KEY-----');
      await form.locator('.ant-btn-primary').click();
      await form.getByText('key-unsuitable').waitFor();
      await isSound();
    });
  });
};
