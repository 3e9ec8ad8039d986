import { languageOf } from '@zeren/http';
import { Provider, type ClientMetadata, type Configuration, type JWKS, type KoaContextWithOIDC } from 'oidc-provider';
import { accountOf, accounts, type Account } from './accounts.js';
import { MemoryAdapter } from './memory-adapter.js';
import { errorPage, signedOutPage, signOutPage } from './pages.js';

export type IssuerSettings = {
  /** The origin at which browsers reach the product, without a slash at its end. */
  readonly origin: string;
  readonly jwks: JWKS;
  readonly cookieKeys: readonly string[];
  /** With which every account can ask for a token by client credentials. */
  readonly demoSecret: string;
};

/** The path below the origin under which the issuer answers. */
export const ISSUER_PATH = '/oidc';

/** What tokens are for: the resource they name by default, and the audience they carry. */
const RESOURCE = 'urn:zeren:api';
const AUDIENCE = 'zeren';
const SESSION_SECONDS = 8 * 60 * 60;

const consoleClient = (origin: string): ClientMetadata => ({
  client_id: 'console',
  token_endpoint_auth_method: 'none',
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  redirect_uris: [`${origin}/callback`],
  post_logout_redirect_uris: [origin, `${origin}/`],
});

/** Every account is also a client of its own name, so that programs can act as it without a browser. */
const accountClient =
  (secret: string) =>
  ({ id }: Account): ClientMetadata => ({
    client_id: id,
    client_secret: secret,
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
  });

const claimsOf = ({ tenant, unit, post, roles }: Account) => ({ tenant, unit, post, roles });

const language = (ctx: KoaContextWithOIDC) => languageOf(ctx.get('accept-language') || undefined);

/** The issuer of the demonstration: code + PKCE for the console, client credentials for every account. */
export const createProvider = ({ origin, jwks, cookieKeys, demoSecret }: IssuerSettings): Provider =>
  new Provider(`${origin}${ISSUER_PATH}`, {
    adapter: MemoryAdapter,
    jwks,
    clients: [consoleClient(origin), ...accounts.map(accountClient(demoSecret))],
    cookies: { keys: [...cookieKeys] },
    scopes: ['openid', 'offline_access'],
    claims: { openid: ['sub', 'tenant', 'unit', 'post', 'roles', 'name_zh', 'name_en'] },
    conformIdTokenClaims: false,
    ttl: {
      AccessToken: SESSION_SECONDS, ClientCredentials: SESSION_SECONDS, Grant: SESSION_SECONDS, IdToken: SESSION_SECONDS,
      Interaction: 60 * 60, RefreshToken: SESSION_SECONDS, Session: SESSION_SECONDS,
    },
    interactions: { url: (_, { uid }) => `${ISSUER_PATH}/interaction/${uid}` },
    pkce: { required: () => true },
    findAccount: (_, id) => {
      const account = accountOf(id);
      return account && {
        accountId: id,
        claims: () => ({ sub: id, ...claimsOf(account), name_zh: account.name.zh, name_en: account.name.en }),
      };
    },
    extraTokenClaims: (_, token) => {
      const account = accountOf('accountId' in token ? token.accountId : token.clientId);
      return account && claimsOf(account);
    },
    loadExistingGrant,
    renderError: (ctx, out) => {
      ctx.type = 'html';
      ctx.body = errorPage(language(ctx), out.error);
    },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      userinfo: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = signOutPage(language(ctx), form);
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.body = signedOutPage(language(ctx));
        },
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: '',
          audience: AUDIENCE,
          accessTokenFormat: 'jwt',
          accessTokenTTL: SESSION_SECONDS,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  } satisfies Configuration);

/** Nobody is asked for consent: the console is the issuer's own. */
const loadExistingGrant: NonNullable<Configuration['loadExistingGrant']> = async ({ oidc }) => {
  const { client, session, provider } = oidc;
  if (!client || !session?.accountId) return undefined;
  const known = session.grantIdFor(client.clientId);
  if (known) return provider.Grant.find(known);
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid offline_access');
  await grant.save();
  return grant;
};
