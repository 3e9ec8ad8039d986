import { figureConditions, figures, type Figure, type FigureCondition, type FigureDimension, type FigureTest } from '@zeren/requests-domain';
import type { Channel, RequestKind } from '@zeren/requests-domain';
import { requestCaseTable, requestHandlingTable } from './figures.tables.js';

/** Which requests are looked at. Days are those of filing in the tenants' calendar, both included. */
export type FigureFilter = {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** All units that are meant. */
  readonly unitIds?: readonly string[] | undefined;
  /** All areas that are meant, those below included. */
  readonly areaUnitIds?: readonly string[] | undefined;
  readonly matterCode?: string | undefined;
  readonly channel?: Channel | undefined;
  readonly kind?: RequestKind | undefined;
  readonly integration?: string | undefined;
};

/** Areas as they are told apart: what stands below another is counted with it. */
export type AreaGroups = { readonly areas: readonly string[]; readonly groups: readonly string[] };

export type FigureQuestion = { readonly text: string; readonly values: unknown[] };

/** Whether what is asked is of units' handlings: a unit answers for what it was given, from then on. */
export const isOfHandlings = (by: FigureDimension, { unitIds }: FigureFilter): boolean => by === 'unit' || unitIds !== undefined;

const columnOf = (fact: string): string => fact.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A statement about one reader's requests, as it is put together. */
class Asking {
  readonly values: unknown[];
  readonly facts: 'one' | 'whole';

  constructor(readerTenantId: string, private readonly filter: FigureFilter, private readonly now: string, by: FigureDimension) {
    this.values = [readerTenantId];
    this.facts = isOfHandlings(by, filter) ? 'one' : 'whole';
  }

  value(value: unknown, type: string): string {
    return `$${this.values.push(value)}::${type}`;
  }

  /** `whole` is the request, `one` a unit's handling of it. What went into another request is handled there. */
  get source(): string {
    const whole = `"${requestCaseTable.name}" whole`;
    return this.facts === 'whole' ? whole : `${whole} join "${requestHandlingTable.name}" one
      on one.reader_tenant_id = whole.reader_tenant_id and one.owner_tenant_id = whole.owner_tenant_id and one.request_id = whole.id and whole.set_aside is null`;
  }

  get conditions(): string {
    const { from, until, unitIds, areaUnitIds, matterCode, channel, kind, integration } = this.filter;
    return [
      'whole.reader_tenant_id = $1',
      ...(from === undefined ? [] : [`whole.filed_on >= ${this.value(from, 'date')}`]),
      ...(until === undefined ? [] : [`whole.filed_on <= ${this.value(until, 'date')}`]),
      ...(unitIds === undefined ? [] : [`one.unit_id = any(${this.value(unitIds, 'text[]')})`]),
      ...(areaUnitIds === undefined ? [] : [`whole.area_unit_id = any(${this.value(areaUnitIds, 'text[]')})`]),
      ...(matterCode === undefined ? [] : [`whole.matter_code = ${this.value(matterCode, 'text')}`]),
      ...(channel === undefined ? [] : [`whole.channel = ${this.value(channel, 'text')}`]),
      ...(kind === undefined ? [] : [`whole.kind = ${this.value(kind, 'text')}`]),
      ...(integration === undefined ? [] : [`whole.integrations ? ${this.value(integration, 'text')}`]),
    ].join(' and ');
  }

  /** What each figure counts, as SQL says it. */
  counted(figure: Figure): string {
    const condition: FigureCondition = figureConditions[figure];
    return `(${condition.map((tests) => (tests.length === 0 ? 'true' : tests.map((test) => this.holds(test)).join(' and '))).join(' or ')})`;
  }

  private holds(test: FigureTest): string {
    const column = `${this.facts}.${columnOf(test.fact)}`;
    if ('equals' in test) return `${column} is not distinct from ${this.value(test.equals, typeof test.equals === 'boolean' ? 'boolean' : 'text')}`;
    if ('isMore' in test) return `${column} > ${this.value(test.isMore, 'integer')}`;
    if (test.is === 'past') return `coalesce(${column} < ${this.value(this.now, 'timestamptz')}, false)`;
    return `${column} is ${test.is === 'present' ? 'not null' : 'null'}`;
  }

