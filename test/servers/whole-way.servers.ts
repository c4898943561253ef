import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { extract } from '../../pipeline/extract/extract.ts';
import { load } from '../../pipeline/load/load.ts';
import { readProject } from '../../pipeline/read/read-project.ts';
import { openWarehouse } from '../../pipeline/warehouse/open.ts';
import { rows } from '../../pipeline/warehouse/query.ts';
import { effectsAt } from '../effects-at.ts';
import { startMariadb } from './start-mariadb.ts';
import type { Mariadb } from './start-mariadb.ts';
import { SECRET } from './server-process.ts';
import { startPostgresql } from './start-postgresql.ts';
import type { Postgresql } from './start-postgresql.ts';
import { startSshd } from './start-sshd.ts';
import type { Sshd } from './start-sshd.ts';

let postgresql: Postgresql;
let mariadb: Mariadb;
let sshd: Sshd;
let root: string;
const running: { stop(): Promise<void> }[] = [];

const TABLE = 'create table arenden (nr varchar(9) primary key, inkom date, kostnad numeric(12,2))';
const ROWS = "insert into arenden values ('Å1', '2026-03-01', 12.50), ('Å2', null, -0.01)";

/** A source that gets the same three columns, wherever they come from. */
const source = (id: string, connector: string): string => `id: ${id}
name: Ärenden
owner: Test
class: internal
connector: ${connector}
kind: increment
format: { type: csv }
columns:
  nr: { name: nr, type: text, required: true, key: true }
  inkom: { name: received, type: date }
  kostnad: { name: cost, type: "decimal(12,2)" }
`;

beforeAll(async () => {
  running.push((postgresql = await startPostgresql({ tls: true })));
  running.push((mariadb = await startMariadb({ tls: true })));
  running.push((sshd = await startSshd()));
  for (const server of [postgresql, mariadb]) {
    await server.run(TABLE);
    await server.run(ROWS);
  }
  await writeFile(join(sshd.files, 'a.csv'), 'nr,inkom,kostnad\nÅ1,2026-03-01,12.50\nÅ2,,-0.01\n');
  await utimes(join(sshd.files, 'a.csv'), 1_770_000_000, 1_770_000_000);
  root = await mkdtemp(join(tmpdir(), 'malbild-servers-'));
  const login = 'user: lasare, password: { secret: PROV_PASSWORD }';
  const files = {
    'malbild.yaml': 'name: Prov\ncode: "9999"\ntime_zone: Europe/Stockholm\ncalendar: { grains: [year] }\n',
    'sources/a/source.yaml': source(
      'a',
      `{ type: postgresql, host: 127.0.0.1, port: ${postgresql.port}, database: prov, ${login}, tls: off, query: fraga.sql }`,
    ),
    'sources/a/fraga.sql': 'select nr, inkom, kostnad from arenden order by nr\n',
    'sources/b/source.yaml': source(
      'b',
      `{ type: mariadb, host: localhost, port: ${mariadb.port}, database: prov, ${login}, tls: off, query: fraga.sql }`,
    ),
    'sources/b/fraga.sql': 'select nr, inkom, kostnad from arenden order by nr\n',
    'sources/c/source.yaml': source(
      'c',
      `{ type: sftp, host: 127.0.0.1, port: ${sshd.port}, user: ${sshd.user}, key: ${sshd.key}, host_key: "${sshd.hostKey}", location: ut/*.csv }`,
    ),
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
});
/** Stops each server once, also where a test has not come so far. */
async function stopAll(): Promise<void> {
  for (const server of running.splice(0)) await server.stop();
}

afterAll(async () => {
  await stopAll();
  await rm(root, { recursive: true, force: true });
});

/** read → extract → load, as a run does on a day: each source's rows, and the codes of findings. */
async function runOn(day: string): Promise<{ rows: Record<string, string[][]>; findings: string[]; deliveries: number[] }> {
  const state = join(root, '.malbild');
  const effects = { ...effectsAt(new Date(`${day}T08:00:00Z`)), environment: { PROV_PASSWORD: SECRET } };
  const project = await readProject(root);
  expect(project.problems).toEqual([]);
  const deliveries = await extract(project, state, effects, { rehash: false });
  const warehouse = await openWarehouse(join(state, 'spill'), { path: join(state, 'warehouse.duckdb'), engine: 'test' });
  try {
    const loaded = await load(project, deliveries, day, warehouse, state, effects);
    const found: Record<string, string[][]> = {};
    for (const { id } of project.sources)
      found[id] = (await rows(warehouse, `select nr, received, cost from raw.${id} order by nr`)).map(row => row.map(String));
    return {
      rows: found,
      findings: loaded.findings.map(({ code }) => code),
      deliveries: loaded.sources.map(each => each.deliveries.length),
    };
  } finally {
    warehouse.closeSync();
  }
}

const CONTENT = [
  ['Å1', '2026-03-01', '12.50'],
  ['Å2', 'null', '-0.01'],
];

it('what databases and an SFTP server hold becomes rows, once a day, and stays when they are gone', async () => {
  const first = await runOn('2026-10-15');
  expect(first).toEqual({ rows: { a: CONTENT, b: CONTENT, c: CONTENT }, findings: [], deliveries: [1, 1, 1] });
  expect(await runOn('2026-10-15')).toEqual(first);
  for (const server of [postgresql, mariadb]) await server.run("insert into arenden values ('Å3', '2026-10-15', 1)");
  const added = [...CONTENT, ['Å3', '2026-10-15', '1.00']];
  expect(await runOn('2026-10-16')).toEqual({ rows: { a: added, b: added, c: CONTENT }, findings: [], deliveries: [2, 2, 1] });
  await stopAll();
  const gone = await runOn('2026-10-17');
  expect(gone).toEqual({
    rows: { a: added, b: added, c: CONTENT },
    findings: ['fetch-failed', 'fetch-failed', 'fetch-failed'],
    deliveries: [2, 2, 1],
  });
});
