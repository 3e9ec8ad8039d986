import type { Page } from 'playwright-core';
import { expectSound, visit, type Language } from './reader.js';
import { walkTogether } from './walk.js';

const words = {
  zh: {
    lay: '登记或更新清单', town: '镇街', document: '文号', items: /^事项/, send: '提交', version: '第 {n} 版', declare: '本单位对号入座', reason: '理由', basis: /^依据/, answer: '答复', whole: '成果份额 100%', waits: '待答复', admitted: '已采纳',
  },
  en: {
    lay: 'Lay a list down or anew', town: 'Town', document: 'Document’s number', items: /^Items/, send: 'Send', version: 'version {n}', declare: 'Match our unit to this task', reason: 'Reason', basis: /^Basis/, answer: 'Answer', whole: '100 % of the credit', waits: 'awaits an answer', admitted: 'admitted',
  },
};
/** A district for each language, whose lists of duties no other suite looks at. */
const districts: Record<Language, string> = { zh: '511923.district-office', en: '511921.district-office' };
/** Tasks of the water bureau, one for each language, which no other suite looks at. */
const taskOf: Record<Language, string> = { zh: 'ECO-01-01', en: 'ECO-01-02' };

/** Visits the product that stands at `url` once the tests run. */
export const splitting = (url: () => string): void => {
  walkTogether('what a split is held against', url, ({ language, width, signedIn, before, step }) => {
    const word = words[language];
    let district: Page;
    let bureau: Page;
    let office: Page;
    before(async () => {
      [district, bureau, office] = await Promise.all([signedIn(districts[language]), signedIn('511900-water.leader'), signedIn('511900.city-office')]);
    });

    step('a district lays down what a town has to do, version by version', async () => {
      await visit(district, url(), '/duty-lists');
      await district.getByRole('button', { name: word.lay }).click();
      const form = district.getByRole('dialog');
      const send = form.getByRole('button', { name: word.send });
      await form.getByLabel(word.document).fill(`平委办〔2013〕${width}号`);
      await form.getByLabel(word.items).fill('J-01; basic; 环境卫生日常保洁; Daily cleaning\nP-01; assisting; 饮用水源巡查; Patrols of water sources');
      expect(await send.isDisabled()).toBe(true);
      await form.getByLabel(word.items).fill('J-01; basic; 环境卫生日常保洁; Daily cleaning\nP-01; assisting; 饮用水源巡查; Patrols of water sources; 511900-water');
      await expectSound(district);
      await send.click();
      const list = district.locator('summary').filter({ hasText: `平委办〔2013〕${width}号` });
      await list.waitFor();
      await list.click();
      await district.getByText('J-01').first().waitFor();
      await expectSound(district);
    });

    step('a unit that no row names matches itself to a task, and the dispatcher admits it', async () => {
      await visit(bureau, url(), '/split-tree?campaignId=511900_eco');
      const root = bureau.getByRole('link', { name: new RegExp(`^${taskOf[language]} `) }).first();
      const task = (await root.getAttribute('href')) ?? '';
      await visit(bureau, url(), task);
      await bureau.getByText(word.whole).waitFor();
      await bureau.getByRole('button', { name: word.declare }).click();
      const form = bureau.getByRole('dialog');
      await form.getByLabel(word.reason).fill('供水管网由我局维护');
      await form.getByLabel(word.basis).fill('三定方案〔2012〕6号');
      await form.getByRole('button', { name: word.send }).click();
      await bureau.getByText(word.waits, { exact: true }).waitFor();
      await expectSound(bureau);
      await visit(office, url(), task);
      await office.getByRole('button', { name: word.answer, exact: true }).click();
      await expectSound(office);
      await office.getByRole('dialog').getByRole('button', { name: word.send }).click();
      await office.getByText(word.admitted, { exact: true }).waitFor();
      await expectSound(office);
    });
  });
};
