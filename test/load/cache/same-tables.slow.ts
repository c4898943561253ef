import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourcesRead, WAYS } from './kinds-of-source.ts';
import type { Said } from './kinds-of-source.ts';
import { deliver, loadIn, loadOnce, openIn } from './load-deliveries.ts';
import type { Answer, Dropped } from './load-deliveries.ts';

/** Few ids, months and names, so that they collide; the same content often comes twice. */
const record: fc.Arbitrary<Said> = fc.tuple(
  fc.constantFrom('2026-01', '2026-02', ''),
  fc.constantFrom('a', 'b', 'c'),
  fc.constantFrom('1', '2', 'x'),
);
const names = ['2026-01_2026-02-03', '2026-02_2026-03-03', '2026-01_2026-03-03_1', '2026-02_2026-03-04', '2026-01_2026-03-04_2'];
const files = fc.uniqueArray(fc.record({ name: fc.constantFrom(...names), records: fc.array(record, { minLength: 1, maxLength: 5 }) }), {
  selector: ({ name }) => name,
  minLength: 2,
  maxLength: 5,
});
/** Files, the same in another order, and how many of those come first. */
const orders = files.chain(given =>
  fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length }), fc.nat(given.length)),
);

/** Gives the act a folder of its own. */
async function inFolder(act: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'malbild-same-'));
  try {
    await act(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.each(WAYS)('deliveries of %s', way => {
  const sources = sourcesRead(way);
  const bulk = way === 'csv in bulk';

  it('come to the same tables, counts and rejects in any order, again, and with some of them in the cache already', async () => {
    await fc.assert(
      fc.asyncProperty(orders, ([given, other, first]) =>
        inFolder(async folder => {
          const fresh = await loadOnce(folder, 'memory', bulk, sources, await deliver(folder, sources, given));
          for (const { records, loaded, rejected, ignored } of fresh.loaded.sources.flatMap(({ deliveries }) => deliveries))
            expect(records).toBe(loaded + rejected + ignored);
          if (bulk) expect(await loadOnce(folder, 'memory', false, sources, await deliver(folder, sources, given))).toEqual(fresh);
          await loadOnce(folder, 'file', bulk, sources, await deliver(folder, sources, other.slice(0, first)));
          const all = (await deliver(folder, sources, other)).reverse();
          const warehouse = await openIn(folder, 'file', bulk);
          expect(await loadIn(folder, warehouse, sources, all)).toEqual(fresh);
          expect(await loadIn(folder, warehouse, sources, [...all].reverse())).toEqual(fresh);
          warehouse.closeSync();
          expect(await loadOnce(folder, 'file', bulk, sources, all)).toEqual(fresh);
        }),
      ),
      { numRuns: 4 },
    );
  });

  it('that add rows come to the same wherever they are split', async () => {
    const adding = sources.filter(({ kind }) => kind === 'increment' || kind === 'reports');
    const records = fc.uniqueArray(record, { selector: ([month, id]) => `${month} ${id}`, minLength: 2, maxLength: 9 });
    const splits = records.chain(all =>
      fc.tuple(fc.constant(all), fc.uniqueArray(fc.integer({ min: 1, max: all.length - 1 }), { maxLength: 4 })),
    );
    await fc.assert(
      fc.asyncProperty(splits, ([all, cuts]) =>
        inFolder(async folder => {
          const bounds = [0, ...cuts.sort((a, b) => a - b), all.length];
          const parts = bounds
            .slice(1)
            .map((end, i): Dropped => ({ name: `2026-01_2026-02-03_${i + 1}`, records: all.slice(bounds[i], end) }));
          const whole = await deliver(folder, adding, [{ name: '2026-01_2026-02-03', records: all }]);
          const once = await loadOnce(folder, 'memory', bulk, adding, whole);
          const split = await loadOnce(folder, 'memory', bulk, adding, await deliver(folder, adding, parts));
          expect(withoutPlaces(split)).toEqual(withoutPlaces(once));
        }),
      ),
      { numRuns: 6 },
    );
  });
});

/** Rows, counts and rejects, without the deliveries and lines that they stood in. */
const withoutPlaces = ({ loaded, tables }: Answer) => ({
  tables: tables.map(table => table.map(row => row.slice(0, -1).join('; ')).sort()),
  counts: loaded.sources.map(({ deliveries }) =>
    (['records', 'loaded', 'rejected', 'ignored', 'superseded'] as const).map(key => deliveries.reduce((sum, each) => sum + each[key], 0)),
  ),
  rejects: loaded.rejects.map(({ source, column, rule, raw }) => [source, column, rule, raw].join('; ')).sort(),
});
