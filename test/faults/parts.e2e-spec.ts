import { execFileSync } from 'node:child_process';
import { get, post } from '@zeren/http/testing';
import { CITY, openRegisters, splitBody } from '../e2e/city.js';
import { eventually } from '../e2e/process.js';
import { type Product, START_WITHIN, startProduct } from '../e2e/product.js';

const office = `${CITY}.city-office`;

type Listed = { readonly pid: number; readonly parent: number; readonly command: string };

const listed = (): Listed[] =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).trim().split('\n').flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return command === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });

describe('a part of the product, killed', () => {
  let product: Product;

  const partOf = (name: RegExp) => listed().find(({ parent, command }) => parent === product.running.process.pid && name.test(command))?.pid;

  /** A command and the read that shows it, sent until both succeed; the key keeps a repeated command from being done twice. */
  const works = async (key: string): Promise<void> => {
    await eventually('a command done and seen', async () => {
      try {
        const { id, position } = await product.done(office, post('/api/v1/splits', splitBody).with('Idempotency-Key', key));
        await product.done(office, get(`/api/v1/splits/${id}?after=${position}`));
        return true;
      } catch {
        return undefined;
      }
    }, 60_000);
  };
  const drafted = async () => {
    await product.leave();
    return (await product.recorded()).filter(({ type }) => type === 'SplitDrafted').length;
  };

  beforeAll(async () => {
    product = await startProduct();
    await openRegisters(product);
  }, START_WITHIN);

  afterAll(() => product?.remove(), 60_000);

  it.each([
    ['api', /standalone[\\/]api\.js/], ['projector', /standalone[\\/]projector\.js/], ['event store', /eventstore-node[\\/]main\.js/], ['PostgreSQL', /postgres/],
  ])('%s: it is started again, and the product goes on with all it had', async (name, command) => {
    await works(`before ${name}`.replaceAll(' ', '-'));
    const before = await drafted();
    const pid = partOf(command) as number;
    expect(pid).toBeGreaterThan(1);
    process.kill(pid, 'SIGKILL');
    await works(`after ${name}`.replaceAll(' ', '-'));
    expect(partOf(command)).not.toBe(pid);
    expect(await drafted()).toBe(before + 1);
    expect(product.running.output()).toContain(`The ${name} has ended and is started again`);
  }, START_WITHIN);

  it('projector, while it tells of deadlines that passed: each is told once, none twice, none not', async () => {
    const filing = { channel: 'hotline', subject: '背街路灯', place: { areaUnitId: CITY }, disclosure: 'anonymous', atOnce: false };
    const asked = await Promise.all(Array.from({ length: 150 }, () => product.done(office, post('/api/v1/requests', filing))));
    const told = async (): Promise<readonly string[]> => {
      await product.leave();
      return (await product.recorded()).filter(({ type }) => type.startsWith('Deadline')).map(({ type, stream }) => `${stream} ${type}`);
    };
    await product.clock('2013-05-01T02:00:00.000Z');
    const pid = await eventually('the first are told', async () => ((await told()).length > 0 ? partOf(/standalone[\\/]projector\.js/) : undefined), 60_000);
    process.kill(pid, 'SIGKILL');
    const expected = asked.flatMap(({ id }) => ['DeadlineEscalated', 'DeadlineReminded'].map((type) => `request-${id} ${type}`)).sort();
    await eventually('all are told', async () => (new Set(await told()).size >= expected.length ? true : undefined), 60_000);
    expect([...(await told())].sort()).toEqual(expected);
  }, START_WITHIN);
});