  /** By what a line is told apart; areas come with their groups beside. */
  keyOf(by: FigureDimension, areas: AreaGroups): { readonly key: string; readonly beside: string } {
    switch (by) {
      case 'unit':
        return { key: 'one.unit_id', beside: '' };
      case 'class':
        return { key: "coalesce(whole.matter_code, '')", beside: '' };
      case 'area':
        return {
          key: 'area.grouped',
          beside: ` join unnest(${this.value(areas.areas, 'text[]')}, ${this.value(areas.groups, 'text[]')}) area (id, grouped) on area.id = whole.area_unit_id`,
        };
      case 'period':
        return { key: "to_char(whole.filed_on, 'YYYY-MM')", beside: '' };
      case 'channel':
        return { key: 'whole.channel', beside: '' };
      case 'kind':
        return { key: 'whole.kind', beside: '' };
      case 'integration':
        return { key: 'carried.value', beside: ' cross join lateral jsonb_array_elements_text(whole.integrations) carried' };
    }
  }

  get median(): string {
    return `percentile_disc(0.5) within group (order by ${this.facts}.held_minutes) filter (where ${this.facts}.reported_at is not null and ${this.facts}.set_aside is null)`;
  }
}

type Asked = { readonly readerTenantId: string; readonly filter: FigureFilter; readonly now: string; readonly by: FigureDimension; readonly areas: AreaGroups };

/** All figures, a line for each key; with no grouping the one line of the total. */
export const countQuestion = ({ readerTenantId, filter, now, by, areas }: Asked, grouped: boolean): FigureQuestion => {
  const asking = new Asking(readerTenantId, filter, now, by);
  const { key, beside } = grouped ? asking.keyOf(by, areas) : { key: "''", beside: '' };
  const counts = figures.map((figure) => `(count(*) filter (where ${asking.counted(figure)}))::int as "${figure}"`).join(',\n  ');
  const text = `select ${key} as "key", ${asking.median} as "medianMinutes",\n  ${counts}
    from ${asking.source}${beside} where ${asking.conditions} ${grouped ? 'group by 1 order by 1' : ''}`;
  return { text, values: asking.values };
};

export type ListPlace = { readonly filedAt: string; readonly ownerTenantId: string; readonly id: string };

/** Those that one figure of one line counted, the latest filed first; one more than the page holds. */
export const listQuestion = (
  asked: Asked, { figure, key, limit, after }: { readonly figure: Figure; readonly key?: string | undefined; readonly limit: number; readonly after?: ListPlace | undefined },
): FigureQuestion => {
  const asking = new Asking(asked.readerTenantId, asked.filter, asked.now, asked.by);
  const line = key === undefined ? undefined : asking.keyOf(asked.by, asked.areas);
  const facts = asking.facts;
  const rowId = `${facts}.id`;
  const [unit, round] = facts === 'one' ? ['one.unit_id', 'one.round'] : ['whole.lead_unit_id', 'null::integer'];
  const place = after && `(whole.filed_at, whole.owner_tenant_id, ${rowId}) < (${asking.value(after.filedAt, 'timestamptz')}, ${asking.value(after.ownerTenantId, 'text')}, ${asking.value(after.id, 'text')})`;
  const conditions = [asking.conditions, asking.counted(figure), ...(line ? [`${line.key} = ${asking.value(key, 'text')}`] : []), ...(place ? [place] : [])];
  const text = `select whole.owner_tenant_id as "ownerTenantId", whole.id as "id", whole.receipt as "receipt", whole.subject as "subject", whole.kind as "kind",
      whole.channel as "channel", whole.matter_code as "matterCode", whole.area_unit_id as "areaUnitId", whole.filed_at as "filedAt", ${unit} as "unitId", ${round} as "round",
      ${facts}.set_aside as "setAside", ${facts}.respond_by as "respondBy", ${facts}.responded_at as "respondedAt", ${facts}.handle_by as "handleBy",
      ${facts}.reported_at as "reportedAt", ${facts}.is_deferred as "isDeferred", ${facts}.outcome as "outcome", ${facts}.is_rated as "isRated",
      ${facts}.is_satisfied as "isSatisfied", ${facts}.reworks as "reworks", ${facts}.held_minutes as "heldMinutes", ${rowId} as "rowId"
    from ${asking.source}${line?.beside ?? ''} where ${conditions.join(' and ')}
    order by whole.filed_at desc, whole.owner_tenant_id desc, ${rowId} desc limit ${asking.value(limit + 1, 'integer')}`;
  return { text, values: asking.values };
};

/** The areas in which any of the requests lie. */
export const areasQuestion = (readerTenantId: string, filter: FigureFilter, by: FigureDimension): FigureQuestion => {
  const asking = new Asking(readerTenantId, filter, '', by);
  return { text: `select distinct whole.area_unit_id as "id" from ${asking.source} where ${asking.conditions}`, values: asking.values };
};
