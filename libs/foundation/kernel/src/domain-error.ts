/** A sentence in both languages; `{name}` stands for a detail of the refusal. */
export type LocalisedText = { readonly zh: string; readonly en: string };

/** The refusals of a context: each stable code with what it tells the reader and what to do. */
export type Refusals = Readonly<Record<string, LocalisedText>>;

export type RefusalDetails = Readonly<Record<string, string | number>>;

/** A refusal with a stable code. The sentence is looked up from the code in the reader's language. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: string,
    /** JSON path of the field that was wrong, where one was: `legalBasis[0].number`. */
    readonly field?: string,
    readonly details: RefusalDetails = {},
  ) {
    super(code);
  }
}

/** Makes the function with which one context refuses, so that only codes with a sentence can be thrown. */
export const refusalsOf =
  <R extends Refusals>(_refusals: R) =>
  (code: keyof R & string, field?: string, details?: RefusalDetails): never => {
    throw new DomainError(code, field, details);
  };

/** The sentence of a refusal, its details filled in. */
export const sentenceOf = (text: LocalisedText, language: Language, details: RefusalDetails): string =>
  text[language].replace(/\{(\w+)\}/g, (placeholder, name: string) => String(details[name] ?? placeholder));

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];
