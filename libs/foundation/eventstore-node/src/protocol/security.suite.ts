import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEventStoreNode, type EventStoreNode } from '../server.js';
import { collect, jsonEvent, refusal, type ClientUnderTest, type Connection, type Credentials } from './client-under-test.js';
import { freshStream, temporaryFolder } from './node-under-test.js';
import { testAuthority, testCertificate } from './test-certificate.js';

const accounts = { admin: 'changeit', clerk: 'paper', auditor: 'glasses' };
const asUser = (username: keyof typeof accounts): Credentials => ({ username, password: accounts[username] });

export function securitySuite(client: ClientUnderTest): void {
  describe(`${client.name}: TLS and accounts`, () => {
    const dir = temporaryFolder();
    let node: EventStoreNode;
    let connectTo: (user?: keyof typeof accounts) => Connection;
    const open: Connection[] = [];

    beforeAll(async () => {
      const authority = join(dir, 'authority.pem');
      writeFileSync(authority, testAuthority);
      node = await startEventStoreNode({ dir: join(dir, 'data'), tls: testCertificate, accounts });
      connectTo = (user) => {
        const login = user ? `${user}:${accounts[user]}@` : '';
        const connection = client.connect(`${node.connectionString.replace('://', `://${login}`)}&tlsCAFile=${authority}`);
        open.push(connection);
        return connection;
      };
    });
    afterAll(async () => {
      await Promise.all(open.map((connection) => connection.dispose()));
      await node.stop();
    });

    it('an account appends and reads over TLS', async () => {
      const clerk = connectTo('clerk');
      const stream = freshStream();
      await clerk.append(stream, [jsonEvent('a')]);
      expect(await collect(clerk.readStream(stream))).toHaveLength(1);
    });

    it('credentials of a single call are heard too', async () => {
      const nobody = connectTo();
      const stream = freshStream();
      await nobody.append(stream, [jsonEvent('a')], { credentials: asUser('clerk') });
      expect(await collect(nobody.readStream(stream, { credentials: asUser('clerk') }))).toHaveLength(1);
    });

    it('nobody appends or reads without credentials', async () => {
      const nobody = connectTo();
      const stream = freshStream();
      expect((await refusal(nobody.append(stream, [jsonEvent('a')]))).type).toBe('access-denied');
      expect((await refusal(nobody.readStream(stream))).type).toBe('access-denied');
    });

    it.each([
      ['a wrong password', { username: 'clerk', password: 'wrong' }],
      ['an unknown name', { username: 'stranger', password: 'paper' }],
    ])('%s is refused', async (_title, credentials) => {
      const nobody = connectTo();
      const refused = await refusal(nobody.append(freshStream(), [jsonEvent('a')], { credentials }));
      expect(refused.type).toBe('access-denied');
      expect(refused.message).toContain('UNAUTHENTICATED');
    });

    it('$all and streams named with $ are for the administrator, unless their $acl says otherwise', async () => {
      const [clerk, admin] = [connectTo('clerk'), connectTo('admin')];
      const stream = freshStream('$system');
      expect((await refusal(clerk.append(stream, [jsonEvent('a')]))).type).toBe('access-denied');
      expect((await refusal(clerk.readAll())).type).toBe('access-denied');
      await admin.append(stream, [jsonEvent('a')]);
      await admin.setMetadata(stream, { acl: { readRoles: ['clerk'] } });
      expect(await collect(clerk.readStream(stream))).toHaveLength(1);
      expect((await refusal(clerk.append(stream, [jsonEvent('b')]))).type).toBe('access-denied');
      expect((await collect(admin.readAll())).length).toBeGreaterThan(1);
    });

    it('an $acl says who reads, writes, deletes and changes it', async () => {
      const [clerk, auditor] = [connectTo('clerk'), connectTo('auditor')];
      const stream = freshStream();
      await clerk.append(stream, [jsonEvent('a')]);
      await clerk.setMetadata(stream, { acl: { readRoles: ['clerk', 'auditor'], writeRoles: 'clerk', deleteRoles: '$admins', metaWriteRoles: '$admins' } });
      expect(await collect(auditor.readStream(stream))).toHaveLength(1);
      expect((await refusal(auditor.append(stream, [jsonEvent('b')]))).type).toBe('access-denied');
      expect((await refusal(clerk.deleteStream(stream))).type).toBe('access-denied');
      expect((await refusal(clerk.setMetadata(stream, {}))).type).toBe('access-denied');
      expect((await clerk.append(stream, [jsonEvent('b')])).revision).toBe(1n);
    });

    it('a refused append leaves the others of the same connection alone', async () => {
      const clerk = connectTo('clerk');
      const stream = freshStream();
      const [refused, written] = await Promise.allSettled([
        clerk.append('$forbidden', [jsonEvent('a')]), clerk.append(stream, [jsonEvent('a')]),
      ]);
      expect([refused.status, written.status]).toEqual(['rejected', 'fulfilled']);
    });
  });

  describe(`${client.name}: discovery`, () => {
    const dir = temporaryFolder();

    it.each(['esdb+discover://127.0.0.1:PORT?tls=false', 'esdb://127.0.0.1:PORT,127.0.0.1:1?tls=false'])('%s finds the node', async (pattern) => {
      const node = await startEventStoreNode({ dir });
      const connection = client.connect(pattern.replace('PORT', String(node.port)));
      try {
        expect((await connection.append(freshStream(), [jsonEvent('a')])).revision).toBe(0n);
      } finally {
        await connection.dispose();
        await node.stop();
      }
    });
  });
}
