import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateIf } from 'class-validator';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const PUBLIC_ID = /^[^_\s]{1,20}_\S{1,150}$/;

export class SpreadsheetYearsQuery {
  @Type(() => Number) @IsInt() @Min(1900) @Max(2200)
  firstYear!: number;

  @Type(() => Number) @IsInt() @Min(1900) @Max(2200)
  lastYear!: number;
}

const isNewSplit = ({ splitId }: SpreadsheetImportQuery): boolean => splitId === undefined;

/** What is said of a split beside its table: of one that is drafted already, only which. */
export class SpreadsheetImportQuery {
  @ValidateIf(isNewSplit) @IsString() @IsNotEmpty() @MaxLength(500)
  titleZh!: string;

  @ValidateIf(isNewSplit) @IsString() @IsNotEmpty() @MaxLength(500)
  titleEn!: string;

  @ValidateIf(isNewSplit) @IsIn(['routine', 'key'])
  kind!: 'routine' | 'key';

  @ValidateIf(isNewSplit) @Matches(DATE)
  from!: string;

  @ValidateIf(isNewSplit) @Matches(DATE)
  until!: string;

  @ValidateIf(isNewSplit) @Type(() => Number) @IsInt() @Min(1) @Max(9)
  deepestLevel!: number;

  /** The split whose draft, the first or a revision's, becomes this table; absent for a new split. */
  @IsOptional() @Matches(PUBLIC_ID)
  splitId?: string;

  /** Says what an import would draft and every error, and drafts nothing. */
  @IsOptional() @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)) @IsBoolean()
  dryRun: boolean = false;
}
