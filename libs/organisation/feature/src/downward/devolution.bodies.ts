import { PageQuery } from '@zeren/http';
import type { DevolutionRow } from '@zeren/organisation-domain';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { DATE, NameBody } from '../leadership/leadership.bodies.js';

const DECIMAL = /^\d{1,15}(\.\d{1,2})?$/;
const statuses = ['offered', 'accepted', 'declined', 'recalled'] as const satisfies readonly DevolutionRow['status'][];

class PowerBody {
  /** A matter class; none for another power. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(40)
  matterCode: string | null = null;

  @ValidateNested() @Type(() => NameBody)
  name!: NameBody;
}

class ResourcesBody {
  @IsArray() @ArrayMaxSize(100) @IsString({ each: true }) @MaxLength(120, { each: true })
  postIds!: string[];

  /** Yuan a year. */
  @IsOptional() @Matches(DECIMAL)
  money: string | null = null;

  @IsInt() @Min(0) @Max(10_000)
  vehicles!: number;
}

export class DevolutionBody {
  @IsString() @IsNotEmpty() @MaxLength(100)
  fromUnitId!: string;

  @IsString() @IsNotEmpty() @MaxLength(100)
  toUnitId!: string;

  @IsArray() @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => PowerBody)
  powers!: PowerBody[];

  @ValidateNested() @Type(() => ResourcesBody)
  resources!: ResourcesBody;

  /** Why powers go down without any resources. */
  @IsOptional() @IsString() @MaxLength(500)
  withoutResources: string | null = null;

  @Matches(DATE)
  from!: string;

  @IsOptional() @Matches(DATE)
  until: string | null = null;

  @IsString() @MaxLength(200)
  document!: string;
}

export class DevolutionAcceptanceBody {
  @IsOptional() @IsString() @MaxLength(500)
  note: string = '';
}

export class DevolutionRefusalBody {
  @IsString() @MaxLength(500)
  reason!: string;
}

export class DevolutionRecallBody extends DevolutionRefusalBody {
  /** The last day it is in force. */
  @Matches(DATE)
  until!: string;

  @IsString() @MaxLength(200)
  document!: string;
}

export class DevolutionsQuery extends PageQuery {
  /** In force on this day; all of them, also those not yet answered, where none is named. */
  @IsOptional() @Matches(DATE)
  on?: string;

  @IsOptional() @IsIn(statuses)
  status?: DevolutionRow['status'];

  @IsOptional() @IsString() @MaxLength(100)
  fromUnitId?: string;

  @IsOptional() @IsString() @MaxLength(100)
  toUnitId?: string;
}
