import { IsIn, IsString, MaxLength } from 'class-validator';

export class DutyMatchBody {
  @IsString() @MaxLength(2_000)
  reason!: string;

  /** What makes it the unit's duty: a rule or document, with its number. */
  @IsString() @MaxLength(500)
  basis!: string;
}

export class DutyMatchAnswerBody {
  @IsIn(['admitted', 'refused'])
  answer!: 'admitted' | 'refused';

  /** Required where the declaration is refused. */
  @IsString() @MaxLength(2_000)
  reason!: string;
}
