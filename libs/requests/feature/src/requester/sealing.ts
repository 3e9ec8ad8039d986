import { Inject, Injectable } from '@nestjs/common';
import type { CommandContext } from '@zeren/event-store';
import { DomainError, parsePublicId } from '@zeren/kernel';
import { ReadModel } from '@zeren/read-model';
import type { Sealed } from '@zeren/requests-domain';
import type { EntityManager } from 'typeorm';
import { guardedHash, newPersonalKey, openText, phoneIndexOf, sealText, unwrapKey, wrapKey } from './personal-cipher.js';

/** Injection token of the key (32 bytes) under which persons' keys are stored. */
export const PERSONAL_MASTER_KEY = Symbol('PERSONAL_MASTER_KEY');

type Stored = { readonly wrapped_key: Buffer | null };

/**
 * Seals personal data under a key of that person's own, and destroys the key. A key is named by a public id (a requester's, or
 * that of a request without one), which says the tenant whose key it is.
 */
@Injectable()
export class Sealing {
  constructor(
    @Inject(PERSONAL_MASTER_KEY) private readonly master: Buffer,
    private readonly readModel: ReadModel,
  ) {}

  /** Seals texts under a key, which is made at its first use. Refuses where it was destroyed. */
  async seal(keyId: string, text: string): Promise<Sealed> {
    const key = await this.keyAt(keyId, (manager, tenantId) => this.made(manager, tenantId, keyId, null));
    if (key === null) throw new DomainError('requester-erased');
    return sealText(text, key, keyId);
  }

  /** The text; null where its key was destroyed. Throws where it was altered. */
  async open(sealed: Sealed): Promise<string | null> {
    const key = await this.keyAt(sealed.keyId, (manager, tenantId) => this.found(manager, tenantId, sealed.keyId));
    return key === null ? null : openText(sealed, key);
  }

  /** Nothing that was sealed under the key can be read again. Also forgets by which phone number the person is found. */
  async destroy(keyId: string): Promise<void> {
    const tenantId = tenantOf(keyId);
    await this.readModel.inTenant(tenantId, (manager) => manager.query(
      `insert into personal_key (tenant_id, key_id, destroyed_at) values ($1, $2, now())
        on conflict (tenant_id, key_id) do update set wrapped_key = null, phone_index = null, destroyed_at = coalesce(personal_key.destroyed_at, now())`,
      [tenantId, keyId],
    ));
  }

  /** The same request, its body's fingerprint guarded: the hash of a body that holds a telephone number would tell the number. */
  guarded(context: CommandContext): CommandContext {
    const { idempotency, ...rest } = context;
    return idempotency ? { ...rest, idempotency: { ...idempotency, bodyHash: guardedHash(idempotency.bodyHash, this.master) } } : context;
  }

  /** Whose number this is among those who asked this tenant before. */
  async personWith(tenantId: string, phone: string): Promise<string | undefined> {
    const index = phoneIndexOf(phone, this.master, tenantId);
    if (index === null) return undefined;
    return this.readModel.inTenant(tenantId, (manager) => this.holderOf(manager, tenantId, index));
  }

  /** The person who has this number, or a new one of this id; two first filings at once come to one person. */
  async personFor(newId: string, phone: string | null): Promise<string> {
    const tenantId = tenantOf(newId);
    const index = phone === null ? null : phoneIndexOf(phone, this.master, tenantId);
    if (index === null) return newId;
    return this.readModel.inTenant(tenantId, async (manager) => {
      const known = await this.holderOf(manager, tenantId, index);
      if (known !== undefined) return known;
      await this.made(manager, tenantId, newId, index);
      return (await this.holderOf(manager, tenantId, index)) ?? newId;
    });
  }

  private async keyAt(keyId: string, work: (manager: EntityManager, tenantId: string) => Promise<Stored | undefined>): Promise<Buffer | null> {
    const tenantId = tenantOf(keyId);
    const stored = await this.readModel.inTenant(tenantId, (manager) => work(manager, tenantId));
    return stored?.wrapped_key ? unwrapKey(stored.wrapped_key, this.master, keyId) : null;
  }

  private async holderOf(manager: EntityManager, tenantId: string, index: string): Promise<string | undefined> {
    const rows = await manager.query<{ key_id: string }[]>(
      'select key_id from personal_key where tenant_id = $1 and phone_index = $2', [tenantId, index],
    );
    return rows[0]?.key_id;
  }

  private async found(manager: EntityManager, tenantId: string, keyId: string): Promise<Stored | undefined> {
    const rows = await manager.query<Stored[]>('select wrapped_key from personal_key where tenant_id = $1 and key_id = $2', [tenantId, keyId]);
    return rows[0];
  }

  private async made(manager: EntityManager, tenantId: string, keyId: string, index: string | null): Promise<Stored | undefined> {
    const made = await manager.query<Stored[]>(
      'insert into personal_key (tenant_id, key_id, wrapped_key, phone_index) values ($1, $2, $3, $4) on conflict do nothing returning wrapped_key',
      [tenantId, keyId, wrapKey(newPersonalKey(), this.master, keyId), index],
    );
    return made[0] ?? this.found(manager, tenantId, keyId);
  }
}

const tenantOf = (keyId: string): string => {
  const parts = parsePublicId(keyId);
  if (!parts) throw new RangeError('A key is named by a public id');
  return parts.tenantId;
};
