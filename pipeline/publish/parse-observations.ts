import { parse } from 'csv-parse/sync';
import type { Flag, Mark, Observation, PartObservation } from '../contract/observation.ts';
import { FLAGS, MARKS } from '../contract/observation.ts';
import type { Grain, Window } from '../contract/period.ts';
import { GRAINS, isDay } from '../contract/period.ts';
import { ExpectedError } from '../words/expected-error.ts';

const KEY = ['metric', 'grain', 'window', 'period_start', 'period_end'];
const CELL = ['value', 'numerator', 'denominator', 'population', 'flag', 'marks'];

/**
 * A published `data/observations/<metric>.csv` as the observations it was written from. The columns between the key and the cell are
 * the metric's dimensions, in its order. Throws ExpectedError with `file:line` for anything that publish does not write.
 */
export const parseObservations = (text: string, file: string): Observation[] => parseRows(text, file, []).map(({ row }) => row);

/** Likewise a published `data/parts/<metric>.csv`, whose last column is the parent. */
export const parseParts = (text: string, file: string): PartObservation[] =>
  parseRows(text, file, ['parent']).map(({ row, rest: [parent = ''] }) => ({ ...row, parent }));

/** The rows, and what stands after their cells in the columns `more`. */
function parseRows(text: string, file: string, more: readonly string[]): { row: Observation; rest: string[] }[] {
  const [header = [], ...records] = readRecords(text, file);
  const tail = [...CELL, ...more];
  const dimensions = header.length - KEY.length - tail.length;
  const known = [...KEY, ...header.slice(KEY.length, KEY.length + dimensions), ...tail];
  if (dimensions < 0 || header.join() !== known.join())
    throw new ExpectedError(`${file}:1: the columns ${header.join()}; allowed: ${KEY.join()}, dimensions, ${tail.join()}`);
  const days = new Set<string>();
  const isKnownDay = (text: string): boolean => days.has(text) || (isDay(text) && days.add(text).has(text));
  return records.map((record, i) => {
    if (record.length !== header.length) throw new ExpectedError(`${file}:${i + 2}: ${record.length} fields; allowed: ${header.length}`);
    const wrong = (found: string, allowed: string): ExpectedError => new ExpectedError(`${file}:${i + 2}: ${found}; allowed: ${allowed}`);
    const [, grain = '', window = '', period_start = '', period_end = ''] = record;
    const [value = '', numerator = '', denominator = '', population = '', flag = '', marks = '', ...rest] = record.slice(
      KEY.length + dimensions,
    );
    const number = (cell: string): number | null => {
      if (cell === '') return null;
      if (!Number.isFinite(Number(cell))) throw wrong(`'${cell}'`, 'a number');
      return Number(cell);
    };
    if (!isGrain(grain)) throw wrong(`the grain '${grain}'`, GRAINS.join(', '));
    if (!isWindow(window)) throw wrong(`the window '${window}'`, 'period, ytd, rolling-<n>');
    if (!isKnownDay(period_start) || !isKnownDay(period_end)) throw wrong(`the period '${period_start}' to '${period_end}'`, 'two days');
    if (flag !== '' && !isFlag(flag)) throw wrong(`the flag '${flag}'`, FLAGS.join(', '));
    const printed = marks === '' ? [] : marks.split(' ');
    if (!printed.every(isMark)) throw wrong(`the marks '${marks}'`, MARKS.join(', '));
    const row: Observation = {
      grain,
      window,
      period_start,
      period_end,
      members: record.slice(KEY.length, KEY.length + dimensions),
      value: number(value),
      numerator: numerator === '' ? null : numerator,
      denominator: denominator === '' ? null : denominator,
      population: number(population),
      flag: flag === '' ? null : flag,
      marks: printed,
    };
    return { row, rest };
  });
}

/** Most files have no quotes, and then lines and commas are all there is to see. */
function readRecords(text: string, file: string): string[][] {
  if (!text.includes('"')) return text.split(/\r?\n/).flatMap(line => (line === '' ? [] : [line.split(',')]));
  try {
    return parse(text);
  } catch (error) {
    throw new ExpectedError(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

const isGrain = (text: string): text is Grain => GRAINS.some(grain => grain === text);
const isWindow = (text: string): text is Window => /^(period|ytd|rolling-[1-9]\d*)$/.test(text);
const isFlag = (text: string): text is Flag => FLAGS.some(flag => flag === text);
const isMark = (text: string): text is Mark => MARKS.some(mark => mark === text);
