import { personalDataIn, type Channel, type Disclosure, type RequestKind } from '@zeren/requests-domain';
import type { Integration } from '@zeren/organisation-domain';
import { orNull } from './plans.js';

/** What the operator's screen holds while somebody speaks. */
export type IntakeSaid = {
  readonly channel: Channel;
  readonly kind: RequestKind;
  readonly subject: string;
  readonly words: string;
  readonly matterCode: string;
  readonly areaUnitId: string;
  /** A registered site, and where it stands; null where it is at none. */
  readonly site: { readonly siteId: string; readonly latitude: string; readonly longitude: string } | null;
  readonly disclosure: Disclosure;
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly source: string;
  readonly isUrgent: boolean;
  readonly urgentReason: string;
  readonly integrations: readonly Integration[];
  /** Hashes of photos that were sent. */
  readonly photos: readonly string[];
};

export type SayIntake = (change: Partial<IntakeSaid>) => void;

/** Before a word was said. */
export const nothingSaid = (channel: Channel): IntakeSaid => ({
  channel, kind: 'citizen', subject: '', words: '', matterCode: '', areaUnitId: '', site: null, disclosure: 'open', name: '', phone: '', address: '', source: '', isUrgent: false, urgentReason: '', integrations: [], photos: [],
});

/** Fields without which it cannot be filed, in the order of the screen. */
export type Missing = 'subject' | 'place' | 'urgentReason' | 'phone';

/** Channels that say themselves where a request comes from. */
const saysAll: readonly Channel[] = ['hotline', 'web', 'open311'];
export const asksSource = (channel: Channel): boolean => !saysAll.includes(channel);

/** What keeps it from being filed. Somebody who gives a name, openly or in confidence, is to be reached by phone. */
export const missingIn = ({ subject, areaUnitId, isUrgent, urgentReason, disclosure, phone }: IntakeSaid): readonly Missing[] => [
  ...(subject.trim() === '' ? ['subject' as const] : []),
  ...(areaUnitId === '' ? ['place' as const] : []),
  ...(isUrgent && urgentReason.trim() === '' ? ['urgentReason' as const] : []),
  ...(disclosure !== 'anonymous' && phone.trim() === '' ? ['phone' as const] : []),
];

/** Whether the public line holds what says who somebody is. */
export const namesSomebody = ({ subject }: IntakeSaid): 'phone' | 'id-number' | null => personalDataIn(subject);

const placeOf = ({ areaUnitId, site }: IntakeSaid) =>
  ({ areaUnitId, point: site && { latitude: site.latitude, longitude: site.longitude }, siteId: site?.siteId ?? null });

/** The body with which it is filed. One who is anonymous leaves no contact, whatever was typed before. */
export const filingOf = (said: IntakeSaid): object => ({
  channel: said.channel, kind: said.kind, subject: said.subject.trim(), words: orNull(said.words), matterCode: orNull(said.matterCode),
  place: placeOf(said), disclosure: said.disclosure,
  contact: said.disclosure === 'anonymous' ? null : { name: orNull(said.name), phone: orNull(said.phone), address: orNull(said.address) },
  source: asksSource(said.channel) ? orNull(said.source) : null, urgentReason: said.isUrgent ? said.urgentReason.trim() : null,
  integrations: said.integrations, photos: said.photos,
});
