import { lampText, statusText, type Lamp as LampColour, type TaskStatus } from '@zeren/tasks-domain';
import type { LocalisedText } from '@zeren/kernel';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language.js';
import './lamp.css';

/** What needs looking at first comes first. */
export const lampsByUrgency: readonly LampColour[] = ['red', 'yellow', 'green', 'grey'];

/** A shape of its own for each colour, so that nobody has to tell colours apart. */
const shapes: Record<LampColour, ReactNode> = {
  green: <><circle cx="8" cy="8" r="7" /><path d="M4.6 8.2l2.4 2.4 4.4-4.8" fill="none" stroke="#fff" strokeWidth="1.8" /></>,
  yellow: <><path d="M8 1l7.4 13.4H.6z" /><path d="M8 6v4M8 11.4v1.6" fill="none" stroke="#fff" strokeWidth="1.7" /></>,
  red: <><path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" /><path d="M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6" fill="none" stroke="#fff" strokeWidth="1.8" /></>,
  grey: <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.8" strokeDasharray="2.4 2" />,
};

/** A lamp: shape and words, never colour alone; with a count where it stands for many. */
export const Lamp = ({ colour, count }: { colour: LampColour; count?: number }) => (
  <LampShape colour={colour} texts={lampText}>{count !== undefined && <b>{count}</b>}</LampShape>
);

/** A lamp in words of its own: what each colour means where it is not a task that it shows. */
export const LampShape = ({ colour, texts, children }: { colour: LampColour; texts: Readonly<Record<LampColour, LocalisedText>>; children?: ReactNode }) => {
  const { nameOf } = useLanguage();
  return (
    <span className={`lamp lamp-${colour}`}>
      <svg viewBox="0 0 16 16" fill="currentColor" aria-hidden="true" focusable="false">{shapes[colour]}</svg>
      {nameOf(texts[colour])}
      {children}
    </span>
  );
};

/** A short word in a frame: a state, a grade, a kind. */
export const Mark = ({ children, tone }: { children: ReactNode; tone?: 'strong' | 'seal' }) => (
  <span className={`mark${tone ? ` mark-${tone}` : ''}`}>{children}</span>
);

const urgent: readonly TaskStatus[] = ['rejected', 'overdue'];

/** Where a task stands. */
export const StatusMark = ({ status }: { status: TaskStatus }) => {
  const { nameOf } = useLanguage();
  return <Mark tone={urgent.includes(status) ? 'seal' : 'strong'}>{nameOf(statusText[status])}</Mark>;
};
