import { Body, Controller, Get, Inject, Module, Put, type DynamicModule } from '@nestjs/common';
import { OpenToOperators, OpenToParties, RolesAllowed } from '@zeren/http';
import type { Refusals } from '@zeren/kernel';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsInt, IsISO8601, IsString, MaxLength, Min, ValidateNested } from 'class-validator';
import { DemonstrationClock } from './clock.js';

export const demonstrationRefusals = {
  'clock-goes-forward-only': {
    zh: '演示时钟只能向前：现在是 {now}',
    en: 'The demonstration clock goes forward only: it is {now}',
  },
} as const satisfies Refusals;

export class ClockBody {
  /** UTC, ISO 8601. */
  @IsISO8601({ strict: true, strictSeparator: true })
  now!: string;
}

export class StepBody {
  @IsString() @MaxLength(200)
  name!: string;

  @IsInt() @Min(0)
  done!: number;

  @IsInt() @Min(0)
  total!: number;
}

/** How far the loader of the demonstration city is. */
export class ProgressBody {
  @IsBoolean()
  running!: boolean;

  @IsBoolean()
  done!: boolean;

  @IsArray() @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => StepBody)
  steps!: StepBody[];
}

/** Where the demonstration stands: its time, and how far its loader is. */
export type Demonstration = ProgressBody & { readonly now: string };

/** What only a demonstration has. Production has no such routes. */
@Controller('api/v1/demonstration')
export class DemonstrationController {
  private progress: ProgressBody = { running: false, done: false, steps: [] };

  constructor(@Inject(DemonstrationClock) private readonly clock: DemonstrationClock) {}

  @Get() @OpenToParties() @OpenToOperators()
  state(): Demonstration {
    return { ...this.progress, now: this.clock.now() };
  }

  /** Sets the clock of the whole demonstration; it goes on from there. */
  @Put('clock') @RolesAllowed('operator')
  setClock(@Body() { now }: ClockBody): { now: string } {
    this.clock.set(now);
    return { now: this.clock.now() };
  }

  @Put('progress') @RolesAllowed('operator')
  report(@Body() progress: ProgressBody): Demonstration {
    this.progress = progress;
    return this.state();
  }
}

@Module({})
export class DemonstrationModule {
  static register(clock: DemonstrationClock): DynamicModule {
    return {
      module: DemonstrationModule,
      controllers: [DemonstrationController],
      providers: [{ provide: DemonstrationClock, useValue: clock }],
    };
  }
}
