import { closest } from 'fastest-levenshtein';
import type { Problem } from '../words/problem.ts';
import { UNDECIDED } from '../words/undecided.ts';

/** What is wrong in a project file, without saying where. */
export type ProblemText = Pick<Problem, 'code' | 'found' | 'allowed'>;

const quoted = (name: string): string => `\`${name}\``;
const listed = (names: readonly string[]): string => names.map(quoted).join(', ');
/** The nearest of the names, with all of them where they are few; `none` where there are none. */
function nearest(name: string, names: readonly string[], none: string): string {
  if (names.length < 2) return names.length === 1 ? quoted(names[0]!) : none;
  return `nearest is ${quoted(closest(name, [...names]))}${names.length <= 8 ? `, of ${listed(names)}` : ''}`;
}

/** DuckDB's messages say what failed first, then what it would have known, then the line. */
const firstLine = (message: string): string => message.split('\n')[0]!;
const hintOf = (message: string): string =>
  message.split('\n').find(line => /^(Candidate|Did you mean)/.test(line)) ?? 'SQL that DuckDB can bind to the declared columns';

const COMMA = 'a comma inside { }: quote the text';
const AGGREGATES =
  'sum(x), count(*), count(x), count(distinct x), avg(x), min(x), max(x), median(x) or quantile_cont(x, 0.9), each with `filter (where …)` or without';

