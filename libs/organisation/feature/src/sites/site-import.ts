import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import { ProblemError, readWorkbook } from '@zeren/http';
import { columnLetter, DomainError, sentenceOf, type Caller, type LocalisedText, type StreamId } from '@zeren/kernel';
import {
  organisationRefusals, parseSites, siteDecider, siteSheet, type CellFault, type PlacedSite, type Site, type SiteCommand, type SiteFacts,
} from '@zeren/organisation-domain';
import { SiteFactsReader } from './site-facts.js';
import { SiteEnvelope } from './site.command-handler.js';

const TOLD = 1_000;
/** Sites that are looked at or entered at once. */
const WIDTH = 16;

type SiteError = { readonly row: number; readonly column: string; readonly code: string; readonly text: LocalisedText };

/** What an import of sites would change, and every error at its cell. */
export type SiteDryRun = {
  readonly rows: number; readonly registered: number; readonly changed: number; readonly errorCount: number; readonly errors: readonly SiteError[];
};

/** What an import of sites changed, and the position up to which a view must have read to show it. */
export type SitesImported = SiteDryRun & { readonly position: string };

type Planned = { readonly id: StreamId; readonly command: SiteCommand; readonly changes: boolean };

/** Sites from a workbook: checked as a whole before the first is entered; read again it changes nothing. */
@Injectable()
export class SiteImport {
  constructor(
    private readonly commands: CommandBus,
    private readonly repository: DeciderRepository,
    private readonly facts: SiteFactsReader,
  ) {}

  async dryRun(file: Buffer, { caller }: CommandContext): Promise<SiteDryRun> {
    const { rows, planned, errors } = await this.checked(file, caller);
    const changing = planned.filter(({ changes }) => changes);
    const registered = changing.filter(({ command }) => command.type === 'RegisterSite').length;
    return { rows, registered, changed: changing.length - registered, errorCount: errors.length, errors: errors.slice(0, TOLD) };
  }

  /** Throws 422 with every error; then no site was entered. */
  async import(file: Buffer, context: CommandContext): Promise<SitesImported> {
    const { rows, planned, errors } = await this.checked(file, context.caller);
    if (errors.length > 0) throw refusedWith(errors);
    // Each site is its own repetition by its content; the key of the whole would stand for each of them.
    const { idempotency: _, expectedRevision: __, ...each } = context;
    const changing = planned.filter(({ changes }) => changes);
    const outcomes = await inTurns(changing, ({ id, command }) => this.commands.execute<SiteEnvelope, Outcome<Site>>(new SiteEnvelope(id, command, each)));
    const registered = changing.filter(({ command }) => command.type === 'RegisterSite').length;
    const position = outcomes.reduce((last, outcome) => (outcome.position > last ? outcome.position : last), 0n);
    return { rows, registered, changed: changing.length - registered, errorCount: 0, errors: [], position: String(position) };
  }

  private async checked(file: Buffer, caller: Caller): Promise<{ rows: number; planned: readonly Planned[]; errors: readonly SiteError[] }> {
    const sheet = readWorkbook(file).sheet([siteSheet.name.zh, siteSheet.name.en]);
    const { sites, faults, layout } = parseSites(sheet ?? []);
    const placed = (fault: CellFault): SiteError => ({
      row: fault.place.row, column: letterOf(layout, fault.column), code: fault.code, text: textOf(fault),
    });
    if (faults.length > 0) return { rows: sites.length, planned: [], errors: faults.map(placed) };
    const factsOf = await this.facts.reader(caller);
    const planned = await inTurns(sites, (site) => this.planned(site, factsOf(site.site), caller));
    return { rows: sites.length, planned: planned.flatMap((one) => one ?? []), errors: faults.map(placed) };
  }

  /** The command of a row, after it was decided upon; undefined where it was refused, which the row's line then says. */
  private async planned({ line, number, site, reason }: PlacedSite, facts: SiteFacts, caller: Caller): Promise<Planned | undefined> {
    const id = { category: siteDecider.category, tenantId: caller.tenantId, id: number };
    const { state } = await this.repository.load(siteDecider, id, caller);
    const isKnown = state.status !== 'none';
    const command: SiteCommand = isKnown ? { type: 'ChangeSite', data: { site, reason, facts } } : { type: 'RegisterSite', data: { number, site, facts } };
    try {
      return { id, command, changes: siteDecider.decide(command, state, caller).length > 0 };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      line.complain(columnOf(error.field), error.code as CellFault['code'], error.details);
      return undefined;
    }
  }
}

const columnOfField = { areaUnitId: 'area', ownerUnitId: 'owner', point: 'latitude', validFrom: 'from', reason: 'reason', number: 'number' } as const;

const columnOf = (field: string | undefined): (typeof columnOfField)[keyof typeof columnOfField] =>
  columnOfField[field as keyof typeof columnOfField] ?? 'number';

const letterOf = (layout: ReadonlyMap<string, number>, column: string): string => {
  const at = layout.get(column);
  return at === undefined ? '' : columnLetter(at);
};

const textOf = ({ code, details }: CellFault): LocalisedText => {
  const sentence: LocalisedText = organisationRefusals[code];
  return { zh: sentenceOf(sentence, 'zh', details), en: sentenceOf(sentence, 'en', details) };
};

const inTurns = async <Item, Done>(items: readonly Item[], work: (item: Item) => Promise<Done>): Promise<readonly Done[]> => {
  const done: Done[] = [];
  for (let at = 0; at < items.length; at += WIDTH) done.push(...(await Promise.all(items.slice(at, at + WIDTH).map(work))));
  return done;
};

const refusedWith = (errors: readonly SiteError[]): ProblemError =>
  new ProblemError(422, 'sites-refused', {
    details: { errors: errors.length },
    faults: errors.slice(0, TOLD).map(({ row, column, code, text }) => ({ field: `${column}${row}`, code, text })),
  });
