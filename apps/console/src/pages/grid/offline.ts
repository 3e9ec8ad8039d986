import { useEffect, useState } from 'react';

const KEPT = 'zeren-grid';
const SCOPE = '/grid';

/** The console's own files that this page was made of. */
const filesOfPage = (): readonly string[] => {
  const named = [...document.querySelectorAll<HTMLElement>('script[src], link[href]')].map((one) => one.getAttribute('src') ?? one.getAttribute('href') ?? '');
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const addresses = [...named, ...loaded].map((address) => new URL(address, location.origin));
  const own = addresses.filter(({ origin, pathname }) => origin === location.origin && (pathname.startsWith('/assets/') || pathname === '/seal.svg'));
  return [...new Set(own.map(({ href }) => href))];
};

const putAside = async (): Promise<void> => {
  const cache = await caches.open(KEPT);
  const files = filesOfPage();
  const before = await cache.keys();
  const missing = files.filter((file) => !before.some(({ url }) => url === file));
  await Promise.all([cache.add(new Request('/', { headers: { accept: 'text/html' } })), ...missing.map((file) => cache.add(file))]);
  const root = new URL('/', location.origin).href;
  await Promise.all(before.filter(({ url }) => url !== root && !files.includes(url)).map((file) => cache.delete(file)));
};

/**
 * Lets this page, and no other, open without a network: what it and the page to which it leads are made of is put aside
 * in the browser. Where the browser has no such place, the page works with a network only.
 */
const openWithoutNetwork = async (next: () => Promise<unknown>): Promise<boolean> => {
  if (!('serviceWorker' in navigator)) return false;
  if (navigator.onLine) {
    await Promise.all([navigator.serviceWorker.register('/grid-offline.js', { scope: SCOPE }), next()]);
    await putAside();
  }
  return true;
};

/** Whether this page is put aside to open without a network. */
export const useOffline = (next: () => Promise<unknown>): boolean => {
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    void openWithoutNetwork(next).then(setReady, () => setReady(false));
  }, [next]);
  return isReady;
};
