import { PageQuery } from '@zeren/http';
import { integrations, type Integration } from '@zeren/organisation-domain';
import type { Cycle, Direction, EvidenceKind, MetricTarget, SplitProgressRow, SplitRow, SupportingCredit, TaskMetric } from '@zeren/tasks-domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize, ArrayMinSize, ArrayUnique, Equals, IsArray, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateIf, ValidateNested,
} from 'class-validator';
import { TextBody } from '../task/tasks.bodies.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const DECIMAL = /^-?\d{1,15}(\.\d{1,9})?$/;
const ROW_KEY = /^[A-Za-z0-9.~-]{1,100}$/;
const PUBLIC_ID = /^[^_\s]{1,20}_\S{1,150}$/;

class CycleBody implements Cycle {
  @IsIn(['routine', 'key'])
  kind!: 'routine' | 'key';

  @Matches(DATE)
  from!: string;

  @Matches(DATE)
  until!: string;
}

export class SplitBody {
  @ValidateNested() @Type(() => TextBody)
  title!: TextBody;

  @ValidateNested() @Type(() => CycleBody)
  cycle!: CycleBody;

  /** The deepest of the city's levels a row may reach. */
  @IsInt() @Min(1) @Max(9)
  deepestLevel!: number;
}

class TaskMetricBody implements TaskMetric {
  @Matches(/^[A-Za-z0-9_-]{1,60}$/)
  code!: string;

  @IsString() @MaxLength(60)
  unit!: string;

  @IsIn(['at-least', 'at-most', 'range', 'boolean'])
  direction!: Direction;

  @IsIn(['share', 'threshold'])
  distribution!: 'share' | 'threshold';

  @IsOptional() @Equals(true)
  thresholdUnpublished?: true;
}

/** Either a value, or both ends of a range. */
class MetricTargetBody {
  @IsString() @IsNotEmpty() @MaxLength(60)
  metric!: string;

  @ValidateIf(({ low, high, value }: MetricTargetBody) => value !== undefined || (low === undefined && high === undefined)) @Matches(DECIMAL)
  value?: string;

  @ValidateIf(({ low, high }: MetricTargetBody) => low !== undefined || high !== undefined) @Matches(DECIMAL)
  low?: string;

  @ValidateIf(({ low, high }: MetricTargetBody) => low !== undefined || high !== undefined) @Matches(DECIMAL)
  high?: string;
}

class AnnualTargetBody {
  @IsInt() @Min(1900) @Max(2200)
  year!: number;

  @Matches(INSTANT)
  dueAt!: string;

  @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => MetricTargetBody)
  targets!: MetricTarget[];
}

class SupportingCreditBody implements SupportingCredit {
  @IsString() @IsNotEmpty() @MaxLength(100)
  unitId!: string;

  /** In per cent. */
  @Matches(DECIMAL)
  share!: string;
}

class SplitRowBody implements SplitRow {
  @Matches(ROW_KEY)
  key!: string;

  @ValidateIf(({ parentKey }: SplitRowBody) => parentKey !== null) @Matches(ROW_KEY)
  parentKey!: string | null;

  @ValidateIf(({ parentTaskId }: SplitRowBody) => parentTaskId !== null) @Matches(PUBLIC_ID)
  parentTaskId!: string | null;

  @Matches(PUBLIC_ID)
  campaignId!: string;

  @IsString() @IsNotEmpty() @MaxLength(40)
  indicatorCode!: string;

  @ValidateNested() @Type(() => TextBody)
  name!: TextBody;

  @IsIn(['document', 'field', 'survey', 'statistics'])
  evidence!: EvidenceKind;

  /** The one lead unit. */
  @IsString() @MaxLength(100)
  unitId!: string;

  @IsString() @MaxLength(20)
  unitTenantId!: string;

  @IsArray() @ArrayMaxSize(100) @IsString({ each: true }) @MaxLength(100, { each: true })
  supportingUnitIds!: string[];

  @IsString() @MaxLength(120)
  accountablePostId!: string;

  @IsInt() @Min(1) @Max(9)
  level!: number;

  @Matches(DECIMAL)
  weight!: string;

  @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => TaskMetricBody)
  metrics!: TaskMetricBody[];

  @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => AnnualTargetBody)
  annualTargets!: AnnualTargetBody[];

  @Matches(INSTANT)
  deadline!: string;

  /** The lead's part of the credit in per cent; absent where it is what the supporting units leave. */
  @IsOptional() @Matches(DECIMAL)
  leadCreditShare?: string;

  /** Parts of the credit that supporting units have; with the lead's exactly 100. */
  @IsOptional() @IsArray() @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => SupportingCreditBody)
  supportingCredits?: SupportingCreditBody[];

  /** Item of the town's list of duties on whose ground the work goes there. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(60)
  dutyItem?: string;

  /** Number of the document by which the district admitted work that is not in the town's list. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(200)
  admissionDocument?: string;

  /** Under which of the four integrations it counts by itself; absent where under those of its campaign. */
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayUnique() @IsIn(integrations, { each: true })
  integrations?: Integration[];
}

export class SplitRowsBody {
  @IsInt() @Min(1) @Max(1_000)
  part!: number;

  @IsArray() @ArrayMaxSize(500) @ValidateNested({ each: true }) @Type(() => SplitRowBody)
  rows!: SplitRowBody[];
}

/** Rows set by hand, each whole, and the keys of rows that are removed; at most 500 together. */
export class SplitChangesBody {
  @IsArray() @ArrayMaxSize(500) @ValidateNested({ each: true }) @Type(() => SplitRowBody)
  rows!: SplitRowBody[];

  @IsArray() @ArrayMaxSize(500) @Matches(ROW_KEY, { each: true })
  removed!: string[];
}

export class SplitResetBody {
  /** `rows-in-force` for a revision: the table of the version in force is the draft. */
  @IsIn(['nothing', 'rows-in-force'])
  to!: 'nothing' | 'rows-in-force';
}

export class SplitRowsQuery {
  /** A version of the split; absent for the rows as they stand. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(10_000)
  version?: number;
}

export const splitOrders = ['draftedAt', '-draftedAt', 'rows', '-rows', 'tasksPublished', '-tasksPublished', 'version', '-version'] as const;

export class SplitsQuery extends PageQuery {
  @IsOptional() @IsIn(['drafted', 'approved', 'published'])
  status?: SplitProgressRow['status'];

  @IsOptional() @IsIn(splitOrders)
  sort: (typeof splitOrders)[number] = '-draftedAt';
}

export class SplitApprovalBody {
  /** Number of the document by which the competent body approved. */
  @IsString() @MaxLength(200)
  document!: string;
}

export class SplitReasonBody {
  @IsString() @MaxLength(2_000)
  reason!: string;
}
