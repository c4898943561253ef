import { parse } from 'yaml';
import * as z from 'zod';
import { ExpectedError } from '../../words/expected-error.ts';

/** A column of a metric's rows, and which number it is: the same for all metrics that measure the same of the same facts. */
export interface Measured {
  column: 'value' | 'numerator' | 'denominator' | 'population';
  /** Equal for the same expression over the same facts. */
  figure: string;
  /** False for what parts do not add up to. */
  additive: boolean;
  counts: boolean;
  /** What a hidden one is at least; null where that is not known. */
  lower: number | null;
}

export interface MetricMeasures {
  columns: readonly Measured[];
  overTime: 'sum' | 'last' | 'mean';
  finest: string;
  /** True where values come as they are, and nothing is known to add up. */
  given: boolean;
  /** The metrics that a derived one is made of at the same key; empty for others. */
  derivedFrom: readonly string[];
  /** Populations from 1 to below this are hidden; null where none are. */
  threshold: number | null;
  /** True where the metric says that this audience sees all of it, whatever it is about. */
  isOpen: boolean;
}

const header = z.looseObject({
  measure: z.string().optional(),
  numerator: z.string().optional(),
  denominator: z.string().optional(),
  given: z.string().optional(),
  population: z.string().optional(),
  over_time: z.enum(['sum', 'last', 'mean']).default('sum'),
  finest: z.string().default('month'),
  time: z.string().default(''),
  covers: z.string().default(''),
  threshold: z.number().default(5),
  zero: z.enum(['show', 'hide']).default('show'),
  internal: z.string().optional(),
});

/** What a metric's published SQL file says of the numbers in its rows. Throws ExpectedError where it has no header. */
export function measuredBy(id: string, sql: string, audience: string): MetricMeasures {
  const comment = /^(?:\s|--[^\n]*(?:\n|$))*\/\*(?<header>[^]*?)\*\/(?<body>[^]*)$/.exec(sql)?.groups;
  const decoded = header.safeParse(comment && parse(comment.header!));
  if (!decoded.success) throw new ExpectedError(`the metric ${id} has a header that cannot be read: ${z.prettifyError(decoded.error)}`);
  const said = decoded.data;
  const facts = JSON.stringify([plain(comment!.body!), said.time, said.finest, said.covers]);
  const measured = (column: Measured['column'], expression: string): Measured => ({
    column,
    figure: `${plain(expression)} over ${facts}`,
    ...kindOf(column, expression),
    lower: lowerOf(column, expression, said),
  });
  const measure = said.measure ?? '';
  // What is put together over time in another way, or at other members, is not the row at the same key.
  const derivedFrom = [...measure.matchAll(/\bmetric\(\s*([^,)\s]+)\s*\)/g)].map(([, of]) => of!);
  const columns = /\bmetric\(/.test(measure) || said.given !== undefined ? [] : columnsOf(said, measured);
  const open = audience === 'internal' && said.internal === 'full';
  return {
    columns: said.population === undefined ? columns : [...columns, measured('population', said.population)],
    overTime: said.over_time,
    finest: said.finest,
    given: said.given !== undefined,
    derivedFrom,
    threshold: said.population === undefined || open ? null : said.threshold,
    isOpen: open,
  };
}

type Header = z.infer<typeof header>;

function columnsOf(said: Header, measured: (column: Measured['column'], expression: string) => Measured): Measured[] {
  if (said.numerator !== undefined && said.denominator !== undefined)
    return [measured('numerator', said.numerator), measured('denominator', said.denominator)];
  const measure = said.measure ?? '';
  const average = /^\s*avg\s*\(/i;
  if (average.test(measure))
    return [measured('numerator', measure.replace(average, 'sum(')), measured('denominator', measure.replace(average, 'count('))];
  // A mean over periods is published with the sum that it is of.
  return [measured(said.over_time === 'mean' ? 'numerator' : 'value', measure)];
}

/** Without comments, and with space only where it stands for something. */
const plain = (sql: string): string =>
  sql
    .replace(/--[^\n]*/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([(),=<>*/+]) ?/g, '$1')
    .replace(/[ ;]+$/, '')
    .trim();

function kindOf(column: Measured['column'], expression: string): Pick<Measured, 'additive' | 'counts'> {
  const counts = /^\s*count\s*\(/i.test(expression);
  const additive = (counts || /^\s*sum\s*\(/i.test(expression)) && !/^\s*\w+\s*\(\s*distinct\b/i.test(expression);
  return { additive, counts: counts || column === 'population' };
}

/** A hidden population is at least 1 where zeros are shown; any count is at least 0. */
function lowerOf(column: Measured['column'], expression: string, { population, zero }: Header): number | null {
  const isPopulation = column === 'population' || (population !== undefined && plain(population) === plain(expression));
  if (isPopulation) return zero === 'show' ? 1 : 0;
  return kindOf(column, expression).counts ? 0 : null;
}
