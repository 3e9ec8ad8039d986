import { PageQuery } from '@zeren/http';
import { reviewVerdicts, titleStatuses, type ReviewVerdict, type TitleStatus } from '@zeren/tasks-domain';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { TextBody } from '../task/tasks.bodies.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const PUBLIC_ID = /^[^_\s]{1,20}_\S{1,150}$/;

class DeclaredBody {
  @IsString() @IsNotEmpty() @MaxLength(40)
  code!: string;

  @IsBoolean()
  holds!: boolean;

  @IsString() @MaxLength(500)
  evidence!: string;
}

export class TitleBody {
  @Matches(/^[a-z][a-z0-9-]{0,59}$/)
  code!: string;

  @ValidateNested() @Type(() => TextBody)
  name!: TextBody;

  @Matches(PUBLIC_ID)
  campaignId!: string;

  @IsString() @IsNotEmpty() @MaxLength(100)
  areaUnitId!: string;

  /** Every area that must hold the title before the whole can; empty for a title of one area. */
  @IsOptional() @IsArray() @ArrayMaxSize(200) @IsString({ each: true }) @MaxLength(100, { each: true })
  partUnitIds: string[] = [];

  @IsInt() @Min(1900) @Max(2200)
  year!: number;

  @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => DeclaredBody)
  preconditions!: DeclaredBody[];

  @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => DeclaredBody)
  negativeList!: DeclaredBody[];

  @IsOptional() @IsArray() @ArrayMaxSize(200) @IsString({ each: true }) @MaxLength(20, { each: true })
  participantTenantIds: string[] = [];
}

export class NominationBody {
  @Matches(DATE)
  on!: string;

  @IsString() @MaxLength(200)
  document!: string;
}

export class AwardBody extends NominationBody {
  @Matches(DATE)
  validUntil!: string;
}

export class ReviewBody extends NominationBody {
  @IsIn(reviewVerdicts)
  verdict!: ReviewVerdict;

  @IsString() @MaxLength(2_000)
  finding!: string;
}

export class KeepingBody {
  @Matches(DATE)
  validUntil!: string;

  @IsString() @MaxLength(200)
  document!: string;
}

export class TitleWithdrawalBody extends NominationBody {
  @IsString() @MaxLength(2_000)
  reason!: string;
}

export class TitleQuery extends PageQuery {
  @IsOptional() @Matches(PUBLIC_ID)
  campaignId?: string;

  @IsOptional() @IsIn(titleStatuses)
  status?: TitleStatus;
}