/** Every kind of problem: what was found, and what is allowed. */
const texts = {
  'missing-file': (what: string) => [`no ${what}`, 'a file there'],
  'unreadable-file': (reason: string) => [reason, 'a file that can be read'],
  'not-utf8': () => ['bytes that are not UTF-8 text', 'UTF-8'],
  'misplaced-file': (places: string) => ['a file that nothing reads', places],

  'yaml-syntax': (message: string) => [message, 'YAML'],
  'yaml-nested-colon': () => ['a text with a colon', 'quote the text: it has a colon'],
  'yaml-alias': (alias: string) => [
    `${quoted(alias)}, which is an alias in YAML`,
    '`all` for the whole; any other text with an asterisk or ampersand first: quote it',
  ],
  'yaml-tag': (tag: string) => [`the tag ${quoted(tag)}`, 'no tags: plain texts, numbers, lists and maps'],
  'yaml-depth': () => ['more than 40 levels inside each other', 'fewer'],
  'duplicate-key': (key: string) => [`${quoted(key)} twice`, 'each key once'],
  'missing-key': (key: string, allowed: string) => [`no ${quoted(key)}`, allowed],
  'unknown-key': (key: string, known: readonly string[], insideBraces: boolean) => [
    `unknown key ${quoted(key)}`,
    `${nearest(key, known, 'no keys here')}${insideBraces ? `; or ${COMMA}` : ''}`,
  ],
  'swallowed-by-comma': (key: string) => [`${quoted(key)} without a value`, COMMA],
  'quote-it': (written: string) => [`${written}, which YAML reads as something else than text`, `text: quote it, "${written}"`],
  'wrong-value': (found: string, allowed: string) => [found, allowed],
  'hidden-mark': (mark: string) => [
    `the invisible character U+${mark.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
    'text without control characters and marks that turn its direction: write it anew',
  ],
  undecided: (key: string) => [
    `${quoted(key)} is still ${quoted(UNDECIDED)}`,
    'a decision: the comment on the line says what there is to choose among',
  ],
  'one-of': (found: readonly string[], keys: readonly string[]) => [
    found.length === 0 ? `none of ${listed(keys)}` : `${listed(found)} together`,
    `one of ${listed(keys)}`,
  ],
  'needs-key': (key: string, because: string) => [`no ${quoted(key)}`, `required: ${because}`],
  'not-with': (key: string, because: string) => [quoted(key), `left out: ${because}`],

  'duplicate-id': (id: string, others: readonly string[]) => [`${quoted(id)}, also in ${others.join(' and ')}`, 'each id once'],
  'unknown-name': (kind: string, name: string, known: readonly string[]) => [
    `unknown ${kind} ${quoted(name)}`,
    nearest(name, known, `a ${kind}; there are none`),
  ],
  'rests-on-broken': (kind: string, name: string) => [
    `${kind} ${quoted(name)}, which has problems of its own`,
    `a ${kind} without problems`,
  ],

  'no-header': (keys: string) => ['no header', `a first comment /* … */ in YAML with ${keys}`],
  'no-query': () => ['no query', 'one query: select … or from …'],
  'several-queries': (count: number) => [`${count} queries`, 'one query a file'],
  'sql-syntax': (message: string) => [message, 'SQL that DuckDB can parse: one query, select … or from …'],
  'sql-failed': (message: string) => [firstLine(message), hintOf(message)],
  'column-type': (column: string, type: string, allowed: string) => [`${quoted(column)} of type ${type}`, allowed],
  'try-cast': () => [
    'try_cast',
    'cast: try_cast loses rows without a trace; give the column its type in source.yaml, where what does not fit is rejected',
  ],
  'not-reproducible': (name: string) => [`${quoted(name)}, which differs from run to run`, 'what comes from the deliveries alone'],
  'order-dependent': (name: string) => [
    `${quoted(name)}, whose result depends on the order of the rows`,
    '`order by` with it, over columns that together tell all its rows apart',
  ],
  'inexact-sum': (call: string) => [
    `${quoted(call)}, whose last digits differ from run to run`,
    'DECIMAL or whole numbers in it: `cast(x as decimal(18, 4))`, or another type in source.yaml',
  ],
  'read-by-nothing': (what: string, readers: string) => [`${what}, which nothing reads`, `${readers}; or take it away`],
  'reads-outside': (name: string) => [
    `${quoted(name)} as a table`,
    'relations of sql/, and unnest, range, generate_series: what is read comes through sources/',
  ],
  'wrong-layer': (relation: string, allowed: string) => [`reads ${quoted(relation)}`, allowed],
  cycle: (names: readonly string[]) => [`${listed(names)} read each other`, 'relations that read only earlier ones'],

  'not-an-aggregate': (written: string) => [quoted(written), AGGREGATES],
  'nested-aggregate': (name: string) => [`${quoted(name)} inside an aggregate`, `columns and plain functions there: ${AGGREGATES}`],
  'not-a-ratio': (written: string) => [
    quoted(written),
    'sum(x), count(*), count(x) or count(distinct x) in a numerator, a denominator and a population',
  ],
  'not-additive': (key: string, because: string) => [quoted(key), `left out: ${because}`],
  'population-required': (sources: readonly string[]) => [
    `no ${quoted('population')}`,
    `required, such as count(distinct employee): ${listed(sources)} ${sources.length === 1 ? 'declares' : 'declare'} personal columns`,
  ],
  'derivation-syntax': (found: string, column: number, expected: string) => [`${found} at character ${column}`, expected],
  'part-of-itself': (names: readonly string[]) => [
    `${listed(names)} are computed from each other`,
    'metrics that are computed from others',
  ],
  'not-shared': (kind: string, name: string, shared: readonly string[]) => [
    `${kind} ${quoted(name)}, which not every part has`,
    shared.length === 0 ? `parts that share one` : `of those that all parts have: ${listed(shared)}`,
  ],

  'metric-lacks': (kind: string, name: string, metric: string, known: readonly string[]) => [
    `${kind} ${quoted(name)}, which ${quoted(metric)} does not have`,
    nearest(name, known, `no ${kind}`),
  ],
  'no-direction': (metric: string, desired: string) => [
    `better than …, of ${quoted(metric)} whose desired is ${quoted(desired)}`,
    'a metric whose desired is `higher` or `lower`',
  ],
  'partly-side': (partly: string, allowed: string) => [`partly ${partly}`, allowed],
} satisfies Record<string, (...details: never[]) => readonly [found: string, allowed: string]>;

export type ProblemCode = keyof typeof texts;
/** What a kind of problem is told with. */
export type ProblemDetails<C extends ProblemCode> = Parameters<(typeof texts)[C]>;

/** The text of one kind of problem. */
export function problemText<C extends ProblemCode>(code: C, ...details: ProblemDetails<C>): ProblemText {
  const [found, allowed] = (texts[code] as (...details: ProblemDetails<C>) => readonly [string, string])(...details);
  return { code, found, allowed };
}

/** A problem at a line of a file. */
export const problemAt = <C extends ProblemCode>(file: string, line: number, code: C, ...details: ProblemDetails<C>): Problem => ({
  file,
  line,
  ...problemText(code, ...details),
});

/** `file:line: found; allowed`, or `file:line:column: …`. */
export const formatProblem = ({ file, line, column, found, allowed }: Problem): string =>
  `${file}:${line}${column === undefined ? '' : `:${column}`}: ${found}; ${allowed}`;
