import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { realEffects } from '../../pipeline/effects/effects.ts';
import { deliveriesOf } from '../../pipeline/extract/deliveries-of.ts';
import type { LedgerEntry } from '../../pipeline/extract/ledger-entry.ts';
import { load } from '../../pipeline/load/load.ts';
import { openWarehouse } from '../../pipeline/warehouse/open.ts';
import { rows } from '../../pipeline/warehouse/query.ts';
import type { Project } from '../../pipeline/words/project.ts';
import type { SourceDeclaration } from '../../pipeline/words/source.ts';
import { column, declare } from './declare.ts';
import { casesTried } from '../cases-tried.ts';

const folder = mkdtempSync(join(tmpdir(), 'malbild-order-'));
afterAll(() => rmSync(folder, { recursive: true }));

const columns = [column('month', 'month', { required: true, key: true }), column('id', 'text', { key: true }), column('n', 'integer')];
const name_pattern = '^(?<period>\\d{4}-\\d{2})_(?<received>\\d{4}-\\d{2}-\\d{2})(_(?<sequence>\\d+))?\\.csv$';
const sources: SourceDeclaration[] = [
  declare({ id: 'snapshot', columns, name_pattern }),
  declare({ id: 'increment', columns, name_pattern, kind: 'increment', covers: { by: 'column', column: 'month' } }),
  declare({ id: 'named', columns, name_pattern, kind: 'period', covers: { by: 'name' } }),
  declare({ id: 'in-column', columns, name_pattern, kind: 'period', covers: { by: 'column', column: 'month' } }),
];
const project = { sources, plans: [], problems: [], municipality: { time_zone: 'Europe/Stockholm' } } as unknown as Project;

/** Few ids, months and names, so that they collide; the same content often comes twice. */
const record = fc.tuple(fc.constantFrom('2026-01', '2026-02', ''), fc.constantFrom('a', 'b'), fc.constantFrom('1', '2', 'x'));
const file = fc.record({
  name: fc.constantFrom('2026-01_2026-02-03', '2026-02_2026-03-03', '2026-01_2026-03-03_1', '2026-02_2026-03-04', '2026-01_2026-03-04_2'),
  records: fc.array(record, { maxLength: 4 }),
});
const files = fc.uniqueArray(file, { selector: ({ name }) => name, minLength: 1, maxLength: 5 });

function arrival(source: string, name: string, content: string): LedgerEntry {
  const sha256 = createHash('sha256').update(content).digest('hex');
  writeFileSync(join(folder, sha256), content);
  return { type: 'arrival', source, name: `${name}.csv`, sha256, bytes: content.length, seen: '', day: '', size: '', mtime: '', inode: '' };
}

/** Everything a load says of arrivals found in this order; with `before`, after loading that date, and with deliveries the other way round. */
async function answer(arrivals: readonly LedgerEntry[], asOf: string, before: string | null) {
  const known = sources.flatMap(source => deliveriesOf(source, arrivals, folder).deliveries);
  const deliveries = { deliveries: before === null ? known : known.reverse(), refused: [] };
  const warehouse = await openWarehouse(folder);
  if (before !== null) await load(project, deliveries, before, warehouse, folder, realEffects());
  const loaded = await load(project, deliveries, asOf, warehouse, folder, realEffects());
  const tables = await Promise.all(
    sources.map(async ({ id }) => (await rows(warehouse, `from raw."${id}" order by _row`)).map(row => row.map(String))),
  );
  warehouse.closeSync();
  return { loaded, tables };
}

it('comes to the same content and counts, in whatever order and however often deliveries are loaded (promises 1 and 2)', async () => {
  const day = fc.constantFrom('2026-03-03', '2026-12-31');
  const shuffled = files.chain(given => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })));
  await fc.assert(
    fc.asyncProperty(shuffled, day, async ([given, other], asOf) => {
      const arrivals = (list: typeof given) =>
        sources.flatMap(({ id }) =>
          list.map(({ name, records }) => arrival(id, name, ['month,id,n', ...records.map(r => r.join())].join('\n'))),
        );
      const first = await answer(arrivals(given), asOf, null);
      for (const { deliveries } of first.loaded.sources)
        for (const { records, loaded, rejected, ignored, superseded } of deliveries) {
          expect(records).toBe(loaded + rejected + ignored);
          expect(superseded).toBeLessThanOrEqual(loaded);
        }
      expect(await answer(arrivals(other), asOf, '2026-02-15')).toEqual(first);
    }),
    { numRuns: casesTried(12) },
  );
});
