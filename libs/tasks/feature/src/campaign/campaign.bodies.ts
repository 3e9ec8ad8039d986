import { mappingOutcomes, type MappingOutcome } from '@zeren/tasks-domain';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { IndicatorWeightBody, TextBody } from '../task/tasks.bodies.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DECIMAL = /^\d{1,15}(\.\d{1,9})?$/;
const PUBLIC_ID = /^[^_\s]{1,20}_\S{1,150}$/;
const CODE = /^[a-z][a-z0-9-]{0,39}$/;

class MappingRowBody {
  @IsOptional() @IsString() @MaxLength(40)
  from: string | null = null;

  @IsOptional() @IsString() @MaxLength(40)
  to: string | null = null;

  @IsIn(mappingOutcomes)
  outcome!: MappingOutcome;

  @IsString() @MaxLength(2_000)
  reason!: string;
}

export class MappingBody {
  @Matches(PUBLIC_ID)
  toStandardId!: string;

  @IsArray() @ArrayMaxSize(4_000) @ValidateNested({ each: true }) @Type(() => MappingRowBody)
  rows!: MappingRowBody[];

  @IsArray() @ArrayMaxSize(2_000) @ValidateNested({ each: true }) @Type(() => IndicatorWeightBody)
  weights!: IndicatorWeightBody[];

  @ValidateNested() @Type(() => TextBody)
  weightsSource!: TextBody;

  @IsString() @MaxLength(2_000)
  reason!: string;

  @IsString() @MaxLength(200)
  document!: string;
}

/** Another version of the standard to compare with, or to move to. */
export class OtherStandardQuery {
  @Matches(PUBLIC_ID)
  standardId!: string;
}

class ScoreSourceBody {
  @Matches(CODE)
  code!: string;

  @ValidateNested() @Type(() => TextBody)
  name!: TextBody;

  @Matches(DECIMAL)
  weight!: string;
}

class YearWeightBody {
  @IsInt() @Min(1900) @Max(2200)
  year!: number;

  @Matches(DECIMAL)
  weight!: string;
}

export class CompositionBody {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => ScoreSourceBody)
  sources!: ScoreSourceBody[];

  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => YearWeightBody)
  years!: YearWeightBody[];

  @IsString() @MaxLength(200)
  document!: string;
}

export class SourceScoreBody {
  @Matches(CODE)
  source!: string;

  @IsInt() @Min(1900) @Max(2200)
  year!: number;

  @Matches(DECIMAL)
  score!: string;

  @IsString() @MaxLength(200)
  document!: string;
}

export class ExternalRankBody {
  @IsInt() @Min(1900) @Max(2200)
  year!: number;

  @ValidateNested() @Type(() => TextBody)
  among!: TextBody;

  @IsInt() @Min(1) @Max(100_000)
  rank!: number;

  @IsOptional() @IsInt() @Min(1) @Max(100_000)
  of: number | null = null;

  @IsOptional() @IsInt() @Min(1) @Max(100_000)
  target: number | null = null;

  @IsString() @MaxLength(500)
  source!: string;

  @Matches(DATE)
  publishedOn!: string;
}

export class ReachedMilestoneBody {
  @IsInt() @Min(1900) @Max(2200)
  year!: number;

  @IsString() @IsNotEmpty() @MaxLength(100)
  unitId!: string;

  @Matches(DATE)
  reachedOn!: string;

  @IsString() @MaxLength(200)
  document!: string;
}
