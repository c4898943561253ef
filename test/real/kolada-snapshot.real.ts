import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { model } from '../../pipeline/model/model.ts';
import { readProject } from '../../pipeline/read/read-project.ts';
import { effects, loadProject, townOf, type RealTown } from './load-real.ts';
import { askParquet, fromParquet } from './parquet.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const snapshot = fromParquet('2024-12-12');
const SNAPSHOT = `(select kpi, municipality_id, year, gender, nullif(status, ''), value from ${snapshot})`;
const LOADED = '(select kpi, municipality, year::integer, gender, status, value::double from raw.kolada)';
/** The one indicator of the extract that is compared within groups only; the others are of every municipality. */
const GROUPED = 'N15813';
/** Rows of the first that the second has not, with repetitions; null equals null. */
const missing = (one: string, other: string) => `(from ${one}) except all (from ${other}) limit 5`;

describe('the demonstration’s Kolada extract, beside the snapshot it was made from', () => {
  let town: RealTown;
  beforeAll(async () => {
    const project = await readProject(root);
    const sources = project.sources.filter(source => source.id === 'kolada');
    town = await townOf({ ...project, sources }, await mkdtemp(join(tmpdir(), 'malbild-real-')));
  });
  afterAll(() => town.close());

  it('is loaded whole', () => {
    const { records, ...rest } = town.outcomeOf('kolada');
    expect(rest).toEqual({ loaded: records, rejected: 0, ignored: 0, faults: [] });
    expect(records).toBeGreaterThan(1000);
  });

  it('holds nothing that the snapshot does not: every value, status, year and municipality is the same', async () =>
    expect(await town.ask(missing(LOADED, SNAPSHOT))).toEqual([]));

  it('lacks nothing that the snapshot says of its indicators and municipalities', async () => {
    const chosen = `(select kpi, municipality_id, year, gender, nullif(status, ''), value from ${snapshot}
      where kpi in (select kpi from raw.kolada) and (municipality_id in (select municipality from raw.kolada where kpi = '${GROUPED}')
        or kpi <> '${GROUPED}' and year >= 2015 and gender = 'T'))`;
    expect(await town.ask(missing(chosen, LOADED))).toEqual([]);
  });

  const municipalitiesOf = async (rows: string) =>
    (await town.ask(`select distinct municipality from raw.kolada ${rows} order by 1`)).flat();

  it('is about the municipality and every member of its groups, and no other', async () => {
    const { code, groups } = town.project.municipality;
    const members = new Set([code, ...groups.flatMap(group => group.members)]);
    expect(await municipalitiesOf(`where kpi = '${GROUPED}'`)).toEqual([...members].sort());
  });

  it('is about every municipality that the map draws, in the indicators that are mapped', async () => {
    const { features } = JSON.parse(await readFile(join(root, 'geography/municipalities.geojson'), 'utf8')) as {
      features: { properties: { id: string } }[];
    };
    expect(await municipalitiesOf(`where kpi <> '${GROUPED}'`)).toEqual(features.map(({ properties }) => properties.id).sort());
  });
});

describe('the whole snapshot as one body of API v3, read by the demonstration’s own declaration and SQL', () => {
  let town: RealTown;
  beforeAll(async () => {
    const own = ['sources/kolada/source.yaml', 'sql/staging/kolada.sql', 'sql/marts/kolada.sql'];
    const files = await Promise.all(own.map(async path => [path, await readFile(join(root, path), 'utf8')] as const));
    town = await loadProject({ ...Object.fromEntries(files), 'sources/kolada/in/kolada_2024-12-12.json': await bodyOfSnapshot() });
  });
  afterAll(() => town.close());

  it('is loaded whole, value for value', async () => {
    expect(town.outcomeOf('kolada')).toEqual({ records: 138_910, loaded: 138_910, rejected: 0, ignored: 0, faults: [] });
    expect(await town.ask(missing(LOADED, SNAPSHOT))).toEqual([]);
    expect(await town.ask(missing(SNAPSHOT, LOADED))).toEqual([]);
  });

  it('keeps Missing, Privacy and Not applicable apart, none of them a number', async () => {
    const { findings } = await model(town.project, town.loaded, town.warehouse, effects);
    expect(findings).toEqual([]);
    const states = `select s.status, m.flag, count(*), count(m.value)
      from staging.kolada s join marts.kolada m using (_row) group by all order by all`;
    expect(await town.ask(states)).toEqual([
      ['Missing', 'missing', '2188', '0'],
      ['Not applicable', 'not-applicable', '932', '0'],
      ['Privacy', 'suppressed', '1090', '0'],
      [null, null, '134700', '134700'],
    ]);
  });
});

/** In Kolada's shape: a body for each indicator, year and municipality, its genders within. */
async function bodyOfSnapshot(): Promise<string> {
  const bodies = new Map<string, { values: object[]; kpi: string; period: number; municipality: string }>();
  for (const row of await askParquet(`select kpi, year, municipality_id, gender, count, status, value from ${snapshot}`)) {
    const [kpi, period, municipality, gender, count, status, value] = row as [
      string,
      number,
      string,
      string,
      number,
      string,
      number | null,
    ];
    const key = `${kpi} ${period} ${municipality}`;
    const body = bodies.get(key) ?? { values: [], kpi, period, municipality };
    body.values.push({ gender, count, status, value, isdeleted: false });
    bodies.set(key, body);
  }
  return JSON.stringify({ values: [...bodies.values()], next_url: null, previous_url: null, count: bodies.size });
}
