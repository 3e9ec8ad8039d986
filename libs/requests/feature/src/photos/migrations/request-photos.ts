import { APP_LOGIN, secureTenantTable } from '@zeren/read-model';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Photos that were taken in: what they show of when and where they were taken, so that nobody else need be believed. */
export class RequestPhotos1361000000011 implements MigrationInterface {
  readonly name = 'RequestPhotos1361000000011';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`create table request_photo (
      tenant_id text not null,
      hash text not null,
      photo jsonb not null,
      taken_in_at timestamptz not null default now(),
      primary key (tenant_id, hash)
    )`);
    for (const statement of secureTenantTable('request_photo')) await queryRunner.query(statement);
    await queryRunner.query(`revoke delete on request_photo from ${APP_LOGIN}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table request_photo');
  }
}
