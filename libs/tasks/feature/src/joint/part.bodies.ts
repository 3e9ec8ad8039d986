import { PageQuery } from '@zeren/http';
import { partStatuses, type PartStatus } from '@zeren/tasks-domain';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DECIMAL = /^-?\d{1,15}(\.\d{1,9})?$/;
const PUBLIC_ID = /^[^_\s]{1,20}_\S{1,150}$/;

/** How far a part has come, or that it is done. */
export class PartValueBody {
  /** In the unit of the part; none where it has no quantity. */
  @IsOptional() @Matches(DECIMAL)
  value: string | null = null;

  @Matches(DATE)
  measuredOn!: string;

  @IsString() @MaxLength(2_000)
  note!: string;
}

export class PartCorrectionBody {
  @IsOptional() @Matches(DECIMAL)
  value: string | null = null;

  @IsString() @MaxLength(2_000)
  reason!: string;
}

export class PartReasonBody {
  @IsString() @MaxLength(2_000)
  reason!: string;
}

export class PartQuery extends PageQuery {
  @IsOptional() @Matches(PUBLIC_ID)
  taskId?: string;

  @IsOptional() @IsIn(partStatuses)
  status?: PartStatus;

  /** Only those in which the caller's own unit acts. */
  @IsOptional() @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)) @IsBoolean()
  mine: boolean = false;
}
