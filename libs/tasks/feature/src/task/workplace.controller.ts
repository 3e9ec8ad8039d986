import { Controller, Get, Inject, Query } from '@nestjs/common';
import { After, CallerOf, CLOCK, type Clock } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import type { Workplace } from '@zeren/tasks-domain';
import { CutQuery } from './classification.bodies.js';
import { WorkplaceReader } from './workplace-reader.js';

@Controller('api/v1/workplace')
export class WorkplaceController {
  constructor(
    private readonly work: WorkplaceReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** How much there is in each list of the caller's own page; each list is the board's, `?work=`. */
  @Get()
  read(@CallerOf() caller: Caller, @Query() { integration }: CutQuery, @After() after?: bigint): Promise<Workplace> {
    return this.work.read({ ...caller, now: this.clock.now() }, integration, after);
  }
}
