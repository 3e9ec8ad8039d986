import { Injectable } from '@nestjs/common';
import type { Caller, Role } from '@zeren/kernel';
import { integrations, type Integration } from '@zeren/organisation-domain';
import { ReadModel } from '@zeren/read-model';
import {
  lamps, taskStatuses, unitsActedFor, type Cockpit, type CockpitCampaign, type CockpitIntegration, type Lamp, type TaskCounts, type TaskStatus,
} from '@zeren/tasks-domain';
import { IntegrationCut, type CampaignIntegrations } from '../task/integration-cut.js';
import { lampParameters, lampSql } from '../task/lamp-condition.js';
import { taskBoardTable } from '../tasks.tables.js';

/** Roles that look at the whole of their tenant; others look at what their own unit leads. */
const seeTheTenant: readonly Role[] = ['city-office', 'district-office', 'performance-office', 'inspector', 'auditor', 'integrator'];

/** Tasks of one campaign, tenant, status, lamp and classification. */
type Group = {
  readonly campaignId: string; readonly unitTenantId: string; readonly status: TaskStatus; readonly lamp: Lamp; readonly integrations: readonly Integration[] | null;
  readonly count: number;
};

/** Counts the task board for the cockpit. */
@Injectable()
export class CockpitReader {
  constructor(
    private readonly readModel: ReadModel,
    private readonly cut: IntegrationCut,
  ) {}

  async read(caller: Caller, now: string, integration?: Integration, after?: bigint): Promise<Cockpit> {
    if (after !== undefined) await this.readModel.waitFor(taskBoardTable, after);
    const units = scopeOf(caller);
    const [all, ofCampaigns] = await Promise.all([this.groups(caller.tenantId, now, units), this.cut.campaigns(caller.tenantId, after)]);
    const groups = integration ? all.filter(under(integration, ofCampaigns)) : all;
    return {
      now,
      scope: units ? 'unit' : 'tenant',
      campaigns: partition(groups, ({ campaignId }) => campaignId).map(([campaignId, of]) => campaignOf(campaignId, of, caller.tenantId)),
      integrations: integrations.map((code): CockpitIntegration => ({ code, ...countsOf(all.filter(under(code, ofCampaigns))) })),
    };
  }

  private groups(tenantId: string, now: string, units: readonly string[] | undefined): Promise<Group[]> {
    return this.readModel.inTenant(tenantId, (manager) => {
      const question = manager.createQueryBuilder(taskBoardTable.entity, 'task')
        .select('task.campaignId', 'campaignId').addSelect('task.unitTenantId', 'unitTenantId').addSelect('task.status', 'status')
        .addSelect(lampSql, 'lamp').addSelect('task.integrations', 'integrations').addSelect('count(*)::int', 'count')
        .where('task.readerTenantId = :tenantId', { tenantId })
        .groupBy('1').addGroupBy('2').addGroupBy('3').addGroupBy('4').addGroupBy('5')
        .setParameters(lampParameters(now));
      if (units) question.andWhere('task.unitPath like any(:paths)', { paths: units.map((unit) => `%/${unit}/%`) });
      return question.getRawMany<Group>();
    });
  }
}

/** The units whose tasks, and all that descends from them, the caller looks at; undefined for the whole tenant. */
const scopeOf = ({ roles, unitId, tenantId }: Caller): readonly string[] | undefined =>
  unitId === tenantId || roles.some((role) => seeTheTenant.includes(role)) ? undefined : unitsActedFor(unitId);

/** Whether the tasks of a group count under an integration, by themselves or by their campaign. */
const under = (integration: Integration, ofCampaigns: CampaignIntegrations) => ({ integrations: own, campaignId }: Group): boolean =>
  (own ?? ofCampaigns.get(campaignId) ?? []).includes(integration);

const partition = (groups: readonly Group[], by: (group: Group) => string): [string, Group[]][] => {
  const parts = new Map<string, Group[]>();
  for (const group of groups) {
    const part = parts.get(by(group));
    if (part) part.push(group);
    else parts.set(by(group), [group]);
  }
  return [...parts].sort(([a], [b]) => (a < b ? -1 : 1));
};

const countsOf = (groups: readonly Group[]): TaskCounts => {
  const total = (some: readonly Group[]) => some.reduce((sum, { count }) => sum + count, 0);
  return {
    total: total(groups),
    status: Object.fromEntries(taskStatuses.map((status) => [status, total(groups.filter((group) => group.status === status))])) as TaskCounts['status'],
    lamps: Object.fromEntries(lamps.map((lamp) => [lamp, total(groups.filter((group) => group.lamp === lamp))])) as TaskCounts['lamps'],
  };
};

const campaignOf = (campaignId: string, groups: readonly Group[], tenantId: string): CockpitCampaign => ({
  campaignId,
  ...countsOf(groups),
  districts: partition(groups.filter(({ unitTenantId }) => unitTenantId !== tenantId), ({ unitTenantId }) => unitTenantId)
    .map(([district, of]) => ({ tenantId: district, ...countsOf(of) })),
});
