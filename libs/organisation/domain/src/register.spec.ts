import fc from 'fast-check';
import { specify } from '@zeren/kernel/testing';
import {
  isWithin, registerDecider, unitOn, unitsOn, type Post, type Register, type RegisterDisclosed, type RegisterEvent,
  type RegisterFacts, type RegisterOpened, type TenantRegistered, type UnitPeriod, type UnitVersion,
} from './index.js';

const tenant: TenantRegistered['data'] = {
  tenantId: '511900', name: { zh: '巴中市', en: 'Bazhong' }, kind: 'city', parentTenantId: null,
  levels: ['市', '县区', '镇街', '村社区', '网格'].map((zh) => ({ zh, en: zh })), timeZone: 'Asia/Shanghai',
};
const facts: RegisterFacts = { tenant, territory: [] };
const opened: RegisterOpened = {
  type: 'RegisterOpened', data: { tenantId: '511900', kind: 'city', parentTenantId: null, levels: 5 },
};
const unit = (unitId: string, said: Partial<UnitVersion> = {}): UnitVersion => ({
  unitId, code: unitId, name: { zh: unitId, en: unitId }, kind: 'district', level: 2, parentUnitId: '511900', validFrom: '1993-10-01', ...said,
});
const city = unit('511900', { kind: 'government', level: 1, parentUnitId: null });
const town = (unitId: string, said: Partial<UnitVersion> = {}) => unit(unitId, { kind: 'town', level: 3, parentUnitId: '511902', ...said });
const registered = (...units: UnitVersion[]): RegisterEvent => ({ type: 'UnitsRegistered', data: { units } });
const register = (...units: UnitVersion[]) => ({ type: 'RegisterUnits' as const, data: { units, facts } });
const change = (changed: UnitVersion) => ({ type: 'ChangeUnit' as const, data: { unit: changed, reason: '行政区划调整', facts } });
const { given } = specify(registerDecider);

