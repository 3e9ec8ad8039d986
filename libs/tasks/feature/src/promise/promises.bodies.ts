import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsNotEmpty, IsString, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { TextBody } from '../task/tasks.bodies.js';

const PUBLIC_ID = /^[^_\s]{1,20}_\S{1,150}$/;

class PromiseApprovalBody {
  @IsString() @MaxLength(200)
  authority!: string;

  @IsString() @MaxLength(200)
  document!: string;
}

class PromiseBody {
  @IsString() @IsNotEmpty() @MaxLength(40)
  code!: string;

  /** Public. */
  @ValidateNested() @Type(() => TextBody)
  text!: TextBody;

  /** A metric of the task. */
  @IsString() @IsNotEmpty() @MaxLength(60)
  metric!: string;

  @IsString() @MaxLength(40)
  target!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  dueOn!: string;

  @Matches(PUBLIC_ID)
  taskId!: string;
}

export class PromiseListBody {
  @IsInt() @Min(1900) @Max(2200)
  year!: number;

  @ValidateNested() @Type(() => TextBody)
  title!: TextBody;

  @ValidateNested() @Type(() => PromiseApprovalBody)
  approval!: PromiseApprovalBody;

  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => PromiseBody)
  promises!: PromiseBody[];
}

export class PromiseAmendmentBody {
  @ValidateNested() @Type(() => PromiseBody)
  promise!: PromiseBody;

  /** Public. */
  @IsString() @MaxLength(2_000)
  reason!: string;

  @IsString() @MaxLength(200)
  document!: string;
}
