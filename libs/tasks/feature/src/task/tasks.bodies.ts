import { PageQuery } from '@zeren/http';
import { integrations, type Integration } from '@zeren/organisation-domain';
import { approvalLevels, lamps, originKinds, taskStatuses, workLists, type ApprovalLevel, type Lamp, type OriginKind, type TaskStatus, type Verdict, type WorkList } from '@zeren/tasks-domain';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsNotEmpty, IsObject, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateNested,
} from 'class-validator';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DECIMAL = /^-?\d{1,15}(\.\d{1,9})?$/;
const PUBLIC_ID = /^[^_\s]{1,20}_\S{1,150}$/;
const CAMPAIGN = /^[a-z][a-z0-9-]{0,39}$/;

export class TextBody {
  @IsString() @IsNotEmpty() @MaxLength(500)
  zh!: string;

  @IsString() @IsNotEmpty() @MaxLength(500)
  en!: string;
}

/** A standard file, parsed; who besides the importing tenant works to it. */
export class StandardImportBody {
  @IsString() @IsNotEmpty() @MaxLength(200)
  file!: string;

  /** What the file holds. */
  @IsObject()
  content!: object;

  /** 1 for the first text of a standard; another text is another version. */
  @IsOptional() @IsInt() @Min(1) @Max(999)
  version: number = 1;

  @IsOptional() @IsArray() @ArrayMaxSize(200) @IsString({ each: true }) @MaxLength(20, { each: true })
  participantTenantIds: string[] = [];
}

export class ImportQuery {
  /** Says what an import would publish and every error, and publishes nothing. */
  @IsOptional() @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)) @IsBoolean()
  dryRun: boolean = false;
}

class ApprovalBody {
  @IsString() @MaxLength(200)
  authority!: string;

  @IsString() @MaxLength(200)
  document!: string;

  /** At which levels of area the approval allows the campaign to run; all of them where it does not say. */
  @IsOptional() @IsArray() @ArrayMaxSize(3) @IsIn(approvalLevels, { each: true })
  levels?: ApprovalLevel[];
}

class MilestoneBody {
  @IsInt() @Min(1900) @Max(2200)
  year!: number;

  @IsString() @IsNotEmpty() @MaxLength(100)
  unitId!: string;

  @IsIn(['ensure', 'strive'])
  commitment!: 'ensure' | 'strive';

  @ValidateNested() @Type(() => TextBody)
  text!: TextBody;
}

export class IndicatorWeightBody {
  @IsString() @IsNotEmpty() @MaxLength(40)
  indicatorCode!: string;

  @Matches(DECIMAL)
  weight!: string;
}

export class CampaignBody {
  @Matches(CAMPAIGN)
  id!: string;

  @ValidateNested() @Type(() => TextBody)
  name!: TextBody;

  @Matches(PUBLIC_ID)
  standardId!: string;

  @ValidateNested() @Type(() => TextBody)
  grade!: TextBody;

  @IsString() @IsNotEmpty() @MaxLength(100)
  leadUnitId!: string;

  @ValidateNested() @Type(() => ApprovalBody)
  approval!: ApprovalBody;

  @IsArray() @ArrayMaxSize(500) @ValidateNested({ each: true }) @Type(() => MilestoneBody)
  milestones!: MilestoneBody[];

  @IsArray() @ArrayMaxSize(2_000) @ValidateNested({ each: true }) @Type(() => IndicatorWeightBody)
  weights!: IndicatorWeightBody[];

  @ValidateNested() @Type(() => TextBody)
  weightsSource!: TextBody;

  @IsInt() @Min(1900) @Max(2200)
  firstYear!: number;

  @IsInt() @Min(1900) @Max(2200)
  lastYear!: number;

  @IsArray() @ArrayMaxSize(200) @IsString({ each: true }) @MaxLength(20, { each: true })
  participantTenantIds!: string[];
}

export class MeasuredValueBody {
  @IsString() @IsNotEmpty() @MaxLength(60)
  metric!: string;

  @Matches(DECIMAL)
  value!: string;

  @IsString() @MaxLength(60)
  unit!: string;
}

export class ResultBody {
  @IsInt() @Min(1900) @Max(2200)
  year!: number;

  @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => MeasuredValueBody)
  values!: MeasuredValueBody[];

  @Matches(DATE)
  measuredOn!: string;

  @IsString() @MaxLength(2_000)
  note!: string;
}

export class VerificationBody {
  @IsIn(['confirmed', 'rejected'])
  verdict!: Verdict;

  @IsString() @MaxLength(2_000)
  finding!: string;
}

export const taskOrders = ['deadline', '-deadline', 'weight', '-weight', 'name', '-name', 'indicatorCode', '-indicatorCode'] as const;
export type TaskOrder = (typeof taskOrders)[number];

export class TaskQuery extends PageQuery {
  @IsOptional() @Matches(PUBLIC_ID)
  campaignId?: string;

  /** The split whose rows they were. */
  @IsOptional() @Matches(PUBLIC_ID)
  splitId?: string;

  @IsOptional() @IsString() @MaxLength(40)
  indicatorCode?: string;

  @IsOptional() @IsString() @MaxLength(100)
  unitId?: string;

  /** A task, or `none` for the topmost the reader sees. */
  @IsOptional() @Matches(/^none$|^[^_\s]{1,20}_\S{1,150}$/)
  parentTaskId?: string;

  @IsOptional() @IsIn(taskStatuses)
  status?: TaskStatus;

  @IsOptional() @IsIn(lamps)
  lamp?: Lamp;

  /** Where it comes from, of those that no split holds. */
  @IsOptional() @IsIn(originKinds)
  origin?: OriginKind;

  /** The meeting's decision it comes from, `<meeting>#<number>`. */
  @IsOptional() @Matches(/^[^_\s]{1,20}_\S{1,150}#\d{1,3}$/)
  decision?: string;

  /** Counts under this one of the four integrations, by itself or by its campaign. */
  @IsOptional() @IsIn(integrations)
  integration?: Integration;

  /** One list of the caller's own page: what its unit leads, or what waits for its word. */
  @IsOptional() @IsIn(workLists)
  work?: WorkList;

  /** Part of the name, in either language, or of the indicator's code. */
  @IsOptional() @IsString() @MaxLength(100)
  search?: string;

  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(9)
  level?: number;

  @IsOptional() @IsIn(taskOrders)
  sort: TaskOrder = 'deadline';
}
