import type { SplitRow } from '@zeren/tasks-domain';
import type { Answer } from './api.js';
import { CITY } from './bazhong.js';
import type { Load } from './loading.js';
import { taskIdOf, type PublishedSplit } from './published-split.js';

const DISTRICT = '511922';
const TOWN = '511922001';
const districtOffice = `${DISTRICT}.district-office`;

const raise = (load: Load, account: string, split: PublishedSplit, row: SplitRow, reason: string): Promise<Answer> =>
  load.post(account, '/api/v1/escalations', `escalation:${account}:${row.indicatorCode}`, { about: { kind: 'task', id: taskIdOf(split, row), title: row.name.zh }, reason });

const ledBy = ({ rows }: PublishedSplit, unitId: string): readonly SplitRow[] => rows.filter((row) => row.unitId === unitId);

/** A town takes two things up to its district, which answers one; the district takes two up to the city, which answers one. Made up, and marked so. */
export const loadEscalations = async (load: Load, city: PublishedSplit, nanjiang: PublishedSplit): Promise<void> => {
  const [crossing, short] = ledBy(city, DISTRICT);
  const [lane, crossed] = ledBy(nanjiang, TOWN);
  if (!crossing || !short || !lane || !crossed) return;
  const answered = await raise(load, `${TOWN}.officer`, nanjiang, lane, '镇街无力单独承担，请县里统筹资金(演示)');
  await load.post(districtOffice, `/api/v1/escalations/${(answered.body as { id: string }).id}/answer`, 'escalation:answer:town', { measure: 'taken-over', instruction: '列入县级年度计划，县里统筹(演示)' });
  await raise(load, `${TOWN}.officer`, nanjiang, crossed, '涉及县直部门管辖，请县里明确牵头单位(演示)');
  const instructed = await raise(load, districtOffice, city, crossing, '跨县区，请市里协调(演示)');
  await load.post(`${CITY}.city-office`, `/api/v1/escalations/${(instructed.body as { id: string }).id}/answer`, 'escalation:answer:district', { measure: 'instructed', instruction: '由市级牵头部门召集两县会商(演示)' });
  await raise(load, districtOffice, city, short, '时限内难以完成，请市里调度(演示)');
};
