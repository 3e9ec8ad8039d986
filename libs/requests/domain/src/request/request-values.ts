import type { Decimal, LocalisedText } from '@zeren/kernel';
import type { Deadline } from '@zeren/organisation-domain';

/** By which way a request came in. */
export type Channel = 'hotline' | 'web' | 'hearing' | 'patrol' | 'questionnaire' | 'media' | 'open311';

/** A citizen's request, an enterprise's need with its joint answer, a dispute that is mediated. */
export type RequestKind = 'citizen' | 'enterprise' | 'dispute';

/** Who may learn who asks: the handling unit too, only those who speak with the requester, nobody. */
export type Disclosure = 'open' | 'confidential' | 'anonymous';

/** Where it is: a unit's area, and a point where one was given. */
export type RequestPlace = {
  /** The smallest area known: grid, village, town, district or city. */
  readonly areaUnitId: string;
  /** Degrees (WGS 84), north and east positive; null where only the area is known. */
  readonly point: { readonly latitude: Decimal; readonly longitude: Decimal } | null;
  /** A registered site, by its id; null where it is none. */
  readonly siteId: string | null;
};

/** A photo that was taken in, cleaned of everything but the picture. */
export type RequestPhoto = {
  /** SHA-256 of the stored bytes, lower-case hex. */
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
  /** When and where it was taken, where that is what it shows; UTC, degrees (WGS 84). */
  readonly takenAt: string | null;
  readonly point: RequestPlace['point'];
};

/** Text that only its person's key opens (AES-256-GCM); without the key nobody can read it again. */
export type Sealed = {
  /** Whose key: a requester's id, or the request's own where it is anonymous. */
  readonly keyId: string;
  /** Base64. */
  readonly nonce: string;
  /** Base64, with the authentication tag at its end. */
  readonly text: string;
};

/** A unit that works on a request, with the tenant to which the unit belongs. */
export type HandlingUnit = { readonly unitId: string; readonly tenantId: string };

/** How a unit was found. */
export type Route =
  | {
    readonly by: 'matrix';
    readonly matrixVersion: number;
    /** The row that decided, by its id, and the area and class it names. */
    readonly rowId: string; readonly areaUnitId: string; readonly matterCode: string;
    /** Whether the lead was taken one or more levels above the row's, because the request is urgent. */
    readonly isRaised: boolean;
  }
  | { readonly by: 'hand'; readonly reason: string }
  | { readonly by: 'arbitration'; readonly reason: string };

/** What a dispatched unit is to have done by when; the last one is the end of handling. */
export type HandlingStage = { readonly code: string; readonly name: LocalisedText; readonly deadline: Due };

/** A deadline that is watched: counted from a moment, reminded of before it and after it, and then told to one level up. UTC, ISO 8601. */
export type Due = Deadline & {
  readonly from: string;
  /** When whoever has it is reminded beforehand. */
  readonly remindAt: string;
  /** When one level up takes notice, if it still stands open. */
  readonly escalateAt: string;
};

/** What a request says, from the day it is filed on. */
export type RequestContent = {
  /** The tenant with which it was filed. */
  readonly ownerTenantId: string;
  /** Told to the requester; with its secret it opens the request without an account. */
  readonly receipt: string;
  readonly channel: Channel;
  readonly kind: RequestKind;
  /** What it is about, in a line that says nothing of a person. */
  readonly subject: string;
  /** The requester's own words. */
  readonly words: Sealed | null;
  readonly place: RequestPlace;
  readonly disclosure: Disclosure;
  /** Null where the requester stays anonymous. */
  readonly requesterId: string | null;
  readonly photos: readonly RequestPhoto[];
  /** Values of the four integrations, by which views can be cut. */
  readonly integrations: readonly string[];
  /** Why it enters at a higher level at once; null where it does not. */
  readonly urgentReason: string | null;
  /** Where it comes from: the hearing, the questionnaire, the medium's report; null where the channel says all. */
  readonly source: string | null;
  /** UTC, ISO 8601: the requester's clock runs from here. */
  readonly filedAt: string;
};

/** How handling ended. They are told apart everywhere: dealt with; cannot be now, and why; ended without being dealt with. */
export type HandlingOutcome = 'solved' | 'explained' | 'closed';

/** The four fast stages, each with a clock of its own. */
export type FastStage = 'acceptance' | 'dispatch' | 'handling' | 'feedback';
