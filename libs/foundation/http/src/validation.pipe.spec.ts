import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsString, ValidateNested } from 'class-validator';
import { ValidationFailed, ValidationPipe } from './validation.pipe.js';

class ShareBody {
  @IsString()
  unitId!: string;

  @IsIn(['1', '2'])
  part!: string;
}

class SplitBody {
  @IsArray() @ArrayMaxSize(2) @ValidateNested({ each: true }) @Type(() => ShareBody)
  shares!: ShareBody[];

  @IsString({ each: true })
  labels!: string[];
}

const shaped = (value: unknown) => new ValidationPipe().transform(value, { type: 'body', metatype: SplitBody });

const faultsOf = async (value: unknown) => {
  const refusal = await shaped(value).then(() => undefined, (error: unknown) => error);
  if (!(refusal instanceof ValidationFailed)) throw new Error('It was accepted');
  return refusal.faults.map(({ field, code, text }) => [field, code, text.en]);
};

describe('a body with parts', () => {
  it('becomes instances of its classes', async () => {
    const body = (await shaped({ shares: [{ unitId: 'u', part: '1' }], labels: [] })) as SplitBody;
    expect(body).toBeInstanceOf(SplitBody);
    expect(body.shares[0]).toBeInstanceOf(ShareBody);
  });

  it('is told by path what is wrong in a part', async () => {
    expect(await faultsOf({ shares: [{ unitId: 'u', part: '1' }, { unitId: 'u', part: '3' }], labels: [] })).toEqual([
      ['shares[1].part', 'is-in', 'must be one of 1, 2'],
    ]);
  });

  it('is told of an unknown field in a part', async () => {
    expect(await faultsOf({ shares: [{ unitId: 'u', part: '1', colour: 'red' }], labels: [] })).toEqual([
      ['shares[0].colour', 'unknown-field', 'is not a known field'],
    ]);
  });

  it('is told where each item of a list breaks a rule', async () => {
    expect(await faultsOf({ shares: [], labels: ['a', 1] })).toEqual([['labels', 'is-string', 'each item must be a text']]);
  });

  it('is told how many items a list may have', async () => {
    const share = { unitId: 'u', part: '1' };
    expect(await faultsOf({ shares: [share, share, share], labels: [] })).toEqual([
      ['shares', 'array-max-size', 'must have at most 2 items'],
    ]);
  });

  it.each([['a list', []], ['a text', 'x'], ['a number', 3]])('is never %s', async (_, value) => {
    await expect(shaped(value)).rejects.toMatchObject({ status: 400, code: 'malformed-request' });
  });
});
