import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extract } from '../../pipeline/extract/extract.ts';
import { load } from '../../pipeline/load/load.ts';
import { model } from '../../pipeline/model/model.ts';
import { readProject } from '../../pipeline/read/read-project.ts';
import { openWarehouse } from '../../pipeline/warehouse/open.ts';
import { rows } from '../../pipeline/warehouse/query.ts';
import type { Loaded, Modelled, Warehouse } from '../../pipeline/words/stages.ts';
import { effectsAt } from '../effects-at.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const effects = effectsAt(new Date('2026-11-16T09:00:00Z'));

/** What docs/demonstration.md says is wrong on purpose, and nothing beside it. */
describe('the demonstration, loaded', () => {
  let state: string;
  let warehouse: Warehouse;
  let loaded: Loaded;
  let modelled: Modelled;
  beforeAll(async () => {
    state = await mkdtemp(join(tmpdir(), 'malbild-demonstration-'));
    const project = await readProject(root);
    warehouse = await openWarehouse(join(state, 'spill'));
    const deliveries = await extract(project, state, effects, { rehash: false });
    loaded = await load(project, deliveries, project.municipality.as_of!, warehouse, state, effects);
    modelled = await model(project, loaded, warehouse, effects);
  });
  afterAll(async () => {
    warehouse.closeSync();
    await rm(state, { recursive: true, force: true });
  });
  const ask = (sql: string) => rows(warehouse, sql);

  it('rejects these rows', () => {
    const names = new Map(loaded.sources.flatMap(({ deliveries }) => deliveries.map(({ sha256, name }) => [sha256, name])));
    expect(loaded.rejects.map(({ sha256, line, column, rule }) => `${names.get(sha256)}:${line} ${column} ${rule}`)).toEqual([
      'franvaro_2025-02_2025-03-05.csv:72 Sjuktimmar type',
      'franvaro_2026-05_2026-06-05.csv:12 Sjuktimmar type',
      'franvaro_2026-05_2026-06-05.csv:52 Sjuktimmar min',
      'franvaro_2026-05_2026-06-05.csv:92 Sjuktimmar required',
      'franvaro_2026-05_2026-06-05.csv:122 Period, Anställd key',
      'franvaro_2026-05_2026-06-05.csv:1597 Period, Anställd key',
      'arenden_2023-12-04.json:4 channel allowed',
      'arenden_2024-03-04.json:6 opened type',
      'arenden_2025-07-04.json:9 opened required',
      'e-tjanster_2026-09-03.xlsx:1225 Mognadsnivå max',
      'e-tjanster_2026-11-03.xlsx:1225 Mognadsnivå max',
      'byggr_2025-05-02.xml:502 ankomstDatum required',
      'byggr_2025-08-02.xml:46 ankomstDatum required',
    ]);
  });

  it('ignores these records: what the declarations say are none', () => {
    const ignored = loaded.sources.map(({ declaration, deliveries }) => [
      declaration.id,
      deliveries.reduce((sum, delivery) => sum + delivery.ignored, 0),
    ]);
    expect(Object.fromEntries(ignored.filter(([, count]) => count !== 0))).toEqual({
      'account-budget': 216, // six files, twelve months, three accounts
      accounts: 2, // #BTRANS and #RTRANS
      assessments: 6, // two lines above each table, and a row of each form that was not filled in
      'citizen-survey': 4,
      'e-services': 10,
      'school-results': 50,
    });
  });

  it('finds these faults, and all of them are warnings', () => {
    const findings = [...loaded.findings, ...modelled.findings];
    expect(findings.filter(({ severity }) => severity !== 'warn')).toEqual([]);
    expect(
      Object.fromEntries(
        [...new Set(findings.map(({ code }) => code))].map(code => [code, findings.filter(one => one.code === code).length]),
      ),
    ).toEqual({
      'rejected-rows': 11,
      'sie-unbalanced': 1,
      'late-source': 1,
      // The batch without cases, as both sources of it see it.
      'anomaly-rows': 2,
      check: 2,
    });
  });

  it('counts the budget once: cost centres are what the totals of the same files say', async () => {
    const folder = join(root, 'sources/accounts/in');
    const latest = readdirSync(folder).filter(name => !name.endsWith('2026-09-10.se'));
    const files = await Promise.all(latest.map(name => readFile(join(folder, name), 'latin1')));
    const totals = files.flatMap(text =>
      [...text.matchAll(/^#PBUDGET 0 \d+ \d+ \{\} (-?[\d.]+)\r$/gm)].map(([, amount]) => Number(amount)),
    );
    expect(totals).toHaveLength(180);
    expect(await ask('select sum(budget)::bigint from marts.budget')).toEqual([
      [totals.reduce((sum, total) => sum + total, 0)].map(BigInt),
    ]);
  });

  it('takes a decision that was taken back for none, and a case that was withdrawn has none', async () => {
    const [[cancelled, withdrawn]] =
      (await ask(`select count(*) filter (where cancelled and main_decision), count(*) filter (where kind = 'AVSKRIV')
      from staging.permit_events`)) as [[bigint, bigint]];
    expect([Number(cancelled) > 5, Number(withdrawn) > 5]).toEqual([true, true]);
    const wrong = await ask(`select case_number from marts.permits join staging.permits using (_row)
      where decided in (select day from staging.permit_events e where e.case_number = permits.case_number and cancelled)
      or (decided is not null and exists (from staging.permit_events e where e.case_number = permits.case_number and kind = 'AVSKRIV'))`);
    expect(wrong).toEqual([]);
  });

  it('reads no person from a building permit', async () => {
    const columns = await ask(
      `select column_name from information_schema.columns where table_schema = 'raw' and table_name like 'permit%'`,
    );
    expect(columns.flat()).not.toContain('officer');
  });

  it('has cells without a number in the population, and their totals beside them', async () => {
    expect(await ask(`select count(*) from raw.population where status = '..' and people is null`)).toEqual([[4n]]);
    expect(await ask(`select count(*) from marts.population where people is null and flag is null`)).toEqual([[0n]]);
    const differing = await ask(`select municipality, year from marts.population where sex = '*' group by all
      having count(flag) = 0 and sum(people) filter (where age_group <> '*') <> any_value(people) filter (where age_group = '*')`);
    expect(differing).toEqual([]);
  });
});
