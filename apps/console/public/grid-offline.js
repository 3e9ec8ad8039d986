// Opens the grid officer's page where there is no network, from what the page itself put aside when it was last online.
const KEPT = 'zeren-grid';

const kept = (address) => caches.open(KEPT).then((cache) => cache.match(address));

/** The page as the service has it now; without a network, as it was. */
const pageOf = (request) => fetch(request).catch(async () => (await kept('/')) ?? Response.error());

/** Files whose name changes with their content: what is kept is right. */
const fileOf = async (request) => (await kept(request.url)) ?? fetch(request);

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(pageOf(request));
  else if (pathname.startsWith('/assets/') || pathname === '/seal.svg') event.respondWith(fileOf(request));
});
