import { APP_LOGIN, secureTenantTable } from '@zeren/read-model';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The keys with which other systems file requests through Open311; of each only its hash. */
export class Open311Keys1361000000012 implements MigrationInterface {
  readonly name = 'Open311Keys1361000000012';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`create table open311_key (
      tenant_id text not null,
      key_id text not null,
      key_hash text not null,
      name text not null,
      issued_by text not null,
      issued_at timestamptz not null default now(),
      revoked_at timestamptz,
      primary key (tenant_id, key_id)
    )`);
    for (const statement of secureTenantTable('open311_key')) await queryRunner.query(statement);
    await queryRunner.query(`revoke delete on open311_key from ${APP_LOGIN}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table open311_key');
  }
}
