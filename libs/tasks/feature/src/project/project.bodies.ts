import { PageQuery } from '@zeren/http';
import { integrations, type Integration } from '@zeren/organisation-domain';
import { fundingSources, type FundingSource } from '@zeren/tasks-domain';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { TextBody } from '../task/tasks.bodies.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DECIMAL = /^\d{1,15}(\.\d{1,9})?$/;
const PUBLIC_ID = /^[^_\s]{1,20}_\S{1,150}$/;
const statuses = ['running', 'finished'] as const;

class AnnualInvestmentBody {
  @IsInt() @Min(1900) @Max(2200)
  year!: number;

  @Matches(DECIMAL)
  amount!: string;
}

class FundingBody {
  @IsIn(fundingSources)
  source!: FundingSource;

  @Matches(DECIMAL)
  amount!: string;

  /** The one use it may be spent on. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(200)
  tiedUse: string | null = null;

  /** The year it is for, where each source is given year by year. */
  @IsOptional() @IsInt() @Min(1900) @Max(2200)
  year?: number;
}

/** Amounts in 10,000 yuan. */
export class ProjectBody {
  @IsString() @IsNotEmpty() @MaxLength(40)
  code!: string;

  @ValidateNested() @Type(() => TextBody)
  name!: TextBody;

  @Matches(PUBLIC_ID)
  campaignId!: string;

  @IsString() @IsNotEmpty() @MaxLength(40)
  indicatorCode!: string;

  @IsString() @IsNotEmpty() @MaxLength(100)
  unitId!: string;

  @Matches(DECIMAL)
  investment!: string;

  @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => AnnualInvestmentBody)
  annualPlans!: AnnualInvestmentBody[];

  @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => FundingBody)
  funding!: FundingBody[];

  @Matches(DATE)
  startsOn!: string;

  @Matches(DATE)
  endsOn!: string;

  /** Under which of the four integrations it counts by itself; absent where under those of its campaign. */
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayUnique() @IsIn(integrations, { each: true })
  integrations?: Integration[];
}

export class InvestmentBody {
  @IsInt() @Min(1900) @Max(2200)
  year!: number;

  @IsIn(fundingSources)
  source!: FundingSource;

  @IsString() @MaxLength(200)
  use!: string;

  @Matches(DECIMAL)
  amount!: string;

  @Matches(DATE)
  measuredOn!: string;
}

export class InvestmentCorrectionBody {
  @Matches(DECIMAL)
  amount!: string;

  @IsString() @MaxLength(2_000)
  reason!: string;
}

export class FinishBody {
  @Matches(DATE)
  finishedOn!: string;
}

export class ProjectQuery extends PageQuery {
  @IsOptional() @IsIn(statuses)
  status?: (typeof statuses)[number];

  @IsOptional() @Matches(PUBLIC_ID)
  campaignId?: string;

  @IsOptional() @IsString() @MaxLength(100)
  unitId?: string;

  /** Counts under this one of the four integrations, by itself or by its campaign. */
  @IsOptional() @IsIn(integrations)
  integration?: Integration;
}

export class FiguresQuery {
  @Type(() => Number) @IsInt() @Min(1900) @Max(2200)
  year!: number;

  /** Of those alone that count under this one of the four integrations. */
  @IsOptional() @IsIn(integrations)
  integration?: Integration;

  @IsOptional() @Matches(/^\d{1,19}$/)
  after?: string;
}
