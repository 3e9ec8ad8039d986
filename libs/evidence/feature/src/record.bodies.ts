import { PageQuery } from '@zeren/http';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize, IsArray, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateIf, ValidateNested,
} from 'class-validator';

const UNIT = /^\d{6}(\d{3}|\d{6})?(-[a-z0-9]+)*$/;
const PUBLIC_ID = /^[a-z0-9-]+_[A-Za-z0-9.~-]+$/;
const INDICATOR = /^[A-Z][A-Z0-9-]{0,39}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const MOST_PEOPLE = 100_000_000;

const kinds = ['awareness', 'support', 'participation', 'satisfaction'] as const;

/** What every record says. */
class RecordBody {
  @Matches(UNIT)
  unitId!: string;

  @Matches(PUBLIC_ID)
  campaignId!: string;

  @IsString() @IsNotEmpty() @MaxLength(200)
  title!: string;

  @IsArray() @ArrayMaxSize(50) @Matches(PUBLIC_ID, { each: true })
  evidenceIds!: string[];
}

export class SurveyBody extends RecordBody {
  @ValidateIf((_, value) => value !== null) @Matches(INDICATOR)
  indicatorCode!: string | null;

  @IsIn(kinds)
  kind!: (typeof kinds)[number];

  @Matches(UNIT)
  areaUnitId!: string;

  @Matches(DATE)
  from!: string;

  @Matches(DATE)
  until!: string;

  @IsInt() @Min(0) @Max(MOST_PEOPLE)
  asked!: number;

  @IsInt() @Min(0) @Max(MOST_PEOPLE)
  answered!: number;

  @IsInt() @Min(0) @Max(MOST_PEOPLE)
  favourable!: number;

  @IsString() @IsNotEmpty() @MaxLength(200)
  conductedBy!: string;
}

class AttendanceBody {
  @Matches(UNIT)
  unitId!: string;

  @IsInt() @Min(0) @Max(MOST_PEOPLE)
  invited!: number;

  @IsInt() @Min(0) @Max(MOST_PEOPLE)
  attended!: number;
}

export class TrainingBody extends RecordBody {
  @Matches(DATE)
  heldOn!: string;

  @IsArray() @ArrayMaxSize(500) @ValidateNested({ each: true }) @Type(() => AttendanceBody)
  attendance!: AttendanceBody[];
}

export class ExperienceBody extends RecordBody {
  @IsString() @IsNotEmpty() @MaxLength(5_000)
  summary!: string;
}

export class PromotionBody {
  @IsString() @MaxLength(200)
  document!: string;
}

export class AdoptionBody {
  @Matches(UNIT)
  unitId!: string;

  @Matches(DATE)
  on!: string;

  @IsString() @IsNotEmpty() @MaxLength(1_000)
  how!: string;
}

/** Records of a campaign, or of a unit. */
export class RecordsQuery extends PageQuery {
  @IsOptional() @Matches(PUBLIC_ID)
  campaignId?: string;

  @IsOptional() @Matches(UNIT)
  unitId?: string;
}
