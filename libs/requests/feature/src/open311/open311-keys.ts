import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { notFound } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import { ReadModel } from '@zeren/read-model';

/** A key as its tenant sees it; the key itself is told once, when it is issued. */
export type Open311Key = {
  readonly keyId: string;
  readonly name: string;
  readonly issuedBy: string;
  readonly issuedAt: string;
  readonly revokedAt: string | null;
};

const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();

const columns = 'key_id as "keyId", name, issued_by as "issuedBy", issued_at as "issuedAt", revoked_at as "revokedAt"';

/** The registered keys of other systems: `<id>.<secret>`, kept as a hash. */
@Injectable()
export class Open311Keys {
  constructor(private readonly readModel: ReadModel) {}

  /** A new key, told only now. */
  async issue({ tenantId, actorId }: Caller, name: string): Promise<{ readonly keyId: string; readonly key: string }> {
    const keyId = randomBytes(6).toString('hex');
    const key = `${keyId}.${randomBytes(24).toString('base64url')}`;
    await this.readModel.inTenant(tenantId, (manager) => manager.query(
      'insert into open311_key (tenant_id, key_id, key_hash, name, issued_by) values ($1, $2, $3, $4, $5)', [tenantId, keyId, hashOf(key).toString('hex'), name, actorId],
    ));
    return { keyId, key };
  }

  list(tenantId: string): Promise<Open311Key[]> {
    return this.readModel.inTenant(tenantId, (manager) => manager.query<Open311Key[]>(
      `select ${columns} from open311_key where tenant_id = $1 order by issued_at, key_id`, [tenantId],
    ));
  }

  /** From now on the key opens nothing. 404 where there is none. */
  async revoke(tenantId: string, keyId: string): Promise<Open311Key> {
    const [rows] = await this.readModel.inTenant(tenantId, (manager) => manager.query<[Open311Key[], number]>(
      `update open311_key set revoked_at = coalesce(revoked_at, now()) where tenant_id = $1 and key_id = $2 returning ${columns}`, [tenantId, keyId],
    ));
    return rows[0] ?? notFound();
  }

  /** Which of the tenant's keys this is; undefined where it is none, or revoked. */
  async keyIdOf(tenantId: string, key: string): Promise<string | undefined> {
    const [keyId] = key.split('.', 1);
    const rows = await this.readModel.inTenant(tenantId, (manager) => manager.query<{ key_hash: string }[]>(
      'select key_hash from open311_key where tenant_id = $1 and key_id = $2 and revoked_at is null', [tenantId, keyId],
    ));
    const stored = rows[0] && Buffer.from(rows[0].key_hash, 'hex');
    return stored && timingSafeEqual(stored, hashOf(key)) ? keyId : undefined;
  }
}
