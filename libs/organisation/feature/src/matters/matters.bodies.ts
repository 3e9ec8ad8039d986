import { MATTERS_AT_MOST, type MatterKind, type TermUnit } from '@zeren/organisation-domain';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateIf, ValidateNested } from 'class-validator';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const MAJOR = /^[A-Z0-9]{1,10}$/;
const MATTER = /^[A-Z0-9]{1,10}-[A-Z0-9]{1,10}$/;

const kinds = ['event', 'component', 'enterprise', 'dispute'] as const satisfies readonly MatterKind[];
const termUnits = ['minute', 'clock-hour', 'working-hour', 'working-day'] as const satisfies readonly TermUnit[];

class TextBody {
  @IsString() @IsNotEmpty() @MaxLength(500)
  zh!: string;

  @IsString() @IsNotEmpty() @MaxLength(500)
  en!: string;
}

export class TermBody {
  @IsInt() @Min(1) @Max(100_000)
  value!: number;

  @IsIn(termUnits)
  unit!: TermUnit;
}

class MajorClassBody {
  @Matches(MAJOR)
  code!: string;

  @IsIn(kinds)
  kind!: MatterKind;

  @ValidateNested() @Type(() => TextBody)
  name!: TextBody;
}

class MatterStageBody {
  @IsString() @IsNotEmpty() @MaxLength(20)
  code!: string;

  @ValidateNested() @Type(() => TextBody)
  name!: TextBody;

  @ValidateNested() @Type(() => TermBody)
  term!: TermBody;
}

const isSaid = (_: unknown, value: unknown): boolean => value !== null;

class MatterClassBody {
  @Matches(MATTER)
  code!: string;

  @IsIn(kinds)
  kind!: MatterKind;

  @Matches(MAJOR)
  majorCode!: string;

  @ValidateNested() @Type(() => TextBody)
  name!: TextBody;

  @ValidateIf(isSaid) @ValidateNested() @Type(() => TextBody)
  filingCondition!: TextBody | null;

  /** None where no standard says: then the default term holds. */
  @IsArray() @ArrayMaxSize(10) @ValidateNested({ each: true }) @Type(() => MatterStageBody)
  stages!: MatterStageBody[];

  @ValidateIf(isSaid) @ValidateNested() @Type(() => TextBody)
  closingCondition!: TextBody | null;

  @IsBoolean()
  urgent!: boolean;

  @ValidateIf(isSaid) @IsString() @MaxLength(300)
  source!: string | null;

  /** Its limits are made up, for a demonstration. */
  @IsBoolean()
  madeUp!: boolean;
}

/** A version of the catalogue, whole. */
export class MatterCatalogueBody {
  @Matches(DATE)
  validFrom!: string;

  @IsString() @MaxLength(200)
  document!: string;

  @ValidateNested() @Type(() => TermBody)
  defaultTerm!: TermBody;

  /** Within how long a cell of the matrix that nobody owns, or several, is to be ruled on; five working days where it is not said. */
  @IsOptional() @ValidateNested() @Type(() => TermBody)
  arbitrationTerm?: TermBody;

  @IsArray() @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => MajorClassBody)
  majors!: MajorClassBody[];

  @IsArray() @ArrayMaxSize(MATTERS_AT_MOST) @ValidateNested({ each: true }) @Type(() => MatterClassBody)
  classes!: MatterClassBody[];
}

/** The catalogue of which day, or which version of it. */
export class CatalogueQuery {
  @IsOptional() @Matches(DATE)
  on?: string;

  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100_000)
  version?: number;
}
