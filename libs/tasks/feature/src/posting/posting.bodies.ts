import { PageQuery } from '@zeren/http';
import { integrations, type Integration } from '@zeren/organisation-domain';
import type { Direction, EvidenceKind, PostingKind } from '@zeren/tasks-domain';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { TextBody } from '../task/tasks.bodies.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DECIMAL = /^\d{1,15}(\.\d{1,9})?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const PUBLIC_ID = /^[^_\s]{1,20}_\S{1,150}$/;
const kinds: readonly PostingKind[] = ['open-bid', 'problem'];
const statuses = ['open', 'taken', 'closed'] as const;

class PostedMetricBody {
  @IsString() @MaxLength(60)
  unit!: string;

  @IsIn(['at-least', 'at-most', 'boolean'])
  direction!: Direction;
}

export class PostingBody {
  @IsIn(kinds)
  kind!: PostingKind;

  @IsString() @IsNotEmpty() @MaxLength(40)
  code!: string;

  @ValidateNested() @Type(() => TextBody)
  title!: TextBody;

  @IsString() @MaxLength(2_000)
  description!: string;

  @Matches(PUBLIC_ID)
  campaignId!: string;

  @IsIn(['document', 'field', 'survey', 'statistics'])
  evidence!: EvidenceKind;

  @ValidateNested() @Type(() => PostedMetricBody)
  metric!: PostedMetricBody;

  @Matches(INSTANT)
  closesAt!: string;

  @Matches(INSTANT)
  deadline!: string;

  @IsArray() @ArrayMaxSize(200) @IsString({ each: true }) @MaxLength(20, { each: true })
  invitedTenantIds!: string[];

  /** Under which of the four integrations it counts by itself; absent where under those of its campaign. */
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayUnique() @IsIn(integrations, { each: true })
  integrations?: Integration[];
}

/** What a unit promises, by a bid or by a claim. */
export class CommitmentBody {
  @IsString() @MaxLength(100)
  accountablePostId!: string;

  @Matches(DECIMAL)
  value!: string;

  @Matches(DATE)
  finishBy!: string;

  @IsString() @MaxLength(2_000)
  plan!: string;
}

export class AwardBody {
  @Matches(PUBLIC_ID)
  bidId!: string;

  @IsString() @MaxLength(2_000)
  reason!: string;
}

export class ClosingBody {
  @IsString() @MaxLength(2_000)
  reason!: string;
}

export class PostingQuery extends PageQuery {
  @IsOptional() @IsIn(kinds)
  kind?: PostingKind;

  @IsOptional() @IsIn(statuses)
  status?: (typeof statuses)[number];

  /** Counts under this one of the four integrations, by itself or by its campaign. */
  @IsOptional() @IsIn(integrations)
  integration?: Integration;
}
