import { createHash } from 'node:crypto';
import type { Observation } from '../contract/observation.ts';
import { digestOf } from './digest.ts';

/** Observations in one piece of text. */
const AT_ONCE = 1000;

const digests = { values: new WeakMap<object, string>(), rows: new WeakMap<object, string>() };
const texts = new WeakMap<readonly string[], string>();

/** The digest of a value that is never written into: made once for each object. */
export function digestOnce(value: object): string {
  const digest = digests.values.get(value) ?? digestOf(value);
  digests.values.set(value, digest);
  return digest;
}

/** The digest of a metric's rows in their order: made once for each array. */
export function rowsDigest(rows: readonly Observation[]): string {
  const digest = digests.rows.get(rows) ?? makeDigest(rows);
  digests.rows.set(rows, digest);
  return digest;
}

/** Some at a time, so that a large metric is never one string, and as bare text, without names. */
function makeDigest(rows: readonly Observation[]): string {
  const hash = createHash('sha256');
  for (let from = 0; from < rows.length; from += AT_ONCE)
    hash.update(
      rows
        .slice(from, from + AT_ONCE)
        .map(textOf)
        .join(''),
    );
  return hash.digest('hex');
}

/** Members may be any text; nothing else in a row holds a comma. */
const textOf = (o: Observation): string =>
  `${o.grain},${o.window},${o.period_start},${o.period_end},${membersText(o.members)},${o.value},${o.numerator},${o.denominator},${o.population},${o.flag},${o.marks.join(' ')}\n`;

/** Rows of one cell share their list of members. */
function membersText(members: readonly string[]): string {
  const text = texts.get(members) ?? JSON.stringify(members);
  texts.set(members, text);
  return text;
}
