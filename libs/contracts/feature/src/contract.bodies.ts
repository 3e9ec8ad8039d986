import type { LegalBasis, Clause } from '@zeren/contracts-domain';
import { PageQuery } from '@zeren/http';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize, IsArray, IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength, ValidateIf, ValidateNested,
} from 'class-validator';

const UNIT = /^\d{6}(\d{3}|\d{6})?(-[a-z0-9]+)*$/;
const POST = /^\d{6}(\d{3}|\d{6})?(-[a-z0-9]+)*\.[a-z0-9-]{1,40}$/;
const PUBLIC_ID = /^[a-z0-9-]+_[A-Za-z0-9.~-]+$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

const basisKinds = ['law', 'party-regulation', 'superior-document'] as const satisfies readonly LegalBasis['kind'][];
const clauseKinds = ['reward', 'penalty', 'veto'] as const satisfies readonly Clause['kind'][];
const statuses = ['drafted', 'signed', 'in-force'] as const;

class TextBody {
  @IsString() @IsNotEmpty() @MaxLength(2_000)
  zh!: string;

  @IsString() @IsNotEmpty() @MaxLength(2_000)
  en!: string;
}

class LegalBasisBody {
  @IsIn(basisKinds)
  kind!: LegalBasis['kind'];

  @IsString() @MaxLength(500)
  title!: string;

  @IsString() @MaxLength(200)
  number!: string;
}

class ClauseBody {
  @Matches(/^[A-Z][A-Z0-9-]{0,19}$/)
  code!: string;

  @ValidateNested() @Type(() => TextBody)
  text!: TextBody;

  @IsIn(clauseKinds)
  kind!: Clause['kind'];

  @ValidateIf((_, value) => value !== null) @ValidateNested() @Type(() => LegalBasisBody)
  legalBasis!: LegalBasisBody | null;
}

class PeriodBody {
  @Matches(DATE)
  from!: string;

  @Matches(DATE)
  until!: string;
}

/** What a contract is drafted from; its tasks come from the split. */
export class ContractBody {
  @Matches(UNIT)
  responsibleUnitId!: string;

  @Matches(/^\d{6}$/)
  responsibleTenantId!: string;

  @Matches(POST)
  responsiblePostId!: string;

  @Matches(POST)
  issuerPostId!: string;

  @ValidateNested() @Type(() => TextBody)
  title!: TextBody;

  @Matches(PUBLIC_ID)
  splitId!: string;

  @IsArray() @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => LegalBasisBody)
  legalBasis!: LegalBasisBody[];

  @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => ClauseBody)
  clauses!: ClauseBody[];

  @ValidateNested() @Type(() => PeriodBody)
  period!: PeriodBody;
}

/** A signature is given over the version with this fingerprint. */
export class SignatureBody {
  @Matches(/^[0-9a-f]{64}$/)
  fingerprint!: string;
}

export class ContractsQuery extends PageQuery {
  @IsOptional() @IsIn(statuses)
  status?: (typeof statuses)[number];

  @IsOptional() @Matches(UNIT)
  unitId?: string;
}
