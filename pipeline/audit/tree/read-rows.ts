import { parse } from 'csv-parse/sync';
import { GRAINS, isDay, type Grain, type Window } from '../../contract/period.ts';
import { ExpectedError } from '../../words/expected-error.ts';
import type { PublishedRow } from './published-tree.ts';

const KEY = ['metric', 'grain', 'window', 'period_start', 'period_end'];
const CELL = ['value', 'numerator', 'denominator', 'population', 'flag', 'marks'];

/**
 * A published CSV of observations or parts: its dimensions, and its rows as text. Throws ExpectedError with `file:line` for what is no such file: an audit that
 * skipped a line would prove nothing.
 */
export function readRows(text: string, file: string, isParts: boolean): { dimensions: string[]; rows: PublishedRow[] } {
  const [header = [], ...records] = recordsOf(text, file);
  const tail = isParts ? [...CELL, 'parent'] : CELL;
  const dimensions = header.slice(KEY.length, header.length - tail.length);
  if (header.join() !== [...KEY, ...dimensions, ...tail].join())
    throw new ExpectedError(`${file}:1: the columns ${header.join()}; allowed: ${KEY.join()}, dimensions, ${tail.join()}`);
  const days = new Set<string>();
  const isKnownDay = (day: string): boolean => days.has(day) || (isDay(day) && days.add(day).has(day));
  const rows = records.map((record, i): PublishedRow => {
    const wrong = (found: string, allowed: string): ExpectedError => new ExpectedError(`${file}:${i + 2}: ${found}; allowed: ${allowed}`);
    if (record.length !== header.length) throw wrong(`${record.length} fields`, String(header.length));
    const [metric = '', grain = '', window = '', period_start = ''] = record;
    if (!isGrain(grain)) throw wrong(`the grain '${grain}'`, GRAINS.join(', '));
    if (!isWindow(window)) throw wrong(`the window '${window}'`, 'period, ytd, rolling-<n>');
    if (!isKnownDay(period_start)) throw wrong(`the period '${period_start}'`, 'a day');
    const members = record.slice(KEY.length, KEY.length + dimensions.length);
    const [value = '', numerator = '', denominator = '', population = '', flag = '', marks = '', parent = null] = record.slice(
      KEY.length + dimensions.length,
    );
    const at = [grain, window, period_start, ...members, ...(parent === null ? [] : [parent])];
    const held = marks.split(' ').includes('held');
    return { of: metric, at, grain, window, period_start, members, parent, value, numerator, denominator, population, flag, held };
  });
  return { dimensions, rows };
}

function recordsOf(text: string, file: string): string[][] {
  if (!text.includes('"')) return text.split(/\r?\n/).flatMap(line => (line === '' ? [] : [line.split(',')]));
  try {
    return parse(text);
  } catch (error) {
    throw new ExpectedError(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

const isGrain = (text: string): text is Grain => GRAINS.some(grain => grain === text);
const isWindow = (text: string): text is Window => /^(period|ytd|rolling-[1-9]\d*)$/.test(text);
