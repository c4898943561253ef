import { describe, expect, it } from 'vitest';
import { shelfOf } from '../../pipeline/load/shelf.ts';
import { forgetExtracts } from '../../pipeline/warehouse/kept-extracts.ts';
import { aTown } from '../load/a-town.ts';
import { declare } from '../load/declare.ts';
import { codes, columns, CONTENT, RECEIVED } from '../load/told.ts';

/** Two snapshots, of which DuckDB has read the first itself, or the parser both. */
async function loaded(bulkFrom: number) {
  const town = await aTown(declare({ columns, name_pattern: RECEIVED }));
  await town.drop('2026-02-03.csv', 'id,n\na,1\nb,x\nc,2\nc,3\n');
  await town.drop('2026-03-03.csv', 'id,n\nd,4\ne,y\n');
  const context = { key: new Uint8Array(), digest: (text: string) => text, timeZone: 'Europe/Stockholm' };
  (await shelfOf(await town.warehouse(), () => Promise.resolve(context))).bulkFrom = bulkFrom;
  await town.load();
  return town;
}

/** How much the cache has: extracts, tables of their own, rows in the source's, rejects, lines left out. */
const HELD = `select (select count(*) from cache.extracts), (select count(*) from duckdb_tables() where table_name like 'extract %'),
  (select count(*) from cache."rows absence"), (select count(*) from cache.rejects), (select count(distinct extract) from cache.left_out)`;

describe('forgetExtracts', () => {
  it.each<[string, number, string[], string[]]>([
    ['the parser read', Infinity, ['2', '0', '2', '4', '0'], ['1', '0', '1', '1', '0']],
    ['DuckDB read', 0, ['2', '2', '0', '4', '2'], ['1', '1', '0', '1', '1']],
  ])('takes out all that is kept of an extract that %s, and nothing else', async (_, bulkFrom, before, after) => {
    const town = await loaded(bulkFrom);
    expect(await town.ask(HELD)).toEqual([before]);
    const [{ sha256 } = { sha256: '' }] = (await town.extract()).deliveries;
    await forgetExtracts(await town.warehouse(), [{ source: 'another', sha256 }]);
    expect(await town.ask(HELD)).toEqual([before]);
    await forgetExtracts(await town.warehouse(), [{ source: 'absence', sha256 }]);
    expect(await town.ask(HELD)).toEqual([after]);
    expect(codes(await town.load())).toEqual(['warn rejected-rows sources/absence/in/2026-03-03.csv:3']);
    expect(await town.ask(CONTENT)).toEqual([['d', '4']]);
  });
});
