import { eventsIn } from './event-lines.js';

const streamOf = (...pieces: string[]): ReadableStream<Uint8Array> => {
  const bytes = pieces.map((piece) => new TextEncoder().encode(piece));
  return new ReadableStream({ start: (controller) => { bytes.forEach((piece) => controller.enqueue(piece)); controller.close(); } });
};

const all = async (...pieces: string[]) => {
  const events = [];
  for await (const event of eventsIn(streamOf(...pieces))) events.push(event);
  return events;
};

describe('reading the event feed', () => {
  it('gives each event with the id to resume from', async () => {
    expect(await all('id: 7\ndata: {"a":1}\n\nid: 8\ndata: {"a":2}\n\n')).toEqual([{ id: '7', data: '{"a":1}' }, { id: '8', data: '{"a":2}' }]);
  });

  it('puts together an event that arrives in pieces', async () => {
    expect(await all('id: 7\nda', 'ta: on', 'e\n', '\n')).toEqual([{ id: '7', data: 'one' }]);
  });

  it('passes over heartbeats', async () => {
    expect(await all(': still here\n\nid: 1\ndata: x\n\n')).toEqual([{ id: '1', data: 'x' }]);
  });

  it('moves its place past what a filter left out', async () => {
    expect(await all('id: 9\n\n')).toEqual([{ id: '9', data: undefined }]);
  });

  it('does not give an event that was cut off', async () => {
    expect(await all('id: 1\ndata: whole\n\nid: 2\ndata: cut')).toEqual([{ id: '1', data: 'whole' }]);
  });

  it('keeps Chinese whose bytes were split between pieces', async () => {
    const bytes = new TextEncoder().encode('data: 责任\n\n');
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => { controller.enqueue(bytes.slice(0, 8)); controller.enqueue(bytes.slice(8)); controller.close(); },
    });
    const events = [];
    for await (const event of eventsIn(stream)) events.push(event);
    expect(events).toEqual([{ id: '', data: '责任' }]);
  });
});
