import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { ExpectedError, hasCode } from '../words/expected-error.ts';
import { DIRECTIONS } from './point-type.ts';
import type { Series } from './judge-series.ts';

/** One series as the file has it; what else it says of itself is kept. */
export type WrittenSeries = Series & Readonly<Record<string, unknown>>;

const number = 'a number below 1e150 in size';
const inRange = (value: number): boolean => Math.abs(value) < 1e150;
const value = (allowed: string) => z.number({ error: allowed }).refine(inRange, { error: allowed }).nullable();

const series = z.looseObject(
  {
    values: z
      .array(value(`${number}, or null where one is missing`), { error: 'a list of numbers in time order' })
      .refine(values => values.some(known => known !== null), { error: 'a list with at least one number' }),
    direction: z.enum(DIRECTIONS, { error: DIRECTIONS.map(name => `"${name}"`).join(', ') }),
    target: value(`${number}, or null where there is none`).default(null),
  },
  { error: 'an object with values, direction and target' },
);

/**
 * The series of a JSON file: an array of objects with `values`, `direction` and `target`, or one such object. Throws
 * ExpectedError, which names file, series and key, what was found and what is allowed, for every fault of the file at once.
 */
export async function readSeries(file: string): Promise<WrittenSeries | WrittenSeries[]> {
  const json = parse(file, await textOf(file));
  const result = Array.isArray(json) ? z.array(series).safeParse(json) : series.safeParse(json);
  if (result.success) return result.data;
  throw new ExpectedError(
    result.error.issues
      .map(({ path, message }) => `${file}: ${placeOf(path, Array.isArray(json))}${found(json, path)}; allowed: ${message}`)
      .join('\n'),
  );
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (!hasCode(error, 'ENOENT', 'EISDIR', 'EACCES')) throw error;
    throw new ExpectedError(`${file}: it cannot be read (${(error as NodeJS.ErrnoException).code})`, { cause: error });
  }
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ExpectedError(`${file}: it is not JSON (${(error as Error).message}); allowed: an array of objects, or one object`, {
      cause: error,
    });
  }
}

/** `series 3, values[4]: `, counted as people count series and as JSON counts values. */
function placeOf(path: readonly PropertyKey[], isList: boolean): string {
  const [series, key, at] = isList ? path : [null, ...path];
  const words = [
    ...(typeof series === 'number' ? [`series ${series + 1}`] : []),
    ...(key === undefined ? [] : [`${String(key)}${at === undefined ? '' : `[${String(at)}]`}`]),
  ];
  return words.length === 0 ? '' : `${words.join(', ')}: `;
}

function found(json: unknown, path: readonly PropertyKey[]): string {
  const there = path.reduce<unknown>((inside, key) => (inside as Record<PropertyKey, unknown> | undefined)?.[key], json);
  if (there === undefined) return 'nothing';
  const text = JSON.stringify(there);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
