import { PageQuery } from '@zeren/http';
import type { LeaderTargetKind } from '@zeren/organisation-domain';
import { Type } from 'class-transformer';
import { IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';

export const DATE = /^\d{4}-\d{2}-\d{2}$/;
const UNIT = /^[0-9A-Za-z.-]{1,60}$/;
const targetKinds = ['area', 'site', 'enterprise', 'chain'] as const satisfies readonly LeaderTargetKind[];

/** A name in both languages; the domain says where one is missing. */
export class NameBody {
  @IsString() @MaxLength(200)
  zh!: string;

  @IsString() @MaxLength(200)
  en!: string;
}

class TargetBody {
  @IsIn(targetKinds)
  kind!: LeaderTargetKind;

  /** The unit's id of an area or an enterprise, the site's id, or the chain's code. */
  @IsString() @IsNotEmpty() @MaxLength(120)
  id!: string;

  /** Asked for of a chain; the registers name the others. */
  @IsOptional() @ValidateNested() @Type(() => NameBody)
  name: NameBody | null = null;

  @IsOptional() @Matches(UNIT)
  areaUnitId: string | null = null;
}

export class LeaderAssignmentBody {
  @IsString() @IsNotEmpty() @MaxLength(120)
  postId!: string;

  @ValidateNested() @Type(() => TargetBody)
  target!: TargetBody;

  @IsString() @MaxLength(500)
  duty!: string;

  @Matches(DATE)
  from!: string;

  /** The last day; none where no end is laid down. */
  @IsOptional() @Matches(DATE)
  until: string | null = null;

  @IsString() @MaxLength(200)
  document!: string;

  @IsString() @MaxLength(500)
  reason!: string;
}

export class AssignmentEndBody {
  /** The last day. */
  @Matches(DATE)
  until!: string;

  @IsString() @MaxLength(500)
  reason!: string;
}

export class LeaderAssignmentsQuery extends PageQuery {
  /** In force on which day; today where none is named. */
  @IsOptional() @Matches(DATE)
  on?: string;

  @IsOptional() @IsString() @MaxLength(120)
  postId?: string;

  @IsOptional() @IsIn(targetKinds)
  targetKind?: LeaderTargetKind;

  @IsOptional() @IsString() @MaxLength(120)
  targetId?: string;

  @IsOptional() @Matches(UNIT)
  areaUnitId?: string;
}

/** A place: the area it is or lies in, and a site where one is meant. */
export class AnsweringQuery {
  @Matches(UNIT)
  unitId!: string;

  @IsOptional() @IsString() @MaxLength(120)
  siteId?: string;

  @IsOptional() @Matches(DATE)
  on?: string;

  @IsOptional() @Matches(/^\d{1,19}$/)
  after?: string;
}
