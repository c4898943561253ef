import * as z from 'zod';
import { GRAINS, isDay } from '../contract/period.ts';
import { problemText } from '../messages/problems.ts';
import { issue } from './issue.ts';
import { hints } from './schema-hints.ts';

/**
 * The kinds of values that project files hold. A schema's error message says what is allowed there; `decode` adds the file,
 * the line and what was found. For unknown keys the message is the known keys, with spaces between.
 */
export const ALLOWED_TEXT = 'text';
export const ALLOWED_ID = 'letters, digits, `_`, `-` and `.`, beginning with a letter or digit';

/** What a number in place of is told to be quoted. */
export const QUOTABLE: ReadonlySet<string> = new Set([ALLOWED_TEXT, ALLOWED_ID]);

const ID = /^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u;
const COLUMN = /^[\p{L}][\p{L}\p{N}_]*$/u;

type Test = RegExp | ((text: string) => boolean);

/** A text that all tests fit; the message says what is allowed. What does not fit is not checked further: its shape is unknown. */
export const matching = (allowed: string, ...tests: readonly Test[]) => {
  // A pattern in JSON Schema has no flags: what is tried without regard to case is told in words alone.
  const shape = tests.find(test => test instanceof RegExp && !test.ignoreCase) as RegExp | undefined;
  return z
    .string({ error: allowed })
    .refine(value => tests.every(test => (test instanceof RegExp ? test.test(value) : test(value))), { error: allowed, abort: true })
    .register(hints, { description: allowed, ...(shape ? { pattern: shape.source } : {}) });
};

/** Marks that turn or confine the direction of what follows them (UAX #9), and control characters: a name with one is not what it looks like. */
const HIDDEN_MARK = /[\u202a-\u202e\u2066-\u2069]|(?![\t\n\r])\p{Cc}/u;
export const text = matching(ALLOWED_TEXT, /\S/)
  .superRefine((value, ctx) => {
    const mark = HIDDEN_MARK.exec(value);
    if (mark !== null) ctx.addIssue(issue(problemText('hidden-mark', mark[0])));
  })
  .register(hints, { description: ALLOWED_TEXT, pattern: '\\S' });
/** Ids become file names, addresses and columns. */
export const id = matching(ALLOWED_ID, ID);
const METRIC = /^metric\(\s*([\p{L}\p{N}][\p{L}\p{N}_.-]*)\s*\)$/u;
/** `metric(budget)`: the id of another metric. */
export const metricName = matching('metric(<id>)', METRIC).transform(value => METRIC.exec(value)![1]!);
export const column = matching('a column name: letters, digits and `_`, beginning with a letter', COLUMN);
export const day = matching('a day, as 2026-12-31', /^\d{4}-\d{2}-\d{2}$/, isDay);
export const link = matching('an address that begins with https:// or http://', /^https?:\/\/\S+$/);
/** How long something is kept, in months. */
export const retention = matching('months or years, as 24 months', /^[1-9]\d{0,3} (month|year)s?$/).transform(
  value => parseInt(value, 10) * (value.includes('year') ? 12 : 1),
);
export const flag = z.boolean({ error: '`true` or `false`' });
/** `50%` as a share, 0.5. */
export const percent = matching('a percentage from 0% to 100%, as 50%', /^\d+(\.\d+)?%$/, value => parseFloat(value) <= 100).transform(
  value => parseFloat(value) / 100,
);

/** A regular expression; `groups` are the only named groups it may have. */
export const pattern = (groups: readonly string[] = []) =>
  matching(groups.length === 0 ? 'a regular expression' : `a regular expression whose named groups are of ${groups.join(', ')}`, value =>
    (groupsOf(value) ?? ['?']).every(group => groups.includes(group)),
  );

/** The named groups of a regular expression; null for what is none. */
export function groupsOf(expression: string): string[] | null {
  try {
    return Object.keys(new RegExp(`${expression}|`).exec('')?.groups ?? {});
  } catch {
    return null;
  }
}

export const number = (allowed: string, fits: (value: number) => boolean = () => true) =>
  z.number({ error: allowed }).refine(fits, { error: allowed, abort: true }).register(hints, { description: allowed });
export const whole = (least: number, most = Number.MAX_SAFE_INTEGER) => {
  const endless = most === Number.MAX_SAFE_INTEGER;
  const allowed = endless ? `a whole number, ${least} or more` : `a whole number from ${least} to ${most}`;
  const schema = number(allowed, value => Number.isSafeInteger(value) && value >= least && value <= most);
  return schema.register(hints, { description: allowed, type: 'integer', minimum: least, ...(endless ? {} : { maximum: most }) });
};

export const oneOf = <const T extends readonly string[]>(names: T) => z.enum(names, { error: names.map(name => `\`${name}\``).join(', ') });
export const grain = oneOf(GRAINS);

/** A list that says nothing twice. */
export const distinct = <T extends z.ZodType>(item: T) =>
  list(item).superRefine((values, ctx) => {
    const written = values.map(value => JSON.stringify(value));
    written.forEach((value, i) => {
      if (written.indexOf(value) < i) ctx.addIssue(issue(problemText('duplicate-id', value.replaceAll('"', ''), ['the same list']), [i]));
    });
  });

export const list = <T extends z.ZodType>(item: T) => z.array(item, { error: 'a list' });
export const map = <T extends z.ZodType>(value: T, key: z.ZodType<string, string> = text) => z.record(key, value, { error: 'a map' });

/** A map with these keys and no others. */
export const strict = <S extends z.core.$ZodLooseShape>(shape: S) =>
  z.strictObject(shape, {
    error: issue => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : `a map with ${Object.keys(shape).join(', ')}`),
  });

/** A Swedish text, or the same in more languages. */
export const localText = z
  .union([text, strict({ sv: text, en: text.optional() })], { error: ALLOWED_TEXT })
  .transform(value => (typeof value === 'string' ? value : value.sv));

/** One of the names that the project declares; any name where they are not known. */
export const nameOf = (kind: string, known: readonly string[] | null) =>
  id
    .superRefine((name, ctx) => {
      if (known !== null && !known.includes(name)) ctx.addIssue(issue(problemText('unknown-name', kind, name, known)));
    })
    .register(hints, { description: `a ${kind}`, examples: known ?? [] });
