import { distributionKinds, type DistributionKind, type DistributionRule, type ReceivingUnit } from '@zeren/tasks-domain';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateIf, ValidateNested } from 'class-validator';

const DECIMAL = /^-?\d{1,15}(\.\d{1,9})?$/;
const ROW_KEY = /^[A-Za-z0-9.~-]{1,100}$/;
const PUBLIC_ID = /^[^_\s]{1,20}_\S{1,150}$/;

class ReceivingUnitBody implements ReceivingUnit {
  @IsString() @IsNotEmpty() @MaxLength(100)
  unitId!: string;

  @IsString() @IsNotEmpty() @MaxLength(20)
  unitTenantId!: string;

  @IsString() @IsNotEmpty() @MaxLength(120)
  accountablePostId!: string;

  @IsInt() @Min(1) @Max(9)
  level!: number;

  /** Item of the town's list of duties on whose ground the work goes there. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(60)
  dutyItem?: string;

  /** Number of the document by which the district admitted work that is not in the town's list. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(200)
  admissionDocument?: string;
}

class DistributionRuleBody implements DistributionRule {
  @IsIn(distributionKinds)
  kind!: DistributionKind;

  /** Populations, or shares in per cent, in the order of the units; none for the other rules. */
  @IsArray() @ArrayMaxSize(500) @Matches(DECIMAL, { each: true })
  parts!: string[];
}

/** One task distributed among units: its rows are added to the draft as a part. */
export class DistributionBody {
  @IsInt() @Min(1) @Max(1_000)
  part!: number;

  /** A row of this split, or null where a published task is distributed. */
  @ValidateIf(({ parentKey }: DistributionBody) => parentKey !== null) @Matches(ROW_KEY)
  parentKey!: string | null;

  @ValidateIf(({ parentTaskId }: DistributionBody) => parentTaskId !== null) @Matches(PUBLIC_ID)
  parentTaskId!: string | null;

  @ValidateNested() @Type(() => DistributionRuleBody)
  rule!: DistributionRuleBody;

  @IsArray() @ArrayMaxSize(500) @ValidateNested({ each: true }) @Type(() => ReceivingUnitBody)
  units!: ReceivingUnitBody[];
}
