// Brings node_modules to what package-lock.json says, when it has changed. Node built-ins only.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const marker = join(root, 'node_modules', '.zeren-lock');

/** What is installed: the lock's hash, and whether what only checks need is there too. */
const installed = () => {
  try {
    return JSON.parse(readFileSync(marker, 'utf8'));
  } catch {
    return {};
  }
};

const npmCi = (words) =>
  new Promise((resolve, reject) => {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const child = spawn(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...words], {
      cwd: root, stdio: 'inherit', shell: process.platform === 'win32',
    });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`npm ci ended with code ${code}`))));
  });

/**
 * Installs what is missing and says so; does nothing where nothing changed.
 * @param {{ everything?: boolean }} options everything: also what only the checks need
 */
export const install = async ({ everything = false } = {}) => {
  const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  const present = installed();
  if (present.lock === lock && (present.everything || !everything)) return;
  const all = everything || present.everything === true;
  console.log(existsSync(join(root, 'node_modules')) ? 'Dependencies have changed: installing' : 'Installing dependencies');
  await npmCi(all ? [] : ['--omit=dev']);
  writeFileSync(marker, JSON.stringify({ lock, everything: all }));
};
