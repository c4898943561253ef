import { BrokenExtract, fault } from '../broken-extract.ts';
import type { Fault } from '../broken-extract.ts';
import type { Json } from './parse-json.ts';

/** One record; `members` is null for what is not an object. */
export interface JsonRecord {
  members: ReadonlyMap<string, Json> | null;
  /** True for a record that its source says is deleted. */
  deleted: boolean;
}

/** The records under a key path (`a.b`; empty: the document itself). Throws BrokenExtract where there is no array. */
export function jsonRecords(document: Json, path: string): JsonRecord[] {
  let at: Json | undefined = document;
  for (const key of path === '' ? [] : path.split('.')) at = at instanceof Map ? at.get(key) : undefined;
  if (!Array.isArray(at)) throw new BrokenExtract(fault('json-records', null, { path }));
  return at.map(item => ({ members: item instanceof Map ? item : null, deleted: false }));
}

/** `ou` is a unit's id, in the place of `municipality`. */
const BODY = ['kpi', 'period', 'municipality', 'ou'] as const;
const VALUE = ['gender', 'status', 'value', 'count', 'isdeleted'] as const;

/**
 * A Kolada v3 body flattened: one record for each municipality, year and gender, with the keys kpi, period, municipality, ou,
 * gender, status, value, count and isdeleted. A body that says there are more pages gets a notice: it is not all there is.
 */
export function koladaRecords(document: Json, notice: (fault: Fault) => void): JsonRecord[] {
  const bodies = document instanceof Map ? document.get('values') : undefined;
  if (!(document instanceof Map) || !Array.isArray(bodies)) throw new BrokenExtract(fault('kolada', null));
  if (typeof document.get('next_url') === 'string') notice(fault('more-pages', null));
  return bodies.flatMap(body => {
    const values = body instanceof Map ? body.get('values') : undefined;
    if (!(body instanceof Map) || !Array.isArray(values)) throw new BrokenExtract(fault('kolada', null));
    return values.map((value): JsonRecord => {
      if (!(value instanceof Map)) return { members: null, deleted: false };
      const members = [
        ...BODY.map(key => [key, body.get(key) ?? null] as const),
        ...VALUE.map(key => [key, value.get(key) ?? null] as const),
      ];
      return { members: new Map(members), deleted: value.get('isdeleted') === true };
    });
  });
}
