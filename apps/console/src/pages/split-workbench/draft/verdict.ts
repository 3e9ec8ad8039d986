import { sentenceOf, type Language } from '@zeren/kernel';
import { tasksRefusals, type TasksRefusal, type Violation } from '@zeren/tasks-domain';

export const concerns = ['weights', 'shares', 'deadlines', 'others'] as const;
/** What a broken rule is about. */
export type Concern = (typeof concerns)[number];

/** A broken rule: of which row, about what, in the reader's language. */
export type Problem = { readonly key: string; readonly concern: Concern; readonly sentence: string };

const about: Partial<Record<TasksRefusal, Concern>> = {
  'weights-not-100': 'weights', 'weight-not-positive': 'weights', 'root-weight-differs': 'weights', 'shares-differ': 'shares',
  'deadline-outside-parent': 'deadlines', 'deadline-outside-cycle': 'deadlines', 'due-after-deadline': 'deadlines', 'instant-invalid': 'deadlines', 'year-outside-cycle': 'deadlines',
};

export const problemOfRow = ({ code, field, details }: Violation, language: Language): Problem => ({
  key: /^rows\[(.*?)\]/.exec(field)?.[1] ?? '', concern: about[code] ?? 'others', sentence: sentenceOf(tasksRefusals[code], language, details),
});

/** How many rules are broken, by what they are about. */
export const countsOf = (problems: readonly Problem[]): Readonly<Record<Concern, number>> => {
  const counts: Record<Concern, number> = { weights: 0, shares: 0, deadlines: 0, others: 0 };
  for (const { concern } of problems) counts[concern] += 1;
  return counts;
};

/** The sentences of each row. */
export const byRow = (problems: readonly Problem[]): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const { key, sentence } of problems) {
    const sentences = found.get(key) ?? [];
    if (!sentences.includes(sentence)) sentences.push(sentence);
    found.set(key, sentences);
  }
  return found;
};
