import { PageQuery } from '@zeren/http';
import { gapKinds, gapOrders, type GapKind, type GapOrder } from '@zeren/tasks-domain';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { TextBody } from '../task/tasks.bodies.js';

const PUBLIC_ID = /^[^_\s]{1,20}_\S{1,150}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const MOST_ITEMS = 1_000;

class MarkBody {
  @IsString() @IsNotEmpty() @MaxLength(40)
  code!: string;

  @IsBoolean()
  ready!: boolean;

  @IsOptional() @IsString() @MaxLength(1_000)
  remark: string = '';
}

export class MarksBody {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(MOST_ITEMS) @ValidateNested({ each: true }) @Type(() => MarkBody)
  marks!: MarkBody[];
}

export class ChecklistUnitBody {
  @IsString() @IsNotEmpty() @MaxLength(40)
  code!: string;

  @IsString() @IsNotEmpty() @MaxLength(100)
  unitId!: string;
}

/** What a gap list is cut by. */
export class GapQuery extends PageQuery {
  /** The year whose targets count; the present one, within the campaign's, where none is named. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1900) @Max(2200)
  year?: number;

  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(100)
  unitId?: string;

  @IsOptional() @IsIn(gapKinds)
  kind?: GapKind;

  @IsOptional() @IsIn(gapOrders)
  sort: GapOrder = '-points';
}

export class GapNoteBody {
  @IsString() @MaxLength(2_000)
  reason!: string;

  @IsOptional() @IsInt() @Min(1900) @Max(2200)
  year?: number;
}

export class GapSettlementBody {
  @IsString() @MaxLength(2_000)
  how!: string;
}

export class TaskGapQuery extends PageQuery {
  @IsOptional() @Matches(PUBLIC_ID)
  taskId?: string;

  @IsOptional() @Matches(PUBLIC_ID)
  campaignId?: string;
}

class MockSampleBody {
  @IsInt() @Min(1) @Max(MOST_ITEMS)
  size!: number;

  /** Any text that nobody could have chosen to suit. */
  @IsString() @IsNotEmpty() @MaxLength(200)
  seed!: string;
}

/** Neither indicators nor a sample named: all indicators of the campaign. */
export class MockBody {
  @ValidateNested() @Type(() => TextBody)
  title!: TextBody;

  @Matches(PUBLIC_ID)
  campaignId!: string;

  @IsString() @IsNotEmpty() @MaxLength(100)
  assessorUnitId!: string;

  @IsArray() @ArrayMaxSize(200) @IsString({ each: true }) @MaxLength(100, { each: true })
  areaUnitIds!: string[];

  @Matches(DATE)
  from!: string;

  @Matches(DATE)
  until!: string;

  @IsInt() @Min(1900) @Max(2200)
  year!: number;

  /** The source of the campaign's composition it stands for; all of them where none is named. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(60)
  source: string | null = null;

  @IsOptional() @IsArray() @ArrayMaxSize(MOST_ITEMS) @IsString({ each: true }) @MaxLength(40, { each: true })
  indicatorCodes?: string[];

  @IsOptional() @ValidateNested() @Type(() => MockSampleBody)
  sample?: MockSampleBody;
}

class MockScoreBody {
  @IsString() @IsNotEmpty() @MaxLength(40)
  code!: string;

  @IsString() @MaxLength(40)
  points!: string;

  @IsString() @MaxLength(2_000)
  finding!: string;

  @IsString() @IsNotEmpty() @MaxLength(100)
  areaUnitId!: string;

  @IsOptional() @IsString() @MaxLength(200)
  place: string = '';
}

export class MockScoresBody {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(MOST_ITEMS) @ValidateNested({ each: true }) @Type(() => MockScoreBody)
  scores!: MockScoreBody[];
}

export class MockSubmissionBody {
  @IsString() @MaxLength(4_000)
  summary!: string;
}

export class MockQuery extends PageQuery {
  @IsOptional() @Matches(PUBLIC_ID)
  campaignId?: string;
}
