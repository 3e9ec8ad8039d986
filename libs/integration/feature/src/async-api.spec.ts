import { asyncApiDocument } from './async-api.js';

const referencesIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => (key === '$ref' ? [String(member)] : referencesIn(member)));
};

const resolve = (document: unknown, reference: string): unknown =>
  reference.slice(2).split('/').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document);

describe('the AsyncAPI document', () => {
  const document = asyncApiDocument([
    { category: 'task', type: 'TaskAccepted', version: 1 },
    { category: 'contract', type: 'ContractSigned', version: 2 },
  ]);

  it('has one message for each type of event, in its version', () => {
    expect(Object.keys((document as { components: { messages: object } }).components.messages))
      .toEqual(['zeren.task.TaskAccepted.v1', 'zeren.contract.ContractSigned.v2']);
  });

  it('refers to nothing that is not there', () => {
    const references = referencesIn(document);
    expect(references.length).toBeGreaterThan(4);
    for (const reference of references) expect(resolve(document, reference)).toBeDefined();
  });
});
