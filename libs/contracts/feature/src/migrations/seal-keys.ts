import { APP_LOGIN, secureTenantTable } from '@zeren/read-model';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The keys of units' electronic seals, held by the platform as the officers' are. */
export class SealKeys1361000000001 implements MigrationInterface {
  readonly name = 'SealKeys1361000000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`create table seal_key (
      tenant_id text not null,
      unit_id text not null,
      key_id text not null,
      public_key text not null,
      private_key bytea not null,
      created_at timestamptz not null default now(),
      primary key (tenant_id, unit_id)
    )`);
    for (const statement of secureTenantTable('seal_key')) await queryRunner.query(statement);
    await queryRunner.query(`revoke update, delete on seal_key from ${APP_LOGIN}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table seal_key');
  }
}
