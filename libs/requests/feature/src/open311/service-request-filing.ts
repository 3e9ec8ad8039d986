import { Injectable } from '@nestjs/common';
import type { CommandContext } from '@zeren/event-store';
import { ProblemError } from '@zeren/http';
import { personalDataIn, type Contact, type PublicMatter } from '@zeren/requests-domain';
import { PlaceSites } from '../public/place-sites.js';
import { RequestFiling, type Filed } from '../request/request-filing.js';
import type { Grounds } from '../request/request-grounds.js';
import { FilingBody } from '../request/request.bodies.js';
import type { ServiceRequestBody } from './open311.bodies.js';

/** Characters of a description that can stand as the line anybody reads. */
const SUBJECT = 100;

const joined = (parts: readonly (string | undefined)[], between: string): string | null => {
  const text = parts.map((part) => part?.trim() ?? '').filter((part) => part !== '').join(between);
  return text === '' ? null : text;
};

const textOf = (...parts: readonly (string | undefined)[]): string | null => joined(parts, ' ');

/** Each of its parts on a line of its own: what was said, where in words, and where a picture lies. */
const linesOf = (...parts: readonly (string | undefined)[]): string | null => joined(parts, '\n');

const contactOf = ({ first_name: first, last_name: last, phone, email, address_string: address }: ServiceRequestBody): Contact | null => {
  const [name, number] = [textOf(last, first), textOf(phone)];
  return name === null && number === null && textOf(email) === null ? null : { name, phone: number, address: textOf(email, address) };
};

/** A description that is short and says nothing of a person is the subject; else the service's name is, and the description stays sealed. */
const subjectOf = (description: string | null, { name }: PublicMatter): string =>
  (description !== null && description.length <= SUBJECT && !description.includes('\n') && personalDataIn(description) === null ? description : name.zh);

const SIX_PLACES = 6;

/** A service request as a filing. Refuses one that says no place at all. */
const filingOf = (body: ServiceRequestBody, matter: PublicMatter, tenantId: string): FilingBody => {
  const { lat, long, address_id: addressId, 'attribute[area]': area, address_string: address, media_url: media } = body;
  const point = lat !== undefined && long !== undefined ? { latitude: Number(lat).toFixed(SIX_PLACES), longitude: Number(long).toFixed(SIX_PLACES) } : null;
  if (!point && addressId === undefined && area === undefined && textOf(address) === null) throw new ProblemError(400, 'open311-place-missing', { field: 'lat' });
  const description = textOf(body.description);
  const contact = contactOf(body);
  return Object.assign(new FilingBody(), {
    subject: subjectOf(description, matter),
    words: linesOf(description ?? undefined, address, media),
    kind: matter.kind,
    matterCode: matter.code,
    place: { areaUnitId: area ?? addressId ?? tenantId, point, siteId: null },
    disclosure: contact === null ? 'anonymous' : (body['attribute[disclosure]'] ?? 'open'),
    contact,
  } satisfies Partial<FilingBody>);
};

/** Files what other systems send in the words of GeoReport v2. */
@Injectable()
export class ServiceRequestFiling {
  constructor(
    private readonly filing: RequestFiling,
    private readonly sites: PlaceSites,
  ) {}

  /** A point that names no area lies in that of the site next to it; where none is near, in the whole of the tenant's. */
  async file(body: ServiceRequestBody, matter: PublicMatter, { day }: Grounds, context: CommandContext): Promise<Filed> {
    const { tenantId } = context.caller;
    const filing = filingOf(body, matter, tenantId);
    const { areaUnitId, point } = filing.place;
    if (areaUnitId === tenantId && point) filing.place.areaUnitId = (await this.sites.nearest(tenantId, point, day))?.areaUnitId ?? tenantId;
    return this.filing.file(this.filing.streamOf(context), filing, { channel: 'open311', source: null, atOnce: false }, context);
  }
}
