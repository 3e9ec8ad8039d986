import type { Term, TermUnit } from '@zeren/organisation-domain';
import type { RequestTerms } from '@zeren/requests-domain';
import { Type } from 'class-transformer';
import { IsIn, IsInt, Max, Min, ValidateNested } from 'class-validator';

const units: readonly TermUnit[] = ['minute', 'clock-hour', 'working-hour', 'working-day'];

class TermBody implements Term {
  @IsInt() @Min(0) @Max(1_000)
  value!: number;

  @IsIn(units)
  unit!: TermUnit;
}

export class TermsBody implements RequestTerms {
  @ValidateNested() @Type(() => TermBody)
  acceptWithin!: TermBody;

  @ValidateNested() @Type(() => TermBody)
  dispatchWithin!: TermBody;

  @ValidateNested() @Type(() => TermBody)
  urgentWithin!: TermBody;

  @ValidateNested() @Type(() => TermBody)
  arbitrateWithin!: TermBody;

  @ValidateNested() @Type(() => TermBody)
  returnWithin!: TermBody;

  @ValidateNested() @Type(() => TermBody)
  feedBackWithin!: TermBody;

  @ValidateNested() @Type(() => TermBody)
  escalateAfter!: TermBody;

  /** How often a request may be asked to be given back. */
  @IsInt() @Min(0) @Max(20)
  returns!: number;
}
