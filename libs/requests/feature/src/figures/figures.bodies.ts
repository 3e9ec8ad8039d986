import { PageQuery } from '@zeren/http';
import { figureDimensions, figures, type Channel, type Figure, type FigureDimension, type RequestKind } from '@zeren/requests-domain';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const UNIT = /^\d{6}(\d{3}|\d{6})?(-[a-z0-9]+)*$/;
const channels = ['hotline', 'web', 'hearing', 'patrol', 'questionnaire', 'media', 'open311'] as const satisfies readonly Channel[];
const kinds = ['citizen', 'enterprise', 'dispute'] as const satisfies readonly RequestKind[];

/** Which figures of which requests. */
export class FiguresQuery extends PageQuery {
  @IsIn(figureDimensions)
  by!: FigureDimension;

  /** First and last day of filing, in the tenants' calendar. */
  @IsOptional() @Matches(DATE)
  from?: string;

  @IsOptional() @Matches(DATE)
  until?: string;

  /** What this unit was given. */
  @IsOptional() @Matches(UNIT)
  unitId?: string;

  /** What lies in this area or below it. */
  @IsOptional() @Matches(UNIT)
  areaUnitId?: string;

  @IsOptional() @IsString() @MaxLength(40)
  matterCode?: string;

  @IsOptional() @IsIn(channels)
  channel?: Channel;

  @IsOptional() @IsIn(kinds)
  kind?: RequestKind;

  /** A value of the four integrations. */
  @IsOptional() @IsString() @MaxLength(80)
  integration?: string;
}

/** Those that one figure counted; of one line where its key is named. */
export class CountedQuery extends FiguresQuery {
  @IsIn(figures)
  figure!: Figure;

  @IsOptional() @IsString() @MaxLength(80)
  key?: string;
}

export class PublicFiguresQuery {
  @IsOptional() @IsIn(['unit', 'class', 'period'] as const)
  by: 'unit' | 'class' | 'period' = 'class';
}
