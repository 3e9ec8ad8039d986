import { answerText } from './answer-text.js';

describe('the text of an answer', () => {
  it('is made once where the answer is frozen', () => {
    let made = 0;
    const answer = Object.freeze({ items: [{ toJSON: () => (made += 1) }] });
    expect([answerText(answer), answerText(answer)]).toEqual(['{"items":[1]}', '{"items":[1]}']);
  });

  it('is made anew where the answer can change, and for plain values', () => {
    const answer = { done: 1 };
    expect(answerText(answer)).toBe('{"done":1}');
    answer.done = 2;
    expect(answerText(answer)).toBe('{"done":2}');
    expect([answerText('text'), answerText(null)]).toEqual(['"text"', 'null']);
  });
});
