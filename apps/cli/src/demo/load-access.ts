import { CITY, departmentUnit } from './bazhong.js';
import type { Load } from './loading.js';

const away = (slug: string, from: string, until: string, reason: string) => ({
  postId: `${departmentUnit(slug)}.head`, deputyPostId: `${departmentUnit(slug)}.officer`, roles: ['officer'], from, until, reason,
});

/** Work in other hands: a delegation that is over, one that runs when the demonstration ends, and a role granted to a post. */
export const loadAccess = async (load: Load): Promise<void> => {
  const delegations = [
    ['health', away('health', '2013-01-21', '2013-01-25', '参加全省卫生工作会议。(演示)')],
    ['environment', away('environment', '2015-01-05', '2015-12-31', '脱产学习。(演示)')],
  ] as const;
  for (const [slug, body] of delegations) await load.post(`${departmentUnit(slug)}.leader`, '/api/v1/access/delegations', `delegation:${slug}`, body);
  const role = { role: 'inspector', from: '2013-02-01', reason: '抽调参加目标督查。(演示)' };
  await load.post(`${CITY}.city-office`, `/api/v1/access/posts/${departmentUnit('health')}.officer/roles`, 'role:health-officer', role);
};
