import { recorded, specifyProjection } from '@zeren/kernel/testing';
import type { RequestPhoto } from '../request/request-values.js';
import { filedRequest, reportedHandling } from '../testing/index.js';
import { namedPhotos } from './named-photo.js';

const photo = (digit: string): RequestPhoto => ({ hash: digit.repeat(64), size: 1, mediaType: 'image/jpeg', takenAt: null, point: null });
const stream = 'request-511900_a';
const said = (occurredAt: string, actorTenantId: string) => ({ occurredAt, actorTenantId });

describe('the photos that are named', () => {
  it('are those of filings, reports and agreements, each in the tenant that sent it, as of when it was named last', () => {
    const { data, ...report } = reportedHandling('511902001') as Extract<ReturnType<typeof reportedHandling>, { type: 'HandlingReported' }>;
    const rows = specifyProjection(namedPhotos).given(
      recorded(filedRequest({ photos: [photo('a'), photo('b')] }), { stream, revision: 0, metadata: said('2013-03-01T02:00:00.000Z', '511900') }),
      recorded({ ...report, data: { ...data, photos: [photo('a')] } }, { stream, revision: 1, metadata: said('2013-03-02T02:00:00.000Z', '511902') }),
      recorded({ type: 'AgreementReached', data: { level: 'town', mediatingUnitId: '511902001', document: '调字1号', hash: 'c'.repeat(64), scan: photo('c'), revisitBy: '2013-04-01' } }, { stream, revision: 2, metadata: said('2013-03-03T02:00:00.000Z', '511902') }),
    ).rows();
    expect(rows.map(({ readerTenantId, id, requestId, namedAt }) => [readerTenantId, id[0], requestId, namedAt])).toEqual([
      ['511900', 'a', '511900_a', '2013-03-01T02:00:00.000Z'], ['511900', 'b', '511900_a', '2013-03-01T02:00:00.000Z'], ['511902', 'a', '511900_a', '2013-03-02T02:00:00.000Z'],
      ['511902', 'c', '511900_a', '2013-03-03T02:00:00.000Z'],
    ]);
  });
});
