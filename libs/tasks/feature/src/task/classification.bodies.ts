import { PageQuery } from '@zeren/http';
import { integrations, type Integration } from '@zeren/organisation-domain';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

class IntegrationsBody {
  /** Codes of the four integrations; none at all says so. */
  @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) @MaxLength(40, { each: true })
  integrations!: string[];
}

export class TaskClassificationBody extends IntegrationsBody {
  @IsString() @MaxLength(2_000)
  reason!: string;
}

export class CampaignClassificationBody extends IntegrationsBody {
  @IsString() @MaxLength(200)
  document!: string;
}

export class CampaignsQuery extends PageQuery {
  /** Counts under this one of the four integrations. */
  @IsOptional() @IsIn(integrations)
  integration?: Integration;
}

/** Cuts a view by one of the four integrations. */
export class CutQuery {
  @IsOptional() @IsIn(integrations)
  integration?: Integration;

  @IsOptional() @Matches(/^\d{1,19}$/)
  after?: string;
}
