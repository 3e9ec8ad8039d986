import { readFileSync, statSync } from 'node:fs';
import type { Accounts } from '../access.js';
import type { TlsOption } from '../options.js';
import { WrongUsage, type Given } from './words.js';

const developmentAccounts: Accounts = { admin: 'changeit', ops: 'changeit' };

/** The accounts that were asked for. Throws WrongUsage. */
export function accountsOf(given: Given): Accounts | undefined {
  const file = given.get('accounts');
  if (given.has('dev-accounts')) {
    if (file !== undefined) throw new WrongUsage('--accounts and --dev-accounts exclude each other: give one of them.');
    return developmentAccounts;
  }
  return file === undefined ? undefined : readAccounts(file);
}

function readAccounts(file: string): Accounts {
  const text = readNamed('accounts', file);
  const { mode } = statSync(file);
  if ((mode & 0o077) !== 0) {
    const others = (mode & 0o777).toString(8);
    throw new WrongUsage(`--accounts ${file} is open to others (mode ${others}): make it yours alone, as with chmod 600 ${file}.`);
  }
  const accounts = parsed(text);
  if (accounts) return accounts;
  throw new WrongUsage(`--accounts ${file} does not hold accounts: write JSON, {"name":"password"} or {"name":{"password":"...","groups":["$ops"]}}.`);
}

/** What the text holds, if it is accounts. A parser's own message would quote the text, passwords and all. */
function parsed(text: string): Accounts | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return Object.entries(value).every(([name, account]) => isName(name) && isAccount(account)) ? value as Accounts : undefined;
  } catch {
    return undefined;
  }
}

function isName(name: string): boolean {
  return name !== '' && !name.includes(':');
}

function isAccount(account: unknown): boolean {
  if (typeof account !== 'object' || account === null) return isPassword(account);
  const { password, groups } = account as { password?: unknown; groups?: unknown };
  return isPassword(password) && Array.isArray(groups) && groups.every((group) => typeof group === 'string');
}

function isPassword(password: unknown): boolean {
  return typeof password === 'string' && password !== '';
}

/** The TLS that was asked for. Throws WrongUsage. */
export function tlsOf(given: Given): TlsOption | undefined {
  const [cert, key] = [given.get('tls-cert'), given.get('tls-key')];
  if (given.has('tls-dev')) {
    if (cert !== undefined || key !== undefined) throw new WrongUsage('--tls-dev excludes --tls-cert and --tls-key: give the one or the others.');
    return 'development';
  }
  if (cert === undefined && key === undefined) return undefined;
  if (key === undefined) throw new WrongUsage('--tls-cert comes with --tls-key: give the key of the certificate too.');
  if (cert === undefined) throw new WrongUsage('--tls-key comes with --tls-cert: give the certificate of the key too.');
  return { cert: readNamed('tls-cert', cert), key: readNamed('tls-key', key) };
}

function readNamed(option: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new WrongUsage(`--${option} ${file} cannot be read (${(error as NodeJS.ErrnoException).code}): give a file you may read.`);
  }
}
