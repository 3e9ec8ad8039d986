import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** The account the server runs as, where it is not the present one. */
export type Account = { readonly uid: number; readonly gid: number };

const NOBODY = 65_534;
/** Where data goes that belongs to a folder the server's account cannot reach. */
const REACHABLE = '/var/lib/zeren';

/** PostgreSQL refuses to run as root: then it runs as `nobody`. */
export const serverAccount = async (): Promise<Account | undefined> => {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(accounts) ?? [];
  return { uid: Number(uid ?? NOBODY), gid: Number(gid ?? NOBODY) };
};

/** Whether everybody may pass through all folders down to this one. */
export const isTraversable = async (folder: string): Promise<boolean> => {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const { mode } = await stat(at);
    if ((mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
};

/**
 * The folder the server works in: `dir` itself, or, where its account cannot reach that (a home that is closed to
 * others), one under /var/lib/zeren which a note in `dir` names.
 */
export const serverHome = async (dir: string, account: Account | undefined): Promise<string> => {
  await mkdir(dir, { recursive: true });
  if (!account || (await isReachable(dir, account))) return dir;
  const note = join(dir, 'location');
  const home = await readFile(note, 'utf8').then((text) => text.trim(), () => join(REACHABLE, randomBytes(8).toString('hex')));
  await mkdir(home, { recursive: true, mode: 0o755 });
  await writeFile(note, `${home}\n`);
  return home;
};

const isReachable = async (dir: string, account: Account): Promise<boolean> => {
  if (!(await isTraversable(dirname(resolve(dir))))) return false;
  await chown(dir, account.uid, account.gid);
  return true;
};
