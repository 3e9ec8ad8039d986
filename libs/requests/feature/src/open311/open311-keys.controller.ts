import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CallerOf, RolesAllowed } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { Open311Keys, type Open311Key } from './open311-keys.js';

export class Open311KeyBody {
  /** Whose system it is for. */
  @IsString() @IsNotEmpty() @MaxLength(100)
  name!: string;
}

/** Keys for systems that file through Open311. */
@Controller('api/v1/open311-keys')
@RolesAllowed('city-office', 'district-office')
export class Open311KeysController {
  constructor(private readonly keys: Open311Keys) {}

  /** The key is told only in this answer. */
  @Post()
  issue(@Body() { name }: Open311KeyBody, @CallerOf() caller: Caller): Promise<{ readonly keyId: string; readonly key: string }> {
    return this.keys.issue(caller, name);
  }

  @Get()
  async list(@CallerOf() { tenantId }: Caller): Promise<{ readonly items: readonly Open311Key[] }> {
    return { items: await this.keys.list(tenantId) };
  }

  @Post(':keyId/revocation')
  @HttpCode(200)
  revoke(@Param('keyId') keyId: string, @CallerOf() { tenantId }: Caller): Promise<Open311Key> {
    return this.keys.revoke(tenantId, keyId);
  }
}
