import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { realEffects } from '../../pipeline/effects/effects.ts';
import { load } from '../../pipeline/load/load.ts';
import { openWarehouse } from '../../pipeline/warehouse/open.ts';
import { rows } from '../../pipeline/warehouse/query.ts';
import { tempFolder } from '../temp-folder.ts';
import { aTown } from './a-town.ts';
import { column, csv, declare } from './declare.ts';
import { counts, RECEIVED } from './told.ts';

const marks = { '..': 'suppressed', '~100': 'about-100' };

it('loads marks beside the values, and both supersede as their row does', async () => {
  const columns = [column('school', 'text', { key: true }), column('share', 'decimal(4,1)', { marks }), column('n', 'integer')];
  const town = await aTown(declare({ columns, name_pattern: RECEIVED, kind: 'increment', format: csv({ missing: ['.'] }) }));
  await town.drop('2026-02-03.csv', 'school,share,n\na,..,1\nb,~100,.\nc,12.5,x\n');
  await town.drop('2026-03-03.csv', 'school,share,n\na,50.0,2\nd,.,3\n');
  const loaded = await town.load();
  expect(counts(loaded)).toEqual(['2026-02-03.csv: 3 = 2 + 1 + 0, 1 superseded', '2026-03-03.csv: 2 = 2 + 0 + 0, 0 superseded']);
  expect(await town.ask('select * exclude (_row) from raw.absence order by school')).toEqual([
    ['a', '50.0', null, '2'],
    ['b', null, 'about-100', null],
    ['d', null, null, '3'],
  ]);
});

it('loads timestamps to the microsecond', async () => {
  const town = await aTown(declare({ columns: [column('moment', 'timestamp')], name_pattern: RECEIVED }));
  await town.drop('2026-02-03.csv', 'moment\n2021-03-05 10:00:00.123456\n2021-07-05T10:00:00Z\n2021-03-05 10:00:00.1234567\n');
  await town.load();
  expect(await town.ask('select moment, typeof(moment) from raw.absence')).toEqual([
    ['2021-03-05 10:00:00.123456', 'TIMESTAMP'],
    ['2021-07-05 12:00:00', 'TIMESTAMP'],
  ]);
});

it('makes the same digests in every run, by the key in the state folder, and others when it is gone', async () => {
  const town = await aTown(declare({ columns: [column('employee', 'text', { personal: 'hash' })], name_pattern: RECEIVED }));
  await town.drop('2026-02-03.csv', 'employee\na\n');
  const deliveries = await town.extract();
  const digest = async () => {
    const warehouse = await openWarehouse(await tempFolder());
    await load(town.project, deliveries, '2026-12-31', warehouse, town.state, { ...realEffects(), environment: {} });
    const [found] = await rows(warehouse, 'select employee from raw.absence');
    warehouse.closeSync();
    return String(found![0]);
  };
  const first = await digest();
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(await digest()).toBe(first);
  await rm(join(town.state, 'hash-key'));
  expect(await digest()).not.toBe(first);
});
