import type { RequestPhoto } from '@zeren/requests-domain';
import { bodyOf, sendAll, type Door, type Draft, type KeptPhoto, type Outcome } from './outbox.js';

const draft = (key: string, said: Partial<Draft> = {}): Draft => ({
  key, actorId: 'grid-officer', requestId: 'r1', subject: '', step: 'taking', body: {}, photos: [], madeAt: `2013-05-06T08:00:0${key}.000Z`, attempts: 0, refusal: null, ...said,
});
const photo = (key: string): KeptPhoto => ({ key, bytes: new Blob(['x']), takenAt: '2013-05-06T08:00:00.000Z', point: { latitude: '31.8', longitude: '106.7' }, sent: null });
const stored: RequestPhoto = { hash: 'a'.repeat(64), size: 1, mediaType: 'image/jpeg', takenAt: null, point: null };

/** A phone whose network and service answer as said; everything that goes out is noted. */
const phone = (first: readonly Draft[], answers: Partial<Pick<Door, 'sendPhoto' | 'sendStep'>> = {}) => {
  const kept = new Map(first.map((one) => [one.key, one]));
  const went: string[] = [];
  const door: Door = {
    sendPhoto: (one) => { went.push(`photo ${one.key}`); return answers.sendPhoto?.(one) ?? Promise.resolve({ is: 'done', value: stored }); },
    sendStep: (one) => { went.push(`${one.step} ${one.key}`); return answers.sendStep?.(one) ?? Promise.resolve({ is: 'done', value: undefined }); },
    keep: (one) => { kept.set(one.key, one); return Promise.resolve(); },
    drop: (key) => { kept.delete(key); return Promise.resolve(); },
  };
  return { kept, went, send: () => sendAll([...kept.values()], door) };
};
const passing: Outcome<never> = { is: 'passing' };
const refused: Outcome<never> = { is: 'refused', code: 'request-not-yours', sentence: '不由本单位办理' };

describe('what is done without a network', () => {
  it('is sent later in the order it was done, photos before their step, and then forgotten', async () => {
    const one = phone([draft('2', { step: 'report', photos: [photo('p')] }), draft('1')]);
    await one.send();
    expect(one.went).toEqual(['taking 1', 'photo p', 'report 2']);
    expect([...one.kept.keys()]).toEqual([]);
  });

  it('stays whole while there is still no network, and nothing behind it is tried', async () => {
    const one = phone([draft('1'), draft('2', { requestId: 'r2' })], { sendStep: () => Promise.resolve(passing) });
    await one.send();
    expect(one.went).toEqual(['taking 1']);
    expect([...one.kept.values()].map(({ attempts, refusal }) => [attempts, refusal])).toEqual([[1, null], [0, null]]);
  });

  it('keeps the same key for each attempt, so that a lost answer doubles nothing', async () => {
    const keys: string[] = [];
    const one = phone([draft('1')], { sendStep: ({ key }) => { keys.push(key); return Promise.resolve(keys.length === 1 ? passing : { is: 'done', value: undefined }); } });
    await one.send();
    await one.send();
    expect(keys).toEqual(['1', '1']);
    expect(one.kept.size).toBe(0);
  });

  it('sends a photo that arrived no second time when its step did not', async () => {
    let online = false;
    const one = phone([draft('1', { step: 'report', photos: [photo('p')] })], { sendStep: () => Promise.resolve(online ? { is: 'done', value: undefined } : passing) });
    await one.send();
    online = true;
    await one.send();
    expect(one.went).toEqual(['photo p', 'report 1', 'report 1']);
  });

  it('names its photos by what the service has of them, and a step that shows none names none', async () => {
    const bodies: object[] = [];
    const one = phone([draft('1'), draft('2', { step: 'report', body: { answer: '已清运' }, photos: [photo('p')] })], { sendStep: (sent) => { bodies.push(bodyOf(sent)); return Promise.resolve({ is: 'done', value: undefined }); } });
    await one.send();
    expect(bodies).toEqual([{}, { answer: '已清运', photos: [stored.hash] }]);
  });

  it('is kept with the reason where the service refuses it; later steps on that request wait, others go', async () => {
    const one = phone(
      [draft('1'), draft('2', { step: 'report' }), draft('3', { requestId: 'r2' })],
      { sendStep: ({ key }) => Promise.resolve(key === '1' ? refused : { is: 'done', value: undefined }) },
    );
    await one.send();
    expect(one.went).toEqual(['taking 1', 'taking 3']);
    expect([...one.kept.values()].map(({ key, refusal }) => [key, refusal?.code])).toEqual([['1', 'request-not-yours'], ['2', undefined]]);
    await one.send();
    expect(one.went).toHaveLength(2);
  });

  it('is kept with the reason too where its photo is refused', async () => {
    const one = phone([draft('1', { step: 'report', photos: [photo('p')] })], { sendPhoto: () => Promise.resolve({ is: 'refused', code: 'photo-not-an-image', sentence: '不是照片' }) });
    await one.send();
    expect(one.went).toEqual(['photo p']);
    expect(one.kept.get('1')?.refusal?.code).toBe('photo-not-an-image');
  });
});
