import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const PUBLIC_ID = /^[^_\s]{1,20}_\S{1,150}$/;

export class SpreadsheetYearsQuery {
  @Type(() => Number) @IsInt() @Min(1900) @Max(2200)
  firstYear!: number;

  @Type(() => Number) @IsInt() @Min(1900) @Max(2200)
  lastYear!: number;
}

/** What is said of a split beside its table. */
export class SpreadsheetImportQuery {
  @IsString() @IsNotEmpty() @MaxLength(500)
  titleZh!: string;

  @IsString() @IsNotEmpty() @MaxLength(500)
  titleEn!: string;

  @IsIn(['routine', 'key'])
  kind!: 'routine' | 'key';

  @Matches(DATE)
  from!: string;

  @Matches(DATE)
  until!: string;

  @Type(() => Number) @IsInt() @Min(1) @Max(9)
  deepestLevel!: number;

  /** The split whose revision the table is; absent for a new split. */
  @IsOptional() @Matches(PUBLIC_ID)
  splitId?: string;

  /** Says what an import would draft and every error, and drafts nothing. */
  @IsOptional() @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)) @IsBoolean()
  dryRun: boolean = false;
}
