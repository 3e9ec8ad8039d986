import { Controller, Get, Param, Query } from '@nestjs/common';
import { CallerOf, notFound, OwnStreams } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { Replay, type History } from './replay.js';

export class HistoryBounds {
  /** First revision shown. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(0)
  from: number = 0;

  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200)
  limit: number = 100;

  /** The store position to stop at: the stream as it was recorded then. */
  @IsOptional() @Matches(/^\d{1,19}$/)
  until?: string;
}

@Controller('api/v1/history')
export class HistoryController {
  constructor(private readonly replay: Replay, private readonly own: OwnStreams) {}

  @Get(':stream')
  async history(@CallerOf() caller: Caller, @Param('stream') stream: string, @Query() { from, limit, until }: HistoryBounds): Promise<History> {
    if (!(await this.own.sees(caller, stream))) return notFound();
    return this.replay.history(caller.tenantId, stream, { from, limit, ...(until === undefined ? {} : { until: BigInt(until) }) });
  }
}
