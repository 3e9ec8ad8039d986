import type { Page } from 'playwright-core';
import { expectSound, visit } from './reader.js';
import { walkTogether } from './walk.js';

const SCHEME = '511900_wuchuang.v2';
const words = {
  zh: { denominator: '移出分母的情形：延期、缓办', dearer: '重于返工', scheme: '考核办法', false: '虚报', closed: '未完成办结', sample: '抽查复核', claim: '主动认领', event: '事件' },
  en: { denominator: 'Leaves the denominator: extension, deferral', dearer: 'more than rework costs', scheme: 'The scheme', false: 'False reports', closed: 'closed without completion', sample: 'Samples', claim: 'Claimed problems', event: 'event' },
};

/** Visits the product that stands at `url` once the tests run. */
export const scoring = (url: () => string): void => {
  walkTogether('scores by how tasks were done', url, ({ language, signedIn, before, step }) => {
    const word = words[language];
    let page: Page;
    before(async () => { page = await signedIn('511900.city-office'); });

    const isSound = () => expectSound(page);
    const scoreOf = (unitId: string, period: string) => visit(page, url(), `/scores/${unitId}?schemeId=${SCHEME}&period=${period}`);

    step('says the rules of a scheme in words, opened from the ranking', async () => {
      await visit(page, url(), '/rankings?period=2014Q3&group=districts');
      await page.locator(`a[href="/schemes/${SCHEME}"]`).click();
      for (const sentence of [word.denominator, word.dearer]) await page.locator('main').getByText(sentence).waitFor();
      await isSound();
    });

    step('shows an end other than done on its line, apart from every other', async () => {
      await scoreOf('511903', '2014Q3');
      await page.getByRole('button', { name: word.closed, exact: true }).waitFor();
      await isSound();
    });

    step('shows what a false report took off, down to the event', async () => {
      await scoreOf('511903', '2014Q4');
      const opened = page.getByRole('button', { name: new RegExp(`^${word.false}.*${word.event}`, 'i') }).first();
      await opened.waitFor();
      await isSound();
      await opened.click();
      await page.locator('.ant-drawer').getByText(/FalseReportFlagged/).first().waitFor();
    });

    step('shows the sample of a district and what it claimed', async () => {
      for (const [period, name] of [['2014Q3', word.claim], ['2014Q4', word.sample]] as const) {
        await scoreOf('511922', period);
        await page.locator('main').getByText(name).first().waitFor();
        await isSound();
      }
    });
  });
};
