import { Type } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsNotEmpty, IsOptional, IsString, IsUrl, Matches, Max, MaxLength, Min, ValidateIf } from 'class-validator';

const LATITUDE = /^-?(?:90(?:\.0+)?|[0-8]?\d(?:\.\d{1,15})?)$/;
const LONGITUDE = /^-?(?:180(?:\.0+)?|(?:1[0-7]\d|\d?\d)(?:\.\d{1,15})?)$/;
/** A day, or a moment with its time zone: without one it would be no certain moment. */
const MOMENT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:\d{2}))?$/;
const disclosures = ['open', 'confidential'] as const;

/** Whose services are asked for: the tenant. */
export class JurisdictionQuery {
  @IsOptional() @IsString() @MaxLength(20)
  jurisdiction_id?: string;

  @IsOptional() @IsString() @MaxLength(200)
  api_key?: string;
}

export class ServiceRequestsQuery extends JurisdictionQuery {
  /** Ids, with commas between them. */
  @IsOptional() @IsString() @MaxLength(4_000)
  service_request_id?: string;

  /** Codes, with commas between them. */
  @IsOptional() @IsString() @MaxLength(2_000)
  service_code?: string;

  @IsOptional() @IsISO8601({ strict: true }) @Matches(MOMENT)
  start_date?: string;

  @IsOptional() @IsISO8601({ strict: true }) @Matches(MOMENT)
  end_date?: string;

  /** `open`, `closed`, or both. */
  @IsOptional() @Matches(/^(?:open|closed)(?:,(?:open|closed))?$/)
  status?: string;

  /** From 1 on. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(10_000)
  page: number = 1;

  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(1_000)
  page_size: number = 1_000;
}

/** A point is whole or not there at all. */
const placed = ({ lat, long }: ServiceRequestBody): boolean => lat !== undefined || long !== undefined;

/** A service request as GeoReport v2 posts it. What it says of a person is sealed like everybody's. */
export class ServiceRequestBody {
  @IsOptional() @IsString() @MaxLength(20)
  jurisdiction_id?: string;

  @IsOptional() @IsString() @MaxLength(200)
  api_key?: string;

  @IsString() @IsNotEmpty() @MaxLength(40)
  service_code!: string;

  @ValidateIf(placed) @Matches(LATITUDE)
  lat?: string;

  @ValidateIf(placed) @Matches(LONGITUDE)
  long?: string;

  @IsOptional() @IsString() @MaxLength(500)
  address_string?: string;

  /** The unit of an area. */
  @IsOptional() @IsString() @MaxLength(100)
  address_id?: string;

  @IsOptional() @IsString() @MaxLength(3_000)
  description?: string;

  @IsOptional() @IsString() @MaxLength(100)
  first_name?: string;

  @IsOptional() @IsString() @MaxLength(100)
  last_name?: string;

  @IsOptional() @IsString() @MaxLength(40)
  phone?: string;

  @IsOptional() @IsString() @MaxLength(200)
  email?: string;

  @IsOptional() @IsString() @MaxLength(200)
  device_id?: string;

  @IsOptional() @IsString() @MaxLength(200)
  account_id?: string;

  /** Kept as text for those who handle it; nothing is ever fetched from there. */
  @IsOptional() @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false }) @MaxLength(500)
  media_url?: string;

  @IsOptional() @IsString() @MaxLength(100)
  'attribute[area]'?: string;

  @IsOptional() @IsIn(disclosures)
  'attribute[disclosure]'?: (typeof disclosures)[number];
}
