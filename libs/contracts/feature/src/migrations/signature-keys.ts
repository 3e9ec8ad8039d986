import { APP_LOGIN, secureTenantTable } from '@zeren/read-model';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The keys officers sign with, held by the platform. Private keys are stored encrypted; no login of a service may
 * change or remove a key.
 */
export class SignatureKeys1361000000000 implements MigrationInterface {
  readonly name = 'SignatureKeys1361000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`create table signature_key (
      tenant_id text not null,
      officer_id text not null,
      key_id text not null,
      public_key text not null,
      private_key bytea not null,
      created_at timestamptz not null default now(),
      primary key (tenant_id, officer_id)
    )`);
    for (const statement of secureTenantTable('signature_key')) await queryRunner.query(statement);
    await queryRunner.query(`revoke update, delete on signature_key from ${APP_LOGIN}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table signature_key');
  }
}
