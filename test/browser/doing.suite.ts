import type { Page } from 'playwright-core';
import { openChromium, type Visit } from './chromium.js';
import { expectSound, signIn, speak, visit, type Language } from './reader.js';

const minutes = 60_000;
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
  describe.each([['zh', 1366], ['en', 360]] as const)('doing together in %s at %i px', (language: Language, width: number) => {
    const word = words[language];
    const named = `LH-${language}-${width}`;
    let city: Visit;
    let district: Visit;
    let taskPath = '';

    const enter = async (account: string): Promise<Visit> => {
      const visitor = await openChromium(width);
      const page = visitor.context.pages()[0] ?? (await visitor.context.newPage());
      await signIn(page, url(), account);
      await speak(page, language);
      return visitor;
    };
    const pageOf = ({ context }: Visit): Page => context.pages()[0] as Page;
    const isSound = expectSound;

    beforeAll(async () => {
      [city, district] = await Promise.all([enter('511900.city-office'), enter('511902.district-office')]);
    }, 2 * minutes);
    afterAll(async () => {
      await city?.close();
      await district?.close();
    }, minutes);

    it('dispatches a joint task, once the form has nothing to say against it', async () => {
      const page = pageOf(city);
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
      await isSound(page);
      await form.getByRole('button', { name: word.send }).click();
      await page.waitForURL(/\/tasks\/511900_/);
      taskPath = new URL(page.url()).pathname;
    }, minutes);

    it('the party finds its part on its own page, and takes it on', async () => {
      const page = pageOf(district);
      // The part is dispatched by a policy a moment after the task.
      do await visit(page, url(), taskPath);
      while (!(await page.getByRole('button', { name: word.accept }).waitFor({ timeout: 5_000 }).then(() => true, () => false)));
      await page.getByRole('button', { name: word.accept }).click();
      await page.getByRole('button', { name: word.accept }).waitFor({ state: 'detached' });
      await isSound(page);
      await visit(page, url(), '/work');
      await page.getByRole('link', { name: named }).waitFor();
      await isSound(page);
    }, minutes);

    it('registers a project row by row, with sums that follow', async () => {
      const page = pageOf(city);
      await visit(page, url(), '/projects');
      await page.getByRole('button', { name: word.register }).click();
      const form = page.getByRole('dialog');
      await form.getByLabel(word.investment, { exact: true }).fill('100.5');
      await form.getByRole('button', { name: word.add }).first().click();
      await form.locator('fieldset').first().getByText(word.left).waitFor();
      await isSound(page);
      await form.getByRole('button', { name: word.cancel }).click();
    }, minutes);
  });
};
