import { useEffect, useRef, useState } from 'react';
import { openFeed } from '../../api/client.js';
import type { CloudEvent } from '../../api/rows.js';
import { eventsIn } from './event-lines.js';

export type Tail = {
  /** The latest events, newest first. */
  readonly events: readonly CloudEvent[];
  readonly received: number;
  /** The place to resume from. */
  readonly place: string;
  readonly failure: unknown;
};

const kept = 40;
/** Milliseconds between two updates of the page, however fast events arrive. */
const beat = 300;
/** Milliseconds before a broken connection is opened again. */
const pause = 2_000;

const fresh: Tail = { events: [], received: 0, place: '0', failure: undefined };

type Sink = { place: string; received: number; events: CloudEvent[]; failure: unknown };

const drain = async (sink: Sink, type: string | undefined, signal: AbortSignal): Promise<void> => {
  const bytes = await openFeed('/events', { after: sink.place, type }, signal);
  sink.failure = undefined;
  for await (const { id, data } of eventsIn(bytes)) {
    if (id) sink.place = id;
    if (data === undefined) continue;
    sink.received += 1;
    sink.events = [JSON.parse(data) as CloudEvent, ...sink.events].slice(0, kept);
  }
};

const follow = async (sink: Sink, type: string | undefined, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    await drain(sink, type, signal).catch((failure: unknown) => { if (!signal.aborted) sink.failure = failure; });
    if (!signal.aborted) await new Promise((resume) => setTimeout(resume, pause));
  }
};

/** Follows the feed while `running`; stopped and started again it goes on where it was and misses nothing. */
export const useTail = (running: boolean, type: string | undefined): Tail & { readonly startOver: () => void } => {
  const sink = useRef<Sink>({ ...fresh, events: [] });
  const [tail, setTail] = useState<Tail>(fresh);
  useEffect(() => {
    if (!running) return undefined;
    const ending = new AbortController();
    void follow(sink.current, type, ending.signal);
    const show = () => setTail({ ...sink.current });
    const timer = setInterval(show, beat);
    return () => { ending.abort(); clearInterval(timer); show(); };
  }, [running, type]);
  const startOver = () => {
    sink.current = { ...fresh, events: [] };
    setTail(fresh);
  };
  return { ...tail, startOver };
};
