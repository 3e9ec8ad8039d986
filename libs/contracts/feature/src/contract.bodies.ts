import { contractStatuses, type Clause, type ContractStatus, type LegalBasis, type Side } from '@zeren/contracts-domain';
import { PageQuery } from '@zeren/http';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, MaxLength, Min, ValidateIf, ValidateNested,
} from 'class-validator';

const UNIT = /^\d{6}(\d{3}|\d{6})?(-[a-z0-9]+)*$/;
const POST = /^\d{6}(\d{3}|\d{6})?(-[a-z0-9]+)*\.[a-z0-9-]{1,40}$/;
const POST_OF_UNIT = /^[a-z0-9-]{1,40}$/;
const PUBLIC_ID = /^[a-z0-9-]+_[A-Za-z0-9.~-]+$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const CODE = /^[A-Z][A-Z0-9-]{0,19}$/;
const FINGERPRINT = /^[0-9a-f]{64}$/;

const basisKinds = ['law', 'party-regulation', 'superior-document'] as const satisfies readonly LegalBasis['kind'][];
const clauseKinds = ['reward', 'penalty', 'veto'] as const satisfies readonly Clause['kind'][];
const sides = ['signature', 'countersignature'] as const satisfies readonly Side[];

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
  @Matches(CODE)
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

class AssistanceBody {
  @Matches(CODE)
  code!: string;

  @Matches(UNIT)
  unitId!: string;

  @ValidateNested() @Type(() => TextBody)
  text!: TextBody;

  /** Yuan, an exact decimal. */
  @Matches(/^\d{1,15}(\.\d{1,2})?$/)
  funds!: string;

  @IsString() @MaxLength(500)
  fundsSource!: string;
}

/** What the issuer words; the tasks come from the split. */
class WordingBody {
  @Matches(POST)
  responsiblePostId!: string;

  /** The other head, where both sign. */
  @IsOptional() @Matches(POST)
  responsibleSecondPostId?: string;

  @Matches(POST)
  issuerPostId!: string;

  @IsOptional() @Matches(POST)
  issuerSecondPostId?: string;

  @ValidateNested() @Type(() => TextBody)
  title!: TextBody;

  @IsArray() @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => LegalBasisBody)
  legalBasis!: LegalBasisBody[];

  @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => ClauseBody)
  clauses!: ClauseBody[];

  @ValidateNested() @Type(() => PeriodBody)
  period!: PeriodBody;

  @IsOptional() @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => AssistanceBody)
  assistance?: AssistanceBody[];
}

/** What a contract is drafted from. */
export class ContractBody extends WordingBody {
  @Matches(UNIT)
  responsibleUnitId!: string;

  @Matches(/^\d{6}$/)
  responsibleTenantId!: string;

  @Matches(PUBLIC_ID)
  splitId!: string;

  /** The contract above, of which this one passes work on. */
  @IsOptional() @Matches(PUBLIC_ID)
  parentContractId?: string;
}

/** What every contract of a batch says; `{unit}` in a title stands for the unit's name. */
export class ContractBatchBody {
  @Matches(PUBLIC_ID)
  splitId!: string;

  @ValidateNested() @Type(() => TextBody)
  title!: TextBody;

  @Matches(POST)
  issuerPostId!: string;

  @IsOptional() @Matches(POST)
  issuerSecondPostId?: string;

  /** The post that signs for each unit, without the unit. */
  @Matches(POST_OF_UNIT)
  responsiblePost!: string;

  @IsOptional() @Matches(POST_OF_UNIT)
  responsibleSecondPost?: string;

  @IsArray() @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => LegalBasisBody)
  legalBasis!: LegalBasisBody[];

  @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => ClauseBody)
  clauses!: ClauseBody[];

  @ValidateNested() @Type(() => PeriodBody)
  period!: PeriodBody;

  @IsOptional() @Matches(PUBLIC_ID)
  parentContractId?: string;
}

/** A new version of a contract: parties, split and the contract above stay. */
export class VersionBody extends WordingBody {
  @IsString() @MaxLength(2_000)
  reason!: string;
}

/** A signature is given over the version with this fingerprint. */
export class SignatureBody {
  @Matches(FINGERPRINT)
  fingerprint!: string;
}

/** Made outside the platform with the signatory's own, confirmed key. */
class ExternalSignatureBody {
  @Matches(/^[\w-]{43}$/)
  keyId!: string;

  /** Base64. */
  @Matches(/^[A-Za-z0-9+/]{1,2000}={0,2}$/)
  value!: string;
}

/** A signature by the key the platform holds for the signatory, unless one made outside is brought. */
export class SigningBody extends SignatureBody {
  @IsOptional() @ValidateNested() @Type(() => ExternalSignatureBody)
  external?: ExternalSignatureBody;
}

export class OwnKeyBody {
  /** A public key or an X.509 certificate, PEM. */
  @IsString() @MaxLength(20_000)
  pem!: string;
}

export class ConfirmationBody {
  @IsString() @MaxLength(2_000)
  how!: string;
}

export class RemarksBody extends SignatureBody {
  @IsString() @MaxLength(2_000)
  remarks!: string;
}

export class AnswerBody {
  @IsString() @MaxLength(2_000)
  answer!: string;
}

export class ReminderBody {
  @IsIn(sides)
  side!: Side;
}

export class SettlementBody {
  @Matches(CODE)
  code!: string;

  @IsBoolean()
  honoured!: boolean;

  @IsString() @MaxLength(2_000)
  finding!: string;

  /** What reward or penalty came of it. */
  @IsString() @MaxLength(2_000)
  outcome!: string;

  @ValidateIf((_, value) => value !== null) @IsString() @MaxLength(200)
  document!: string | null;
}

export class BreachBody {
  @IsString() @MaxLength(2_000)
  finding!: string;

  @IsArray() @ArrayMaxSize(200) @Matches(CODE, { each: true })
  clauseCodes!: string[];
}

export class TerminationBody {
  @IsString() @MaxLength(2_000)
  reason!: string;
}

export class ArchiveBody {
  @IsString() @MaxLength(200)
  archiveNumber!: string;
}

export class ContractsQuery extends PageQuery {
  @IsOptional() @IsIn(contractStatuses)
  status?: ContractStatus;

  @IsOptional() @Matches(UNIT)
  unitId?: string;

  @IsOptional() @Matches(PUBLIC_ID)
  parentContractId?: string;

  /** Only what waits for a signature on this side. */
  @IsOptional() @IsIn(sides)
  awaitedSide?: Side;
}

export class DocumentQuery {
  /** A version's number; the one in force where none is named. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1)
  version?: number;

  @IsOptional() @Matches(/^\d{1,19}$/)
  after?: string;
}

/** What stands on the paper. */
export class GenuinenessQuery {
  @Type(() => Number) @IsInt() @Min(1)
  v!: number;

  @Matches(FINGERPRINT)
  f!: string;
}
