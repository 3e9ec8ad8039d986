import { PageQuery } from '@zeren/http';
import { integrations, type Integration } from '@zeren/organisation-domain';
import {
  requestLanes, requestStatuses, type Channel, type Contact, type Disclosure, type HandlingOutcome, type MediationLevel, type RequestKind, type RequestLane, type RequestStatus,
} from '@zeren/requests-domain';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsISO8601, IsNotEmpty, IsOptional, IsString, Matches, MaxLength, ValidateNested,
} from 'class-validator';

const PUBLIC_ID = /^[^_\s]{1,20}_\S{1,150}$/;
const HASH = /^[0-9a-f]{64}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

export const channels: readonly Channel[] = ['hotline', 'web', 'hearing', 'patrol', 'questionnaire', 'media', 'open311'];
export const requestKinds: readonly RequestKind[] = ['citizen', 'enterprise', 'dispute'];
const disclosures: readonly Disclosure[] = ['open', 'confidential', 'anonymous'];
const outcomes: readonly HandlingOutcome[] = ['solved', 'explained', 'closed'];
const ways = ['page', 'phone', 'visit', 'open'] as const;
const levels: readonly MediationLevel[] = ['village', 'town', 'district'];

export class PointBody {
  /** Degrees (WGS 84), north positive, as decimal text. */
  @Matches(/^-?(?:90(?:\.0+)?|[0-8]?\d(?:\.\d{1,8})?)$/)
  latitude!: string;

  /** Degrees (WGS 84), east positive, as decimal text. */
  @Matches(/^-?(?:180(?:\.0+)?|(?:1[0-7]\d|\d?\d)(?:\.\d{1,8})?)$/)
  longitude!: string;
}

export class PlaceBody {
  @IsString() @IsNotEmpty() @MaxLength(100)
  areaUnitId!: string;

  @IsOptional() @ValidateNested() @Type(() => PointBody)
  point: PointBody | null = null;

  @IsOptional() @IsString() @MaxLength(170)
  siteId: string | null = null;
}

export class ContactBody implements Contact {
  @IsOptional() @IsString() @MaxLength(100)
  name: string | null = null;

  @IsOptional() @IsString() @MaxLength(40)
  phone: string | null = null;

  @IsOptional() @IsString() @MaxLength(200)
  address: string | null = null;
}

/** What a filing says, whoever files. */
export class FilingBody {
  /** A line that says nothing of a person. */
  @IsString() @IsNotEmpty() @MaxLength(200)
  subject!: string;

  /** Words of one's own; sealed before they are stored. */
  @IsOptional() @IsString() @MaxLength(4_000)
  words: string | null = null;

  @IsOptional() @IsIn(requestKinds)
  kind: RequestKind = 'citizen';

  /** A class of the catalogue; left out, the dispatcher finds it. */
  @IsOptional() @IsString() @MaxLength(40)
  matterCode: string | null = null;

  @ValidateNested() @Type(() => PlaceBody)
  place!: PlaceBody;

  @IsOptional() @IsIn(disclosures)
  disclosure: Disclosure = 'open';

  @IsOptional() @ValidateNested() @Type(() => ContactBody)
  contact: ContactBody | null = null;

  /** SHA-256 of photos that were taken in before. */
  @IsOptional() @IsArray() @ArrayMaxSize(9) @ArrayUnique() @Matches(HASH, { each: true })
  photos: string[] = [];

  @IsOptional() @IsArray() @ArrayUnique() @IsIn(integrations, { each: true })
  integrations: Integration[] = [];

  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(500)
  urgentReason: string | null = null;
}

/** What an officer enters for somebody, or has seen. */
export class OfficersFilingBody extends FilingBody {
  @IsIn(channels)
  channel!: Channel;

  /** The hearing, the questionnaire, the medium's report. */
  @IsOptional() @IsString() @MaxLength(300)
  source: string | null = null;

  /** Whether it is taken on and routed in the same breath, where its class is known and the caller takes requests in. */
  @IsOptional() @IsBoolean()
  atOnce: boolean = true;
}

export class AcceptanceBody {
  @IsString() @IsNotEmpty() @MaxLength(40)
  matterCode!: string;
}

export class ReasonBody {
  @IsString() @MaxLength(1_000)
  reason!: string;
}

export class ReclassificationBody extends ReasonBody {
  @IsString() @IsNotEmpty() @MaxLength(40)
  matterCode!: string;
}

export class NamedUnitsBody extends ReasonBody {
  @IsString() @IsNotEmpty() @MaxLength(100)
  leadUnitId!: string;

  @IsOptional() @IsArray() @ArrayMaxSize(20) @ArrayUnique() @IsString({ each: true }) @MaxLength(100, { each: true })
  supportingUnitIds: string[] = [];

  @IsOptional() @IsString() @MaxLength(120)
  officerPostId: string | null = null;
}

export class DispatchBody {
  /** Whom the dispatcher names; left out, the matrix says. */
  @IsOptional() @ValidateNested() @Type(() => NamedUnitsBody)
  byHand: NamedUnitsBody | null = null;
}

export class OwnershipBody extends NamedUnitsBody {
  /** Whether the ruling becomes a new version of the matrix. */
  @IsBoolean()
  intoMatrix!: boolean;
}

