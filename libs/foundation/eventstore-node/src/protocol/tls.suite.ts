import { X509Certificate } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEventStoreNode, type EventStoreNode, type EventStoreNodeOptions } from '../server.js';
import { developmentCertificate } from '../tls/development.js';
import { collect, jsonEvent, refusal, type ClientUnderTest, type Connection } from './client-under-test.js';
import { freshStream, temporaryFolder } from './node-under-test.js';
import { testAuthority, testCertificate } from './test-certificate.js';

const accounts = { admin: 'changeit', clerk: 'paper' };
const day = 24 * 60 * 60 * 1_000;

export function tlsSuite(client: ClientUnderTest): void {
  const open: { stop(): Promise<void> }[] = [];
  afterEach(async () => { for (const { stop } of open.splice(0).reverse()) await stop(); });

  const start = async (options: Omit<EventStoreNodeOptions, 'dir'>, dir = temporaryFolder()): Promise<EventStoreNode> => {
    const node = await startEventStoreNode({ dir, ...options });
    open.push(node);
    return node;
  };
  const connect = (connectionString: string): Connection => {
    const connection = client.connect(connectionString);
    open.push({ stop: () => connection.dispose() });
    return connection;
  };
  const authorityFile = (): string => {
    const file = join(temporaryFolder(), 'authority.pem');
    writeFileSync(file, testAuthority);
    return file;
  };
  const roundTrip = async (store: Connection): Promise<void> => {
    const stream = freshStream();
    await store.append(stream, [jsonEvent('a')]);
    expect(await collect(store.readStream(stream))).toHaveLength(1);
  };

  describe(`${client.name}: a connection`, () => {
    const forms = ['esdb://', 'esdb+discover://'];

    it.each(forms)('over %s is plain without certificates', async (form) => {
      const { connectionString } = await start({});
      expect(connectionString).toContain('tls=false');
      await roundTrip(connect(connectionString.replace('esdb://', form)));
    });

    it.each(forms)('over %s is secured with a certificate from files', async (form) => {
      const { connectionString } = await start({ tls: testCertificate });
      await roundTrip(connect(`${connectionString.replace('esdb://', form)}&tlsCAFile=${authorityFile()}`));
    });

    it.each(forms)('over %s is secured with a certificate made on the first start, by the connection string as it is', async (form) => {
      const { connectionString } = await start({ tls: 'development' });
      await roundTrip(connect(connectionString.replace('esdb://', form)));
    });

    it.each(forms)('over %s by the name localhost is secured too', async (form) => {
      const { connectionString } = await start({ tls: 'development' });
      await roundTrip(connect(connectionString.replace('esdb://', form).replace('127.0.0.1', 'localhost')));
    });

    it.each(forms)('over %s reaches a node that listens on every address', async (form) => {
      const { connectionString } = await start({ tls: 'development', host: '0.0.0.0' });
      await roundTrip(connect(connectionString.replace('esdb://', form)));
    });

    it('of an authority kept in a folder with a name full of signs is secured too', async () => {
      const dir = join(temporaryFolder(), '数据 & more?=#%');
      mkdirSync(dir);
      await roundTrip(connect((await start({ tls: 'development' }, dir)).connectionString));
    });

    it('is refused by a client that trusts another authority, which says so', async () => {
      const node = await start({ tls: 'development' });
      const stranger = connect(`esdb://127.0.0.1:${node.port}?tls=true&tlsCAFile=${authorityFile()}`);
      const refused = await refusal(stranger.append(freshStream(), [jsonEvent('a')], { deadline: 5_000 }));
      expect(refused.message).toMatch(/unable to verify the first certificate|self[- ]signed certificate|unable to get local issuer/i);
      await roundTrip(connect(node.connectionString));
    });

    it('that is plain is not served where TLS is wanted', async () => {
      const node = await start({ tls: 'development' });
      const plain = connect(`esdb://127.0.0.1:${node.port}?tls=false`);
      expect((await refusal(plain.append(freshStream(), [jsonEvent('a')], { deadline: 5_000 }))).message).toContain('UNAVAILABLE');
    });
  });

  describe(`${client.name}: accounts over TLS`, () => {
    it('log in by the connection string', async () => {
      const { connectionString } = await start({ tls: 'development', accounts });
      await roundTrip(connect(connectionString.replace('://', '://admin:changeit@')));
      await roundTrip(connect(connectionString.replace('://', '://clerk:paper@')));
    });

    it('are refused with a wrong password', async () => {
      const { connectionString } = await start({ tls: 'development', accounts });
      const stranger = connect(connectionString.replace('://', '://admin:guess@'));
      expect((await refusal(stranger.append(freshStream(), [jsonEvent('a')]))).type).toBe('access-denied');
    });

    it('are sent over TLS alone: on a plain connection the client keeps them to itself, and is refused', async () => {
      const { connectionString } = await start({ accounts });
      const unheard = connect(connectionString.replace('://', '://admin:changeit@'));
      expect((await refusal(unheard.append(freshStream(), [jsonEvent('a')]))).type).toBe('access-denied');
    });
  });

  describe(`${client.name}: a development certificate`, () => {
    it('is kept for the next start, for its owner alone', async () => {
      const dir = temporaryFolder();
      const first = await startEventStoreNode({ dir, tls: 'development' });
      const kept = readdirSync(join(dir, 'tls')).map((file) => readFileSync(join(dir, 'tls', file), 'utf8'));
      await first.stop();
      const second = await start({ tls: 'development' }, dir);
      expect(second.tls).toEqual(first.tls);
      expect(readdirSync(join(dir, 'tls')).map((file) => readFileSync(join(dir, 'tls', file), 'utf8'))).toEqual(kept);
      for (const file of readdirSync(join(dir, 'tls'))) expect(statSync(join(dir, 'tls', file)).mode & 0o777).toBe(0o600);
    });

    it('that has ended is made anew by the authority that clients already trust', async () => {
      const dir = temporaryFolder();
      const old = await developmentCertificate(dir, { now: Date.now() - 400 * day });
      expect(Date.parse(new X509Certificate(old.cert).validTo)).toBeLessThan(Date.now());
      const authority = readFileSync(old.authority, 'utf8');
      await roundTrip(connect((await start({ tls: 'development' }, dir)).connectionString));
      expect(readFileSync(old.authority, 'utf8')).toBe(authority);
    });

    it('is made anew within a month of its end, not before', async () => {
      const dir = temporaryFolder();
      const first = await developmentCertificate(dir);
      expect(await developmentCertificate(dir, { now: Date.now() + 334 * day })).toEqual(first);
      expect((await developmentCertificate(dir, { now: Date.now() + 336 * day })).cert).not.toBe(first.cert);
    });

    it('whose authority is about to end comes with a new authority', async () => {
      const dir = temporaryFolder();
      const old = await developmentCertificate(dir, { now: Date.now() - 3_640 * day });
      const authority = readFileSync(old.authority, 'utf8');
      await roundTrip(connect((await start({ tls: 'development' }, dir)).connectionString));
      expect(readFileSync(old.authority, 'utf8')).not.toBe(authority);
    });

    it('of which the key was lost is made anew', async () => {
      const dir = temporaryFolder();
      await developmentCertificate(dir);
      writeFileSync(join(dir, 'tls', 'node-key.pem'), testCertificate.key);
      await roundTrip(connect((await start({ tls: 'development' }, dir)).connectionString));
    });
  });

  describe(`${client.name}: TLS material that cannot be used`, () => {
    it.each([
      ['is not in PEM form', { cert: 'none', key: 'none' }],
      ['has a key of another certificate', { cert: testAuthority, key: testCertificate.key }],
    ])('and %s is refused at the start with the reason', async (_title, tls) => {
      const attempt = startEventStoreNode({ dir: temporaryFolder(), tls });
      await expect(attempt).rejects.toMatchObject({ code: 'cannot-listen', message: expect.stringContaining('certificate or its key cannot be used: ') as string });
    });

    it('and was made for development but is damaged is refused with its folder', async () => {
      const dir = temporaryFolder();
      await developmentCertificate(dir);
      writeFileSync(join(dir, 'tls', 'node.pem'), 'none');
      await expect(startEventStoreNode({ dir, tls: 'development' })).rejects.toThrow(join(dir, 'tls'));
    });
  });
}
