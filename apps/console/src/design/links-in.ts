/** A piece of a text: words, or an address of the web. */
export type TextPiece = { readonly text: string; readonly isLink: boolean };

const address = /(https?:\/\/[^\s<>"'，。；、！？）】》]+)/;

/** A text cut into words and addresses; put together again it is the text. */
export const piecesOf = (text: string): readonly TextPiece[] =>
  text.split(address).flatMap((piece, at) => (piece === '' ? [] : [{ text: piece, isLink: at % 2 === 1 }]));
