import type { Locator, Page } from 'playwright-core';
import { choose, expectSound, visit } from './reader.js';
import { walkTogether } from './walk.js';

const words = {
  zh: {
    added: '新增 1', ended: '取消 1', changed: '变更 4', air: '环境质量', ensure: '确保', standard: '标准版本', indicator: '指标', partial: '部分重合', reasons: ['理由（中文）', '理由（英文）'],
    facts: ['代码（小写字母、数字、-）', '名称（中文）', '名称（英文）', '口径（中文）', '口径（英文）'], why: '修订理由', define: '设立度量', revise: '修订对应关系',
    noise: '国家环境保护模范城市考核指标 · 1', health: '国家卫生城市标准 · 1', campaign: '创建', forest: '创建省级、国家级森林城市', apply: '申报称号', met: '具备', unmet: '不具备', send: '提交', nominate: '录入提名', nominated: '已提名',
    title: ['代码（小写字母、数字、-）', '名称（中文）', '名称（英文）'], ends: '如此申报，提交后即终止', says: '指标怎么说', grade: '国家级',
    compose: '规定得分构成', composed: '合成得分', reach: '节点实现', reached: '已实现',
  },
  en: {
    added: 'Added 1', ended: 'Removed 1', changed: 'Changed 4', air: 'Environmental quality', ensure: 'ensure', standard: 'Version of the standard', indicator: 'Indicator', partial: 'Overlaps', reasons: ['Reason (Chinese)', 'Reason (English)'],
    facts: ['Code (lower-case letters, digits, -)', 'Name (Chinese)', 'Name (English)', 'Definition (Chinese)', 'Definition (English)'], why: 'Why it is revised', define: 'Define a measure', revise: 'Revise the mapping',
    noise: 'Assessment indicators for National Environmental Protection Model Cities · 1', health: 'National Sanitary City standard · 1', campaign: 'Campaign', forest: 'Forest City, provincial and national', apply: 'Apply for a title', met: 'Met', unmet: 'Not met', send: 'Send', nominate: 'Enter nomination', nominated: 'Nominated',
    title: ['Code (lower-case letters, digits, -)', 'Name (Chinese)', 'Name (English)'], ends: 'Declared like this, the application ends at once', says: 'What the indicator says', grade: 'national',
    compose: 'Lay down the composition', composed: 'Composed score', reach: 'Milestone reached', reached: 'reached',
  },
};

/** A campaign for each language whose composition no other suite lays down. */
const composed = { zh: 'hea', en: 'for' };

