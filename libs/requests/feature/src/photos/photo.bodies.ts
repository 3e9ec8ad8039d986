import { IsIn, IsISO8601, IsOptional, Matches } from 'class-validator';
import { photoTypes } from './request-photos.js';

export class PhotoQuery {
  /** What the bytes are: a JPEG, a PNG or a WebP. */
  @IsIn(photoTypes)
  mediaType!: (typeof photoTypes)[number];
}

/** What an officer's phone says of a photo whose picture says nothing itself. */
export class OfficersPhotoQuery extends PhotoQuery {
  /** UTC. */
  @IsOptional() @IsISO8601({ strict: true })
  takenAt?: string;

  /** Degrees (WGS 84), north positive. */
  @IsOptional() @Matches(/^-?(?:90(?:\.0+)?|[0-8]?\d(?:\.\d{1,8})?)$/)
  latitude?: string;

  /** Degrees (WGS 84), east positive. */
  @IsOptional() @Matches(/^-?(?:180(?:\.0+)?|(?:1[0-7]\d|\d?\d)(?:\.\d{1,8})?)$/)
  longitude?: string;
}
