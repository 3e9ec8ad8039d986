import type { Page } from 'playwright-core';
import { expectSound, visit } from './reader.js';
import { walkTogether } from './walk.js';

const words = {
  zh: {
    dispatch: '下达任务', document: '来源文号', code: '编号', name: '名称', unit: '牵头单位代码', target: '目标', metric: '计量单位', due: '期限', add: '增加一行', party: '参与单位代码', what: '承担内容', send: '提交',
    accept: '签收分工', register: '登记项目', investment: '总投资', left: /相差/, cancel: '取消',
  },
  en: {
    dispatch: 'Dispatch a task', document: 'Its document', code: 'Number', name: 'Name', unit: 'Code of the lead unit', target: 'Target', metric: 'Unit of measure', due: 'Due', add: 'Add a row', party: 'Code of the party', what: 'To do', send: 'Send',
    accept: 'Accept the part', register: 'Register a project', investment: 'Investment', left: /to the whole/, cancel: 'Cancel',
  },
};

/** Visits the product that stands at `url` once the tests run. */
export const doingWorkplace = (url: () => string): void => {
  walkTogether('doing together', url, ({ language, width, signedIn, before, step }) => {
    const word = words[language];
    const named = `LH-${language}-${width}`;
    let city: Page;
    let district: Page;
    let taskPath = '';

    before(async () => { [city, district] = await Promise.all([signedIn('511900.city-office'), signedIn('511902.district-office')]); });

    step('dispatches a joint task, once the form has nothing to say against it', async () => {
      const page = city;
      await visit(page, url(), '/tasks');
      await page.getByRole('button', { name: word.dispatch }).click();
      const form = page.getByRole('dialog');
      const say = (label: string, text: string) => form.getByLabel(label, { exact: true }).fill(text);
      await say(word.code, named);
      await say(word.name, named);
      await say(word.unit, '511900-creation-office');
      await say(word.target, '10');
      await say(word.metric, '公里');
      await say(word.due, '2019-12-31');
      await form.getByRole('button', { name: word.add }).click();
      await say(word.party, '511902');
      await say(word.what, named);
      expect(await form.getByRole('button', { name: word.send }).isDisabled()).toBe(true);
      await say(word.document, '纪要1号');
      await expectSound(page);
      await form.getByRole('button', { name: word.send }).click();
      await page.waitForURL(/\/tasks\/511900_/);
      taskPath = new URL(page.url()).pathname;
    });

    step('the party finds its part on its own page, and takes it on', async () => {
      const page = district;
      // The part is dispatched by a policy a moment after the task.
      do await visit(page, url(), taskPath);
      while (!(await page.getByRole('button', { name: word.accept }).waitFor({ timeout: 5_000 }).then(() => true, () => false)));
      await page.getByRole('button', { name: word.accept }).click();
      await page.getByRole('button', { name: word.accept }).waitFor({ state: 'detached' });
      await expectSound(page);
      await visit(page, url(), '/work');
      await page.getByRole('link', { name: named }).waitFor();
      await expectSound(page);
    });

    step('registers a project row by row, with sums that follow', async () => {
      const page = city;
      await visit(page, url(), '/projects');
      await page.getByRole('button', { name: word.register }).click();
      const form = page.getByRole('dialog');
      await form.getByLabel(word.investment, { exact: true }).fill('100.5');
      await form.getByRole('button', { name: word.add }).first().click();
      await form.locator('fieldset').first().getByText(word.left).waitFor();
      await expectSound(page);
      await form.getByRole('button', { name: word.cancel }).click();
    });
  });
};
