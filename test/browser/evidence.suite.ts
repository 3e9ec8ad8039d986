import { existsSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { choose, expectSound, picture, visit } from './reader.js';
import { walkTogether } from './walk.js';

const words = {
  zh: { file: '建档', done: '已建档', close: '关闭', task: '对应的任务', withdraw: '撤回', pack: '打包下载', survey: '登记调查', training: '登记培训', experience: '推荐一条经验', people: ['受访人数', '作答人数', '肯定人数'], send: '提交', title: '名称', summary: '做法与成效', by: '实施单位', evidence: '佐证材料', form: '形式', forms: ['正式文件', '说明报告', '统计表', '照片'], photo: '照片', unproved: '不能证明', export: '导出 Excel' },
  en: { file: 'File evidence', done: 'filed', close: 'Close', task: 'For which task', withdraw: 'Withdraw', pack: 'Download as a pack', survey: 'Record a survey', training: 'Record a training', experience: 'Put an experience forward', people: ['People asked', 'Who answered', 'In favour'], send: 'Send', title: 'Title', summary: 'What was done and what came of it', by: 'Conducted by', evidence: 'Evidence', form: 'Form', forms: ['Issued document', 'Explanatory report', 'Statistics table', 'Photo'], photo: 'Photo', unproved: 'does not prove', export: 'Export to Excel' },
};

/** Which of what is missing is filed, one for each language. */
const rowOf = { zh: 0, en: 1 };

/** Visits the product that stands at `url` once the tests run. */
export const evidenceWorkplace = (url: () => string): void => {
  walkTogether('the evidence workplace', url, ({ language, width, signedIn, before, step }) => {
    const word = words[language];
    let page: Page;
    before(async () => { page = await signedIn('511902.district-office'); });

    const isSound = () => expectSound(page);
    const chooseForm = (name: string) => choose(page.getByRole('dialog').getByLabel(word.form, { exact: true }), name);
    const chooseFile = async (name: string, mimeType: string, buffer: Buffer) =>
      page.locator('input[type=file][multiple]').setInputFiles({ name, mimeType, buffer });

    step('is told of on the cockpit, campaign by campaign, and opened from there', async () => {
      await visit(page, url(), '/');
      const missing = page.locator('.campaign-evidence a').first();
      await missing.waitFor();
      await isSound();
      await missing.click();
      await page.waitForURL(/\/evidence\?view=missing&campaignId=\S+&order=deadline/);
      await page.locator('table.ledger tbody tr').first().waitFor();
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: word.export }).click();
      expect(readFileSync(await (await download).path()).subarray(0, 2).toString()).toBe('PK');
      await isSound();
    });

    step('shows what is missing, by unit and indicator, and how far each campaign is', async () => {
      await visit(page, url(), '/evidence?view=missing');
      await page.locator('.evidence-figures .card').nth(4).waitFor();
      await page.locator('table.ledger tbody tr').first().waitFor();
      await isSound();
    });

    step('files a photo for what is missing, with progress, and refuses a file that lies', async () => {
      await page.locator('table.ledger tbody tr button').nth(rowOf[language]).click();
      const form = page.getByRole('dialog');
      await form.getByLabel(word.task).waitFor();
      await chooseForm(word.photo);
      await form.getByText(word.unproved).waitFor();
      for (const name of word.forms) {
        if (await form.getByText(word.unproved).isVisible()) await chooseForm(name);
      }
      await form.getByText(word.unproved).waitFor({ state: 'detached' });
      await chooseFile('red.jpg', 'image/jpeg', await picture(page));
      await chooseFile('liar.jpg', 'image/jpeg', Buffer.from('plain text'));
      await isSound();
      await form.locator('.ant-btn-primary').click();
      await form.locator('.upload-file').nth(0).getByText(word.done, { exact: true }).waitFor();
      await form.locator('.upload-file').nth(1).getByText('file-type-differs').waitFor();
      await isSound();
      await form.getByRole('link').first().click();
      await page.waitForURL(/\/evidence\/511902_/);
    });

    step('shows the picture and its fingerprint, and what can be done with it', async () => {
      await page.locator('img.picture').waitFor();
      expect(await page.evaluate('document.querySelector("img.picture").decode().then(() => document.querySelector("img.picture").naturalWidth)')).toBe(320);
      expect(await page.locator('.facts .mono').first().textContent()).toMatch(/^[0-9a-f]{64}$/);
      await page.getByRole('button', { name: word.withdraw }).waitFor();
      await isSound();
    });

    step('lists what is on file, and hands over a pack of a campaign', async () => {
      await visit(page, url(), '/evidence');
      await page.locator('table.ledger tbody tr a').first().waitFor();
      await isSound();
      await page.locator('.evidence-figures .card').first().click();
      const figures = page.locator('.evidence-figures .card[aria-pressed="true"]');
      await figures.waitFor();
      const download = page.waitForEvent('download');
      await page.locator('table.ledger tbody tr a, .state').first().waitFor();
      await page.getByRole('button', { name: word.pack }).click();
      const saved = await (await download).path();
      expect(existsSync(saved)).toBe(true);
      expect(readFileSync(saved).subarray(0, 2).toString()).toBe('PK');
    });

    step('records a survey with its sample, and says what is wrong with one', async () => {
      await visit(page, url(), '/evidence?view=surveys&campaignId=511900_civ');
      await page.getByRole('button', { name: word.survey }).click();
      const form = page.getByRole('dialog');
      await form.getByLabel(word.title).fill(`${language} ${width}`);
      await form.locator('input[type=date]').nth(0).fill('2013-05-06');
      await form.locator('input[type=date]').nth(1).fill('2013-05-20');
      for (const [index, count] of ['1200', '1000', '1001'].entries()) await form.getByLabel(word.people[index] ?? '').fill(count);
      await form.getByLabel(word.by).fill('Statistics bureau');
      await choose(form.getByLabel(word.evidence, { exact: true }), /./);
      await isSound();
      await form.getByRole('button', { name: word.send }).click();
      await form.getByText('survey-counts-wrong').waitFor();
      await form.getByLabel(word.people[2] ?? '').fill('875');
      await form.getByRole('button', { name: word.send }).click();
      await form.waitFor({ state: 'detached' });
      await page.getByText('87.50%').first().waitFor();
      const recorded = page.locator('table.ledger tbody tr').filter({ hasText: `${language} ${width}` }).first();
      await recorded.getByRole('link').last().click();
      await page.waitForURL(/\/evidence\/511902_/);
      await page.locator('.facts').waitFor();
      await isSound();
    });

    step('keeps trainings, and experiences to copy', async () => {
      await visit(page, url(), '/evidence?view=trainings');
      await page.getByRole('button', { name: word.training }).waitFor();
      await isSound();
      await visit(page, url(), '/evidence?view=experiences&campaignId=511900_civ');
      await page.getByRole('button', { name: word.experience }).click();
      const form = page.getByRole('dialog');
      await form.getByLabel(word.title).fill(`${language} ${width}`);
      await form.getByLabel(word.summary).fill('One keeper for each lane.');
      await form.getByRole('button', { name: word.send }).click();
      await page.locator('article h3').filter({ hasText: `${language} ${width}` }).first().waitFor();
      await isSound();
    });
  });
};
