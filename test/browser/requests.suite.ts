import type { Page } from 'playwright-core';
import { readAs, sendAs } from './product.js';
import { expectSound, picture, visit } from './reader.js';
import { walkTogether } from './walk.js';

const hotline = '511900.hotline';
const gridOfficer = '511902001001-g02.officer';
const grid = '511902001001-g02';
const matter = 'E01-16';
/** Standing water in the back lanes of the old town: the demonstration's matrix names nobody. */
const nobodys = 'E01-07';

const words = {
  zh: {
    subject: '一句话事项（会公开，请勿写个人信息）', matter: '事项类别', place: '地点（到村社区或网格）', phone: '电话', open: '打开诉求', look: '记录并查看', words: '诉求人原话（加密保存）',
    ready: '没有网络也能打开本页办理。', take: '签收', answer: '办理情况（会答复诉求人，请勿写个人信息）', send: '上报', camera: '拍照', reason: '理由', submit: '提交',
    verify: '核实属实', feedBack: '反馈诉求人', rate: '登记评价', close: '办结', closed: '已办结', note: '说明', rule: '裁定责任单位', waiting: /待发送（2）/,
  },
  en: {
    subject: 'In a line (public: name no person)', matter: 'Matter', place: 'Place (village or grid)', phone: 'Phone', open: 'Open the request', look: 'Record and show', words: 'In their own words (kept sealed)',
    ready: 'This page opens without a network too.', take: 'Take it', answer: 'What was done (told to the requester; name no person)', send: 'Report', camera: 'Take a photo', reason: 'Reason', submit: 'Send',
    verify: 'Verify: it is so', feedBack: 'Feed back', rate: 'Record a rating', close: 'Close', closed: 'closed', note: 'Note', rule: 'Rule who answers', waiting: /To be sent \(2\)/,
  },
};

type Filed = { readonly items: readonly { readonly ownerTenantId: string; readonly id: string; readonly leadUnitId: string | null }[] };

/** Visits the product that stands at `url` once the tests run. */
export const requestWorkplace = (url: () => string): void => {
  walkTogether('a request', url, ({ language, width, signedIn, before, step }) => {
    const word = words[language];
    const subject = `${language}${width} 桶边垃圾外溢`;
    let operator: Page;
    let officer: Page;
    let requestId = '';

    const onList = (page: Page) => page.locator(`a[href$="/${requestId}"]`);

    /** Chooses by typing and Enter, as somebody does who speaks on the phone meanwhile. */
    const choose = async (page: Page, label: string, typed: string) => {
      await page.getByLabel(label, { exact: true }).fill(typed);
      await page.locator('.ant-select-item-option').filter({ hasText: typed }).first().waitFor();
      await page.keyboard.press('Enter');
    };

    const take = async (page: Page, name: string, fill?: () => Promise<void>) => {
      await page.locator('.request-actions').getByRole('button', { name, exact: true }).click();
      const form = page.getByRole('dialog');
      await fill?.();
      await form.getByRole('button', { name: word.submit, exact: true }).click();
      await form.waitFor({ state: 'detached' });
    };

    before(async () => {
      const ruling = { areaUnitId: grid, matterCode: matter, leadUnitId: grid, supportingUnitIds: [], officerPostId: null, reason: '网格内的小事由网格办理' };
      await sendAs(url(), '511900.city-office', '/responsibility-matrix/rulings', ruling, `ruling-${grid}-${matter}`);
      [operator, officer] = await Promise.all([signedIn(hotline), signedIn(gridOfficer, 360)]);
    });

    step('is filed on the screen of whoever answers the phone, with the keys alone, and has a receipt', async () => {
      const page = operator;
      await visit(page, url(), '/requests/new');
      await page.getByLabel(word.subject).fill(subject);
      await page.getByLabel(word.words).fill('三天没人收了');
      await choose(page, word.matter, matter);
      await choose(page, word.place, grid);
      await page.getByLabel(word.phone).fill('13800000000');
      await expectSound(page);
      await page.keyboard.press('Control+Enter');
      await page.locator('.intake-receipt').first().waitFor();
      await expectSound(page);
      await page.getByRole('button', { name: word.open }).click();
      await page.waitForURL(/\/requests\/511900_/);
      requestId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      await page.getByRole('heading', { name: subject }).waitFor();
    });

    step('reaches the grid officer, who takes and reports it with a photo where there is no network; it is sent once when there is', async () => {
      const { items: [filed] } = await readAs<Filed>(url(), hotline, `/requests?search=${encodeURIComponent(subject)}&sort=-filedAt`);
      expect(filed?.leadUnitId).toBe(grid);
      const page = officer;
      await visit(page, url(), '/grid');
      await page.getByText(word.ready).waitFor();
      await onList(page).waitFor();
      await officer.context().setOffline(true);
      await page.reload();
      await onList(page).click();
      await page.getByRole('button', { name: word.take, exact: true }).click();
      await page.getByLabel(word.camera).setInputFiles({ name: 'site.jpg', mimeType: 'image/jpeg', buffer: await picture(page) });
      await page.locator('.grid-photo img').waitFor();
      await page.getByLabel(word.answer).fill('已清运并冲洗');
      await page.getByRole('button', { name: word.send, exact: true }).click();
      await page.getByText(word.waiting).first().waitFor();
      await expectSound(page);
      await officer.context().setOffline(false);
      await page.locator('.grid-waiting').waitFor({ state: 'detached' });
      await visit(page, url(), `/requests/${requestId}`);
      await page.locator('.request-photos img').first().waitFor();
      await expectSound(page);
    });

    step('is verified by others, fed back, rated and closed; who asks is shown on record', async () => {
      const page = operator;
      await visit(page, url(), `/requests/${requestId}`);
      await page.getByRole('button', { name: word.look }).click();
      await page.getByText('三天没人收了').waitFor();
      await expectSound(page);
      await take(page, word.verify, () => page.getByRole('dialog').getByLabel(word.note).fill('现场属实'));
      await take(page, word.feedBack);
      await take(page, word.rate);
      await take(page, word.close);
      await page.locator('.mark').filter({ hasText: word.closed }).first().waitFor();
      await expectSound(page);
    });

    step('waits in its list, and what nobody owns is offered to be ruled on', async () => {
      const page = operator;
      await visit(page, url(), '/requests?list=ended');
      await onList(page).waitFor();
      await expectSound(page);
      const lane = { channel: 'patrol', subject: `${subject}：背街积水`, matterCode: nobodys, place: { areaUnitId: '511902001001' }, disclosure: 'anonymous' };
      await sendAs(url(), hotline, '/requests', lane, `unowned-${language}-${width}`);
      await visit(page, url(), '/requests/unowned');
      await page.getByRole('button', { name: word.rule }).first().click();
      await page.getByRole('dialog').getByLabel(word.reason).waitFor();
      await expectSound(page);
    });
  });
};
