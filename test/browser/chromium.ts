import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/opt/google/chrome/chrome'];

/** Where Chromium is. Throws, saying what to install, where there is none. */
export const findChromium = (): string => {
  const named = process.env['CHROMIUM'];
  const found = named ? [named].find(existsSync) : usual.find(existsSync);
  if (found) return found;
  throw new Error(
    `No Chromium was found${named ? ` at ${named}` : ''}. Install it with \`apt-get install chromium fonts-wqy-microhei\`, `
    + 'or name another one in the environment variable CHROMIUM.',
  );
};

const flags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

export type Visit = { readonly context: BrowserContext; readonly close: () => Promise<void> };

/** A browser of its own with an empty profile, as wide as said. */
export const openChromium = async (width: number): Promise<Visit> => {
  const executablePath = findChromium();
  const profile = mkdtempSync(join(tmpdir(), 'zeren-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath, headless: true, viewport: { width, height: 800 }, locale: 'zh-CN', args: flags,
  });
  context.setDefaultTimeout(15_000);
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
};
