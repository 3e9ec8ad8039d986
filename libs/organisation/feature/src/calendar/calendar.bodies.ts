import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsNotEmpty, IsString, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^\d{2}:\d{2}$/;

/** A year's days of rest and make-up workdays, and the notice that arranged them. */
export class WorkingYearBody {
  @IsInt() @Min(1900) @Max(2200)
  year!: number;

  @IsArray() @ArrayMaxSize(366) @Matches(DATE, { each: true })
  holidays!: string[];

  @IsArray() @ArrayMaxSize(366) @Matches(DATE, { each: true })
  makeUpWorkdays!: string[];

  @IsString() @IsNotEmpty() @MaxLength(300)
  document!: string;
}

class WorkingSpanBody {
  /** `HH:mm`. */
  @Matches(TIME)
  from!: string;

  @Matches(TIME)
  until!: string;
}

export class WorkingHoursBody {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(6) @ValidateNested({ each: true }) @Type(() => WorkingSpanBody)
  hours!: WorkingSpanBody[];

  @IsString() @IsNotEmpty() @MaxLength(300)
  document!: string;
}
