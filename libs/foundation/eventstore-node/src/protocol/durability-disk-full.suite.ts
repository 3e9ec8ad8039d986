import { status } from '@grpc/grpc-js';
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyDataFolder } from '../storage/verify.js';
import { buildNode, startChild, type ChildNode, type ChildOptions } from './child-node.js';
import { collect, jsonEvent, refusal, take, type ClientUnderTest } from './client-under-test.js';
import { temporaryFolder } from './node-under-test.js';

/** Runs what follows with a small file system of its own at the folder in `$MOUNT`. */
const ownFileSystem = (mount: string) =>
  ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c', `mount -t tmpfs -o size=24m none '${mount}' && exec "$0" "$@"`] as const;

/** A disk that fills up under the node and can be given room again. */
type Disk = {
  options: ChildOptions;
  refused: RegExp;
  /** The gRPC status of the refusal. */
  status: status;
  /** Called once the node runs; returns how to make room, and where the node's folder can be verified after its stop. */
  ready(child: ChildNode, data: string): { makeRoom(): void; verifiable: string; done(): void };
};

/** A file system of 24 MiB, a third of it taken by a file that can go. */
function fullFileSystem(mount: string): Disk {
  return {
    options: { wrapper: ownFileSystem(mount) },
    refused: /no room left on the disk/,
    status: status.RESOURCE_EXHAUSTED,
    ready: ({ pid }, data) => {
      const ballast = `/proc/${pid}/root${join(mount, 'ballast')}`;
      writeFileSync(ballast, Buffer.alloc(8 * 1024 * 1024));
      // The file system goes with its last user, so the folder is kept open.
      const handle = openSync(`/proc/${pid}/root${data}`, 'r');
      return { makeRoom: () => { rmSync(ballast); }, verifiable: `/proc/self/fd/${handle}`, done: () => { closeSync(handle); } };
    },
  };
}

/** A limit on the size of files, which the kernel keeps and may be told to lift. */
const limitedFiles: Disk = {
  options: { wrapper: ['/bin/sh', '-c', 'ulimit -S -f 16384; exec "$0" "$@"'] },
  refused: /The write failed/,
  status: status.UNAVAILABLE,
  ready: ({ pid }, data) => ({
    makeRoom: () => { execFileSync('prlimit', ['--pid', String(pid), '--fsize=unlimited']); }, verifiable: data, done: () => {},
  }),
};

export function diskFullSuite(client: ClientUnderTest): void {
  const fills = async (disk: Disk, dir: string): Promise<void> => {
    const data = join(dir, 'disk', 'data');
    const child = await startChild(await buildNode(dir), data, disk.options);
    const { makeRoom, verifiable, done } = disk.ready(child, data);
    const store = client.connect(`esdb://127.0.0.1:${child.port}?tls=false`);
    const large = () => [jsonEvent('large', { text: 'x'.repeat(100_000) })];
    let acknowledged = 0;
    const fill = async (): Promise<void> => {
      for (; acknowledged < 1_000; acknowledged++) await store.append('full', large());
    };
    const live = store.subscribeToAll();
    await new Promise<void>((resolve) => { live.on('confirmation', resolve); });
    expect((await refusal(fill())).message).toMatch(disk.refused);
    expect(acknowledged).toBeGreaterThan(10);
    for (let attempt = 0; attempt < 3; attempt++) expect((await refusal(store.append('other', large()))).message).toMatch(disk.refused);
    // A call of its own, which the clients make for an append with credentials, is refused by its status.
    const alone = store.append('other', large(), { credentials: { username: 'a', password: 'b' } });
    expect(await refusal(alone)).toMatchObject({ code: disk.status });
    expect(await collect(store.readStream('full'))).toHaveLength(acknowledged);
    expect((await refusal(store.readStream('other'))).type).toBe('stream-not-found');

    makeRoom();
    expect((await store.append('full', large(), { expected: BigInt(acknowledged - 1) })).revision).toBe(BigInt(acknowledged));
    expect((await store.append('other', large(), { expected: 'no_stream' })).revision).toBe(0n);
    expect(await take(store.subscribeToAll(), acknowledged + 2)).toHaveLength(acknowledged + 2);
    await live.unsubscribe();
    await store.dispose();
    await child.stop();
    expect(await verifyDataFolder(verifiable)).toEqual({ intact: true, events: acknowledged + 2 });
    done();
  };

  describe(`${client.name}: a disk without room refuses appends, which are stored nowhere; reads go on, and with room again appends succeed in the same process`, () => {
    it('where files may not grow beyond a limit', () => fills(limitedFiles, temporaryFolder()));

    // Mounting needs a privilege that not every machine gives; the limit above asks for none.
    const mount = join(temporaryFolder(), 'probe');
    mkdirSync(mount);
    const [unshare, ...words] = ownFileSystem(mount);
    if (spawnSync(unshare, [...words, 'true']).status === 0) {
      it('where the file system is really full', async () => {
        const dir = temporaryFolder();
        mkdirSync(join(dir, 'disk'));
        await fills(fullFileSystem(join(dir, 'disk')), dir);
      });
    }
  });
}
