import 'reflect-metadata';
import { Body, Controller, Get, Inject, Module, Post, ValidationPipe, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Type as Shape } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsString, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { DataSource, EntitySchema } from 'typeorm';

/** What a user would build instead, as one small application: `hello`, `save` on Fastify, `save-express` on Express. */
class TextBody {
  @IsString() @IsNotEmpty() @MaxLength(500)
  zh!: string;

  @IsString() @IsNotEmpty() @MaxLength(500)
  en!: string;
}

class CycleBody {
  @IsIn(['routine', 'key'])
  kind!: 'routine' | 'key';

  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  from!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  until!: string;
}

class SplitBody {
  @ValidateNested() @Shape(() => TextBody)
  title!: TextBody;

  @ValidateNested() @Shape(() => CycleBody)
  cycle!: CycleBody;

  @IsInt() @Min(1) @Max(5)
  deepestLevel!: number;
}

type SplitRow = SplitBody & { id: string; tenantId: string; actorId: string; status: string; draftedAt: Date };

const splits = new EntitySchema<SplitRow>({
  name: 'split',
  columns: {
    id: { type: 'uuid', primary: true, generated: 'uuid' },
    tenantId: { type: 'text' },
    actorId: { type: 'text' },
    title: { type: 'jsonb' },
    cycle: { type: 'jsonb' },
    deepestLevel: { type: 'integer' },
    status: { type: 'text' },
    draftedAt: { type: 'timestamptz', createDate: true },
  },
});

@Controller()
class HelloController {
  @Get()
  hello(): { hello: string } {
    return { hello: 'world' };
  }
}

@Controller('splits')
class SplitsController {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  @Post()
  save(@Body() body: SplitBody): Promise<SplitRow> {
    return this.database.getRepository(splits).save({ ...body, tenantId: '511900', actorId: '511900.city-office', status: 'drafted' });
  }
}

@Module({ controllers: [HelloController] })
class HelloModule {}

@Module({
  controllers: [HelloController, SplitsController],
  providers: [{
    provide: DataSource,
    useFactory: () =>
      new DataSource({ type: 'postgres', url: process.env['DATABASE_URL'] ?? '', entities: [splits], synchronize: true, installExtensions: false, uuidExtension: 'pgcrypto', poolSize: 20 })
        .initialize(),
  }],
})
class SaveModule {}

const start = async (kind: string): Promise<void> => {
  const module: Type = kind === 'hello' ? HelloModule : SaveModule;
  const app = kind === 'save-express'
    ? await NestFactory.create(module, { logger: ['error'] })
    : await NestFactory.create(module, new FastifyAdapter(), { logger: ['error'] });
  app.useGlobalPipes(new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true }));
  await app.listen(Number(process.env['PORT']), '127.0.0.1');
  process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
  process.once('disconnect', () => process.exit(0));
};

start(process.argv[2] ?? 'hello').catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