describe('the units of a register', () => {
  it('are entered all at once, and open the register', () => {
    given().when(register(city, unit('511902'))).then(opened, registered(city, unit('511902')));
  });

  it('are not entered before the operator registered the tenant', () => {
    given().when({ type: 'RegisterUnits', data: { units: [city], facts: { tenant: null, territory: [] } } })
      .thenRefused('tenant-not-registered');
  });

  it('need no register opened by hand: it comes with the tenant, once, whatever was entered before', () => {
    const open = { type: 'OpenRegister' as const, data: { facts: { tenant } } };
    given().when(open).then(opened);
    given(opened, registered(city)).when(open).then();
    given(opened).when(register(city)).then(registered(city));
  });

  it('make events of at most 500 units', () => {
    const towns = Array.from({ length: 1_000 }, (_, n) => town(`511902${String(n).padStart(3, '0')}`));
    const events = given(opened, registered(city, unit('511902'))).when(register(...towns)).outcome();
    expect(events.map((event) => (event.type === 'UnitsRegistered' ? event.data.units.length : 0))).toEqual([500, 500]);
  });

  it('are entered from the top down, so that every district sees what comes after it', () => {
    const events = given(opened).when(register(town('511902001'), unit('511902'), city)).outcome();
    expect(events).toEqual([registered(city, unit('511902'), town('511902001'))]);
  });

  it('already known with the same content are left alone, with other content refused', () => {
    const known = [opened, registered(city)] as const;
    given(...known).when(register(city)).then();
    const health = unit('511900-health', { kind: 'department', level: 1 });
    given(...known).when(register(city, health)).then(registered(health));
    given(...known).when(register({ ...city, level: 2 })).thenRefused('unit-exists', 'units[0].unitId');
  });

  it.each([
    ['twice in one batch', [unit('511902'), unit('511902')], 'unit-repeated', 'units[1].unitId'],
    ['on a day that does not exist', [unit('511902', { validFrom: '2013-02-30' })], 'not-a-date', 'units[0].validFrom'],
    ['outside the city\'s division code', [unit('211100')], 'unit-outside-tenant', 'units[0].unitId'],
    ['under a parent nobody knows', [unit('511902', { parentUnitId: '511999' })], 'parent-not-effective', 'units[0].parentUnitId'],
    ['under a parent that comes later', [unit('511902', { validFrom: '1990-01-01' })], 'parent-not-effective', 'units[0].parentUnitId'],
    ['at its parent\'s level', [unit('511902', { level: 1 })], 'unit-level-wrong', 'units[0].level'],
    ['deeper than the tenant has levels', [unit('511902', { level: 6 })], 'unit-level-wrong', 'units[0].level'],
    ['as a department below its parent\'s level', [unit('511900-health', { kind: 'department', level: 2 })], 'unit-level-wrong', 'units[0].level'],
    ['without a parent inside the tree', [unit('511902', { parentUnitId: null })], 'unit-level-wrong', 'units[0].level'],
    ['as a party outside the tree with a level', [unit('511900-x-oil-field', { kind: 'external-party', parentUnitId: null })], 'unit-level-wrong', 'units[0].level'],
  ])('are refused %s', (_, units, code, field) => {
    given(opened, registered(city)).when(register(...units)).thenRefused(code, field);
  });

  it('may stand outside the tree', () => {
    const party = unit('511900-x-oil-field', { kind: 'external-party', level: null, parentUnitId: null, code: null });
    given(opened, registered(city)).when(register(party)).then(registered(party));
  });

  it('of a district hang under the units its city keeps for it, and only those', () => {
    const districtFacts: RegisterFacts = {
      tenant: { ...tenant, tenantId: '511922', kind: 'district', parentTenantId: '511900' },
      territory: [{ ...unit('511922'), validUntil: null }],
    };
    const office = unit('511922-creation-office', { kind: 'office', parentUnitId: '511922' });
    const command = { type: 'RegisterUnits' as const, data: { units: [office], facts: districtFacts } };
    expect(given().when(command).outcome().map(({ type }) => type)).toEqual(['RegisterOpened', 'UnitsRegistered']);
    given().when({ ...command, data: { ...command.data, facts: { ...districtFacts, territory: [] } } })
      .thenRefused('parent-not-effective', 'units[0].parentUnitId');
    given().when({ ...command, data: { ...command.data, units: [unit('511921-creation-office')] } })
      .thenRefused('unit-outside-tenant', 'units[0].unitId');
  });
});

describe('a district that comes into the register later', () => {
  const village = unit('511902001001', { kind: 'village', level: 4, parentUnitId: '511902001' });
  const head: Post = { postId: '511902.head', unitId: '511902', name: { zh: '区长', en: 'Head' }, kind: 'head', validFrom: '2000-01-01' };
  const known = [opened, registered(city, unit('511902'), town('511902001'), village), { type: 'PostsCreated', data: { posts: [head] } }] as const;

  it('is shown the register as it stood, down to the towns', () => {
    const enyang = unit('511903', { validFrom: '2013-01-18' });
    const period = (version: UnitVersion): UnitPeriod => ({ ...version, validUntil: null });
    const show = (units: UnitPeriod[], posts: RegisterDisclosed['data']['posts']): RegisterDisclosed =>
      ({ type: 'RegisterDisclosed', data: { toTenantId: '511903', units, posts } });
    given(...known).when(register(enyang)).then(
      registered(enyang),
      show([city, unit('511902'), town('511902001')].map(period), []),
      show([], [{ ...head, holdings: [] }]),
    );
  });

  it('changes nothing in the register by being shown it', () => {
    const disclosure: RegisterDisclosed = { type: 'RegisterDisclosed', data: { toTenantId: '511903', units: [], posts: [] } };
    expect(given(...known, disclosure).state()).toEqual(given(...known).state());
  });
});

