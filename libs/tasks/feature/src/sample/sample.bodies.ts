import { PageQuery } from '@zeren/http';
import { integrations, type Integration } from '@zeren/organisation-domain';
import { LARGEST_SAMPLE } from '@zeren/tasks-domain';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

const PUBLIC_ID = /^[^_\s]{1,20}_\S{1,150}$/;

export class SampleBody {
  /** The district whose own verification is looked at. */
  @IsString() @IsNotEmpty() @MaxLength(20)
  districtTenantId!: string;

  @IsOptional() @Matches(PUBLIC_ID)
  campaignId: string | null = null;

  @IsInt() @Min(1900) @Max(2200)
  year!: number;

  /** Any text that nobody could have chosen to suit: say the number of a public lottery. */
  @IsString() @IsNotEmpty() @MaxLength(200)
  seed!: string;

  @IsInt() @Min(1) @Max(LARGEST_SAMPLE)
  size!: number;
}

export class RecheckBody {
  @Matches(PUBLIC_ID)
  taskId!: string;

  @IsIn(['held', 'failed'])
  verdict!: 'held' | 'failed';

  @IsString() @MaxLength(2_000)
  finding!: string;
}

export class SamplesQuery extends PageQuery {
  /** Holds results of tasks that count under this one of the four integrations. */
  @IsOptional() @IsIn(integrations)
  integration?: Integration;
}
