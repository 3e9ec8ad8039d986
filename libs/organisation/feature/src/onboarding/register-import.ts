import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import { ProblemError } from '@zeren/http';
import { canonicalText, type Caller, type StreamId } from '@zeren/kernel';
import {
  CALENDAR_ID, calendarDecider, checkImport, planYears, registerDecider,
  type ImportChange, type ImportTables, type PublishWorkingYear, type Register, type RegisterFacts, type TenantCalendar,
} from '@zeren/organisation-domain';
import { CalendarEnvelope } from '../calendar/calendar.command-handler.js';
import { RegisterEnvelope } from '../organisation.command-handlers.js';
import { registerStream, RegisterSurroundings } from '../register-surroundings.js';
import type { ImportError, ImportFile } from './import-file.js';

/** Errors and changes that are told one by one; there is no use in more. */
const TOLD = 1_000;
/** How long others keep away from a register while a large file is entered; then it lapses. */
const LAPSES_AFTER_MS = 15 * 60_000;

/** What an import would do: how much of each kind, the first changes one by one, and every error. */
export type ImportDryRun = {
  readonly rows: { readonly units: number; readonly posts: number; readonly populations: number; readonly workingDays: number };
  readonly counts: Readonly<Record<ImportChange['what'], number>>;
  readonly changes: readonly ImportChange[];
  /** How many errors there are, told or not. */
  readonly errorCount: number;
  readonly errors: readonly ImportError[];
};

/** What a file comes to for the register and the calendar as they stand. */
type Checked = { readonly changes: readonly ImportChange[]; readonly errors: ImportError[]; readonly facts: RegisterFacts; readonly years: readonly PublishWorkingYear['data'][] };

const calendarStream = (tenantId: string): StreamId => ({ category: calendarDecider.category, tenantId, id: CALENDAR_ID });

/** A file into the register and the calendar: all of it or nothing, and the same content again changes nothing. */
@Injectable()
export class RegisterImport {
  constructor(
    private readonly commands: CommandBus,
    private readonly repository: DeciderRepository,
    private readonly surroundings: RegisterSurroundings,
  ) {}

  async dryRun(file: ImportFile, { caller }: CommandContext): Promise<ImportDryRun> {
    const { changes, errors } = await this.checked(file, caller);
    const { units, posts, populations, workingDays } = file.tables;
    return {
      rows: { units: units.length, posts: posts.length, populations: populations.length, workingDays: workingDays.length },
      counts: countsOf(changes), changes: changes.slice(0, TOLD), errorCount: errors.length, errors: errors.slice(0, TOLD),
    };
  }

  /**
   * Throws 422 with every error. A large file takes several appends, which repeat until it stands whole; the years come
   * last. What was broken off is completed by the same file again.
   */
  async import(file: ImportFile, context: CommandContext): Promise<Outcome<Register>> {
    const { errors, facts, years } = await this.checked(file, context.caller);
    if (errors.length > 0) throw refusedWith(errors);
    const importId = createHash('sha256').update(canonicalText(file.tables)).digest('hex').slice(0, 32);
    const lapsesAt = new Date(Date.parse(context.caller.now) + LAPSES_AFTER_MS).toISOString();
    const command = { type: 'ImportRegister' as const, data: { importId, tables: file.tables, facts, lapsesAt } };
    // Each append is its own repetition by its content: the key of the whole would make the second the answer of the first.
    const { idempotency: _, expectedRevision, ...each } = context;
    let outcome = await this.execute(command, { ...each, ...(expectedRevision === undefined ? {} : { expectedRevision }) });
    while (outcome.state.importing?.importId === importId) outcome = await this.execute(command, each);
    for (const year of years) outcome = { ...outcome, position: await this.publish(year, each) };
    return outcome;
  }

  /** The caller's own register as it stands. */
  async register(caller: Caller): Promise<Register> {
    return (await this.repository.load(registerDecider, registerStream(caller.tenantId), caller)).state;
  }

  /** What the caller's own tenant has laid down of its calendar. */
  async calendar(caller: Caller): Promise<TenantCalendar> {
    return (await this.repository.load(calendarDecider, calendarStream(caller.tenantId), caller)).state;
  }

  private async publish(data: PublishWorkingYear['data'], context: CommandContext): Promise<bigint> {
    const envelope = new CalendarEnvelope(calendarStream(context.caller.tenantId), { type: 'PublishWorkingYear', data }, context);
    return (await this.commands.execute<CalendarEnvelope, Outcome<TenantCalendar>>(envelope)).position;
  }

  private async checked({ tables, faults, placed }: ImportFile, caller: Caller): Promise<Checked> {
    const facts = await this.surroundings.facts(caller, namedIn(tables));
    const plan = checkImport(await this.register(caller), { tables, faults }, facts);
    const calendar = planYears(await this.calendar(caller), { tables, faults });
    return { changes: [...plan.changes, ...calendar.changes], errors: [...plan.faults, ...calendar.faults].map(placed), facts, years: calendar.years };
  }

  private execute(command: RegisterEnvelope['command'], context: CommandContext): Promise<Outcome<Register>> {
    return this.commands.execute<RegisterEnvelope, Outcome<Register>>(new RegisterEnvelope(registerStream(context.caller.tenantId), command, context));
  }
}

const namedIn = ({ units, posts, populations }: ImportTables) => [
  ...units.map(({ unit }) => ({ unitId: unit.parentUnitId, on: unit.validFrom })),
  ...posts.map(({ post }) => ({ unitId: post.unitId, on: post.validFrom })),
  ...populations.map(({ population }) => ({ unitId: population.unitId, on: population.on })),
];

const countsOf = (changes: readonly ImportChange[]): ImportDryRun['counts'] => {
  const counts = { 'unit-registered': 0, 'unit-changed': 0, 'post-created': 0, 'post-filled': 0, 'population-recorded': 0, 'working-year-published': 0 };
  for (const { what } of changes) counts[what] += 1;
  return counts;
};

/** 422: every error with its place, as the file shows it; nothing was entered. */
const refusedWith = (errors: readonly ImportError[]): ProblemError =>
  new ProblemError(422, 'import-refused', {
    details: { errors: errors.length },
    faults: errors.slice(0, TOLD).map(({ field, code, text }) => ({ field, code, text })),
  });
