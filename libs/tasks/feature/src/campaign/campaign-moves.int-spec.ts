import { setTimeout as pause } from 'node:timers/promises';
import { get, post, startHouse, type House, type HttpRequest } from '@zeren/http/testing';
import { publicId } from '@zeren/kernel';
import { tasksRefusals, type RegisterRow, type TaskRow } from '@zeren/tasks-domain';
import { aCampaign, anIndicator, aStandard, aTaskPublished, CITY, DISTRICT } from '@zeren/tasks-domain/testing';
import { TasksModule, tasksPolicies, tasksTables } from '../index.js';

const campaignId = publicId(CITY, 'env');
const next = publicId(CITY, 'ENV.v2');
const versionOf = (version: number, ...indicators: readonly ReturnType<typeof anIndicator>[]) => aStandard({
  version, declaredItems: indicators.length,
  categories: [{ code: 'ENV-01', name: { zh: '经济社会', en: 'Economy and society' }, kind: 'assessed', indicators }],
});

describe('the tasks of a campaign that moves to another version of its standard', () => {
  let house: House;
  let office: string;
  let district: string;

  const send = async (request: HttpRequest, token: string, status = 200) => {
    const answer = await house.http.send(request.as(token));
    expect({ status: answer.status, body: answer.status === status ? undefined : (answer.body as unknown) }).toEqual({ status, body: undefined });
    return answer.body as never;
  };
  const taskOf = async (id: string, token = district): Promise<TaskRow> => send(get(`/api/v1/tasks/${id}`), token);
  /** A task of the city's in the district, or a town's task of the district's own split below it. */
  const dispatched = async (indicatorCode: string, owner = CITY): Promise<string> => {
    const splitId = publicId(owner, 's');
    const shared = owner === CITY ? DISTRICT : CITY;
    await house.record(`task-${owner}_s.${indicatorCode}`, aTaskPublished({ splitId, indicatorCode, sharedWith: [shared] }), { tenantId: owner, sharedWith: [shared] });
    return `${owner}_s.${indicatorCode}`;
  };
  const untilStands = async (id: string, stands: (row: TaskRow) => boolean): Promise<TaskRow> => {
    for (const end = Date.now() + 10_000; Date.now() < end; await pause(50)) {
      const row = await taskOf(id);
      if (stands(row)) return row;
    }
    throw new Error(`the move did not reach ${id} in time`);
  };

  beforeAll(async () => {
    house = await startHouse({ name: 'tasks', modules: [TasksModule], tables: tasksTables, refusals: tasksRefusals }, { policies: tasksPolicies });
    house.setClock('2014-03-01T02:00:00.000Z');
    const token = (tenantId: string, role: 'city-office' | 'district-office') =>
      house.tokenFor({ tenantId, actorId: `${tenantId}.${role}`, unitId: `${tenantId}-creation-office`, roles: [role] });
    [office, district] = await Promise.all([token(CITY, 'city-office'), token(DISTRICT, 'district-office')]);
    await house.record(`standard-${CITY}_ENV.v1`, versionOf(1, anIndicator('ENV-01-01'), anIndicator('ENV-01-02'), anIndicator('ENV-01-03')), { sharedWith: [DISTRICT] });
    await house.record(`standard-${next}`, versionOf(2, anIndicator('ENV-01-01'), anIndicator('ENV-01-02', { evidence: 'survey' })), { sharedWith: [DISTRICT] });
    const weights = [['ENV-01-01', '40'], ['ENV-01-02', '30'], ['ENV-01-03', '30']].map(([indicatorCode = '', weight = '']) => ({ indicatorCode, weight }));
    await house.record(`campaign-${campaignId}`, aCampaign({ weights }), { sharedWith: [DISTRICT] });
  }, 120_000);

  afterAll(() => house?.stop(), 60_000);

  it('go on, say what changed, or are void in their own register with the reason and the document, down to the town', async () => {
    const [kept, changed, ended, below] = [await dispatched('ENV-01-01'), await dispatched('ENV-01-02'), await dispatched('ENV-01-03'), await dispatched('ENV-01-03', DISTRICT)];
    await send(post(`/api/v1/campaigns/${campaignId}/mappings`, {
      toStandardId: next, weightsSource: { zh: '市里', en: 'The city' }, reason: '新版发布', document: '批文〔2014〕2号',
      rows: [
        { from: 'ENV-01-01', to: 'ENV-01-01', outcome: 'kept', reason: '' }, { from: 'ENV-01-02', to: 'ENV-01-02', outcome: 'changed', reason: '改为问卷' },
        { from: 'ENV-01-03', to: null, outcome: 'ended', reason: '新版取消' },
      ],
      weights: [{ indicatorCode: 'ENV-01-01', weight: '60' }, { indicatorCode: 'ENV-01-02', weight: '40' }],
    }), office);
    await untilStands(ended, ({ status }) => status === 'voided');
    await untilStands(below, ({ status }) => status === 'voided');
    const row = await untilStands(changed, ({ remappings }) => remappings.length > 0);
    expect(row).toMatchObject({ status: 'published', remappings: [{ toStandardId: next, indicatorCode: 'ENV-01-02', reason: '改为问卷', document: '批文〔2014〕2号' }] });
    expect(await taskOf(kept)).toMatchObject({ status: 'published', remappings: [] });
    const { items } = await send(get('/api/v1/task-register?kind=voiding'), office) as { items: RegisterRow[] };
    expect(items.map(({ taskId, status, reason, answer }) => [taskId, status, reason, answer]).sort())
      .toEqual([[ended, 'granted', '新版取消', '批文〔2014〕2号'], [below, 'granted', '新版取消', '批文〔2014〕2号']]);
  });
});
