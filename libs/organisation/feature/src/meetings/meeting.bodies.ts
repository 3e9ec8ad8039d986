import { PageQuery } from '@zeren/http';
import type { Attendance, MeetingRow } from '@zeren/organisation-domain';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { DATE, NameBody } from '../leadership/leadership.bodies.js';

const PUBLIC_ID = /^[^_\s]{1,20}_\S{1,150}$/;
const presences = ['present', 'represented', 'absent'] as const satisfies readonly Attendance['presence'][];
const statuses = ['convened', 'held', 'called-off'] as const satisfies readonly MeetingRow['status'][];

class AgendaItemBody {
  @IsInt() @Min(1) @Max(100)
  number!: number;

  @IsString() @MaxLength(500)
  subject!: string;

  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(100)
  reportingUnitId: string | null = null;
}

class ArrangementBody {
  @Matches(DATE)
  plannedOn!: string;

  @IsString() @MaxLength(200)
  place!: string;

  @IsArray() @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => AgendaItemBody)
  agenda!: AgendaItemBody[];
}

export class MeetingBody extends ArrangementBody {
  @ValidateNested() @Type(() => NameBody)
  title!: NameBody;

  @IsOptional() @Matches(PUBLIC_ID)
  groupId: string | null = null;

  @IsString() @IsNotEmpty() @MaxLength(120)
  chairPostId!: string;

  @IsArray() @ArrayMaxSize(200) @IsString({ each: true }) @MaxLength(120, { each: true })
  invitedPostIds!: string[];
}

export class RearrangementBody extends ArrangementBody {
  @IsString() @MaxLength(500)
  reason!: string;
}

export class CallingOffBody {
  @IsString() @MaxLength(500)
  reason!: string;
}

class AttendanceBody {
  @IsString() @IsNotEmpty() @MaxLength(120)
  postId!: string;

  @IsIn(presences)
  presence!: Attendance['presence'];

  @IsOptional() @IsString() @MaxLength(120)
  representedBy: string | null = null;
}

class DecisionBody {
  @IsInt() @Min(1) @Max(200)
  number!: number;

  @IsInt() @Min(1) @Max(100)
  agendaItem!: number;

  @IsString() @MaxLength(2_000)
  text!: string;

  @IsString() @IsNotEmpty() @MaxLength(100)
  leadUnitId!: string;

  @Matches(DATE)
  dueOn!: string;
}

export class MinutesBody {
  @Matches(DATE)
  heldOn!: string;

  @IsString() @MaxLength(200)
  minutesNumber!: string;

  @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => AttendanceBody)
  attendance!: AttendanceBody[];

  @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => DecisionBody)
  decisions!: DecisionBody[];
}

export class MeetingsQuery extends PageQuery {
  @IsOptional() @IsIn(statuses)
  status?: MeetingRow['status'];

  @IsOptional() @Matches(PUBLIC_ID)
  groupId?: string;
}
