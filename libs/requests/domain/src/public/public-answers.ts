import type { LocalisedText } from '@zeren/kernel';
import type { SiteType } from '@zeren/organisation-domain';
import type { HandlingOutcome, RequestKind } from '../request/request-values.js';
import type { PublicState } from './public-request.js';
import type { Point } from './similar.js';

/** An area, as somebody without an account finds it. */
export type PublicArea = {
  readonly unitId: string;
  readonly name: LocalisedText;
  /** 1 city, 2 district, 3 town, 4 village, 5 grid, as the city's levels name them. */
  readonly level: number;
  readonly hasAreas: boolean;
};

/** A site, as somebody without an account finds it. */
export type PublicSite = {
  readonly siteId: string;
  readonly name: LocalisedText;
  readonly siteType: SiteType;
  readonly point: Point;
  /** The areas in which it lies, from right below the tenant's own down to the smallest. */
  readonly areaUnitIds: readonly string[];
};

/** A class of matters, as somebody without an account finds it. */
export type PublicMatter = {
  readonly code: string;
  readonly kind: RequestKind;
  readonly name: LocalisedText;
  readonly majorCode: string;
  readonly majorName: LocalisedText;
};

/** A tenant whose front door is open. */
export type PublicTenant = {
  readonly tenantId: string;
  readonly name: LocalisedText;
  /** What its city calls its levels, from the city down. */
  readonly levels: readonly LocalisedText[];
  /** Address of map tiles, with {z}, {x} and {y}; null where maps have a plain ground. */
  readonly tileUrl: string | null;
  /** Whose tiles they are, as plain text; shown on every map that has them. */
  readonly tileAttribution: string | null;
};

/** A request on the public page. */
export type PublicRequest = {
  /** Opaque; who asks for the same names it. */
  readonly id: string;
  readonly kind: RequestKind;
  readonly subject: string;
  readonly matterCode: string | null;
  readonly matterName: LocalisedText | null;
  readonly areaUnitId: string;
  readonly areaName: LocalisedText | null;
  readonly point: Point | null;
  readonly state: PublicState;
  /** Who answers. */
  readonly unitName: LocalisedText | null;
  readonly askedBy: number;
  readonly filedAt: string;
  readonly answeredAt: string | null;
  readonly dueAt: string | null;
  readonly outcome: HandlingOutcome | null;
  readonly answer: string | null;
  /** Hashes of the photos that came with the answer. */
  readonly photos: readonly string[];
};

/** A request that may be about the same. */
export type SimilarRequest = Pick<PublicRequest, 'id' | 'subject' | 'state' | 'point' | 'askedBy' | 'filedAt'>;

/** What whoever asked is told at once. */
export type FilingAnswer = { readonly id: string; readonly revision: number; readonly position: string; readonly receipt: string; readonly secret: string };

/** How a request stands, for whoever asked; nothing in it says who that is. */
export type FollowedRequest = Omit<PublicRequest, 'id'> & {
  readonly receipt: string;
  /** Its id on the public page, where the photos of the answer are found too; null where it does not stand there. */
  readonly publicId: string | null;
  /** Whether it went into another of the same, the course of which this is. */
  readonly isMerged: boolean;
  /** Whether the answer can be rated, and whether the request can be taken up again. */
  readonly canRate: boolean;
  readonly canReopen: boolean;
  /** How this receipt rated the present answer; null where it did not. */
  readonly satisfied: boolean | null;
};
