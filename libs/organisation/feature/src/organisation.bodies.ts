import { PageQuery } from '@zeren/http';
import type { PostKind, TenantKind, UnitKind } from '@zeren/organisation-domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsTimeZone, Matches, Max, MaxLength, Min,
  ValidateIf, ValidateNested,
} from 'class-validator';

const TENANT = /^\d{6}$/;
const UNIT = /^\d{6}(\d{3}|\d{6})?(-[a-z0-9]+)*$/;
const POST = /^\d{6}(\d{3}|\d{6})?(-[a-z0-9]+)*\.[a-z0-9-]{1,40}$/;
const CODE = /^\d{6}(\d{3}|\d{6})?$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

const tenantKinds = ['city', 'district'] as const satisfies readonly TenantKind[];
const unitKinds = [
  'government', 'office', 'department', 'district', 'town', 'village', 'grid', 'external-party',
] as const satisfies readonly UnitKind[];
const postKinds = ['head', 'deputy', 'officer'] as const satisfies readonly PostKind[];

class TextBody {
  @IsString() @IsNotEmpty() @MaxLength(200)
  zh!: string;

  @IsString() @IsNotEmpty() @MaxLength(200)
  en!: string;
}

export class TenantBody {
  @Matches(TENANT)
  tenantId!: string;

  @ValidateNested() @Type(() => TextBody)
  name!: TextBody;

  @IsIn(tenantKinds)
  kind!: TenantKind;

  /** The city of a district; null for a city. */
  @ValidateIf((_, value) => value !== null) @Matches(TENANT)
  parentTenantId!: string | null;

  /** Names of the levels from the top down. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(9) @ValidateNested({ each: true }) @Type(() => TextBody)
  levels!: TextBody[];

  @IsTimeZone()
  timeZone!: string;
}

/** What a unit is from `validFrom` on. */
export class UnitVersionBody {
  @ValidateIf((_, value) => value !== null) @Matches(CODE)
  code!: string | null;

  @ValidateNested() @Type(() => TextBody)
  name!: TextBody;

  @IsIn(unitKinds)
  kind!: UnitKind;

  @ValidateIf((_, value) => value !== null) @IsInt() @Min(1) @Max(9)
  level!: number | null;

  @ValidateIf((_, value) => value !== null) @Matches(UNIT)
  parentUnitId!: string | null;

  @Matches(DATE)
  validFrom!: string;
}

class UnitBody extends UnitVersionBody {
  @Matches(UNIT)
  unitId!: string;
}

export class UnitsBody {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(5_000) @ValidateNested({ each: true }) @Type(() => UnitBody)
  units!: UnitBody[];
}

export class UnitChangeBody extends UnitVersionBody {
  @IsString() @IsNotEmpty() @MaxLength(500)
  reason!: string;
}

export class DissolutionBody {
  /** The last day. */
  @Matches(DATE)
  validUntil!: string;

  @IsString() @IsNotEmpty() @MaxLength(500)
  reason!: string;
}

class PostBody {
  @Matches(POST)
  postId!: string;

  @Matches(UNIT)
  unitId!: string;

  @ValidateNested() @Type(() => TextBody)
  name!: TextBody;

  @IsIn(postKinds)
  kind!: PostKind;

  @Matches(DATE)
  validFrom!: string;
}

export class HolderBody {
  @IsString() @IsNotEmpty() @MaxLength(120)
  officerId!: string;

  /** The first day. */
  @Matches(DATE)
  from!: string;
}

class AppointmentBody extends HolderBody {
  @Matches(POST)
  postId!: string;
}

export class PostsBody {
  @IsArray() @ArrayMaxSize(2_000) @ValidateNested({ each: true }) @Type(() => PostBody)
  posts!: PostBody[];

  @IsArray() @ArrayMaxSize(2_000) @ValidateNested({ each: true }) @Type(() => AppointmentBody)
  holders!: AppointmentBody[];
}

export class VacancyBody {
  /** The last day. */
  @Matches(DATE)
  until!: string;
}

/** Effective on which day; today in the tenant's calendar where none is named. */
export class DayQuery {
  @IsOptional() @Matches(DATE)
  on?: string;

  @IsOptional() @Matches(/^\d{1,19}$/)
  after?: string;
}

export class UnitsQuery extends PageQuery {
  @IsOptional() @Matches(DATE)
  on?: string;

  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(9)
  level?: number;

  @IsOptional() @Matches(UNIT)
  parentUnitId?: string;

  @IsOptional() @IsIn(unitKinds)
  kind?: UnitKind;

  /** Part of a name in either language, or the beginning of an id. */
  @IsOptional() @IsString() @MaxLength(100)
  search?: string;
}

export class PostsQuery extends PageQuery {
  @IsOptional() @Matches(DATE)
  on?: string;

  @IsOptional() @Matches(UNIT)
  unitId?: string;
}
