import { excuses, type Excuse } from '@zeren/assessment-domain';
import { PageQuery } from '@zeren/http';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize, Equals, IsArray, IsBoolean, IsDefined, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateNested,
} from 'class-validator';

const DECIMAL = /^\d{1,6}(\.\d{1,9})?$/;
const PERIOD = /^\d{4}(Q[1-4])?$/;
const POSITION = /^\d{1,19}$/;
const rules = ['linear', 'threshold'] as const;

class TextBody {
  @IsString() @IsNotEmpty() @MaxLength(500)
  zh!: string;

  @IsString() @IsNotEmpty() @MaxLength(500)
  en!: string;
}

class SchemeCampaignBody {
  @IsString() @IsNotEmpty() @MaxLength(200)
  campaignId!: string;

  @IsDefined() @ValidateNested() @Type(() => TextBody)
  name!: TextBody;

  @Matches(DECIMAL)
  weight!: string;
}

class RulesBody {
  @IsIn(rules)
  atLeast!: (typeof rules)[number];

  @IsIn(rules)
  atMost!: (typeof rules)[number];

  @Equals('threshold')
  range!: 'threshold';

  @Equals('threshold')
  boolean!: 'threshold';
}

class AssessedUnitBody {
  @IsString() @IsNotEmpty() @MaxLength(100)
  unitId!: string;

  @IsString() @IsNotEmpty() @MaxLength(20)
  tenantId!: string;

  @IsDefined() @ValidateNested() @Type(() => TextBody)
  name!: TextBody;
}

class GroupBody {
  @Matches(/^[a-z][a-z0-9-]{0,39}$/)
  code!: string;

  @IsDefined() @ValidateNested() @Type(() => TextBody)
  name!: TextBody;

  @IsArray() @ArrayMaxSize(500) @ValidateNested({ each: true }) @Type(() => AssessedUnitBody)
  units!: AssessedUnitBody[];
}

class NotApplicableBody {
  @IsString() @IsNotEmpty() @MaxLength(100)
  unitId!: string;

  @IsString() @IsNotEmpty() @MaxLength(100)
  indicatorCode!: string;

  @IsDefined() @ValidateNested() @Type(() => TextBody)
  reason!: TextBody;
}

class CappedPointsBody {
  @Matches(DECIMAL)
  points!: string;

  @Matches(DECIMAL)
  cap!: string;
}

class SampleFailureBody extends CappedPointsBody {
  /** Percent of failures that cost nothing. */
  @Matches(DECIMAL)
  tolerated!: string;
}

/** What a scheme makes of how the tasks were done. */
class DoingRulesBody {
  @IsArray() @ArrayMaxSize(20) @IsIn(excuses, { each: true })
  leaves!: Excuse[];

  @Matches(DECIMAL)
  onTimeShare!: string;

  @Matches(DECIMAL)
  reworkCap!: string;

  @IsDefined() @ValidateNested() @Type(() => CappedPointsBody)
  falseReport!: CappedPointsBody;

  @IsDefined() @ValidateNested() @Type(() => SampleFailureBody)
  sampleFailure!: SampleFailureBody;

  @IsDefined() @ValidateNested() @Type(() => CappedPointsBody)
  claim!: CappedPointsBody;

  @IsBoolean()
  sharedCredit!: boolean;
}

/** A version of a scheme; its id becomes `<code>.v<version>`. */
export class SchemeBody {
  @Matches(/^[a-z][a-z0-9-]{0,39}$/)
  code!: string;

  @IsInt() @Min(1) @Max(9_999)
  version!: number;

  @IsDefined() @ValidateNested() @Type(() => TextBody)
  name!: TextBody;

  @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => SchemeCampaignBody)
  campaigns!: SchemeCampaignBody[];

  @IsDefined() @ValidateNested() @Type(() => RulesBody)
  rules!: RulesBody;

  @Matches(DECIMAL)
  lateDeduction!: string;

  @Matches(DECIMAL)
  reworkDeduction!: string;

  @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => GroupBody)
  groups!: GroupBody[];

  @IsArray() @ArrayMaxSize(2_000) @ValidateNested({ each: true }) @Type(() => NotApplicableBody)
  notApplicable!: NotApplicableBody[];

  @IsInt() @Min(0) @Max(6)
  places!: number;

  @Equals('late-then-rework-then-shared')
  tieRule!: 'late-then-rework-then-shared';

  @IsOptional() @ValidateNested() @Type(() => DoingRulesBody)
  doing?: DoingRulesBody;
}

/** Which period to close, score and publish, by which scheme. */
export class AssessmentBody {
  @IsString() @IsNotEmpty() @MaxLength(200)
  schemeId!: string;

  @Matches(PERIOD)
  period!: string;
}

/** A scheme and a period, and the position as of which to compute; without one, what is published stands. */
export class ScoreQuery {
  @IsString() @IsNotEmpty() @MaxLength(200)
  schemeId!: string;

  @Matches(PERIOD)
  period!: string;

  @IsOptional() @Matches(POSITION)
  position?: string;

  @IsOptional() @Matches(POSITION)
  after?: string;
}

export class RankingQuery extends ScoreQuery {
  /** Only this group. */
  @IsOptional() @IsString() @MaxLength(40)
  group?: string;
}

export class TrendQuery {
  @IsString() @IsNotEmpty() @MaxLength(200)
  schemeId!: string;

  @IsString() @IsNotEmpty() @MaxLength(100)
  unitId!: string;

  @IsOptional() @Matches(POSITION)
  after?: string;
}

export class AssessmentsQuery extends PageQuery {
  @IsOptional() @IsString() @MaxLength(200)
  schemeId?: string;
}
