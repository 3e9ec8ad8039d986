import { evidenceFormats, type EvidenceFormat } from '@zeren/evidence-domain';
import { PageQuery } from '@zeren/http';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize, IsArray, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateNested,
} from 'class-validator';

const UNIT = /^\d{6}(\d{3}|\d{6})?(-[a-z0-9]+)*$/;
const PUBLIC_ID = /^[a-z0-9-]+_[A-Za-z0-9.~-]+$/;
const INDICATOR = /^[A-Z][A-Z0-9-]{0,39}$/;
const DEGREES = /^-?\d{1,3}(\.\d{1,9})?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/;
const POSITION = /^\d{1,19}$/;
const MOST_CREDITS = 50;

const statuses = ['filed', 'withdrawn', 'superseded'] as const;
const boardOrders = ['filedAt', '-filedAt', 'title', '-title', 'unitId', '-unitId'] as const;
const demandOrders = ['indicatorCode', '-indicatorCode', 'unitId', '-unitId', 'deadline', '-deadline'] as const;
const demandStates = ['missing', 'met', 'all'] as const;

/** One value of a query stands for a list of one. */
const AsList = () => Transform(({ value }: { value: unknown }) => (value === undefined ? [] : [value].flat()));

/** An indicator of a campaign. */
export class IndicatorBody {
  @Matches(PUBLIC_ID)
  campaignId!: string;

  @Matches(INDICATOR)
  indicatorCode!: string;
}

/** What evidence is for. */
export class CreditsBody {
  /** Tasks; their campaigns and indicators follow from them. */
  @IsArray() @ArrayMaxSize(MOST_CREDITS) @Matches(PUBLIC_ID, { each: true })
  taskIds: string[] = [];

  @IsArray() @ArrayMaxSize(MOST_CREDITS) @ValidateNested({ each: true }) @Type(() => IndicatorBody)
  indicators: IndicatorBody[] = [];
}

/** A further record of a file that is on file already. */
export class ReferenceBody extends CreditsBody {
  @IsString() @IsNotEmpty() @MaxLength(200)
  title!: string;

  @IsIn(evidenceFormats)
  format!: EvidenceFormat;

  @IsOptional() @Matches(UNIT)
  unitId?: string;
}

export class WithdrawalBody {
  @IsString() @MaxLength(1_000)
  reason!: string;
}

export class SupersessionBody extends WithdrawalBody {
  @Matches(PUBLIC_ID)
  byEvidenceId!: string;
}

/** What goes with the bytes of a file, which are the body. */
export class UploadQuery {
  @IsString() @IsNotEmpty() @MaxLength(200)
  title!: string;

  @IsString() @MaxLength(1_000)
  fileName!: string;

  /** As the uploader declares it; the bytes must show it. */
  @IsString() @MaxLength(200)
  mediaType!: string;

  @IsIn(evidenceFormats)
  format!: EvidenceFormat;

  /** Whose evidence it is; the caller's unit where it is not said. */
  @IsOptional() @Matches(UNIT)
  unitId?: string;

  /** Tasks it is for. */
  @AsList() @IsArray() @ArrayMaxSize(MOST_CREDITS) @Matches(PUBLIC_ID, { each: true })
  taskId: string[] = [];

  /** Indicators it is for: `<campaign>:<indicator>`. */
  @AsList() @IsArray() @ArrayMaxSize(MOST_CREDITS) @Matches(/^[a-z0-9-]+_[A-Za-z0-9.~-]+:[A-Z][A-Z0-9-]{0,39}$/, { each: true })
  indicator: string[] = [];

  /** Place and time the picture itself carries are part of the evidence; without this they are dropped with the rest. */
  @IsOptional() @IsIn(['true', 'false'])
  placeAndTime?: 'true' | 'false';

  @IsOptional() @Matches(INSTANT)
  capturedAt?: string;

  @IsOptional() @Matches(DEGREES)
  latitude?: string;

  @IsOptional() @Matches(DEGREES)
  longitude?: string;

  @IsOptional() @IsString() @MaxLength(200)
  placeName?: string;

  /** The position its facts must have reached. */
  @IsOptional() @Matches(POSITION)
  after?: string;
}

export class EvidenceQuery extends PageQuery {
  @IsOptional() @Matches(PUBLIC_ID)
  campaignId?: string;

  @IsOptional() @Matches(INDICATOR)
  indicatorCode?: string;

  @IsOptional() @Matches(PUBLIC_ID)
  taskId?: string;

  @IsOptional() @Matches(UNIT)
  unitId?: string;

  @IsOptional() @IsIn(statuses)
  status?: (typeof statuses)[number];

  @IsOptional() @IsIn(evidenceFormats)
  format?: EvidenceFormat;

  @IsIn(boardOrders)
  sort: (typeof boardOrders)[number] = '-filedAt';
}

export class DemandQuery extends PageQuery {
  @IsOptional() @Matches(PUBLIC_ID)
  campaignId?: string;

  @IsOptional() @Matches(INDICATOR)
  indicatorCode?: string;

  @IsOptional() @Matches(UNIT)
  unitId?: string;

  /** 1 city … 5 grid. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(5)
  level?: number;

  @IsIn(demandStates)
  state: (typeof demandStates)[number] = 'missing';

  @IsIn(demandOrders)
  sort: (typeof demandOrders)[number] = 'indicatorCode';
}

export class PackQuery {
  @Matches(PUBLIC_ID)
  campaignId!: string;

  @IsOptional() @Matches(INDICATOR)
  indicatorCode?: string;

  @IsOptional() @Matches(POSITION)
  after?: string;
}

/** The position a read wants its views to have reached. */
export class FiguresQuery {
  @IsOptional() @Matches(POSITION)
  after?: string;
}