describe('a reorganisation', () => {
  const districts = ['511902', '511921', '511922', '511923'].map((id) => unit(id));
  const before = [opened, registered(city, ...districts, town('511903001'))] as const;
  const enyang = unit('511903', { validFrom: '2013-01-18' });
  const moved = town('511903001', { parentUnitId: '511903', validFrom: '2013-01-18' });

  it('keeps what was: Enyang was split from Bazhou on 2013-01-18, four districts before and five after', () => {
    const split = given(...before).when(register(enyang)).outcome();
    expect(split[0]).toEqual(registered(enyang));
    const after = given(...before, ...split);
    const move = after.when(change(moved)).outcome();
    const state = given(...before, ...split, ...move).state();
    const districtsOn = (day: string) => unitsOn(state, day).filter(({ kind }) => kind === 'district').map(({ unitId }) => unitId);
    expect(districtsOn('2013-01-17')).toEqual(['511902', '511921', '511922', '511923']);
    expect(districtsOn('2013-01-18')).toEqual(['511902', '511903', '511921', '511922', '511923']);
    expect(unitOn(state, '511903001', '2013-01-17')?.parentUnitId).toBe('511902');
    expect(unitOn(state, '511903001', '2013-01-18')?.parentUnitId).toBe('511903');
    expect(isWithin(state, '511903001', '511902', '2013-01-17')).toBe(true);
    expect(isWithin(state, '511903001', '511902', '2013-01-18')).toBe(false);
  });

  it('renames from a day on: Dawa was a county until 2016', () => {
    const county = unit('511921', { name: { zh: '通江县', en: 'Tongjiang County' } });
    const known = [opened, registered(city, county)] as const;
    const renamed = { ...county, name: { zh: '通江区', en: 'Tongjiang District' }, validFrom: '2016-03-20' };
    const state = given(...known, ...given(...known).when(change(renamed)).outcome()).state();
    expect(unitOn(state, '511921', '2016-03-19')).toMatchObject({ name: county.name, validUntil: '2016-03-19' });
    expect(unitOn(state, '511921', '2016-03-20')).toMatchObject({ name: renamed.name, validUntil: null });
  });

  it('said twice changes nothing', () => {
    const changed = given(...before).when(change(town('511903001', { validFrom: '2013-01-18' }))).outcome();
    given(...before, ...changed).when(change(town('511903001', { validFrom: '2013-01-18' }))).then();
  });

  it('never begins before the version it ends', () => {
    given(...before).when(change(town('511903001', { validFrom: '1993-10-01', parentUnitId: '511921' })))
      .thenRefused('version-not-later', 'validFrom');
  });

  it('never puts a unit under its own subordinate', () => {
    const known = [opened, registered(
      city,
      unit('511900-a', { kind: 'office', level: 1 }),
      unit('511900-b', { kind: 'office', level: 1, parentUnitId: '511900-a' }),
    )] as const;
    given(...known).when(change(unit('511900-a', { kind: 'office', level: 1, parentUnitId: '511900-b', validFrom: '2013-01-01' })))
      .thenRefused('unit-cycle', 'parentUnitId');
  });

  it('of a unit nobody knows is refused', () => {
    given(...before).when(change(unit('511971'))).thenRefused('unit-unknown', 'unitId');
  });

  it('that dissolves a unit ends it on its last day, once', () => {
    const dissolve = { type: 'DissolveUnit' as const, data: { unitId: '511903001', validUntil: '2019-12-31', reason: '撤并' } };
    const dissolved = given(...before).when(dissolve).outcome();
    const after = given(...before, ...dissolved);
    expect(unitOn(after.state(), '511903001', '2020-01-01')).toBeUndefined();
    expect(unitOn(after.state(), '511903001', '2019-12-31')).toBeDefined();
    after.when(dissolve).then();
    after.when({ ...dissolve, data: { ...dissolve.data, validUntil: '2020-12-31' } }).thenRefused('unit-dissolved');
    after.when(change(moved)).thenRefused('unit-dissolved');
  });

  it('does not dissolve a unit that still has subordinates', () => {
    given(...before).when({ type: 'DissolveUnit', data: { unitId: '511902', validUntil: '2019-12-31', reason: '撤并' } })
      .thenRefused('unit-still-needed', 'validUntil');
  });
});

