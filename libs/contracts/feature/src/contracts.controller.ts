import { Body, Controller, Get, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import {
  latestVersion, versionShown, type ContractCommand, type ContractDocument, type ContractListed, type ContractState, type Genuineness,
} from '@zeren/contracts-domain';
import { deriveId, type CommandContext, type Outcome } from '@zeren/event-store';
import { After, CallerOf, Context, notFound, Public, RolesAllowed, streamIdOf, type EdgeRequest } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import type { Page } from '@zeren/read-model';
import {
  AnswerBody, ArchiveBody, BreachBody, ContractBody, ContractsQuery, DocumentQuery, GenuinenessQuery, RemarksBody, ReminderBody, SettlementBody, SigningBody, TerminationBody,
  VersionBody,
} from './contract.bodies.js';
import { ContractReader } from './contract-reader.js';
import { ContractWork } from './contract-work.js';
import { ContractPrinter } from './document/contract-printer.js';
import { canonicalBytes } from './seal.js';

type Decided = Promise<Outcome<ContractState>>;

/** Responsibility contracts. `?after=` on a command is the position its facts must have reached. */
@Controller('api/v1/contracts')
export class ContractsController {
  constructor(
    private readonly work: ContractWork,
    private readonly reader: ContractReader,
    private readonly printer: ContractPrinter,
  ) {}

  @Post()
  @RolesAllowed('city-office', 'district-office')
  draft(@Body() body: ContractBody, @Context() context: CommandContext, @After() after?: bigint): Decided {
    const { tenantId, actorId } = context.caller;
    const id = deriveId(tenantId, actorId, context.idempotency?.key ?? context.commandId);
    return this.work.draft({ category: 'contract', tenantId, id }, body, context, after);
  }

  @Post(':id/remarks')
  @RolesAllowed('city-office', 'district-office', 'officer', 'leader')
  returnIt(@Param('id') id: string, @Body() data: RemarksBody, @Context() context: CommandContext): Decided {
    return this.decide(id, { type: 'ReturnContract', data }, context);
  }

  @Post(':id/answers')
  @RolesAllowed('city-office', 'district-office')
  uphold(@Param('id') id: string, @Body() data: AnswerBody, @Context() context: CommandContext): Decided {
    return this.decide(id, { type: 'UpholdContract', data }, context);
  }

  @Post(':id/versions')
  @RolesAllowed('city-office', 'district-office')
  revise(@Param('id') id: string, @Body() body: VersionBody, @Context() context: CommandContext, @After() after?: bigint): Decided {
    return this.work.revise(streamIdOf('contract', id), body, context, after);
  }

  @Post(':id/reminders')
  @RolesAllowed('city-office', 'district-office')
  remind(@Param('id') id: string, @Body() data: ReminderBody, @Context() context: CommandContext): Decided {
    return this.decide(id, { type: 'RemindSignatories', data }, context);
  }

  @Post(':id/signature')
  @RolesAllowed('leader')
  sign(@Param('id') id: string, @Body() body: SigningBody, @Context() context: CommandContext, @After() after?: bigint): Decided {
    return this.work.sign(streamIdOf('contract', id), { side: 'signature', ...body }, context, after);
  }

  @Post(':id/countersignature')
  @RolesAllowed('leader')
  countersign(@Param('id') id: string, @Body() body: SigningBody, @Context() context: CommandContext, @After() after?: bigint): Decided {
    return this.work.sign(streamIdOf('contract', id), { side: 'countersignature', ...body }, context, after);
  }

  @Post(':id/handovers')
  @RolesAllowed('leader')
  handOver(@Param('id') id: string, @Context() context: CommandContext, @After() after?: bigint): Decided {
    return this.work.handOver(streamIdOf('contract', id), context, after);
  }

  @Post(':id/settlements')
  @RolesAllowed('city-office', 'district-office')
  settle(@Param('id') id: string, @Body() data: SettlementBody, @Context() context: CommandContext, @After() after?: bigint): Decided {
    return this.work.settle(streamIdOf('contract', id), data, context, after);
  }

  @Post(':id/breach')
  @RolesAllowed('city-office', 'district-office')
  findBreach(@Param('id') id: string, @Body() data: BreachBody, @Context() context: CommandContext): Decided {
    return this.decide(id, { type: 'FindBreach', data }, context);
  }

  @Post(':id/termination')
  @RolesAllowed('city-office', 'district-office')
  terminate(@Param('id') id: string, @Body() data: TerminationBody, @Context() context: CommandContext): Decided {
    return this.decide(id, { type: 'TerminateContract', data }, context);
  }

  @Post(':id/archive')
  @RolesAllowed('city-office', 'district-office')
  archive(@Param('id') id: string, @Body() data: ArchiveBody, @Context() context: CommandContext): Decided {
    return this.decide(id, { type: 'ArchiveContract', data }, context);
  }

  @Get()
  list(@CallerOf() caller: Caller, @Query() query: ContractsQuery, @After() after?: bigint): Promise<Page<ContractListed>> {
    return this.reader.list(caller, query, after);
  }

  @Get(':id')
  one(@CallerOf() caller: Caller, @Param('id') id: string, @After() after?: bigint): Promise<ContractDocument> {
    return this.reader.one(caller, streamIdOf('contract', id), after);
  }

  /** The contract as a document to print. */
  @Get(':id/document.pdf')
  async document(
    @CallerOf() caller: Caller, @Param('id') id: string, @Query() { version }: DocumentQuery, @Req() request: EdgeRequest, @After() after?: bigint,
  ): Promise<StreamableFile> {
    const contract = await this.reader.one(caller, streamIdOf('contract', id), after);
    const document = await this.printer.print(contract, version, `${request.protocol}://${request.host}`);
    return new StreamableFile(document, { type: 'application/pdf', disposition: `inline; filename="contract-${encodeURIComponent(id)}.pdf"` });
  }

  /** The bytes that a signature is over: the canonical JSON of the version that is up for signing, or of the one named. */
  @Get(':id/signed-bytes')
  async signedBytes(
    @CallerOf() caller: Caller, @Param('id') id: string, @Query() { version }: DocumentQuery, @After() after?: bigint,
  ): Promise<StreamableFile> {
    const contract = await this.reader.one(caller, streamIdOf('contract', id), after);
    const shown = versionShown(contract, version ?? latestVersion(contract).content.version) ?? notFound();
    return new StreamableFile(canonicalBytes(shown.version.content), { type: 'application/json', disposition: `attachment; filename="contract-${encodeURIComponent(id)}.json"` });
  }

  /** Whether a paper with this version and fingerprint is genuine: open to whoever holds it. */
  @Get(':id/genuineness')
  @Public()
  genuineness(@Param('id') id: string, @Query() { v, f }: GenuinenessQuery): Promise<Genuineness> {
    return this.reader.genuineness(id, v, f);
  }

  private decide(id: string, command: ContractCommand, context: CommandContext): Decided {
    return this.work.decide(streamIdOf('contract', id), command, context);
  }
}
