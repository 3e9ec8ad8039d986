import { Fragment } from 'react';
import { useUnitNames } from '../api/directory.js';
import { useLanguage } from '../language/language.js';
import { useSignedIn } from '../session/session.js';
import { UnitName } from './unit-name.js';
import { unitsIn } from './units-in.js';

/** So many digits alone are a unit only where one is called so; a village's twelve, or a code with what is kept below it, are nothing else. */
const mayBeNumber = /^\d{1,11}$/;

const Unit = ({ code }: { code: string }) => {
  const names = useUnitNames();
  return mayBeNumber.test(code) && !names?.has(code) ? code : <span title={code}><UnitName id={code} /></span>;
};

/** Why something is refused, as a sentence in which units are called by their names; its code is told where one points at the name. */
export const Spoken = ({ sentence = '' }: { sentence: string | undefined }) => {
  const { comma } = useLanguage();
  const isSignedIn = useSignedIn();
  if (!isSignedIn) return sentence;
  return unitsIn(sentence).map(({ text, isUnit }, at) => <Fragment key={at}>{isUnit ? <Unit code={text} /> : text === ', ' ? comma : text}</Fragment>);
};
