import { measureRelations, type Direction, type MeasureRelation } from '@zeren/tasks-domain';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { TextBody } from '../task/tasks.bodies.js';

const PUBLIC_ID = /^[^_\s]{1,20}_\S{1,150}$/;
const directions: readonly Direction[] = ['at-least', 'at-most', 'range', 'boolean'];

class MappedIndicatorBody {
  @Matches(PUBLIC_ID)
  standardId!: string;

  @IsString() @IsNotEmpty() @MaxLength(40)
  indicatorCode!: string;

  @IsString() @IsNotEmpty() @MaxLength(60)
  metric!: string;

  @IsIn(measureRelations)
  relation!: MeasureRelation;

  @ValidateNested() @Type(() => TextBody)
  reason!: TextBody;
}

export class MeasureBody {
  @Matches(/^[a-z][a-z0-9-]{0,39}$/)
  code!: string;

  @ValidateNested() @Type(() => TextBody)
  name!: TextBody;

  @ValidateNested() @Type(() => TextBody)
  definition!: TextBody;

  @IsString() @MaxLength(60)
  unit!: string;

  @IsIn(directions)
  direction!: Direction;

  @IsArray() @ArrayMinSize(2) @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => MappedIndicatorBody)
  indicators!: MappedIndicatorBody[];

  @IsOptional() @IsArray() @ArrayMaxSize(200) @IsString({ each: true }) @MaxLength(20, { each: true })
  participantTenantIds: string[] = [];
}

export class MeasureRevisionBody {
  @IsArray() @ArrayMinSize(2) @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => MappedIndicatorBody)
  indicators!: MappedIndicatorBody[];

  @IsString() @MaxLength(2_000)
  reason!: string;
}

/** Which unit is to be asked for which indicator, in which year. */
export class AskedQuery {
  @Matches(PUBLIC_ID)
  campaignId!: string;

  @IsString() @IsNotEmpty() @MaxLength(40)
  indicatorCode!: string;

  @IsString() @IsNotEmpty() @MaxLength(100)
  unitId!: string;

  @IsOptional() @Type(() => Number) @IsInt() @Min(1900) @Max(2200)
  year?: number;

  /** The position the task board must have reached; read it with `@After()`. */
  @IsOptional() @Matches(/^\d{1,19}$/)
  after?: string;
}

export class MeasureRequestsQuery {
  @Type(() => Number) @IsInt() @Min(1900) @Max(2200)
  year!: number;

  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(100)
  unitId?: string;

  /** The position the task board must have reached; read it with `@After()`. */
  @IsOptional() @Matches(/^\d{1,19}$/)
  after?: string;
}
