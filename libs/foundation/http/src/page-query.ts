import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

/** The query of a paged read: how many, and from where. Extend it with a read's own filters. */
export class PageQuery {
  /** Rows of a page, at most 200. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200)
  limit: number = 50;

  /** The `next` of the page before; opaque. */
  @IsOptional() @IsString() @MaxLength(2000)
  cursor?: string;

  /** The position the view must have reached; read it with `@After()`. */
  @IsOptional() @Matches(/^\d{1,19}$/)
  after?: string;
}
