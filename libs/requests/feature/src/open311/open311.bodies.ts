import { IsIn, IsISO8601, IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

const LATITUDE = /^-?(?:90(?:\.0+)?|[0-8]?\d(?:\.\d{1,15})?)$/;
const LONGITUDE = /^-?(?:180(?:\.0+)?|(?:1[0-7]\d|\d?\d)(?:\.\d{1,15})?)$/;
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

  @IsOptional() @IsISO8601({ strict: true })
  start_date?: string;

  @IsOptional() @IsISO8601({ strict: true })
  end_date?: string;

  /** `open`, `closed`, or both. */
  @IsOptional() @Matches(/^(?:open|closed)(?:,(?:open|closed))?$/)
  status?: string;
}

/** A service request as GeoReport v2 posts it. What it says of a person is sealed like everybody's. */
export class ServiceRequestBody {
  @IsOptional() @IsString() @MaxLength(20)
  jurisdiction_id?: string;

  @IsOptional() @IsString() @MaxLength(200)
  api_key?: string;

  @IsString() @IsNotEmpty() @MaxLength(40)
  service_code!: string;

  @IsOptional() @Matches(LATITUDE)
  lat?: string;

  @IsOptional() @Matches(LONGITUDE)
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

  @IsOptional() @IsString() @MaxLength(500)
  media_url?: string;

  @IsOptional() @IsString() @MaxLength(100)
  'attribute[area]'?: string;

  @IsOptional() @IsIn(disclosures)
  'attribute[disclosure]'?: (typeof disclosures)[number];
}
