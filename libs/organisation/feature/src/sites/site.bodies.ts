import { PageQuery } from '@zeren/http';
import { SITE_NUMBER, siteTypes, type SiteRow, type SiteType } from '@zeren/organisation-domain';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const UNIT = /^\d{6}(\d{3}|\d{6})?(-[a-z0-9]+)*$/;
const DEGREES = /^-?\d{1,3}(\.\d{1,15})?$/;
const typeCodes = siteTypes.map(({ code }) => code);

class SiteNameBody {
  @IsString() @IsNotEmpty() @MaxLength(200)
  zh!: string;

  @IsString() @IsNotEmpty() @MaxLength(200)
  en!: string;
}

class SitePointBody {
  /** Degrees north, decimal text. */
  @Matches(DEGREES)
  latitude!: string;

  /** Degrees east, decimal text. */
  @Matches(DEGREES)
  longitude!: string;
}

/** What a site is from `validFrom` on. */
class SiteVersionBody {
  @ValidateNested() @Type(() => SiteNameBody)
  name!: SiteNameBody;

  @IsIn(typeCodes)
  siteType!: SiteType;

  @ValidateNested() @Type(() => SitePointBody)
  point!: SitePointBody;

  @IsString() @MaxLength(300)
  address!: string;

  @Matches(UNIT)
  areaUnitId!: string;

  @Matches(UNIT)
  ownerUnitId!: string;

  @Matches(DATE)
  validFrom!: string;
}

export class SiteBody extends SiteVersionBody {
  /** The tenant's own number of the site. */
  @Matches(SITE_NUMBER)
  number!: string;
}

export class SiteChangeBody extends SiteVersionBody {
  @IsString() @IsNotEmpty() @MaxLength(500)
  reason!: string;
}

export class SiteClosureBody {
  /** The last day. */
  @Matches(DATE)
  closedOn!: string;

  @IsString() @IsNotEmpty() @MaxLength(500)
  reason!: string;
}

export class SitesQuery extends PageQuery {
  @IsOptional() @IsIn(typeCodes)
  siteType?: SiteType;

  /** The area and all whose codes begin with it. */
  @IsOptional() @Matches(UNIT)
  areaUnitId?: string;

  @IsOptional() @Matches(UNIT)
  ownerUnitId?: string;

  @IsOptional() @IsIn(['registered', 'closed'])
  status?: SiteRow['status'];

  /** Part of a name in either language, or the beginning of a number. */
  @IsOptional() @IsString() @MaxLength(100)
  search?: string;
}

export class SiteImportQuery {
  /** Says what an import would change and every error, and changes nothing. */
  @IsOptional() @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)) @IsBoolean()
  dryRun: boolean = false;
}
