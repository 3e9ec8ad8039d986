import { personalDataIn, type Disclosure, type Point, type PublicMatter, type PublicSite } from '@zeren/requests-domain';

/** What a form of the front door holds. */
export type DoorSaid = {
  readonly matter: PublicMatter | null;
  readonly subject: string;
  readonly words: string;
  /** From the city's district down to the smallest area that was chosen. */
  readonly areas: readonly string[];
  readonly point: Point | null;
  /** A registered site, which says area and point. */
  readonly site: PublicSite | null;
  readonly photos: readonly string[];
  readonly disclosure: Disclosure;
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly sameAs: string | null;
};

export const nothingSaid: DoorSaid = {
  matter: null, subject: '', words: '', areas: [], point: null, site: null, photos: [], disclosure: 'open', name: '', phone: '', address: '', sameAs: null,
};

/** What a choice of place changes: a site says area and point; whatever else is chosen by hand is no longer the site. */
export const placed = {
  atSite: (site: PublicSite): Partial<DoorSaid> => ({ site, point: site.point, ...(site.areaUnitIds.length > 0 && { areas: site.areaUnitIds }), sameAs: null }),
  atPoint: (point: Point | null): Partial<DoorSaid> => ({ site: null, point, sameAs: null }),
  inAreas: ({ site, point }: DoorSaid, areas: readonly string[]): Partial<DoorSaid> => ({ site: null, point: site ? null : point, areas, sameAs: null }),
};

/** What is still to be said before it can be sent. */
export const missingIn = ({ subject, areas, disclosure, name, phone }: DoorSaid): readonly ('subject' | 'where' | 'who')[] => [
  ...(subject.trim() === '' ? ['subject'] as const : []),
  ...(areas.length === 0 ? ['where'] as const : []),
  ...(disclosure !== 'anonymous' && name.trim() === '' && phone.trim() === '' ? ['who'] as const : []),
];

/** Whether the line that anybody can read says who somebody is. */
export const isPersonal = ({ subject }: DoorSaid): boolean => personalDataIn(subject) !== null;

const textOf = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** The body of a filing. Who stays anonymous tells nothing, whatever was typed before. */
export const filingOf = ({ matter, subject, words, areas, point, site, photos, disclosure, name, phone, address, sameAs }: DoorSaid): object => ({
  subject: subject.trim(),
  words: textOf(words),
  kind: matter?.kind ?? 'citizen',
  matterCode: matter?.code ?? null,
  place: { areaUnitId: areas.at(-1) ?? '', point, siteId: site?.siteId ?? null },
  photos,
  disclosure,
  contact: disclosure === 'anonymous' ? null : { name: textOf(name), phone: textOf(phone), address: textOf(address) },
  sameAs,
});

export const PHOTO = { types: ['image/jpeg', 'image/png', 'image/webp'], bytes: 10 * 1024 * 1024, most: 9 } as const;

/** Why a file cannot be sent as a photo; undefined where it can. */
export const photoFault = ({ type, size }: Pick<File, 'type' | 'size'>): 'notPhoto' | 'tooLarge' | undefined => {
  if (!(PHOTO.types as readonly string[]).includes(type)) return 'notPhoto';
  return size > PHOTO.bytes ? 'tooLarge' : undefined;
};