describe('whatever happens to a register', () => {
  const ids = ['511900-a', '511900-b', '511900-c', '511900-d'];
  const aChange = fc.record({
    kind: fc.constantFrom('register', 'change', 'change', 'dissolve'),
    unitId: fc.constantFrom(...ids),
    parentUnitId: fc.constantFrom('511900', ...ids),
    day: fc.integer({ min: 1, max: 28 }).map((day) => `2013-01-${String(day).padStart(2, '0')}`),
  });
  const commandOf = ({ kind, unitId, parentUnitId, day }: (typeof aChange extends fc.Arbitrary<infer T> ? T : never)) => {
    const version = unit(unitId, { kind: 'office', level: 1, parentUnitId, validFrom: day });
    if (kind === 'register') return register(version);
    if (kind === 'change') return change(version);
    return { type: 'DissolveUnit' as const, data: { unitId, validUntil: day, reason: '撤并' } };
  };
  const days = Array.from({ length: 31 }, (_, n) => `2013-01-${String(n + 1).padStart(2, '0')}`);

  const violations = (state: Register): string[] => days.flatMap((day) =>
    Object.values(state.units).flatMap((versions) => {
      const effective = versions.filter((version) => holds(version, day));
      const [version] = effective;
      if (effective.length > 1) return [`${version?.unitId} has ${effective.length} versions on ${day}`];
      if (!version || version.unitId === '511900') return [];
      return reachesCity(state, version, day) ? [] : [`${version.unitId} does not reach the city on ${day}`];
    }));
  const reachesCity = (state: Register, from: UnitPeriod, day: string): boolean => {
    let at: UnitPeriod | undefined = from;
    for (let steps = 0; steps <= ids.length && at && at.unitId !== '511900'; steps += 1) {
      at = at.parentUnitId === null ? undefined : unitOn(state, at.parentUnitId, day);
    }
    return at?.unitId === '511900';
  };
  const holds = (version: UnitPeriod, day: string) =>
    version.validFrom <= day && (version.validUntil === null || day <= version.validUntil);

  it('each unit has at most one version on any day, and its superiors lead to the city without a cycle', () => {
    let decided = 0;
    fc.assert(fc.property(fc.array(aChange, { minLength: 10, maxLength: 30 }), (changes) => {
      const events: RegisterEvent[] = [opened, registered(city)];
      for (const one of changes) {
        try {
          const outcome = given(...events).when(commandOf(one)).outcome();
          decided += outcome.length;
          events.push(...outcome);
        } catch (error) {
          expect(error).toHaveProperty('name', 'DomainError');
        }
      }
      expect(violations(given(...events).state())).toEqual([]);
    }), { numRuns: 300, seed: 1435 });
    expect(decided).toBeGreaterThan(300);
  });
});

