import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { sendAs } from './product.js';
import { expectSound, visit } from './reader.js';
import { walkTogether } from './walk.js';

const office = '511900.city-office';
const districts = ['511902', '511903', '511921', '511922', '511923'];

const words = {
  zh: {
    draft: '起草分解', titleZh: '中文名称', titleEn: '英文名称', send: '提交', roots: '选取指标', campaign: '创建活动', all: '全选', put: '加入 3 项', tasks: '全部 3 项', units: '全部 5 个地区', spread: '分配', save: '保存改动', saved: '没有未保存的改动',
    weight: /的权重$/, unbalanced: '不平衡', told: '同级权重合计为 80,须恰为 100', rest: '分配余数', leave: '有未保存的改动，确定离开？', stay: '留在本页', back: '分解工作台', export: '导出 Excel', import: '从 Excel 导入', check: '试检', file: '表格文件(.xlsx)',
    cancel: '取消', approve: '批准', document: '批准文号', publish: '发布', done: '18 / 18 行已成任务', results: '发布结果',
  },
  en: {
    draft: 'Draft a split', titleZh: 'Title in Chinese', titleEn: 'Title in English', send: 'Send', roots: 'Choose indicators', campaign: 'Campaign', all: 'Choose all', put: 'Add 3', tasks: 'All 3', units: 'All 5 areas', spread: 'Distribute', save: 'Save changes', saved: 'Everything is saved',
    weight: /^Weight of/, unbalanced: 'does not balance', told: 'The weights sum to 80; they must sum to exactly 100', rest: 'Distribute the rest', leave: 'Leave without saving?', stay: 'Stay here', back: 'Splitting workbench', export: 'Export to Excel', import: 'Import from Excel', check: 'Check', file: 'Spreadsheet (.xlsx)',
    cancel: 'Cancel', approve: 'Approve', document: 'Approving document', publish: 'Publish', done: '18 of 18 rows are tasks', results: 'What came of it',
  },
};

const text = (said: string) => ({ zh: said, en: said });

/** A standard of three indicators and a campaign against it, of this suite alone. */
const openCampaign = async (url: string, code: string): Promise<string> => {
  const indicator = (number: number, metric: object) => ({ code: `${code}-01-0${number}`, name_zh: `样例指标 ${number}`, name_en: `Sample indicator ${number}`, metric, evidence: 'field' });
  const content = {
    standard: { code, name_zh: '样例标准', name_en: 'Sample standard', version: '2012', source: 'https://standards.example/sample' }, declared: { categories: 1, tasks: 3 }, missing: 0,
    categories: [{ code: `${code}-01`, name_zh: '样例类别', name_en: 'Sample category', named: 3, indicators: [
      indicator(1, { unit: '处', direction: 'at_least', target: 100 }), indicator(2, { unit: '%', direction: 'at_least', target: 40 }), indicator(3, { unit: null, direction: 'boolean', target: null }),
    ] }],
  };
  await sendAs(url, office, '/standards/imports', { file: `${code}.json`, content, participantTenantIds: districts }, `standard-${code}`);
  const name = `Sample campaign ${code}`;
  await sendAs(url, office, '/campaigns', {
    id: code.toLowerCase(), name: text(name), standardId: `511900_${code}.v1`, grade: text('市级'), leadUnitId: '511900-environment', approval: { authority: '市人民政府', document: '批文〔2012〕9号' },
    milestones: [], weights: ['40', '35', '25'].map((weight, index) => ({ indicatorCode: `${code}-01-0${index + 1}`, weight })), weightsSource: text('样例'), firstYear: 2013, lastYear: 2030,
    participantTenantIds: districts,
  }, `campaign-${code}`);
  return name;
};

/** Visits the product that stands at `url` once the tests run. */
export const splitWorkbench = (url: () => string): void => {
  walkTogether('the splitting workbench', url, ({ language, signedIn, before, step }) => {
    const word = words[language];
    const code = `SW${language.toUpperCase()}${Date.now().toString(36).toUpperCase()}`;
    let page: Page;
    let campaign: string;
    before(async () => {
      campaign = await openCampaign(url(), code);
      page = await signedIn(office);
    });

    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    const isSound = () => expectSound(page);
    const save = async () => {
      await press(word.save);
      await page.getByText(word.saved).waitFor();
    };
    const ask = async (action: string, label?: string, said = '') => {
      await press(action);
      const form = page.getByRole('dialog');
      if (label) await form.getByLabel(label).fill(said);
      await form.getByRole('button', { name: action, exact: true }).click();
      await form.waitFor({ state: 'detached' });
    };

    step('takes three indicators and shares them out equally among five districts', async () => {
      await visit(page, url(), '/split-workbench');
      await press(word.draft);
      await page.getByLabel(word.titleZh).fill(`样例分解 ${code}`);
      await page.getByLabel(word.titleEn).fill(`Sample split ${code}`);
      await press(word.send);
      await page.waitForURL(/split-workbench\/511900_/);
      await press(word.roots);
      const form = page.getByRole('dialog');
      await form.getByLabel(word.campaign).fill(campaign);
      await page.keyboard.press('Enter');
      await form.getByText(`${code}-01-03`).waitFor();
      await form.getByRole('button', { name: word.all, exact: true }).click();
      await isSound();
      await form.getByRole('button', { name: word.put, exact: true }).click();
      await press(word.tasks);
      await press(word.units);
      await press(word.spread);
      await page.getByLabel(word.weight).nth(14).waitFor();
      await save();
      await isSound();
    });

    step('tells a sum that is broken at once and keeps the reader from leaving it unsaved, and a table with it is told its cell', async () => {
      await page.getByLabel(word.weight).first().fill('0');
      await page.getByText(word.told).first().waitFor();
      await page.getByText(word.unbalanced).first().waitFor();
      await isSound();
      await page.getByRole('navigation').getByRole('link', { name: word.back }).last().click();
      await page.getByText(word.leave).waitFor();
      await press(word.stay);
      await save();
      const download = page.waitForEvent('download');
      await press(word.export);
      const file = await (await download).path();
      await press(word.import);
      const form = page.getByRole('dialog').last();
      await form.getByLabel(word.file).setInputFiles({ name: 'split.xlsx', mimeType: 'application/octet-stream', buffer: readFileSync(file) });
      await form.getByRole('button', { name: word.check, exact: true }).click();
      await form.getByRole('alert').getByText(word.told).waitFor();
      await isSound();
      await form.getByRole('button', { name: word.cancel, exact: true }).click();
    });

    step('is repaired, approved and published, and shows what came of it', async () => {
      await page.getByLabel(word.weight).first().fill('30');
      await press(word.rest);
      await page.getByText(word.told).first().waitFor({ state: 'detached' });
      expect(await page.getByLabel(word.weight).nth(1).inputValue()).toBe('17.5');
      await save();
      await ask(word.approve, word.document, '批文〔2015〕9号');
      await ask(word.publish);
      await page.getByText(word.done).first().waitFor();
      await page.getByRole('heading', { name: word.results }).waitFor();
      await page.locator('table.ledger tbody a[href^="/tasks/"]').nth(17).waitFor();
      await isSound();
    });
  });
};
