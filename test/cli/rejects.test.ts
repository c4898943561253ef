import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { load } from '../../pipeline/load/load.ts';
import { openWarehouse } from '../../pipeline/warehouse/open.ts';
import { effectsAt } from '../effects-at.ts';
import { aTown } from '../load/a-town.ts';
import { column, declare } from '../load/declare.ts';
import { aWorld } from './a-world.ts';

/** A project folder with a cache that a run has left: three rejects in two deliveries, one of them in a personal column. */
async function aProjectThatRan(): Promise<string> {
  const columns = [column('person', 'text', { personal: 'hash', pattern: '^p' }), column('n', 'integer', { max: 9, header: 'Antal' })];
  const town = await aTown(declare({ kind: 'increment', columns: [...columns, column('key', 'text', { key: true })] }));
  await town.drop('b.csv', 'person,Antal,key\np1,10,a\n');
  await town.drop('a.csv', 'person,Antal,key\np1,1,a\nq2,1,b\np3,"1\n",c\n');
  await writeFile(join(town.project.root, 'malbild.yaml'), '');
  const deliveries = await town.extract();
  const cache = { path: join(town.state, 'warehouse.duckdb'), engine: 'this' };
  const warehouse = await openWarehouse(join(town.state, 'spill'), cache);
  await load(town.project, deliveries, '2026-12-31', warehouse, town.state, effectsAt(new Date('2026-10-15T08:00:00Z')));
  warehouse.closeSync();
  return town.project.root;
}

it('rejects lists every record that is in no figure, with what stood there, but nothing of people', async () => {
  const folder = await aProjectThatRan();
  const world = aWorld(folder);
  expect(await world.malbild('rejects')).toBe(0);
  expect(world.said.out).toBe(
    'absence: a.csv:3: pattern (person)\nabsence: a.csv:4: type (Antal): "1\\n"\nabsence: b.csv:2: max (Antal): "10"\n3 rejected records\n',
  );
  const other = aWorld(folder);
  expect(await other.malbild('rejects', '--id', 'cases', '--json')).toBe(0);
  expect(JSON.parse(other.said.out)).toEqual({ rejects: [] });
});

it('rejects says what to do where nothing has been loaded', async () => {
  const town = await aTown(declare({ columns: [column('a')] }));
  await town.extract();
  await writeFile(join(town.project.root, 'malbild.yaml'), '');
  const world = aWorld(town.project.root);
  expect(await world.malbild('rejects')).toBe(1);
  expect(world.said.error).toContain('`malbild run` makes it');
});
