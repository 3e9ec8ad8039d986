import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ConfigurationError } from '@zeren/http';
import { ReadModel } from '@zeren/read-model';
import type { EntityManager } from 'typeorm';
import { newSigningKey, type SigningKey } from './seal.js';

/** Injection token of the key (32 bytes) under which private keys are stored. */
export const MASTER_KEY = Symbol('MASTER_KEY');

/** The master key from its Base64. Throws ConfigurationError. */
export const masterKeyFrom = (text: string | undefined): Buffer => {
  const key = Buffer.from(text ?? '', 'base64');
  if (key.length !== 32) throw new ConfigurationError('Set ZEREN_SIGNING_KEY: 32 random bytes in Base64, kept secret and never changed');
  return key;
};

export type Officer = { readonly tenantId: string; readonly officerId: string };
type Stored = { readonly key_id: string; readonly public_key: string; readonly private_key: Buffer };

/** The officers' signing keys, made on first use. Each tenant's are its own. */
@Injectable()
export class SignatureKeys {
  constructor(
    @Inject(MASTER_KEY) private readonly masterKey: Buffer,
    private readonly readModel: ReadModel,
  ) {}

  /** The officer's key; two first uses at once come to one key. */
  async ofOfficer(officer: Officer): Promise<SigningKey> {
    const stored = await this.readModel.inTenant(officer.tenantId, async (manager) =>
      (await this.find(manager, officer)) ?? this.create(manager, officer));
    const { key_id: keyId, public_key: publicKey, private_key: sealed } = stored;
    return { keyId, publicKey, privateKey: this.unseal(sealed, officer) };
  }

  /** The public key of an officer, PEM; undefined where none was made. */
  async publicKeyOf(officer: Officer): Promise<string | undefined> {
    const stored = await this.readModel.inTenant(officer.tenantId, (manager) => this.find(manager, officer));
    return stored?.public_key;
  }

  private async find(manager: EntityManager, { tenantId, officerId }: Officer): Promise<Stored | undefined> {
    const rows = await manager.query<Stored[]>(
      'select key_id, public_key, private_key from signature_key where tenant_id = $1 and officer_id = $2', [tenantId, officerId],
    );
    return rows[0];
  }

  private async create(manager: EntityManager, officer: Officer): Promise<Stored> {
    const { keyId, publicKey, privateKey } = newSigningKey();
    await manager.query(
      `insert into signature_key (tenant_id, officer_id, key_id, public_key, private_key) values ($1, $2, $3, $4, $5)
        on conflict (tenant_id, officer_id) do nothing`,
      [officer.tenantId, officer.officerId, keyId, publicKey, this.seal(privateKey, officer)],
    );
    const stored = await this.find(manager, officer);
    if (!stored) throw new Error(`No signature key for ${officer.officerId}`);
    return stored;
  }

  /** Nonce (12 bytes), tag (16), ciphertext; bound to the officer, so that a row moved to another opens nothing. */
  private seal(plain: Buffer, officer: Officer): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.masterKey, nonce).setAAD(boundTo(officer));
    const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  private unseal(sealed: Buffer, officer: Officer): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.masterKey, sealed.subarray(0, 12)).setAAD(boundTo(officer));
    decipher.setAuthTag(sealed.subarray(12, 28));
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
  }
}

const boundTo = ({ tenantId, officerId }: Officer): Buffer => Buffer.from(JSON.stringify([tenantId, officerId]));