describe('the posts of a register', () => {
  const post = (postId: string, said: Partial<Post> = {}): Post => ({
    postId, unitId: '511902', name: { zh: '区长', en: 'Head' }, kind: 'head', validFrom: '2000-01-01', ...said,
  });
  const known = [opened, registered(city, unit('511902'))] as const;
  const create = (posts: Post[], holders: { postId: string; officerId: string; from: string }[] = []) =>
    ({ type: 'CreatePosts' as const, data: { posts, holders, facts } });
  const head = post('511902.head');
  const created: RegisterEvent = { type: 'PostsCreated', data: { posts: [head] } };
  const filled = (officerId: string, from: string): RegisterEvent =>
    ({ type: 'PostFilled', data: { postId: head.postId, unitId: '511902', officerId, from } });
  const fill = (officerId: string, from: string) =>
    ({ type: 'FillPost' as const, data: { postId: head.postId, officerId, from } });
  const vacate = (until: string) => ({ type: 'VacatePost' as const, data: { postId: head.postId, until } });

  it('are created together with their holders', () => {
    given(...known).when(create([head], [{ postId: head.postId, officerId: '511902.leader', from: '2012-01-01' }]))
      .then(created, filled('511902.leader', '2012-01-01'));
  });

  it('created twice change nothing, with other content are refused', () => {
    given(...known, created).when(create([head])).then();
    given(...known, created).when(create([{ ...head, kind: 'deputy' }])).thenRefused('post-exists', 'posts[0].postId');
  });

  it('belong to a unit of the territory and carry its id', () => {
    given(...known).when(create([post('511921.head', { unitId: '511921' })])).thenRefused('post-unit-not-effective', 'posts[0].unitId');
    given(...known).when(create([post('511900.head')])).thenRefused('post-id-wrong', 'posts[0].postId');
    given(...known).when(create([head, head])).thenRefused('post-repeated', 'posts[1].postId');
    const territory: UnitPeriod[] = [{ ...town('511902001'), validUntil: null }];
    const ofTown = post('511902001.officer', { unitId: '511902001', kind: 'officer' });
    given(...known).when({ type: 'CreatePosts', data: { posts: [ofTown], holders: [], facts: { tenant, territory } } })
      .then({ type: 'PostsCreated', data: { posts: [ofTown] } });
  });

  it('pass to a successor, whose predecessor leaves the day before', () => {
    given(...known, created, filled('a', '2012-01-01')).when(fill('b', '2013-03-01')).then(
      { type: 'PostVacated', data: { postId: head.postId, unitId: '511902', officerId: 'a', from: '2012-01-01', until: '2013-02-28' } },
      filled('b', '2013-03-01'),
    );
  });

  it('filled again with the same holder change nothing', () => {
    given(...known, created, filled('a', '2012-01-01')).when(fill('a', '2012-01-01')).then();
    given(...known, created, filled('a', '2012-01-01')).when(fill('a', '2013-01-01')).then();
  });

  it('are never held by two at once, nor before they exist', () => {
    given(...known, created, filled('a', '2012-01-01')).when(fill('b', '2011-01-01')).thenRefused('post-held-then', 'from');
    given(...known, created).when(fill('b', '1999-01-01')).thenRefused('post-not-yet', 'from');
    given(...known).when(fill('b', '2013-01-01')).thenRefused('post-unknown', 'postId');
  });

  it('are vacated on a last day, once', () => {
    const held = [...known, created, filled('a', '2012-01-01')] as const;
    const left = given(...held).when(vacate('2012-12-31')).outcome();
    expect(left).toHaveLength(1);
    given(...held, ...left).when(vacate('2012-12-31')).then();
    given(...held, ...left).when(vacate('2013-12-31')).thenRefused('post-vacant');
    given(...held).when(vacate('2011-12-31')).thenRefused('vacancy-before-holding', 'until');
    given(...held, ...left).when(fill('b', '2012-12-31')).thenRefused('post-held-then');
    given(...held, ...left).when(fill('b', '2013-01-01')).then(filled('b', '2013-01-01'));
  });

  it('keep their unit from being dissolved while they are held', () => {
    given(...known, created, filled('a', '2012-01-01'))
      .when({ type: 'DissolveUnit', data: { unitId: '511902', validUntil: '2013-01-01', reason: '撤并' } })
      .thenRefused('unit-still-needed');
  });
});

describe('a register is shared', () => {
  it('by a city with its districts', () => {
    expect(registerDecider.sharedWith(given(opened, registered(city, unit('511902'), town('511902001'))).state())).toEqual(['511902']);
  });

  it('by a district with its city', () => {
    const district: RegisterOpened = { type: 'RegisterOpened', data: { ...opened.data, tenantId: '511902', kind: 'district', parentTenantId: '511900' } };
    expect(registerDecider.sharedWith(given(district).state())).toEqual(['511900']);
  });
});
