import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { firstDay } from '../../pipeline/contract/period.ts';
import { realEffects } from '../../pipeline/effects/effects.ts';
import { extract } from '../../pipeline/extract/extract.ts';
import { load } from '../../pipeline/load/load.ts';
import { readProject } from '../../pipeline/read/read-project.ts';
import { openWarehouse } from '../../pipeline/warehouse/open.ts';
import { tempFolder } from '../temp-folder.ts';

const aby = fileURLToPath(new URL('../cases/aby', import.meta.url));
const expected = async (name: string) => (await readFile(join(aby, 'expected', name), 'utf8')).trim().split('\n').slice(1).sort();

it('accounts for every record of Åby as expected/counts.csv and rejects.csv say', async () => {
  const project = await readProject(aby);
  const state = await tempFolder();
  const warehouse = await openWarehouse(state);
  const deliveries = await extract(project, state, realEffects(), { rehash: false });
  const loaded = await load(project, deliveries, '2026-10-15', warehouse, state, realEffects());

  // Each extract is listed once, at its first delivery: 2026-03 of absence comes three times, A, B, A.
  const listed = loaded.sources.flatMap(({ deliveries: all }) => [...new Map([...all].reverse().map(d => [d.sha256, d])).values()]);
  const counts = listed.map(d => [d.source, d.name, d.sha256, d.records, d.loaded, d.rejected, d.ignored, d.superseded].join());
  expect(counts.sort()).toEqual(await expected('counts.csv'));
  const names = new Map(listed.map(d => [d.sha256, d.name]));
  const rejects = loaded.rejects.map(r => [r.source, names.get(r.sha256), r.line, r.rule].join());
  expect(rejects.sort()).toEqual(await expected('rejects.csv'));

  const last = Object.fromEntries(
    loaded.sources.map(({ declaration, coverage }) => [declaration.id, coverage?.last && firstDay(coverage.last)]),
  );
  expect(last).toMatchObject({ absence: '2026-09-01', accounts: '2026-09-01', cases: '2026-08-01' });
  expect(loaded.reports).toHaveLength(9);
  expect(loaded.findings.map(({ code }) => code)).toEqual([...Array<string>(5).fill('rejected-rows'), 'late-source']);
  warehouse.closeSync();
});
