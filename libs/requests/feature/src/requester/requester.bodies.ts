import { IsIn, IsString, MaxLength, MinLength } from 'class-validator';

/** What somebody looks at a requester for. */
export const lookPurposes = ['handling', 'answer', 'call-back', 'verification', 'arbitration', 'erasure'] as const;

export class RequestersQuery {
  @IsIn(lookPurposes)
  purpose!: (typeof lookPurposes)[number];
}

export class ErasureBody {
  @IsString() @MinLength(1) @MaxLength(500)
  reason!: string;
}

export class RequesterSearchBody {
  @IsString() @MinLength(5) @MaxLength(40)
  phone!: string;
}
