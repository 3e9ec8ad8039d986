import { once, type EventEmitter } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEventStoreNode, type EventStoreNode } from '../server.js';
import { collect, jsonEvent, link, refusal, take, type ClientUnderTest, type Connection, type Credentials } from './client-under-test.js';
import { freshStream, temporaryFolder } from './node-under-test.js';
import { testAuthority, testCertificate } from './test-certificate.js';

const passwords = { admin: 'changeit', ops: 'wrench', clerk: 'paper', auditor: 'glasses', deputy: 'key' };
const accounts = {
  ...passwords,
  auditor: { password: passwords.auditor, groups: ['inspectors'] },
  deputy: { password: passwords.deputy, groups: ['$admins'] },
};
type User = keyof typeof passwords;
const asUser = (username: User): Credentials => ({ username, password: passwords[username] });

export function securitySuite(client: ClientUnderTest): void {
  describe(`${client.name}: TLS and accounts`, () => {
    const dir = temporaryFolder();
    let node: EventStoreNode;
    let connectTo: (user?: User) => Connection;
    const open: Connection[] = [];

    beforeAll(async () => {
      const authority = join(dir, 'authority.pem');
      writeFileSync(authority, testAuthority);
      node = await startEventStoreNode({ dir: join(dir, 'data'), tls: testCertificate, accounts });
      connectTo = (user) => {
        const login = user ? `${user}:${passwords[user]}@` : '';
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

    it('an $acl names accounts, groups, or everyone', async () => {
      const [clerk, auditor, admin] = [connectTo('clerk'), connectTo('auditor'), connectTo('admin')];
      const stream = freshStream();
      await admin.append(stream, [jsonEvent('a')]);
      await admin.setMetadata(stream, { acl: { readRoles: 'inspectors', writeRoles: ['$all'] } });
      expect(await collect(auditor.readStream(stream))).toHaveLength(1);
      expect((await refusal(clerk.readStream(stream))).type).toBe('access-denied');
      expect((await clerk.append(stream, [jsonEvent('b')])).revision).toBe(1n);
    });

    it('an $acl says who reads the metadata', async () => {
      const [clerk, auditor] = [connectTo('clerk'), connectTo('auditor')];
      const stream = freshStream();
      await clerk.setMetadata(stream, { acl: { metaReadRoles: 'clerk', metaWriteRoles: 'clerk' } });
      expect(await clerk.getMetadata(stream)).toEqual({ acl: { metaReadRoles: 'clerk', metaWriteRoles: 'clerk' } });
      expect((await refusal(auditor.getMetadata(stream))).type).toBe('access-denied');
      expect((await auditor.append(stream, [jsonEvent('a')])).revision).toBe(0n);
    });

    it('every account of $admins may do what admin may, and one of $ops what any account may', async () => {
      const [deputy, ops] = [connectTo('deputy'), connectTo('ops')];
      const stream = freshStream('$system');
      expect((await deputy.append(stream, [jsonEvent('a')])).revision).toBe(0n);
      expect((await refusal(ops.readStream(stream))).type).toBe('access-denied');
      expect((await ops.append(freshStream(), [jsonEvent('a')])).revision).toBe(0n);
    });

    it('$all may be read by those whom the $acl of its metadata names', async () => {
      const [clerk, auditor, admin] = [connectTo('clerk'), connectTo('auditor'), connectTo('admin')];
      await admin.setMetadata('$all', { acl: { readRoles: ['inspectors'] } });
      try {
        expect(await collect(auditor.readAll({ maxCount: 1 }))).toHaveLength(1);
        const subscription = auditor.subscribeToAll();
        expect(await take(subscription, 1)).toHaveLength(1);
        await subscription.unsubscribe();
        expect((await refusal(clerk.readAll())).type).toBe('access-denied');
        expect((await refusal(take(clerk.subscribeToAll(), 1))).type).toBe('access-denied');
      } finally {
        await admin.setMetadata('$all', {});
      }
    });

    it('what no $acl says the $settings stream says, for streams with and without $ apart', async () => {
      const [clerk, auditor, admin] = [connectTo('clerk'), connectTo('auditor'), connectTo('admin')];
      const [own, system, open] = [freshStream(), freshStream('$system'), freshStream()];
      await admin.append(own, [jsonEvent('a')]);
      await admin.append(system, [jsonEvent('a')]);
      await admin.setMetadata(open, { acl: { writeRoles: ['$all'] } });
      const defaults = { $userStreamAcl: { $r: ['inspectors', 'clerk'], $w: 'clerk', $d: '$admins' }, $systemStreamAcl: { $r: 'inspectors' } };
      await admin.append('$settings', [jsonEvent('update-default-acl', defaults)]);
      try {
        expect(await collect(auditor.readStream(own))).toHaveLength(1);
        expect((await refusal(auditor.append(own, [jsonEvent('b')]))).type).toBe('access-denied');
        expect((await clerk.append(own, [jsonEvent('b')])).revision).toBe(1n);
        expect((await refusal(clerk.deleteStream(own))).type).toBe('access-denied');
        expect(await collect(auditor.readStream(system))).toHaveLength(1);
        expect((await refusal(clerk.readStream(system))).type).toBe('access-denied');
        expect((await refusal(auditor.append(system, [jsonEvent('b')]))).type).toBe('access-denied');
        expect((await auditor.append(open, [jsonEvent('a')])).revision).toBe(0n);
      } finally {
        await admin.append('$settings', [jsonEvent('update-default-acl', {})]);
      }
      expect((await auditor.append(own, [jsonEvent('c')])).revision).toBe(2n);
    });

    it('a subscription ends before the first event that its reader may no longer have', async () => {
      const [clerk, admin] = [connectTo('clerk'), connectTo('admin')];
      const stream = freshStream();
      await admin.append(stream, [jsonEvent('a')]);
      const subscription = clerk.subscribeToStream(stream);
      const seen: (string | undefined)[] = [];
      subscription.on('data', ({ event }) => { seen.push(event?.type); });
      const ended = refusal(take(subscription, 3));
      await once(subscription as unknown as EventEmitter, 'caughtUp');
      await admin.append(stream, [jsonEvent('b')]);
      await admin.setMetadata(stream, { acl: { readRoles: '$admins' } });
      await admin.append(stream, [jsonEvent('secret')]);
      expect((await ended).type).toBe('access-denied');
      expect(seen).toEqual(['a', 'b']);
    });

    it('a link leads no reader to what it may not read itself', async () => {
      const [clerk, admin] = [connectTo('clerk'), connectTo('admin')];
      const [secret, links] = [freshStream(), freshStream()];
      await admin.append(secret, [jsonEvent('secret')]);
      await admin.setMetadata(secret, { acl: { readRoles: '$admins' } });
      await clerk.append(links, [link(`0@${secret}`)]);
      const [denied] = await collect(clerk.readStream(links, { resolveLinkTos: true }));
      expect([denied?.event, denied?.link?.type]).toEqual([undefined, '$>']);
      const [allowed] = await collect(admin.readStream(links, { resolveLinkTos: true }));
      expect(allowed?.event?.type).toBe('secret');
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
