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

/** An officer with a signing key, or a unit with its seal's. */
export type KeyHolder = { readonly tenantId: string } & ({ readonly officerId: string } | { readonly unitId: string });

type Stored = { readonly key_id: string; readonly public_key: string; readonly private_key: Buffer };
type Place = { readonly table: string; readonly column: string; readonly id: string };

const placeOf = (holder: KeyHolder): Place =>
  ('officerId' in holder
    ? { table: 'signature_key', column: 'officer_id', id: holder.officerId }
    : { table: 'seal_key', column: 'unit_id', id: holder.unitId });

/** The keys of officers and of units' seals, made on first use. Each tenant's are its own. */
@Injectable()
export class SignatureKeys {
  constructor(
    @Inject(MASTER_KEY) private readonly masterKey: Buffer,
    private readonly readModel: ReadModel,
  ) {}

  /** The holder's key; two first uses at once come to one key. */
  async of(holder: KeyHolder): Promise<SigningKey> {
    const stored = await this.readModel.inTenant(holder.tenantId, async (manager) =>
      (await this.find(manager, holder)) ?? this.create(manager, holder));
    const { key_id: keyId, public_key: publicKey, private_key: sealed } = stored;
    return { keyId, publicKey, privateKey: this.unseal(sealed, holder) };
  }

  /** The public key of a holder, PEM; undefined where none was made. */
  async publicKeyOf(holder: KeyHolder): Promise<string | undefined> {
    const stored = await this.readModel.inTenant(holder.tenantId, (manager) => this.find(manager, holder));
    return stored?.public_key;
  }

  private async find(manager: EntityManager, holder: KeyHolder): Promise<Stored | undefined> {
    const { table, column, id } = placeOf(holder);
    const rows = await manager.query<Stored[]>(
      `select key_id, public_key, private_key from ${table} where tenant_id = $1 and ${column} = $2`, [holder.tenantId, id],
    );
    return rows[0];
  }

  private async create(manager: EntityManager, holder: KeyHolder): Promise<Stored> {
    const { table, column, id } = placeOf(holder);
    const { keyId, publicKey, privateKey } = newSigningKey();
    await manager.query(
      `insert into ${table} (tenant_id, ${column}, key_id, public_key, private_key) values ($1, $2, $3, $4, $5)
        on conflict (tenant_id, ${column}) do nothing`,
      [holder.tenantId, id, keyId, publicKey, this.seal(privateKey, holder)],
    );
    const stored = await this.find(manager, holder);
    if (!stored) throw new Error(`No key in ${table} for ${id}`);
    return stored;
  }

  /** Nonce (12 bytes), tag (16), ciphertext; bound to the holder, so that a row moved to another opens nothing. */
  private seal(plain: Buffer, holder: KeyHolder): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.masterKey, nonce).setAAD(boundTo(holder));
    const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  private unseal(sealed: Buffer, holder: KeyHolder): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.masterKey, sealed.subarray(0, 12)).setAAD(boundTo(holder));
    decipher.setAuthTag(sealed.subarray(12, 28));
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
  }
}

const boundTo = (holder: KeyHolder): Buffer =>
  Buffer.from(JSON.stringify('officerId' in holder ? [holder.tenantId, holder.officerId] : [holder.tenantId, 'unit', holder.unitId]));
