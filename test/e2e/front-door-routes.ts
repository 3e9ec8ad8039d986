import { get, post } from '@zeren/http/testing';
import type { FilingAnswer, RequesterShown, RequestPhoto } from '@zeren/requests-domain';
import { CITY, DISTRICT, STRANGER } from './city.js';
import type { Product } from './product.js';
import type { Holdings, Outsider, Route } from './routes.js';

/** What somebody without an account filed with the city: with a photo, and in a name. */
export type FrontDoor = { readonly frontDoor: { readonly requestId: string; readonly photoHash: string; readonly requesterId: string; readonly keyId: string } };

const none = `${CITY}_aaaaaaaaaaaaaaaa`;
export const noFrontDoor: FrontDoor = { frontDoor: { requestId: none, photoHash: 'a'.repeat(64), requesterId: none, keyId: 'aaaaaaaaaaaa' } };

const office = `${CITY}.city-office`;
const strangersOffice = `${STRANGER}.district-office`;
const PHONE = '13800138000';

/** A picture of one point. */
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const photoTo = (path: string) => post(`/api/v1/${path}?mediaType=image/png`, picture).with('Content-Type', 'application/octet-stream');

/** Files through the front door, and registers a key for Open311. */
export const openFrontDoor = async (product: Product): Promise<FrontDoor> => {
  const { hash } = await product.done<RequestPhoto>(office, photoTo(`public/${CITY}/photos`));
  const filing = { subject: '桥头路灯', place: { areaUnitId: `${DISTRICT}001` }, photos: [hash], contact: { name: '马某', phone: PHONE } };
  const { id } = await product.done<FilingAnswer>(office, post(`/api/v1/public/${CITY}/requests`, filing));
  const { items } = await product.done<{ items: readonly RequesterShown[] }>(office, get(`/api/v1/requests/${id}/requesters?purpose=answer`));
  const { keyId } = await product.done<{ keyId: string }>(office, post('/api/v1/open311-keys', { name: '市民应用' }));
  return { frontDoor: { requestId: id, photoHash: hash, requesterId: items[0]?.keyId ?? '', keyId } };
};

const route = (outsider: Outsider, request: (of: Holdings) => ReturnType<typeof get>): Route => ({ owner: office, other: strangersOffice, outsider, request });

/** Who asks, the photos, and the keys of other systems. */
export const frontDoorRoutes: Readonly<Record<string, Route>> = {
  'GET /api/v1/requests/{id}/requesters': route('hidden', ({ frontDoor }) => get(`/api/v1/requests/${frontDoor.requestId}/requesters?purpose=answer`)),
  'GET /api/v1/requests/{id}/photos/{hash}': route('hidden', ({ frontDoor }) => get(`/api/v1/requests/${frontDoor.requestId}/photos/${frontDoor.photoHash}`)),
  'POST /api/v1/request-photos': route('own', () => photoTo('request-photos')),
  'POST /api/v1/requesters/search': route('own', () => post('/api/v1/requesters/search', { phone: PHONE })),
  'POST /api/v1/requesters/{id}/erasure': route('hidden', ({ frontDoor }) => post(`/api/v1/requesters/${frontDoor.requesterId}/erasure`, { reason: '本人申请' })),
  'POST /api/v1/open311-keys': route('own', () => post('/api/v1/open311-keys', { name: '另一应用' })),
  'GET /api/v1/open311-keys': route('own', () => get('/api/v1/open311-keys')),
  'POST /api/v1/open311-keys/{keyId}/revocation': route('hidden', ({ frontDoor }) => post(`/api/v1/open311-keys/${frontDoor.keyId}/revocation`)),
};

const inPublic = (...routes: readonly (readonly [method: string, path: string])[]): readonly string[] =>
  routes.map(([method, path]) => `${method} /api/v1/public/{tenantId}${path}`);
const inBothForms = (...paths: readonly string[]): readonly string[] => paths.flatMap((path) => [`${path}.json`, `${path}.xml`]);

/** Open to anybody: they say nothing of who asks, and of what is asked only what was accepted and is nobody's secret. */
export const openFrontDoorRoutes: readonly string[] = [
  ...inPublic(
    ['GET', ''], ['GET', '/matters'], ['GET', '/areas'], ['GET', '/sites'], ['GET', '/similar'], ['GET', '/requests'], ['POST', '/requests'], ['POST', '/photos'], ['GET', '/requests/{id}/photos/{hash}'],
    ['GET', '/receipts/{receipt}'], ['POST', '/receipts/{receipt}/rating'], ['POST', '/receipts/{receipt}/reopening'],
  ),
  ...inBothForms('GET /open311/v2/discovery', 'GET /open311/v2/services', 'GET /open311/v2/requests', 'POST /open311/v2/requests'),
  'GET /open311/v2/services/{name}', 'GET /open311/v2/requests/{name}', 'GET /open311/v2/tokens/{name}',
];
