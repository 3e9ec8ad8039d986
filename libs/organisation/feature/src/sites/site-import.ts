import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import { ProblemError, readWorkbook } from '@zeren/http';
import { canonicalText, columnLetter, DomainError, sentenceOf, type Caller, type LocalisedText } from '@zeren/kernel';
import {
  organisationRefusals, parseSites, siteBatchDecider, siteDecider, siteSheet, type CellFault, type EnteredSite, type PlacedSite, type SiteBatch, type SiteCommand, type SiteFacts,
} from '@zeren/organisation-domain';
import { SiteFactsReader } from './site-facts.js';
import { inTurns } from './in-turns.js';
import { SiteBatchEnvelope } from './site.command-handler.js';

const TOLD = 1_000;

type SiteError = { readonly row: number; readonly column: string; readonly code: string; readonly text: LocalisedText };

/** What an import of sites would change, and every error at its cell. */
export type SiteDryRun = {
  readonly rows: number; readonly registered: number; readonly changed: number; readonly errorCount: number; readonly errors: readonly SiteError[];
};

/** What an import of sites changes: the batch is written down at the position, and its sites follow at once. */
export type SitesImported = SiteDryRun & { readonly position: string };

type Planned = { readonly entered: EnteredSite; readonly isKnown: boolean; readonly changes: boolean };

/** Sites from a workbook, all or nothing: checked as a whole, written down as one batch, which then enters them; read again it changes nothing. */
@Injectable()
export class SiteImport {
  constructor(
    private readonly commands: CommandBus,
    private readonly repository: DeciderRepository,
    private readonly facts: SiteFactsReader,
  ) {}

  async dryRun(file: Buffer, { caller }: CommandContext): Promise<SiteDryRun> {
    const { rows, changing, errors } = await this.checked(file, caller);
    return { rows, ...countsOf(changing), errorCount: errors.length, errors: errors.slice(0, TOLD) };
  }

  /** Throws 422 with every error; then nothing was written down. A large file takes several appends, which repeat until it stands whole. */
  async import(file: Buffer, context: CommandContext): Promise<SitesImported> {
    const { rows, changing, errors } = await this.checked(file, context.caller);
    if (errors.length > 0) throw refusedWith(errors);
    const sites = changing.map(({ entered }) => entered);
    // Each append is its own repetition by its content: the key of the whole would make the second the answer of the first.
    const { idempotency: _, expectedRevision: __, ...each } = context;
    const id = createHash('sha256').update(canonicalText(sites)).digest('hex').slice(0, 32);
    const envelope = new SiteBatchEnvelope({ category: siteBatchDecider.category, tenantId: context.caller.tenantId, id }, { type: 'EnterSites', data: { sites } }, each);
    let outcome = await this.commands.execute<SiteBatchEnvelope, Outcome<SiteBatch>>(envelope);
    while (outcome.state.status === 'listing') outcome = await this.commands.execute<SiteBatchEnvelope, Outcome<SiteBatch>>(envelope);
    return { rows, ...countsOf(changing), errorCount: 0, errors: [], position: String(outcome.position) };
  }

  private async checked(file: Buffer, caller: Caller): Promise<{ rows: number; changing: readonly Planned[]; errors: readonly SiteError[] }> {
    const sheet = readWorkbook(file).sheet([siteSheet.name.zh, siteSheet.name.en]);
    const { sites, faults, layout } = parseSites(sheet ?? []);
    const placed = (fault: CellFault): SiteError => ({
      row: fault.place.row, column: letterOf(layout, fault.column), code: fault.code, text: textOf(fault),
    });
    if (faults.length > 0) return { rows: sites.length, changing: [], errors: faults.map(placed) };
    const factsOf = await this.facts.reader(caller);
    const planned = await inTurns(sites, (site) => this.planned(site, factsOf(site.site), caller));
    return { rows: sites.length, changing: planned.flatMap((one) => (one?.changes ? [one] : [])), errors: faults.map(placed) };
  }

  /** The command of a row, after it was decided upon; undefined where it was refused, which the row's line then says. */
  private async planned({ line, number, site, reason }: PlacedSite, facts: SiteFacts, caller: Caller): Promise<Planned | undefined> {
    const id = { category: siteDecider.category, tenantId: caller.tenantId, id: number };
    const { state } = await this.repository.load(siteDecider, id, caller);
    const isKnown = state.status !== 'none';
    const command: SiteCommand = isKnown ? { type: 'ChangeSite', data: { site, reason, facts } } : { type: 'RegisterSite', data: { number, site, facts } };
    try {
      return { entered: { number, site, readers: facts.readers, reason }, isKnown, changes: siteDecider.decide(command, state, caller).length > 0 };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      line.complain(columnOf(error.field), error.code as CellFault['code'], error.details);
      return undefined;
    }
  }
}

const countsOf = (changing: readonly Planned[]): Pick<SiteDryRun, 'registered' | 'changed'> => {
  const changed = changing.filter(({ isKnown }) => isKnown).length;
  return { registered: changing.length - changed, changed };
};

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

const refusedWith = (errors: readonly SiteError[]): ProblemError =>
  new ProblemError(422, 'sites-refused', {
    details: { errors: errors.length },
    faults: errors.slice(0, TOLD).map(({ row, column, code, text }) => ({ field: `${column}${row}`, code, text })),
  });
