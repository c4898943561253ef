import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadReal, type DeclaredSource, type RealTown } from './load-real.ts';
import { real } from './real-files.ts';

/** A real file, changed as other files of its kind differ from it: it is the same table, or it is told what is wrong. */
export interface Variant {
  is: string;
  content: string | Uint8Array;
  /** What the declaration says instead, of format and columns. */
  format?: object;
  columns?: DeclaredSource['columns'];
  /** The same rows as of the file as it is; or what is found, and nothing is loaded; or this many rejects of a rule and column. */
  gives: 'same' | { faults: readonly string[] } | { rejected: number; by: string };
}
export interface Kind {
  kind: string;
  path: readonly string[];
  format: object;
  columns: DeclaredSource['columns'];
  variants: readonly Variant[];
}

export const text = (name: string, said: object = {}) => ({ name, type: 'text', ...said });
export const key = { required: true, key: true };
export const textIn = (...path: readonly string[]) => readFileSync(real(...path), 'utf8').replace(/^\ufeff/, '');
export const same = (is: string, content: string | Uint8Array, format: object = {}): Variant => ({ is, content, format, gives: 'same' });
export const told = (is: string, content: string | Uint8Array, ...faults: readonly string[]): Variant => ({
  is,
  content,
  gives: { faults },
});

export const latin1 = (content: string) => Buffer.from(content, 'latin1');
export const utf16 = (content: string) => Buffer.from(`\ufeff${content}`, 'utf16le');

/** Loads each kind's own file and all of its variants, and holds what comes of a variant against what it is to give. */
export function vary(kinds: readonly Kind[]): void {
  const all = kinds.flatMap((kind, k) => kind.variants.map((variant, v) => ({ kind, variant, id: `k${k}-v${v}`, base: `k${k}` })));

  const folder = mkdtempSync(join(tmpdir(), 'malbild-varied-'));
  let town: RealTown;
  beforeAll(async () => {
    const sources: Record<string, DeclaredSource> = {};
    for (const [k, { path, format, columns }] of kinds.entries())
      sources[`k${k}`] = { location: real(...path), format: { ...format }, columns };
    for (const { kind, variant, id } of all) {
      const location = join(folder, variant.is === 'packed' ? `${id}.gz` : id);
      writeFileSync(location, variant.content);
      sources[id] = { location, format: { ...kind.format, ...variant.format }, columns: { ...kind.columns, ...variant.columns } };
    }
    town = await loadReal(sources);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await town.close();
  });

  describe('a real file, varied as others of its kind are', () => {
    it.each(all.map(each => [each.kind.kind, each.variant.is, each] as const))(
      '%s: %s',
      async (_, __, { variant: { gives }, id, base }) => {
        const { loaded, rejected, faults } = town.outcomeOf(id);
        if (gives === 'same') {
          expect({ rejected, faults }).toEqual({ rejected: 0, faults: town.outcomeOf(base).faults });
          expect(await town.rowsOf(id)).toEqual(await town.rowsOf(base));
          expect(loaded).toBeGreaterThan(0);
        } else if ('faults' in gives) expect({ loaded, rejected, faults }).toEqual({ loaded: 0, rejected: 0, faults: gives.faults });
        else {
          expect(rejected).toBe(gives.rejected);
          expect(new Set(town.rejectsOf(id).map(([, rule, column]) => `${rule} ${column}`))).toEqual(new Set([gives.by]));
        }
      },
    );
  });
}
