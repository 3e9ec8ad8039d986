import { integrations, type Integration } from '@zeren/organisation-domain';
import { originKinds, type EvidenceKind, type OriginKind } from '@zeren/tasks-domain';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { TextBody } from './tasks.bodies.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DECIMAL = /^\d{1,15}(\.\d{1,9})?$/;
const PUBLIC_ID = /^[^_\s]{1,20}_\S{1,150}$/;
const evidenceKinds = ['document', 'field', 'survey', 'statistics'] as const satisfies readonly EvidenceKind[];
const directions = ['at-least', 'at-most', 'boolean'] as const;

/** A decision of a joint meeting. */
class DecisionNamedBody {
  @Matches(PUBLIC_ID)
  meetingId!: string;

  @IsInt() @Min(1) @Max(200)
  number!: number;
}

class OriginBody {
  @IsIn(originKinds)
  kind!: OriginKind;

  /** Number of the minutes, the notice, the plan or the instruction. */
  @IsString() @MaxLength(200)
  document!: string;

  @IsOptional() @ValidateNested() @Type(() => DecisionNamedBody)
  decision?: DecisionNamedBody;
}

class SingleMetricBody {
  @IsString() @MaxLength(60)
  unit!: string;

  @IsIn(directions)
  direction!: (typeof directions)[number];
}

class QuantityBody {
  @Matches(DECIMAL)
  value!: string;

  @IsString() @MaxLength(60)
  unit!: string;
}

/** One party's part of a joint task. */
class PartBody {
  @IsString() @MaxLength(100)
  unitId!: string;

  /** The tenant in which the part is worked on. */
  @IsString() @IsNotEmpty() @MaxLength(20)
  unitTenantId!: string;

  /** The unit that records on behalf of an external party. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(100)
  representedBy: string | null = null;

  @IsString() @MaxLength(500)
  what!: string;

  @IsOptional() @ValidateNested() @Type(() => QuantityBody)
  quantity: QuantityBody | null = null;

  @Matches(DATE)
  dueOn!: string;
}

/** One task that no split holds; with parts, a joint task. */
export class DispatchBody {
  @Matches(PUBLIC_ID)
  campaignId!: string;

  @IsString() @IsNotEmpty() @MaxLength(40)
  code!: string;

  @ValidateNested() @Type(() => TextBody)
  name!: TextBody;

  @ValidateNested() @Type(() => OriginBody)
  origin!: OriginBody;

  @IsIn(evidenceKinds)
  evidence!: EvidenceKind;

  @IsString() @MaxLength(100)
  unitId!: string;

  @IsString() @IsNotEmpty() @MaxLength(20)
  unitTenantId!: string;

  @IsOptional() @IsArray() @ArrayMaxSize(50) @IsString({ each: true }) @MaxLength(100, { each: true })
  supportingUnitIds: string[] = [];

  @IsString() @MaxLength(100)
  accountablePostId!: string;

  @ValidateNested() @Type(() => SingleMetricBody)
  metric!: SingleMetricBody;

  @Matches(DECIMAL)
  target!: string;

  @Matches(DATE)
  dueOn!: string;

  @IsOptional() @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => PartBody)
  parts: PartBody[] = [];

  /** The item of the town's list of duties, where the lead is a town that has one. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(60)
  dutyItem?: string;

  /** Number of the document by which the district admits what is not on the list. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(200)
  admissionDocument?: string;

  /** Under which of the four integrations it counts by itself; absent where under those of its campaign. */
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayUnique() @IsIn(integrations, { each: true })
  integrations?: Integration[];
}

/** The meeting whose decisions are meant. */
export class DecisionsQuery {
  @Matches(PUBLIC_ID)
  meetingId!: string;

  @IsOptional() @Matches(/^\d{1,19}$/)
  after?: string;
}