/** Visits the product that stands at `url` once the tests run. */
export const standardsWorkplace = (url: () => string): void => {
  walkTogether('the standards workplace', url, ({ language, signedIn, before, step }) => {
    const word = words[language];
    const code = `suite-${language}-${Date.now().toString(36)}`;
    let page: Page;
    before(async () => { page = await signedIn('511900.city-office'); });

    const isSound = () => expectSound(page);
    const fill = async (place: Page | Locator, labels: readonly string[], texts: readonly string[]) => {
      for (const [index, label] of labels.entries()) await place.getByLabel(label, { exact: true }).first().fill(texts[index] ?? '');
    };
    const map = async (at: number, standard: string, indicator: string) => {
      await choose(page.getByLabel(word.standard, { exact: true }).nth(at), standard);
      await page.locator('li.card').nth(at).locator('.ant-select-disabled').first().waitFor({ state: 'detached' });
      await choose(page.getByLabel(word.indicator, { exact: true }).nth(at), indicator, indicator);
      for (const label of word.reasons) await page.getByLabel(label, { exact: true }).nth(at).fill('同一监测口径 / same monitoring');
    };

    step('shows what a later version says otherwise, and what each indicator asks for', async () => {
      await visit(page, url(), '/standards/511900_ENV.v2');
      for (const heading of [word.added, word.ended, word.changed]) await page.getByRole('heading', { name: heading, exact: true }).waitFor();
      await page.locator('details.fold summary').filter({ hasText: word.air }).click();
      await page.locator('details.fold[open] tr').filter({ hasText: 'ENV-03-01' }).getByText(word.ensure, { exact: true }).waitFor();
      await isSound();
    });

    step('shows with a task what its indicator says', async () => {
      await visit(page, url(), '/tasks?search=ENV-03-01');
      await page.locator('.ledger tbody a').first().click();
      const sheet = page.locator('section').filter({ has: page.getByRole('heading', { name: word.says, exact: true }) });
      await sheet.getByText(word.grade, { exact: true }).waitFor();
      await isSound();
    });

    step('defines a measure, each refusal at its field, and revises it', async () => {
      await visit(page, url(), '/measures/new');
      await fill(page, word.facts, [code, '噪声(试)', 'Noise (trial)', '监测平均值', 'Mean of monitoring']);
      await map(0, word.noise, 'ENV-03-04');
      await map(1, word.health, 'HEA-04-03');
      const second = page.locator('li.card').nth(1);
      await second.locator('.why').waitFor();
      expect(await page.getByRole('button', { name: word.define, exact: true }).isDisabled()).toBe(true);
      await isSound();
      await second.getByText(word.partial, { exact: true }).click();
      await page.getByRole('button', { name: word.define, exact: true }).click();
      await page.waitForURL(new RegExp(`/measures/511900_${code}$`));
      await page.getByRole('link', { name: word.revise, exact: true }).click();
      await page.getByLabel(word.reasons[1] ?? '', { exact: true }).nth(1).fill('checked again');
      await page.getByLabel(word.why, { exact: true }).fill('核对 / checked');
      await page.getByRole('button', { name: word.revise, exact: true }).click();
      await page.waitForURL(new RegExp(`/measures/511900_${code}$`));
      await page.getByText('核对 / checked').waitFor();
      await isSound();
    });

    step('applies for a title condition by condition, up to its nomination', async () => {
      await visit(page, url(), '/titles');
      await choose(page.getByLabel(word.campaign, { exact: true }), word.forest);
      await page.getByRole('button', { name: word.apply, exact: true }).click();
      const form = page.getByRole('dialog');
      await fill(form, word.title, [code, `试 ${code}`, `Trial ${code}`]);
      const cards = form.locator('li.card');
      await cards.first().getByText(word.unmet, { exact: true }).click();
      await form.getByText(word.ends).waitFor();
      for (const card of await cards.all()) {
        await card.getByText(word.met, { exact: true }).click();
        await card.locator('input:not([type=radio])').fill('文件 / document');
      }
      await isSound();
      await form.getByRole('button', { name: word.send, exact: true }).click();
      await form.waitFor({ state: 'detached' });
      const row = page.locator('tr').filter({ hasText: `${language === 'zh' ? '试' : 'Trial'} ${code}` });
      await row.getByRole('button', { name: word.nominate }).click();
      await form.locator('input[type=date]').fill('2015-01-10');
      await form.locator('input[type=text]').fill('提名 1 号');
      await form.getByRole('button', { name: word.send, exact: true }).click();
      await row.getByText(word.nominated, { exact: true }).waitFor();
      await isSound();
    });

    step('lays down how a campaign’s score is composed, and enters a milestone that was reached', async () => {
      await visit(page, url(), `/campaigns/511900_${composed[language]}`);
      await page.getByRole('button', { name: word.compose, exact: true }).click();
      const form = page.getByRole('dialog');
      await form.locator('textarea').nth(0).fill('网上申报 40\n实地考察 40\n问卷调查 20');
      await form.locator('textarea').nth(1).fill('2013 15\n2014 25\n2015 60');
      await form.locator('input[type=text]').fill(`办法 ${code}`);
      await form.getByRole('button', { name: word.send, exact: true }).click();
      await form.waitFor({ state: 'detached' });
      await page.getByText(`办法 ${code}`).waitFor();
      await page.getByText(new RegExp(word.composed)).waitFor();
      await page.getByRole('button', { name: word.reach, exact: true }).click();
      await choose(form.locator('.ant-select').first(), '2013');
      await form.locator('input[type=date]').fill('2014-12-01');
      await form.locator('input[type=text]').last().fill(`验收 ${code}`);
      await form.getByRole('button', { name: word.send, exact: true }).click();
      await page.locator('.milestones li').filter({ hasText: `验收 ${code}` }).waitFor();
      await isSound();
    });
  });
};
