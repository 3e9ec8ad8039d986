import type { Locator, Page } from 'playwright-core';
import { readAs, sendAs } from './product.js';
import { chooseByKeys, expectSound, openReader, picture, visit } from './reader.js';
import { walkTogether } from './walk.js';

const minutes = 60_000;
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
      await chooseByKeys(page.getByLabel(word.matter, { exact: true }), matter);
      await chooseByKeys(page.getByLabel(word.place, { exact: true }), grid);
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

  // Both sides of it, each with a language and a width of its own.
  describe('a request that goes to and fro, in zh at 1366 px and en at 360 px', () => {
    const [led, supports] = ['511900-culture', '511900-commerce'];
    const subject = '演出场所外人行道堆料';
    let dispatcher: Page;
    let lead: Page;
    let requestId = '';

    const open = (page: Page) => visit(page, url(), `/requests/${requestId}`);
    const sent = (account: string, step: string, body: object) => sendAs(url(), account, `/requests/${requestId}/${step}`, body, `to-and-fro.${step}`);
    const action = (page: Page, name: string) => page.locator('.request-actions').getByRole('button', { name, exact: true });

    const take = async (page: Page, name: string, send: string, fill: (form: Locator) => Promise<void>) => {
      await action(page, name).click();
      const form = page.getByRole('dialog');
      await fill(form);
      await form.getByRole('button', { name: send, exact: true }).click();
      await form.waitFor({ state: 'detached' });
    };
    const dayAfter = (now: string, days: number): string => new Date(Date.parse(now) + days * 86_400_000).toISOString().slice(0, 10);

    beforeAll(async () => {
      const filing = { channel: 'patrol', subject, matterCode: matter, place: { areaUnitId: '511902001001' }, disclosure: 'anonymous', atOnce: false };
      ({ id: requestId } = await sendAs<{ id: string }>(url(), hotline, '/requests', filing, 'to-and-fro'));
      await sent(hotline, 'acceptance', { matterCode: matter });
      await sent(hotline, 'dispatch', { byHand: { leadUnitId: led, supportingUnitIds: [], officerPostId: null, reason: '演出场所周边' } });
      await sent(`${led}.officer`, 'return', { reason: '不在本单位职责内' });
      await sent(hotline, 'return-decision', { decision: 'refused', reason: '属演出场所周边管理' });
      [dispatcher, lead] = await Promise.all([
        openReader(url(), { language: 'zh', width: 1366 }, { account: hotline }), openReader(url(), { language: 'en', width: 360 }, { account: `${led}.officer` }),
      ]);
    }, 2 * minutes);
    afterAll(() => Promise.all([dispatcher, lead].map((page) => page?.context().close())), minutes);

    it('is asked to be given back, which is arbitrated, given out anew to a lead and one that supports it, and then given back no more', async () => {
      await open(lead);
      await take(lead, 'Ask to return it', 'Send', (form) => form.getByLabel('Reason').fill('须与商务部门会同办理'));
      await visit(dispatcher, url(), '/requests?list=to-arbitrate');
      await dispatcher.getByRole('link', { name: subject }).click();
      await take(dispatcher, '答复退回申请', '提交', async (form) => {
        await form.getByLabel('同意', { exact: true }).check();
        await form.getByLabel('理由').fill('改为会办');
      });
      await take(dispatcher, '人工分派', '提交', async (form) => {
        await chooseByKeys(form.getByLabel('牵头单位', { exact: true }), led);
        await chooseByKeys(form.getByLabel('协办单位', { exact: true }), supports);
        await form.getByLabel('理由').fill('两家会办');
        await expectSound(dispatcher);
      });
      await sent(`${led}.officer`, 'taking', {});
      await open(lead);
      await action(lead, 'Ask to return it').waitFor();
      expect(await action(lead, 'Ask to return it').isDisabled()).toBe(true);
    }, minutes);

    it('waits longer by what the lead asks for and the dispatcher grants of it, and is reported when the other has done its part', async () => {
      const { now } = await readAs<{ now: string }>(url(), hotline, '/me');
      await take(lead, 'Ask for a deferral', 'Send', async (form) => {
        await form.getByLabel('Deferred until').fill(dayAfter(now, 9));
        await form.getByLabel('Reason').fill('等待施工单位退场');
        await expectSound(lead);
      });
      await visit(dispatcher, url(), '/requests?list=deferral-asked');
      await dispatcher.getByRole('link', { name: subject }).click();
      await take(dispatcher, '答复缓办申请', '提交', async (form) => {
        await form.getByLabel('准予缓办至（不超过申请的日期）').fill(dayAfter(now, 4));
        await form.getByLabel('理由（不准或少准时必填）').fill('四天足够');
      });
      await expectSound(dispatcher);
      await open(lead);
      await lead.getByText('granted until').waitFor();
      expect(await action(lead, 'Report the result').isDisabled()).toBe(true);
      await sent(`${supports}.officer`, 'part', { unitId: supports, note: '商户已清理', photos: [] });
      await open(lead);
      await take(lead, 'Report the result', 'Send', (form) => form.getByLabel(/^Answer/).fill('堆料已清走'));
      await lead.locator('.mark').filter({ hasText: 'to be verified' }).first().waitFor();
    }, minutes);
  });
};
