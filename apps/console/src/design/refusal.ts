import { DomainError, sentenceOf, type Language, type Refusals } from '@zeren/kernel';

/** Why a decision is refused: its code, the field, and the sentence in the reader's language. */
export type Refusal = { readonly code: string; readonly field: string | undefined; readonly sentence: string };

const caught = (decide: () => unknown): DomainError | undefined => {
  try {
    decide();
    return undefined;
  } catch (failure) {
    if (failure instanceof DomainError) return failure;
    throw failure;
  }
};

/** The code with which a decision is refused; undefined where it is not. */
export const refusalCodeOf = (decide: () => unknown): string | undefined => caught(decide)?.code;

/** The refusal of a decision, for a reader; undefined where it is not refused. */
export const refusalOf = (decide: () => unknown, refusals: Refusals, language: Language): Refusal | undefined => {
  const refusal = caught(decide);
  if (!refusal) return undefined;
  const text = refusals[refusal.code];
  return {
    code: refusal.code,
    field: refusal.field,
    sentence: text ? sentenceOf(text, language, refusal.details) : refusal.code,
  };
};
