import { settingsFrom } from './settings.js';

describe('the settings of the standalone', () => {
  const from = (environment: Record<string, string>) => settingsFrom(environment, '/zeren');

  it('are port 4350, data below the repository, every engine embedded', () => {
    expect(from({})).toMatchObject({
      port: 4350, host: '127.0.0.1', origin: 'http://127.0.0.1:4350', data: '/zeren/.zeren', production: false, loadDemo: true,
    });
    expect(from({}).databaseUrl ?? from({}).eventStoreUrl ?? from({}).issuer).toBeUndefined();
  });

  it('take other engines one by one', () => {
    expect(from({ EVENTSTORE_URL: 'esdb://elsewhere:2113' })).toMatchObject({ eventStoreUrl: 'esdb://elsewhere:2113', databaseUrl: undefined });
  });

  it.each([{ NODE_ENV: 'production' }, { ZEREN_MODE: 'production' }])('of production refuse the embedded sign-in', (production) => {
    expect(() => from(production)).toThrow('set OIDC_ISSUER');
    expect(from({ ...production, OIDC_ISSUER: 'https://id.example/' })).toMatchObject({ production: true, issuer: 'https://id.example', loadDemo: false });
  });

  it.each(['x', '-1', '65536', '1.5'])('refuse %s as a port', (PORT) => {
    expect(() => from({ PORT })).toThrow(`PORT must be a number from 0 to 65535, not "${PORT}"`);
  });
});
