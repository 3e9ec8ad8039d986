import { collect, jsonEvent, link, refusal, takeResolved, type ClientUnderTest, type Position, type Resolved } from './client-under-test.js';
import { freshStream, withNode } from './node-under-test.js';

const types = (events: Resolved[]): (string | undefined)[] => events.map(({ event }) => event?.type);

export function readSuite(client: ClientUnderTest): void {
  describe(`${client.name}: reading a stream`, () => {
    const context = withNode(client);
    const stream = freshStream('read');
    beforeAll(async () => {
      await context.store.append(stream, Array.from({ length: 10 }, (_, n) => jsonEvent(`e${n}`)));
    });

    it.each([
      ['forwards from the start', {}, ['e0', 'e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7', 'e8', 'e9']],
      ['forwards from a revision, that one included', { from: 7n }, ['e7', 'e8', 'e9']],
      ['forwards no more than asked for', { from: 2n, maxCount: 2 }, ['e2', 'e3']],
      ['forwards from revision 0', { from: 0n, maxCount: 1 }, ['e0']],
      ['nothing beyond the last revision', { from: 10n }, []],
      ['nothing from a revision beyond 2^53', { from: 2n ** 60n }, []],
      ['backwards from the end', { backwards: true, from: 'end' as const, maxCount: 3 }, ['e9', 'e8', 'e7']],
      ['backwards from a revision, that one included', { backwards: true, from: 1n }, ['e1', 'e0']],
      ['backwards from beyond the last', { backwards: true, from: 99n, maxCount: 1 }, ['e9']],
      ...client.turnsAtEnds ? [] : [
        ['nothing from the end on', { from: 'end' }, []] as const,
        ['backwards from the start', { backwards: true, from: 'start' }, ['e0']] as const,
      ],
    ] as const)('gives %s', async (_title, options, expected) => {
      expect(types(await collect(context.store.readStream(stream, options)))).toEqual(expected);
    });

    it('does not find a stream nobody wrote', async () => {
      const missing = freshStream('责任');
      const notFound = await refusal(context.store.readStream(missing));
      expect([notFound.type, notFound.streamName]).toEqual(['stream-not-found', missing]);
    });

    it('may be left in the middle', async () => {
      const long = freshStream();
      await context.store.append(long, Array.from({ length: 5_000 }, (_, n) => jsonEvent('n', { n })));
      for await (const { event } of context.store.readStream(long)) if (event?.revision === 10n) break;
      expect(types(await collect(context.store.readStream(stream, { maxCount: 1 })))).toEqual(['e0']);
    });

    it('keeps streams apart whose names begin alike', async () => {
      await context.store.append(`${stream}0`, [jsonEvent('other')]);
      expect(types(await collect(context.store.readStream(`${stream}0`)))).toEqual(['other']);
      expect(await collect(context.store.readStream(stream))).toHaveLength(10);
    });
  });

  describe(`${client.name}: reading $all`, () => {
    const context = withNode(client);
    const written: Position[] = [];
    beforeAll(async () => {
      for (const type of ['a', 'b', 'c', 'd']) {
        const { position } = await context.store.append(freshStream('all'), [jsonEvent(type)]);
        if (position) written.push(position);
      }
    });
    const at = (index: number): Position => written[index] as Position;

    it('gives every stream in the order of the writes, and back', async () => {
      const forwards = await collect(context.store.readAll());
      expect(types(forwards)).toEqual(['a', 'b', 'c', 'd']);
      expect(forwards.map(({ event }) => event?.position)).toEqual(written);
      expect(forwards.map(({ commitPosition }) => commitPosition)).toEqual(written.map(({ commit }) => commit));
      expect(types(await collect(context.store.readAll({ backwards: true, from: 'end' })))).toEqual(['d', 'c', 'b', 'a']);
    });

    it('includes the position it starts from forwards, and excludes it backwards', async () => {
      expect(types(await collect(context.store.readAll({ from: at(2) })))).toEqual(['c', 'd']);
      expect(types(await collect(context.store.readAll({ from: at(2), backwards: true })))).toEqual(['b', 'a']);
      expect(types(await collect(context.store.readAll({ from: at(1), maxCount: 1 })))).toEqual(['b']);
    });

    it('gives nothing beyond the last position and nothing before the first', async () => {
      const beyond = at(3).commit + 1n;
      expect(await collect(context.store.readAll({ from: { commit: beyond, prepare: beyond } }))).toEqual([]);
      expect(await collect(context.store.readAll({ from: at(0), backwards: true }))).toEqual([]);
    });
  });

  describe(`${client.name}: links`, () => {
    const context = withNode(client);

    it('resolve to the event they name, when asked', async () => {
      const { store } = context;
      const [target, links] = [freshStream('目标'), freshStream('links')];
      await store.append(target, [jsonEvent('a', { n: 0 }), jsonEvent('b', { n: 1 })]);
      await store.append(links, [link(`1@${target}`), jsonEvent('plain')]);
      const [resolved, plain] = await collect(store.readStream(links, { resolveLinkTos: true }));
      expect(resolved?.event).toMatchObject({ streamId: target, revision: 1n, type: 'b', data: { n: 1 } });
      expect(resolved?.link).toMatchObject({ streamId: links, revision: 0n, type: '$>' });
      expect([plain?.event?.type, plain?.link]).toEqual(['plain', undefined]);
      const [unresolved] = await collect(store.readStream(links));
      expect([unresolved?.event?.type, unresolved?.link]).toEqual(['$>', undefined]);
    });

    it('resolve in every form of reading', async () => {
      const { store } = context;
      const [target, links] = [freshStream(), freshStream()];
      await store.append(target, [jsonEvent('a'), jsonEvent('b')]);
      const { position } = await store.append(links, [link(`0@${target}`), link(`1@${target}`)]);
      const seen = (events: Resolved[]): unknown[] => events.map(({ event, link: by }) => [event?.type, by?.revision]);
      const forwards = [['a', 0n], ['b', 1n]];
      expect(seen(await collect(store.readStream(links, { resolveLinkTos: true, backwards: true, from: 'end' })))).toEqual([...forwards].reverse());
      expect(seen(await collect(store.readAll({ resolveLinkTos: true, backwards: true, from: 'end', maxCount: 2 })))).toEqual([...forwards].reverse());
      const ofAll = await collect(store.readAll({ resolveLinkTos: true, from: position ?? 'start', maxCount: 1 }));
      expect(seen(ofAll)).toEqual([['b', 1n]]);
      expect(ofAll[0]?.commitPosition).toBe(position?.commit);
      for (const subscription of [store.subscribeToStream(links, { resolveLinkTos: true }), store.subscribeToAll({ resolveLinkTos: true, filter: { on: 'stream', prefixes: [links] } })]) {
        expect(seen(await takeResolved(subscription, 2))).toEqual(forwards);
        await subscription.unsubscribe();
      }
    });



    it('lead to metadata, and to another link no further than that one', async () => {
      const { store } = context;
      const [target, first, second] = [freshStream(), freshStream(), freshStream()];
      await store.append(target, [jsonEvent('a')]);
      await store.setMetadata(target, { maxCount: 5 });
      await store.append(first, [link(`0@$$${target}`), link(`0@${target}`)]);
      await store.append(second, [link(`1@${first}`)]);
      const [metadata] = await collect(store.readStream(first, { resolveLinkTos: true }));
      expect(metadata?.event).toMatchObject({ streamId: `$$${target}`, type: '$metadata', data: { $maxCount: 5 } });
      const [hop] = await collect(store.readStream(second, { resolveLinkTos: true }));
      expect([hop?.event?.streamId, hop?.event?.type, hop?.link?.streamId]).toEqual([first, '$>', second]);
    });



    it('stay, without an event, when their target is gone', async () => {
      const { store } = context;
      const [target, links] = [freshStream(), freshStream()];
      await store.append(target, [jsonEvent('a')]);
      await store.append(links, [link(`0@${target}`), link('5@nowhere'), link('nonsense')]);
      await store.deleteStream(target);
      const resolved = await collect(store.readStream(links, { resolveLinkTos: true }));
      expect(resolved.map(({ event, link: kept }) => [event, kept?.type])).toEqual([[undefined, '$>'], [undefined, '$>'], [undefined, '$>']]);
    });
  });
}
