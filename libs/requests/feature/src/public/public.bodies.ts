import { PageQuery } from '@zeren/http';
import type { Integration } from '@zeren/organisation-domain';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, Equals, IsBoolean, IsNotEmpty, IsOptional, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';
import { FilingBody, SatisfactionBody } from '../request/request.bodies.js';

const PUBLIC_ID = /^[^_\s]{1,20}_\S{1,150}$/;
const LATITUDE = /^-?(?:90(?:\.0+)?|[0-8]?\d(?:\.\d{1,8})?)$/;
const LONGITUDE = /^-?(?:180(?:\.0+)?|(?:1[0-7]\d|\d?\d)(?:\.\d{1,8})?)$/;

/** What somebody without an account asks. Urgency and the integrations are for the administration to say. */
export class PublicFilingBody extends FilingBody {
  @IsOptional() @Equals(null)
  override urgentReason: string | null = null;

  @IsOptional() @ArrayMaxSize(0)
  override integrations: Integration[] = [];

  /** An open request of which this is another: whoever asks here is kept there. */
  @IsOptional() @Matches(PUBLIC_ID)
  sameAs: string | null = null;
}

export class ReceiptQuery {
  @IsString() @IsNotEmpty() @MaxLength(40)
  secret!: string;

  @IsOptional() @Matches(/^\d{1,19}$/)
  after?: string;
}

export class PublicRatingBody extends SatisfactionBody {
  @IsString() @IsNotEmpty() @MaxLength(40)
  secret!: string;
}

export class PublicReopeningBody {
  @IsString() @IsNotEmpty() @MaxLength(40)
  secret!: string;

  /** Open to the public: nothing of a person. */
  @IsString() @IsNotEmpty() @MaxLength(1_000)
  reason!: string;
}

export class AreasQuery {
  /** The area above; left out, the tenant's own. */
  @IsOptional() @IsString() @MaxLength(100)
  parent?: string;
}

export class SimilarQuery {
  @IsString() @IsNotEmpty() @MaxLength(40)
  matterCode!: string;

  @IsString() @IsNotEmpty() @MaxLength(100)
  areaUnitId!: string;

  @IsOptional() @Matches(LATITUDE)
  latitude?: string;

  @IsOptional() @Matches(LONGITUDE)
  longitude?: string;
}

const SIDES = ['south', 'north', 'west', 'east'] as const;

/** A frame is whole or not asked for at all. */
const framed = (query: SitesQuery): boolean => SIDES.some((side) => query[side] !== undefined);

export class SitesQuery {
  /** The area and what lies below it. */
  @IsOptional() @IsString() @MaxLength(100)
  areaUnitId?: string;

  /** Part of a name in either language. */
  @IsOptional() @IsString() @MaxLength(100)
  search?: string;

  /** The frame of a map: degrees (WGS 84), all four or none. */
  @ValidateIf(framed) @Matches(LATITUDE)
  south?: string;

  @ValidateIf(framed) @Matches(LATITUDE)
  north?: string;

  @ValidateIf(framed) @Matches(LONGITUDE)
  west?: string;

  @ValidateIf(framed) @Matches(LONGITUDE)
  east?: string;

  @IsOptional() @Matches(/^\d{1,19}$/)
  after?: string;
}

const trueOrFalse = ({ value }: { value: unknown }): unknown => (value === 'true' ? true : value === 'false' ? false : value);

export class PublicRequestsQuery extends PageQuery {
  @IsOptional() @IsString() @MaxLength(40)
  matterCode?: string;

  @IsOptional() @IsString() @MaxLength(100)
  areaUnitId?: string;

  @IsOptional() @Transform(trueOrFalse) @IsBoolean()
  open?: boolean;
}
