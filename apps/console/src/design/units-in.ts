/** A piece of a sentence: words, or the code of a unit. */
export type SentencePiece = { readonly text: string; readonly isUnit: boolean };

/** A division's six, nine or twelve digits, alone or with what is kept below it; never a part of a post, an id, an amount or an address. */
const code = /(?<![\w.,@/-])(\d{6}(?:\d{3}){0,2}(?:-[a-z][a-z0-9]*(?:-[a-z0-9]+)*)?)(?![\w@/-]|\.\w|,\d)/;

/** A sentence cut into words and codes of units; put together again it is the sentence. */
export const unitsIn = (sentence: string): readonly SentencePiece[] =>
  sentence.split(code).flatMap((text, at) => (text === '' ? [] : [{ text, isUnit: at % 2 === 1 }]));
