import { expect, it } from 'vitest';
import { createInterruption } from '../../pipeline/cli/signals.ts';
import { texts } from '../../pipeline/cli/texts.ts';

it('the first signal asks for an end, one that follows at once is the same, a later one ends the process', () => {
  let now = Date.parse('2026-11-22T12:00:00Z');
  const told: string[] = [];
  const exits: number[] = [];
  const { signal, receive } = createInterruption({
    now: () => new Date(now),
    tell: line => told.push(line),
    exit: code => exits.push(code),
  });
  expect(signal.aborted).toBe(false);
  receive('SIGINT');
  expect([signal.aborted, signal.reason]).toEqual([true, 'SIGINT']);
  now += 200;
  receive('SIGINT');
  expect(exits).toEqual([]);
  now += 1000;
  receive('SIGTERM');
  expect(exits).toEqual([1]);
  expect(told).toEqual([texts.stopping('SIGINT')]);
});
