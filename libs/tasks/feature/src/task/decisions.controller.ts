import { Controller, Get, Query } from '@nestjs/common';
import { After, CallerOf } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import type { DecisionProgress } from '@zeren/tasks-domain';
import { DecisionsQuery } from './task-dispatch.bodies.js';
import { DecisionFacts } from './decision-facts.js';

@Controller('api/v1/meeting-decisions')
export class DecisionsController {
  constructor(private readonly decisions: DecisionFacts) {}

  /** How many tasks came of each decision of a meeting, and how many of them are done; each list is the board's, `?decision=`. */
  @Get()
  async progress(@CallerOf() caller: Caller, @Query() { meetingId }: DecisionsQuery, @After() after?: bigint): Promise<{ items: readonly DecisionProgress[] }> {
    return { items: await this.decisions.progressOf(meetingId, caller, after) };
  }
}
