import { Controller, Get, Inject } from '@nestjs/common';
import { After, CallerOf, CLOCK, type Clock } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import type { Cockpit } from '@zeren/tasks-domain';
import { CockpitReader } from './cockpit-reader.js';

@Controller('api/v1/cockpit')
export class CockpitController {
  constructor(
    private readonly counts: CockpitReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What a leader sees first: how many tasks stand how, by campaign. */
  @Get()
  cockpit(@CallerOf() caller: Caller, @After() after?: bigint): Promise<Cockpit> {
    return this.counts.read(caller, this.clock.now(), after);
  }
}