export class ReturnDecisionBody extends ReasonBody {
  @IsIn(['accepted', 'refused'])
  decision!: 'accepted' | 'refused';
}

export class NoteBody {
  @IsOptional() @IsString() @MaxLength(2_000)
  note: string = '';
}

export class StageBody extends NoteBody {
  @IsString() @IsNotEmpty() @MaxLength(40)
  stageCode!: string;
}

export class PartBody extends NoteBody {
  @IsString() @IsNotEmpty() @MaxLength(100)
  unitId!: string;

  @IsOptional() @IsArray() @ArrayMaxSize(9) @ArrayUnique() @Matches(HASH, { each: true })
  photos: string[] = [];
}

export class ReportBody {
  @IsIn(outcomes)
  outcome!: HandlingOutcome;

  @IsString() @MaxLength(4_000)
  answer!: string;

  @IsOptional() @IsArray() @ArrayMaxSize(9) @ArrayUnique() @Matches(HASH, { each: true })
  photos: string[] = [];

  @IsOptional() @ValidateNested() @Type(() => PointBody)
  point: PointBody | null = null;
}

export class DeferralBody extends ReasonBody {
  @Matches(INSTANT) @IsISO8601({ strict: true })
  until!: string;
}

/** What the unit that asked for a deferral is told. */
export class DeferralDecisionBody extends ReasonBody {
  @IsIn(['granted', 'refused'])
  decision!: 'granted' | 'refused';

  /** What is granted; left out, it is what was asked for. */
  @IsOptional() @Matches(INSTANT) @IsISO8601({ strict: true })
  until: string | null = null;
}

export class FeedbackBody {
  @IsIn(ways)
  way!: (typeof ways)[number];
}

export class CallBackBody extends NoteBody {
  @IsBoolean()
  reached!: boolean;
}

export class SatisfactionBody {
  @IsBoolean()
  satisfied!: boolean;

  @IsOptional() @IsString() @MaxLength(2_000)
  words: string | null = null;
}

/** An officer rates for somebody who said so on the phone: for whoever asked first, where no receipt is named. */
export class RatingBody extends SatisfactionBody {
  @IsOptional() @IsString() @MaxLength(40)
  receipt: string | null = null;
}

export class ClosureBody {
  @IsOptional() @IsString() @MaxLength(1_000)
  reason: string | null = null;
}

export class MergeBody extends ReasonBody {
  @Matches(PUBLIC_ID)
  intoRequestId!: string;
}

export class MediationBody {
  @IsIn(levels)
  level!: MediationLevel;

  @IsString() @IsNotEmpty() @MaxLength(100)
  mediatingUnitId!: string;
}

export class AgreementBody {
  @IsString() @MaxLength(100)
  document!: string;

  /** SHA-256 of a scan that is kept elsewhere. */
  @IsOptional() @Matches(HASH)
  hash: string | null = null;

  /** SHA-256 of a scan that was taken in before, as photos are. */
  @IsOptional() @Matches(HASH)
  scan: string | null = null;

  @Matches(DATE)
  revisitBy!: string;
}

export class RevisitBody extends NoteBody {
  @IsBoolean()
  kept!: boolean;
}

export const requestOrders = ['dueAt', '-dueAt', 'filedAt', '-filedAt'] as const;
export type RequestOrder = (typeof requestOrders)[number];

export const askedLanes = [...requestLanes, 'mine', 'overdue', 'deferral-asked'] as const;
export type AskedLane = RequestLane | 'mine' | 'overdue' | 'deferral-asked';

const trueOrFalse = ({ value }: { value: unknown }): unknown => (value === 'true' ? true : value === 'false' ? false : value);

export class LanesQuery {
  /** Of those alone that count under this one of the four integrations. */
  @IsOptional() @IsIn(integrations)
  integration?: Integration;

  @IsOptional() @Matches(/^\d{1,19}$/)
  after?: string;
}

export class RequestQuery extends PageQuery {
  @IsOptional() @IsIn(requestStatuses)
  status?: RequestStatus;

  /** What it waits for; `mine`, what the caller's own unit has in hand; `overdue`, whatever has passed a deadline; `deferral-asked`, of which the unit asked for a deferral. */
  @IsOptional() @IsIn(askedLanes)
  lane?: AskedLane;

  /** The unit that leads. */
  @IsOptional() @IsString() @MaxLength(100)
  unitId?: string;

  /** A unit that supports. */
  @IsOptional() @IsString() @MaxLength(100)
  supportingUnitId?: string;

  /** An area: what lies in it or below it. */
  @IsOptional() @IsString() @MaxLength(100)
  areaUnitId?: string;

  @IsOptional() @IsString() @MaxLength(40)
  matterCode?: string;

  @IsOptional() @IsIn(requestKinds)
  kind?: RequestKind;

  @IsOptional() @IsIn(channels)
  channel?: Channel;

  @IsOptional() @IsIn(integrations)
  integration?: Integration;

  @IsOptional() @Transform(trueOrFalse) @IsBoolean()
  overdue?: boolean;

  /** Part of the subject, or a receipt. */
  @IsOptional() @IsString() @MaxLength(100)
  search?: string;

  @IsOptional() @IsIn(requestOrders)
  sort: RequestOrder = 'dueAt';
}
