import type { Page } from 'playwright-core';
import { chooseByKeys, expectSound, keepPicture, picture } from './reader.js';
import { walkTogether } from './walk.js';

const words = {
  zh: {
    matter: '事项类别', building: '私搭乱建', bazhou: '巴州区', subject: '一句话说明', level: '区县', photos: '添加照片', photo: '照片 1', map: '在地图上标出地点', market: '东城农贸市场', marked: '已标', anonymous: '匿名', send: '提交', filed: '已收到', secret: '查询码', follow: '查看办理情况',
    received: '已收到', wrong: '没有找到', look: '查询', personal: '不能含电话', others: '大家的诉求', figures: '最近一年', open: '只看未答复',
  },
  en: {
    matter: 'Class of matter', building: 'Unlawful building', bazhou: 'Bazhou', subject: 'In one line', level: 'District or county', photos: 'Add photos', photo: 'Photo 1', map: 'Mark the place on a map', market: 'Dongcheng Market', marked: 'Marked', anonymous: 'anonymous', send: 'Send', filed: 'Received', secret: 'Secret', follow: 'See how it goes on',
    received: 'received', wrong: 'Nothing found', look: 'Look', personal: 'may hold no phone', others: 'What others asked', figures: 'The last year', open: 'Open ones only',
  },
};

/** Visits the product that stands at `url` once the tests run. */
export const frontDoor = (url: () => string): void => {
  walkTogether('the front door', url, ({ language, width, passingBy, before, step }) => {
    const word = words[language];
    let page: Page;
    before(async () => { page = await passingBy('/front-door/511900'); });

    const field = (label: string) => page.getByLabel(label, { exact: true });

    step('takes a request in without an account: what, where, a photo, nobody\'s name; and gives a receipt', async () => {
      await chooseByKeys(field(word.matter), 'E01-01', word.building);
      await page.getByLabel(word.subject).fill(language === 'zh' ? '回电13812345678' : 'call 13812345678');
      await page.getByText(word.personal).waitFor();
      await page.getByLabel(word.subject).fill(language === 'zh' ? '桥头有积水' : 'Water on the bridge');
      await chooseByKeys(field(word.level), word.bazhou);
      await page.getByRole('button', { name: word.map }).click();
      await page.getByRole('button', { name: word.market }).press('Enter');
      await page.getByText(word.marked).waitFor();
      await page.locator('input[type=file]').setInputFiles({ name: 'bridge.jpg', mimeType: 'image/jpeg', buffer: await picture(page) });
      await page.getByRole('img', { name: word.photo }).waitFor();
      await page.getByRole('radio', { name: word.anonymous }).check();
      await keepPicture(page, `front-door.${language}-${width}`);
      await expectSound(page);
      await page.getByRole('button', { name: word.send, exact: true }).click();
      await page.getByRole('heading', { name: word.filed }).waitFor();
      await keepPicture(page, `front-door-filed.${language}-${width}`);
      await expectSound(page);
    });

    step('shows how it stands by receipt and secret, and nothing by another secret', async () => {
      await page.getByRole('link', { name: word.follow }).click();
      await page.locator('.mark', { hasText: word.received }).waitFor();
      await keepPicture(page, `front-door-receipt.${language}-${width}`);
      await expectSound(page);
      await page.getByLabel(word.secret, { exact: true }).fill('wrongsecret');
      await page.getByRole('button', { name: word.look }).click();
      await page.getByText(word.wrong).waitFor();
    });

    step('shows what others asked, who answers and how fast', async () => {
      await page.getByRole('link', { name: word.others }).click();
      await page.getByRole('heading', { name: word.figures }).waitFor();
      await page.locator('.front-door-list > li').first().waitFor();
      await keepPicture(page, `front-door-requests.${language}-${width}`);
      await expectSound(page);
      await page.getByLabel(word.open).check();
      await page.locator('.bones').first().waitFor({ state: 'detached' });
    });
  });
};
