import { PageQuery } from '@zeren/http';
import { integrations, type Integration } from '@zeren/organisation-domain';
import { exceptionKinds, registerKinds, registerStatuses, type ExceptionKind, type RegisterKind, type RegisterStatus } from '@zeren/tasks-domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize, IsArray, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateNested,
} from 'class-validator';
import { MeasuredValueBody } from './tasks.bodies.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const PUBLIC_ID = /^[^_\s]{1,20}_\S{1,150}$/;

export class SuccessorBody {
  @IsString() @IsNotEmpty() @MaxLength(100)
  unitId!: string;

  @IsString() @IsNotEmpty() @MaxLength(20)
  unitTenantId!: string;

  @IsString() @MaxLength(100)
  accountablePostId!: string;
}

class WithReason {
  @IsString() @MaxLength(2_000)
  reason!: string;
}

export class ObjectionBody extends WithReason {}

class AnswerBody extends WithReason {
  /** Whom the task goes to instead, where it is taken back. */
  @IsOptional() @ValidateNested() @Type(() => SuccessorBody)
  successor: SuccessorBody | null = null;
}

export class ObjectionAnswerBody extends AnswerBody {
  @IsIn(['accepted', 'refused'])
  answer!: 'accepted' | 'refused';
}

export class RulingBody extends AnswerBody {
  @IsIn(['stands', 'withdrawn'])
  ruling!: 'stands' | 'withdrawn';

  /** Number of the document that holds the ruling. */
  @IsString() @MaxLength(200)
  document!: string;
}

export class ExceptionBody extends WithReason {
  @IsIn(exceptionKinds)
  kind!: ExceptionKind;

  /** For an extension or a deferral. */
  @IsOptional() @IsInt() @Min(1900) @Max(2200)
  year: number | null = null;

  /** The day asked for, for an extension or a deferral. */
  @IsOptional() @Matches(DATE)
  until: string | null = null;

  /** For an explanation: to whom it was given. */
  @IsOptional() @IsString() @MaxLength(500)
  explainedTo: string | null = null;
}

export class ExceptionDecisionBody extends AnswerBody {
  @IsIn(['granted', 'refused'])
  decision!: 'granted' | 'refused';
}

export class ProgressBody {
  @IsInt() @Min(1900) @Max(2200)
  year!: number;

  @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => MeasuredValueBody)
  values!: MeasuredValueBody[];

  @Matches(DATE)
  measuredOn!: string;

  @IsOptional() @IsArray() @ArrayMaxSize(50) @Matches(PUBLIC_ID, { each: true })
  evidenceIds: string[] = [];

  @IsString() @MaxLength(2_000)
  note!: string;
}

export class ProgressCorrectionBody extends WithReason {
  @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => MeasuredValueBody)
  values!: MeasuredValueBody[];
}

export class FalseReportBody {
  @IsString() @MaxLength(2_000)
  finding!: string;
}

export class RegisterQuery extends PageQuery {
  @IsOptional() @IsIn(registerKinds)
  kind?: RegisterKind;

  @IsOptional() @IsIn(registerStatuses)
  status?: RegisterStatus;

  @IsOptional() @Matches(PUBLIC_ID)
  campaignId?: string;

  @IsOptional() @IsString() @MaxLength(100)
  unitId?: string;

  @IsOptional() @Matches(PUBLIC_ID)
  taskId?: string;

  /** Of tasks that count under this one of the four integrations, by themselves or by their campaign. */
  @IsOptional() @IsIn(integrations)
  integration?: Integration;
}

export class ObjectionTermsBody {
  @IsInt() @Min(0) @Max(60)
  workingDays!: number;

  @IsInt() @Min(0) @Max(10)
  refusals!: number;
}
