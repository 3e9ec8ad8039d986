import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

const listOf = ({ value }: { value: unknown }): unknown => (value === undefined || Array.isArray(value) ? value : [value]);

/** From where to follow the feed, and which events of it. */
export class FeedQuery {
  /** The index of the last event one has; 0 for all. `Last-Event-ID` goes before it. */
  @IsOptional() @Matches(/^\d{1,15}$/)
  after?: string;

  /** Only these types, each either whole (`zeren.task.TaskPublished.v1`) or by its name (`TaskPublished`). */
  @IsOptional() @Transform(listOf) @ArrayMaxSize(100) @IsString({ each: true }) @MaxLength(200, { each: true })
  type?: string[];
}
