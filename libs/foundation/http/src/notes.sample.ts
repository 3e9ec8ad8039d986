import { Body, Controller, Get, Inject, Injectable, Module, Param, Post, Query } from '@nestjs/common';
import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { deriveId, DeciderRepository, type CommandContext } from '@zeren/event-store';
import { DomainError, ownerOnly, type Caller, type Command, type Decider, type Event } from '@zeren/kernel';
import { After, BodyLimit, CallerOf, Context, OpenStreams, OpenToParties, PageQuery, Public, RequiresIfMatch, RolesAllowed, streamIdOf } from './index.js';

type NoteEvent = Event<'NoteWritten', { text: string }>;
type NoteCommand = Command<'Write', { text: string }>;

/** The smallest decider there can be, for the specification of the edge. */
export const noteDecider: Decider<string, NoteCommand, NoteEvent> = {
  category: 'note',
  initialState: '',
  decide: ({ data }, state) => {
    if (data.text === 'forbidden') throw new DomainError('word-not-allowed', 'text', { word: data.text });
    return data.text === state ? [] : [{ type: 'NoteWritten', data }];
  },
  evolve: (_, { data }) => data.text,
  sharedWith: ownerOnly,
};

export const noteRefusals = { 'word-not-allowed': { zh: '不能使用“{word}”', en: 'The word {word} may not be used' } };

export class NoteBody {
  @IsString() @MinLength(2) @MaxLength(2_000_000)
  text!: string;

  @IsOptional() @IsString()
  remark?: string;
}

export class NoteQuery extends PageQuery {
  @IsOptional() @IsString()
  search?: string;
}

@Injectable()
@Controller('api/v1/notes')
export class NotesController {
  constructor(
    @Inject(DeciderRepository) private readonly repository: DeciderRepository,
    @Inject(OpenStreams) private readonly streams: OpenStreams,
  ) {}

  @Post()
  create(@Body() body: NoteBody, @Context() context: CommandContext) {
    const { tenantId, actorId } = context.caller;
    const id = deriveId(tenantId, actorId, context.idempotency?.key ?? context.commandId);
    return this.write({ category: 'note', tenantId, id }, body, context);
  }

  @Post(':id/text')
  rewrite(@Param('id') id: string, @Body() body: NoteBody, @Context() context: CommandContext) {
    return this.write(streamIdOf('note', id), body, context);
  }

  @Post(':id/careful-text') @RequiresIfMatch()
  rewriteCarefully(@Param('id') id: string, @Body() body: NoteBody, @Context() context: CommandContext) {
    return this.write(streamIdOf('note', id), body, context);
  }

  @Post('large') @BodyLimit(2 * 1024 * 1024)
  measure(@Body() body: NoteBody) {
    return { length: body.text.length };
  }

  @Get()
  list(@Query() query: NoteQuery, @CallerOf() caller: Caller, @After() after: bigint | undefined) {
    return { limit: query.limit, search: query.search, tenant: caller.tenantId, after: after === undefined ? null : String(after) };
  }

  @Get('inspected') @RolesAllowed('inspector')
  inspected() {
    return { seen: true };
  }

  @Get('assigned') @OpenToParties()
  assigned() {
    return { assigned: true };
  }

  @Get('slow') @Public()
  async slow() {
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { finished: true };
  }

  @Get('endless') @Public()
  endless() {
    return new Promise((resolve) => {
      const closed = this.streams.opened(() => {
        closed();
        resolve({ ended: 'by the stop' });
      });
    });
  }

  @Get('broken') @Public()
  broken() {
    throw new TypeError('a fault of ours');
  }

  private write(id: ReturnType<typeof streamIdOf>, { text }: NoteBody, context: CommandContext) {
    return this.repository.execute(noteDecider, id, { type: 'Write', data: { text } }, context);
  }
}

@Module({ controllers: [NotesController] })
export class NotesModule {}
