import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { languageOf } from '@zeren/http';
import type { Provider } from 'oidc-provider';
import { accountOf } from './accounts.js';
import { errorPage, signInPage } from './pages.js';
import { createProvider, ISSUER_PATH, type IssuerSettings } from './provider.js';

export { ISSUER_PATH, type IssuerSettings } from './provider.js';

const FORM_LIMIT = 4_096;

/** The embedded issuer as what answers below {@link ISSUER_PATH}. */
export const createIssuer = (settings: IssuerSettings): RequestListener => {
  const provider = createProvider(settings);
  const rest = provider.callback();
  return (request, response) => {
    const isSignIn = /^\/interaction\/[\w-]+$/.test((request.url ?? '').split('?', 1)[0] as string);
    if (!isSignIn) return void rest(request, response);
    signIn(provider, request, response).catch(() => {
      sendPage(response, 400, errorPage(languageOf(request.headers['accept-language']), 'interaction_expired'));
    });
  };
};

/** The page speaks the language the console asked for (`ui_locales`, OpenID Connect Core 3.1.2.1), else the browser's. */
const signIn = async (provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { uid, params } = await provider.interactionDetails(request, response);
  const account = request.method === 'POST' ? accountOf((await formOf(request)).get('account') ?? undefined) : undefined;
  if (account) return provider.interactionFinished(request, response, { login: { accountId: account.id } });
  const asked = typeof params['ui_locales'] === 'string' ? params['ui_locales'].replaceAll(' ', ',') : request.headers['accept-language'];
  sendPage(response, 200, signInPage(languageOf(asked), `${ISSUER_PATH}/interaction/${uid}`));
};

const formOf = async (request: IncomingMessage): Promise<URLSearchParams> => {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > FORM_LIMIT) throw new RangeError('form too large');
  }
  return new URLSearchParams(text);
};

const sendPage = (response: ServerResponse, status: number, page: string): void => {
  response
    .writeHead(status, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
      'X-Content-Type-Options': 'nosniff',
    })
    .end(page);
};
