import { constants, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { ownKeyFrom } from './own-key.js';
import { isSignatureOver } from './seal.js';

/** Self-signed, ECDSA P-256, for CN=511922.leader; its private key was thrown away. */
const certificate = `-----BEGIN CERTIFICATE-----
MIIBqTCCAU+gAwIBAgIUMWamLlTtHnEkNhRVGyjqtVIec8EwCgYIKoZIzj0EAwIw
KTEWMBQGA1UEAwwNNTExOTIyLmxlYWRlcjEPMA0GA1UECgwGNTExOTIyMCAXDTI2
MTEyMTIxNDI1MVoYDzIxMjYxMDI4MjE0MjUxWjApMRYwFAYDVQQDDA01MTE5MjIu
bGVhZGVyMQ8wDQYDVQQKDAY1MTE5MjIwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
AATYGUBDtBvSg7qpCh6Jkctmcz2qQOGPeRDZuMfnEame/tVDfZJ9sOIuZVNw4BQW
bnjBPeRbXRce3hkrqyjH/9PYo1MwUTAdBgNVHQ4EFgQU/NHL6zWFhBI+dJBXy3Uq
+Dxt81EwHwYDVR0jBBgwFoAU/NHL6zWFhBI+dJBXy3Uq+Dxt81EwDwYDVR0TAQH/
BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiAcsyJZi3Yox8JeBfchlta9PoOn421J
3Pz0VITSr5qK6AIhAKW5UG5VBrNYob1ioJj+mLHaCzvHGYArtJdRRDm1QUPE
-----END CERTIFICATE-----
`;
const bytes = Buffer.from('what is signed');
const pemOf = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }).toString();
const pss = (key: KeyObject) => ({ key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST });

describe('an officer\'s own key', () => {
  it.each([
    ['Ed25519', () => generateKeyPairSync('ed25519'), (key: KeyObject) => sign(null, bytes, key)],
    ['ECDSA-P256-SHA256', () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' }), (key: KeyObject) => sign('sha256', bytes, key)],
    ['RSA-PSS-SHA256', () => generateKeyPairSync('rsa', { modulusLength: 2048 }), (key: KeyObject) => sign('sha256', bytes, pss(key))],
  ] as const)('of %s signs outside the platform, and its signature verifies here', (algorithm, generate, signWith) => {
    const { publicKey, privateKey } = generate();
    const key = ownKeyFrom(pemOf(publicKey), '511922.leader');
    expect(key).toMatchObject({ algorithm, officerId: '511922.leader', certificate: null, validUntil: null });
    const signature = { algorithm, keyId: key.keyId, publicKey: key.publicKey, value: signWith(privateKey).toString('base64') };
    expect(isSignatureOver(bytes, signature)).toBe(true);
    expect(isSignatureOver(Buffer.from('something else'), signature)).toBe(false);
    for (const other of (['Ed25519', 'ECDSA-P256-SHA256', 'RSA-PSS-SHA256'] as const).filter((name) => name !== algorithm)) {
      expect(isSignatureOver(bytes, { ...signature, algorithm: other })).toBe(false);
    }
  });

  it('comes in a certificate with whom it names and until when it holds', () => {
    expect(ownKeyFrom(certificate, '511922.leader')).toMatchObject({
      algorithm: 'ECDSA-P256-SHA256', subject: expect.stringContaining('CN=511922.leader') as string, validUntil: expect.stringMatching(/^21\d\d-.*Z$/) as string,
    });
  });

  it('that is private, weak, of another kind or no key at all is refused', () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const refuses = (pem: string) => {
      try {
        return ownKeyFrom(pem, '511922.leader').keyId;
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(refuses(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())).toBe('private-key-sent');
    expect(refuses(pemOf(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey))).toBe('key-unsuitable');
    expect(refuses(pemOf(generateKeyPairSync('ec', { namedCurve: 'secp384r1' }).publicKey))).toBe('key-unsuitable');
    expect(refuses('-----BEGIN CERTIFICATE-----')).toBe('key-unsuitable');
    expect(refuses('no key')).toBe('key-unsuitable');
  });
});
