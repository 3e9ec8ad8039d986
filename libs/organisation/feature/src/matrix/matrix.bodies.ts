import { PageQuery } from '@zeren/http';
import { MATRIX_CHANGES_AT_MOST, type MatrixClaim } from '@zeren/organisation-domain';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength, ValidateIf, ValidateNested } from 'class-validator';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const UNIT = /^\d{6}(\d{3}|\d{6})?(-[a-z0-9]+)*$/;
const POST = /^\d{6}(\d{3}|\d{6})?(-[a-z0-9]+)*\.[a-z0-9-]{1,40}$/;
const ROW = /^\d{1,6}\.\d{1,6}$/;
/** A class, a major class, or all. */
const MATTER = /^([A-Z0-9]{1,10}(-[A-Z0-9]{1,10})?|\*)$/;

const claims = ['block', 'line'] as const satisfies readonly MatrixClaim[];
const whys = ['vacuum', 'overlap'] as const;

class CellBody {
  @Matches(UNIT)
  areaUnitId!: string;

  @Matches(MATTER)
  matterCode!: string;
}

/** Who answers: a lead, who supports it, and the accountable post of the lead. */
class ResponsibleBody extends CellBody {
  @Matches(UNIT)
  leadUnitId!: string;

  @IsArray() @ArrayMaxSize(30) @Matches(UNIT, { each: true })
  supportingUnitIds!: string[];

  /** Null where the lead's head answers. */
  @ValidateIf((_, value) => value !== null) @Matches(POST)
  officerPostId!: string | null;
}

class MatrixEntryBody extends ResponsibleBody {
  @IsIn(claims)
  claim!: MatrixClaim;
}

/** What is said of a version beside its rows. Without a day it holds from today on. */
class VersionBody {
  @IsOptional() @Matches(DATE)
  from?: string;

  @IsString() @IsNotEmpty() @MaxLength(500)
  reason!: string;

  /** Number of the document it rests on. */
  @ValidateIf((_, value) => value !== null && value !== undefined) @IsString() @MaxLength(200)
  document?: string | null;
}

export class MatrixBody extends VersionBody {
  /** The whole matrix: what is not among them ends. */
  @IsArray() @ArrayMaxSize(5_000) @ValidateNested({ each: true }) @Type(() => MatrixEntryBody)
  entries!: MatrixEntryBody[];
}

export class MatrixChangeBody extends VersionBody {
  @IsArray() @ArrayMaxSize(MATRIX_CHANGES_AT_MOST) @ValidateNested({ each: true }) @Type(() => MatrixEntryBody)
  entries!: MatrixEntryBody[];

  @IsArray() @ArrayMaxSize(MATRIX_CHANGES_AT_MOST) @Matches(ROW, { each: true })
  endedRowIds!: string[];
}

export class RulingBody extends ResponsibleBody {
  @IsOptional() @Matches(DATE)
  from?: string;

  @IsString() @IsNotEmpty() @MaxLength(500)
  reason!: string;

  @ValidateIf((_, value) => value !== null && value !== undefined) @IsString() @MaxLength(200)
  document?: string | null;
}

export class ReferralBody extends CellBody {
  @IsString() @IsNotEmpty() @MaxLength(500)
  reason!: string;
}

export class DayQuery {
  @IsOptional() @Matches(DATE)
  on?: string;
}

/** What is asked of an area and a class on a day; a major class stands for all of its own. */
class AreaQuery extends PageQuery {
  @IsOptional() @Matches(DATE)
  on?: string;

  @IsOptional() @Matches(UNIT)
  areaUnitId?: string;

  @IsOptional() @Matches(MATTER)
  matterCode?: string;
}

export class MatrixQuery extends AreaQuery {
  @IsOptional() @Matches(UNIT)
  leadUnitId?: string;

  @IsOptional() @IsIn(claims)
  claim?: MatrixClaim;
}

const flag = ({ value }: { value: unknown }): unknown => (value === 'true' ? true : value === 'false' ? false : value);

export class ReferralsQuery extends PageQuery {
  /** Only those that still wait. */
  @IsOptional() @Transform(flag) @IsBoolean()
  open?: boolean;
}

export class OwnerQuery extends CellBody {
  @IsOptional() @Matches(DATE)
  on?: string;
}

export class MapQuery extends DayQuery {
  /** The area whose parts are counted: the city for its districts, a district for its towns. */
  @IsOptional() @Matches(UNIT)
  areaUnitId?: string;
}

export class CellsQuery extends AreaQuery {
  @IsOptional() @IsIn(whys)
  why?: (typeof whys)[number];
}

/** What is said of an uploaded matrix beside its sheet. */
export class MatrixSheetQuery {
  @IsOptional() @Matches(DATE)
  from?: string;

  @IsString() @IsNotEmpty() @MaxLength(500)
  reason!: string;

  @IsOptional() @IsString() @MaxLength(200)
  document?: string;

  /** Says every error and what would change, and changes nothing. */
  @IsOptional() @Transform(flag) @IsBoolean()
  dryRun: boolean = false;
}
