import { execFileSync } from 'node:child_process';
import type { ContractContent } from '@zeren/contracts-domain';
import { canonicalText } from '@zeren/kernel';
import { canonicalBytes, fingerprintOf, isSignatureOver, keyIdOf, newSigningKey, signBytes } from './seal.js';
import { aContract } from './testing/contract.sample.js';

const bytes = canonicalBytes(aContract);

describe('the canonical bytes of a contract', () => {
  it('do not depend on the order in which it was written', () => {
    const turned = Object.fromEntries(Object.entries(aContract).reverse()) as unknown as ContractContent;
    expect(canonicalBytes(turned).equals(bytes)).toBe(true);
  });

  it('are those of RFC 8785: its own example', () => {
    const example = { numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 1e-27], string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/', literals: [null, true, false] };
    expect(canonicalText(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('are those of an independent implementation', () => {
    const script = "import c from 'canonicalize'; import { readFileSync } from 'node:fs'; process.stdout.write(c(JSON.parse(readFileSync(0, 'utf8'))))";
    const theirs = execFileSync(process.execPath, ['--input-type=module', '-e', script], { input: JSON.stringify(aContract), timeout: 20_000, cwd: __dirname });
    expect(theirs.equals(bytes)).toBe(true);
  });
});

describe('a signature', () => {
  const key = newSigningKey();
  const signature = signBytes(bytes, key);

  it('is over exactly these bytes', () => {
    expect(isSignatureOver(bytes, signature)).toBe(true);
  });

  it('is over no other bytes: altering any one of them shows', () => {
    for (let place = 0; place < bytes.length; place += 7) {
      const altered = Buffer.from(bytes);
      altered[place] = (altered[place] as number) ^ 1;
      expect(isSignatureOver(altered, signature)).toBe(false);
      expect(fingerprintOf(altered)).not.toBe(fingerprintOf(bytes));
    }
  });

  it('is by the key it names, and by no other', () => {
    const other = newSigningKey();
    expect(keyIdOf(key.publicKey)).toBe(signature.keyId);
    expect(isSignatureOver(bytes, { ...signature, publicKey: other.publicKey, keyId: other.keyId })).toBe(false);
    expect(isSignatureOver(bytes, { ...signature, keyId: other.keyId })).toBe(false);
  });

  it('that is no signature at all is simply not valid', () => {
    expect(isSignatureOver(bytes, { ...signature, value: 'not base64!' })).toBe(false);
    expect(isSignatureOver(bytes, { ...signature, publicKey: 'no key' })).toBe(false);
  });
});
