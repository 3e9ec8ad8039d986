import { APP_LOGIN, secureTenantTable } from '@zeren/read-model';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The keys under which requesters' data is sealed, each wrapped by the master key. A key is destroyed by emptying its row; the
 * row stays, so that none is ever made again for the same person.
 */
export class PersonalKeys1361000000010 implements MigrationInterface {
  readonly name = 'PersonalKeys1361000000010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`create table personal_key (
      tenant_id text not null,
      key_id text not null,
      wrapped_key bytea,
      phone_index text,
      created_at timestamptz not null default now(),
      destroyed_at timestamptz,
      primary key (tenant_id, key_id),
      check ((wrapped_key is null) = (destroyed_at is not null)),
      check (destroyed_at is null or phone_index is null)
    )`);
    await queryRunner.query('create unique index personal_key_phone on personal_key (tenant_id, phone_index) where phone_index is not null');
    for (const statement of secureTenantTable('personal_key')) await queryRunner.query(statement);
    await queryRunner.query(`revoke delete on personal_key from ${APP_LOGIN}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table personal_key');
  }
}
