import { Controller, Get, Inject, Query } from '@nestjs/common';
import { After, CallerOf, CLOCK, type Clock } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import type { Cockpit } from '@zeren/tasks-domain';
import { CutQuery } from '../task/classification.bodies.js';
import { CockpitReader } from './cockpit-reader.js';

@Controller('api/v1/cockpit')
export class CockpitController {
  constructor(
    private readonly counts: CockpitReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What a leader sees first: how many tasks stand how, by campaign, of all or of one of the four integrations. */
  @Get()
  cockpit(@CallerOf() caller: Caller, @Query() { integration }: CutQuery, @After() after?: bigint): Promise<Cockpit> {
    return this.counts.read(caller, this.clock.now(), integration, after);
  }
}
