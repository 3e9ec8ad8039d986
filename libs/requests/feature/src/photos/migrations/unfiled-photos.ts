import { APP_LOGIN } from '@zeren/read-model';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a photo was last sent or named: those that nobody files are removed. */
export class UnfiledPhotos1361000000013 implements MigrationInterface {
  readonly name = 'UnfiledPhotos1361000000013';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table request_photo rename column taken_in_at to touched_at');
    await queryRunner.query('create index request_photo_touched on request_photo (tenant_id, touched_at)');
    await queryRunner.query(`grant delete on request_photo to ${APP_LOGIN}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`revoke delete on request_photo from ${APP_LOGIN}`);
    await queryRunner.query('drop index request_photo_touched');
    await queryRunner.query('alter table request_photo rename column touched_at to taken_in_at');
  }
}
