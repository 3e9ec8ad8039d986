import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

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

let browser: Promise<Browser> | undefined;

/** One Chromium for all readers; it ends with this process. */
const opened = (): Promise<Browser> => (browser ??= chromium.launch({ executablePath: findChromium(), headless: true, args: flags }));

/** A page with nothing remembered of others, as wide as said; it closes with its context. */
export const openPage = async (width: number): Promise<Page> => {
  const context = await (await opened()).newContext({ viewport: { width, height: 800 }, locale: 'zh-CN' });
  context.setDefaultTimeout(15_000);
  return context.newPage();
};

/** After the last reader. */
export const closeChromium = async (): Promise<void> => (await browser)?.close();
