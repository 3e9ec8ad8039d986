import { refuseRequester } from './requester-refusals.js';

/** Groups of digits as people write them: in full-width figures too, with blanks, dots or hyphens between them. */
const SEPARATED = /(?<=\d)[\s.·\-—_]+(?=[\dxX])/g;

/** A mobile number (11 digits, from 13 on) or a line with its area code, with or without +86; no digit before or after it. */
const PHONE = /(?<!\d)(?:(?:\+?86)?1[3-9]\d{9}|0\d{2,3}[1-9]\d{6,7})(?!\d)/;

/** GB 11643: six digits of a place, a day of birth, three of order, a check digit. */
const ID_NUMBER = /(?<![\dA-Za-z])[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/;

/** What says who somebody is, in a text that is open to the public. */
export const personalDataIn = (text: string): 'phone' | 'id-number' | null => {
  const digits = text.normalize('NFKC').replace(SEPARATED, '');
  if (ID_NUMBER.test(digits)) return 'id-number';
  return PHONE.test(digits) ? 'phone' : null;
};

/** Refuses a text open to the public that holds a phone or identity number; says in which field. */
export const requirePublicText = (text: string, field: string): void => {
  const found = personalDataIn(text);
  if (found !== null) refuseRequester(`text-holds-${found}`, field);
};
