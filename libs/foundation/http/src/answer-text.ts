const texts = new WeakMap<object, string>();

/** The JSON of an answer. One that is frozen never changes: its text is made once, however many readers it is for. */
export const answerText = (answer: unknown): string => {
  if (typeof answer !== 'object' || answer === null || !Object.isFrozen(answer)) return JSON.stringify(answer);
  const known = texts.get(answer);
  if (known !== undefined) return known;
  const text = JSON.stringify(answer);
  texts.set(answer, text);
  return text;
};
