import { messageField, textField, varintField } from '../wire.js';
import { readChangeRequest } from './change-request.js';

const stream = (field: number, name = '任务') => messageField(field, textField(3, name));
const enough = [varintField(8, 1_000), varintField(10, 500), varintField(11, 20), varintField(12, 500)];
const request = (settings: Buffer[], ...options: Buffer[]) =>
  messageField(1, ...options, textField(2, '督办组'), messageField(3, ...enough, ...settings));

describe('a request for a group', () => {
  it.each<[string, Buffer, unknown]>([
    ['the deprecated revision', request([varintField(2, 7)], stream(1)), 7n],
    ['the deprecated revision that means the end', request([varintField(2, 2n ** 64n - 1n)], stream(1)), 'end'],
    ['no revision at all', request([], stream(1)), 'start'],
    ['a revision with the stream, whatever the deprecated one', request([varintField(2, 7)], messageField(4, stream(1), varintField(2, 9))), 9n],
    ['the start with the stream', request([varintField(2, 7)], messageField(4, stream(1), messageField(3))), 'start'],
    ['the end with the stream', request([], messageField(4, stream(1), messageField(4))), 'end'],
  ])('says where a stream begins: %s', (_title, message, startFrom) => {
    expect(readChangeRequest(message)).toMatchObject({ address: { stream: '任务', group: '督办组' }, settings: { startFrom } });
  });

  it.each<[string, Buffer[], string]>([
    ['the deprecated number that is not sent because it is 0', [], 'DispatchToSingle'],
    ['the deprecated number of RoundRobin', [varintField(13, 1)], 'RoundRobin'],
    ['the deprecated number of Pinned', [varintField(13, 2)], 'Pinned'],
    ['a name', [textField(16, 'Pinned')], 'Pinned'],
  ])('names its strategy by %s', (_title, settings, strategy) => {
    expect(readChangeRequest(request(settings, stream(1))).settings.strategy).toBe(strategy);
  });

  it.each<[string, Buffer[]]>([
    ['named_consumer_strategy', [varintField(13, 3)]],
    ["consumer_strategy 'Random'", [textField(16, 'Random')]],
  ])('is refused with an unknown strategy: %s', (name, settings) => {
    expect(() => readChangeRequest(request(settings, stream(1)))).toThrow(`${name} is unknown`);
  });

  it('gives its times in milliseconds or in ticks of 100 nanoseconds', () => {
    const inTicks = readChangeRequest(request([varintField(4, 30_000 * 10_000), varintField(6, 2_000 * 10_000)], stream(1)));
    expect(inTicks.settings).toMatchObject({ messageTimeout: 30_000, checkpointAfter: 2_000 });
    const inMilliseconds = readChangeRequest(request([varintField(14, 30_000), varintField(15, 2_000)], stream(1)));
    expect(inMilliseconds.settings).toEqual(inTicks.settings);
  });

  it.each<[string, Buffer]>([
    ['no stream', request([])],
    ['$all as a stream', request([], stream(1, '$all'))],
    ['no group', messageField(1, stream(1), messageField(3, ...enough))],
    ['a filter that is no expression', request([], messageField(5, messageField(4, messageField(1, textField(1, '(')))))],
  ])('is refused with %s', (_title, message) => {
    expect(() => readChangeRequest(message)).toThrow(expect.objectContaining({ code: 3 }));
  });
});
