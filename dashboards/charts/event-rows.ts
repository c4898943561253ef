import type { Grain } from '../../pipeline/contract/period.ts';
import { GRAIN_MONTHS, periodStart } from '../../pipeline/contract/period.ts';
import type { ChartRow } from './drawing.ts';
import { EVENT_TICK } from './kinds.ts';
import type { ChartEvent } from './series.ts';

/** Room for a number: its share of a plot's width, and px in height. */
const NUMBER = { width: { wide: 0.02, narrow: 0.07 }, height: 16 } as const;

/** Events within a span of months with the numbers that stand for them, from 1. */
export function shownEvents(events: readonly ChartEvent[], [from, to]: readonly [number, number], grain: Grain): readonly NumberedEvent[] {
  const within = events.filter(
    ({ first }) => periodStart(first, grain) >= from && periodStart(first, grain) + GRAIN_MONTHS[grain] - 1 <= to + 1,
  );
  return within.map((event, i) => ({ ...event, number: i + 1 }));
}

export interface NumberedEvent extends ChartEvent {
  number: number;
}

/** A tick on the floor for each event, at its first period, and its number over it; numbers that would meet stand over each other. */
export function eventRows(
  events: readonly NumberedEvent[],
  [from, to]: readonly [number, number],
  grain: Grain,
  height: number,
  size: 'wide' | 'narrow',
): Record<'event' | 'eventNumber', ChartRow[]> {
  const numbers: ChartRow[] = [];
  for (const { first, number } of events) {
    const x = periodStart(first, grain);
    const near = numbers.filter(row => Math.abs(row.x - x) / (to - from) < NUMBER.width[size]);
    const taken = new Set(near.map(({ py }) => py));
    let py = height - EVENT_TICK - 4;
    while (taken.has(py)) py -= NUMBER.height;
    numbers.push({ x, py, text: String(number) });
  }
  return { event: [...new Set(numbers.map(({ x }) => x))].map(x => ({ x })), eventNumber: numbers };
}
