import { PageQuery } from '@zeren/http';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsInt, IsNotEmpty, IsObject, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateNested,
} from 'class-validator';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const UNIT = /^\d{6}(\d{3}|\d{6})?(-[a-z0-9]+)*$/;
const MOST_ROWS = 20_000;

type Row = Record<string, unknown>;

/** The rows of an onboarding by sheet; each row's fields are the codes of the sheet's columns. */
export class ImportBody {
  /** id, code, nameZh, nameEn, kind, level, parent, from, reason. */
  @IsOptional() @IsArray() @ArrayMaxSize(MOST_ROWS) @IsObject({ each: true })
  divisions?: Row[];

  /** id, nameZh, nameEn, kind, parent, from, reason. */
  @IsOptional() @IsArray() @ArrayMaxSize(MOST_ROWS) @IsObject({ each: true })
  departments?: Row[];

  /** id, unit, nameZh, nameEn, kind, from, holder, holderFrom. */
  @IsOptional() @IsArray() @ArrayMaxSize(MOST_ROWS) @IsObject({ each: true })
  posts?: Row[];

  /** id, nameZh, nameEn, from, reason. */
  @IsOptional() @IsArray() @ArrayMaxSize(MOST_ROWS) @IsObject({ each: true })
  externalParties?: Row[];

  /** unit, people, on, source. */
  @IsOptional() @IsArray() @ArrayMaxSize(MOST_ROWS) @IsObject({ each: true })
  populations?: Row[];

  /** date, kind (rest or work), document. */
  @IsOptional() @IsArray() @ArrayMaxSize(MOST_ROWS) @IsObject({ each: true })
  calendar?: Row[];
}

export class ImportQuery {
  /** Says what an import would change and every error, and changes nothing. */
  @IsOptional() @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)) @IsBoolean()
  dryRun: boolean = false;
}

class PopulationBody {
  @Matches(UNIT)
  unitId!: string;

  @IsInt() @Min(0) @Max(2_000_000_000)
  people!: number;

  /** The day it was counted. */
  @Matches(DATE)
  on!: string;

  @IsString() @IsNotEmpty() @MaxLength(200)
  source!: string;
}

export class PopulationsBody {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(1_000) @ValidateNested({ each: true }) @Type(() => PopulationBody)
  populations!: PopulationBody[];
}

export class PopulationsQuery extends PageQuery {
  @IsOptional() @Matches(UNIT)
  unitId?: string;
}
