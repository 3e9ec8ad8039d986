import type { Page } from 'playwright-core';
import { openReader, type Entrance, type Shown } from './reader.js';

const minutes = 60_000;
const inWords = { zh: 'Chinese', en: 'English' };
const named = ({ language, width }: Shown): string => `in ${inWords[language]} at ${width} px`;

/** Those who walk through every suite: at a desk in Chinese, on a phone in English. */
export const deskAndPhone: readonly Shown[] = [{ language: 'zh', width: 1366 }, { language: 'en', width: 360 }];

type Walk = () => Promise<void>;

/** One of those who walk through a suite. */
export type Walker = Shown & {
  /** In a browser of its own, signed in as an account; closed after the suite. */
  readonly signedIn: (account: string, width?: number) => Promise<Page>;
  /** The same without an account, at a page for everybody. */
  readonly passingBy: (path: string) => Promise<Page>;
  readonly before: (prepare: Walk) => void;
  /** A test, under the same title for each walker. */
  readonly step: (title: string, walk: Walk) => void;
};

/** Runs each one's walk at once. Throws what failed, each with whose it was, once all have ended. */
const atOnce = async (shown: readonly Shown[], walks: readonly Walk[]): Promise<void> => {
  const outcomes = await Promise.allSettled(walks.map((walk) => walk()));
  const failed = outcomes.flatMap((outcome, index) => {
    if (outcome.status === 'fulfilled') return [];
    const said = outcome.reason instanceof Error ? outcome.reason.stack : String(outcome.reason);
    return [`${named(shown[index] as Shown)}: ${said}`];
  });
  if (failed.length > 0) throw new Error(failed.join('\n\n'));
};

/**
 * Describes a suite that several readers walk through at once, since most of a walk is waiting: a step begins when the
 * one before has ended for all. What one of them changes, another must not look at.
 */
export const walkTogether = (name: string, url: () => string, suite: (walker: Walker) => void, shown = deskAndPhone): void => {
  describe(`${name}, ${shown.map(named).join(' and ')}`, () => {
    const pages: Page[] = [];
    const prepared: Walk[] = [];
    const steps = new Map<string, Walk[]>();
    for (const one of shown) {
      const open = async (from: Entrance, width = one.width): Promise<Page> => {
        const page = await openReader(url(), { ...one, width }, from);
        pages.push(page);
        return page;
      };
      suite({
        ...one,
        signedIn: (account, width) => open({ account }, width),
        passingBy: (path) => open({ path }),
        before: (prepare) => prepared.push(prepare),
        step: (title, walk) => steps.set(title, [...(steps.get(title) ?? []), walk]),
      });
    }

    beforeAll(() => atOnce(shown, prepared), 2 * minutes);
    afterAll(() => Promise.all(pages.map((page) => page.context().close())), minutes);
    for (const [title, walks] of steps) it(title, () => atOnce(shown, walks), 2 * minutes);
  });
};
