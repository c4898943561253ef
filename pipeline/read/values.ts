import * as z from 'zod';
import { GRAINS, isDay } from '../contract/period.ts';
import { problemText } from '../messages/problems.ts';
import { issue } from './issue.ts';

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

/** A text that fits; the message says what is allowed. What does not fit is not checked further: its shape is unknown. */
export const matching = (allowed: string, fits: (text: string) => boolean) =>
  z.string({ error: allowed }).refine(fits, { error: allowed, abort: true });

export const text = matching(ALLOWED_TEXT, value => value.trim() !== '');
/** Ids become file names, addresses and columns. */
export const id = matching(ALLOWED_ID, value => ID.test(value));
const METRIC = /^metric\(\s*([\p{L}\p{N}][\p{L}\p{N}_.-]*)\s*\)$/u;
/** `metric(budget)`: the id of another metric. */
export const metricName = matching('metric(<id>)', value => METRIC.test(value)).transform(value => METRIC.exec(value)![1]!);
export const column = matching('a column name: letters, digits and `_`, beginning with a letter', value => COLUMN.test(value));
export const day = matching('a day, as 2026-12-31', isDay);
export const link = matching('an address that begins with https:// or http://', value => /^https?:\/\/\S+$/.test(value));
export const flag = z.boolean({ error: '`true` or `false`' });
/** `50%` as a share, 0.5. */
export const percent = matching(
  'a percentage from 0% to 100%, as 50%',
  value => /^\d+(\.\d+)?%$/.test(value) && parseFloat(value) <= 100,
).transform(value => parseFloat(value) / 100);

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
  z.number({ error: allowed }).refine(fits, { error: allowed, abort: true });
export const whole = (least: number, most = Number.MAX_SAFE_INTEGER) =>
  number(
    most === Number.MAX_SAFE_INTEGER ? `a whole number, ${least} or more` : `a whole number from ${least} to ${most}`,
    value => Number.isSafeInteger(value) && value >= least && value <= most,
  );

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
  id.superRefine((name, ctx) => {
    if (known !== null && !known.includes(name)) ctx.addIssue(issue(problemText('unknown-name', kind, name, known)));
  });
