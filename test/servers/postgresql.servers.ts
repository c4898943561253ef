import { mkdtempSync, rmSync } from 'node:fs';
import { copyFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchPostgresql } from '../../pipeline/extract/connectors/postgresql/fetch-postgresql.ts';
import type { PostgresqlDeclaration } from '../../pipeline/words/connectors/postgresql.ts';
import { bytesOf, cellsOf, contextIn, failureOf, fetchAll } from './fetched.ts';
import { digitsTo, streamInSmallHeap } from './stream-in-small-heap.ts';
import { SECRET } from './server-process.ts';
import { startPostgresql } from './start-postgresql.ts';
import type { Postgresql } from './start-postgresql.ts';

let server: Postgresql;
const folder = mkdtempSync(join(tmpdir(), 'malbild-source-'));
beforeAll(async () => {
  server = await startPostgresql({ tls: true });
  await copyFile(server.ca, join(folder, 'ca.pem'));
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const declared = (changes: Partial<PostgresqlDeclaration> = {}): PostgresqlDeclaration => ({
  type: 'postgresql',
  host: '127.0.0.1',
  port: server.port,
  database: 'prov',
  user: 'lasare',
  password: { secret: 'PROV_PASSWORD' },
  tls: null,
  query: 'fraga.sql',
  limits: { milliseconds: 50_000, bytes: 100_000_000 },
  ...changes,
});
const context = (secret = SECRET) => contextIn(folder, { PROV_PASSWORD: secret });
const ask = (query: string, changes: Partial<PostgresqlDeclaration> = {}) => cellsOf(fetchPostgresql, declared(changes), context(), query);
const failure = (query: string, changes: Partial<PostgresqlDeclaration> = {}, hidden: string[] = []) =>
  failureOf(ask(query, changes), [SECRET, ...hidden]);

describe('values of PostgreSQL', () => {
  it.each([
    ['numeric(38,10)', "'1234567890123456789012345678.0123456789'::numeric(38,10)", '1234567890123456789012345678.0123456789'],
    ['numeric with zeros at its end', "'10.500'::numeric", '10.500'],
    ['bigint', '9223372036854775807', '9223372036854775807'],
    ['double precision', "'0.1'::float8 + '0.2'::float8", '0.30000000000000004'],
    ['date', "'2026-03-31'::date", '2026-03-31'],
    ['timestamp', "'2026-03-31 23:59:59.123456'::timestamp", '2026-03-31 23:59:59.123456'],
    ['timestamptz, in UTC', "'2026-04-01 00:30:00+02'::timestamptz", '2026-03-31 22:30:00+00'],
    ['interval', "'1 day 2 hours'::interval", 'P1DT2H'],
    ['true', 'true', 'true'],
    ['false', 'false', 'false'],
    ['text', `E'Bygg "nytt", åäö\\r\\nrad 2; 🏠  '`, 'Bygg "nytt", åäö\r\nrad 2; 🏠  '],
    ['null', 'null::text', ''],
    ['a null boolean', 'null::boolean', ''],
    ['an empty text', "''", ''],
    ['bytea', "'\\xc3a500ff'::bytea", '\\xc3a500ff'],
    ['json as it was written', `'{"a": 1.0,  "b":"å"}'::json`, '{"a": 1.0,  "b":"å"}'],
    ['an array', "array['a','b,c']", '{a,"b,c"}'],
  ])('%s', async (_, expression, text) => {
    expect(await ask(`select ${expression} as v, 1 as last`)).toEqual([
      ['v', 'last'],
      [text, '1'],
    ]);
  });

  it('a row whose only cell is empty is still a row', async () => {
    expect(await ask("select * from (values (''), (null), ('a')) t (v)")).toEqual([['v'], [''], [''], ['a']]);
  });

  it('text of a database in another encoding is written as UTF-8; bytes that are in none are a fault', async () => {
    for (const encoding of ['LATIN1', 'SQL_ASCII'])
      await server.run(`create database gammal_${encoding} encoding '${encoding}' locale 'C' template template0`);
    expect(await ask('select chr(229) as v', { database: 'gammal_latin1' })).toEqual([['v'], ['å']]);
    expect(await failure("select E'hemlig \\xe5' as v", { database: 'gammal_sql_ascii' }, ['hemlig'])).toBe(
      'wrong-answer: SQLSTATE 22021 (data exception)',
    );
  });

  it('no rows: a header', async () => {
    expect(await ask('select 1 as a, 2 as "b ""c"", d" where false')).toEqual([['a', 'b "c", d']]);
  });

  it('a query with comments, a line end and a semicolon', async () => {
    expect(await ask('/* nya */\n-- rader\nwith t as (select 1 as a)\nselect a from t;\n-- slut\n')).toEqual([['a'], ['1']]);
  });
});

describe('what PostgreSQL refuses', () => {
  const hidden = ['hemlig'];
  it.each([
    ['a write', "insert into skrivs values ('hemlig')", 'refused: SQLSTATE 42601 (syntax error or access rule violation)'],
    [
      'a write inside a query',
      "with t as (insert into skrivs values ('hemlig') returning a) select a from t",
      'refused: SQLSTATE 0A000 (feature not supported)',
    ],
    ['a write by a function', "select skriv('hemlig')", 'refused: SQLSTATE 25006 (invalid transaction state: the query writes)'],
    ['two statements', "select 'hemlig'; select 2", 'refused: SQLSTATE 42601 (syntax error or access rule violation)'],
    ['the end of the transaction', 'commit', 'refused: SQLSTATE 42601 (syntax error or access rule violation)'],
    ['an unknown table', 'select a from hemlig', 'refused: SQLSTATE 42P01 (syntax error or access rule violation)'],
    ['a value that cannot be cast', "select 'hemlig'::text::int as a", 'wrong-answer: SQLSTATE 22P02 (data exception)'],
    ['two columns of one name', 'select 1 as hemlig, 2 as b, 3 as hemlig', 'wrong-answer: columns 1 and 3 have the same name'],
  ])('%s', async (_, query, text) => {
    await server.run(`create table if not exists skrivs (a text); grant insert on skrivs to lasare;
      create or replace function skriv(v text) returns text language plpgsql security definer
        as $$ begin insert into skrivs values (v); return v; end $$`);
    expect(await failure(query, {}, hidden)).toBe(text);
    expect(await ask('select count(*) as n from skrivs')).toEqual([['n'], ['0']]);
  });

  it('a wrong password', async () => {
    await writeFile(join(folder, 'fraga.sql'), 'select 1 as a');
    expect(await failureOf(fetchAll(fetchPostgresql, declared(), context('fel-lösen')), ['fel-lösen'])).toBe(
      'refused: SQLSTATE 28P01 (invalid authorization)',
    );
  });

  it('an unknown database', async () => {
    expect(await failure('select 1 as a', { database: 'annan' })).toBe('refused: SQLSTATE 3D000 (unknown database)');
  });

  it('a secret that is not set, and files that are not there', async () => {
    expect(await failure('select 1 as a', { password: { secret: 'ANNAN' } })).toBe('no-secret: ANNAN');
    expect(await failure('select 1 as a', { query: 'annan.sql' })).toBe('no-file: annan.sql: ENOENT');
    expect(await failure('select 1 as a', { tls: { ca: 'annan.pem' } })).toBe('no-file: annan.pem: ENOENT');
    expect(await failure('select 1 as a', { tls: { ca: 'fraga.sql' } })).toBe('no-file: fraga.sql: no certificate');
  });

  it('nobody there, and no such host', async () => {
    expect(await failure('select 1 as a', { port: 1 })).toBe('unreachable: ECONNREFUSED');
    expect(await failure('select 1 as a', { host: 'no-such-host.invalid' })).toMatch(/^unreachable: (ENOTFOUND|EAI_AGAIN)$/);
  });
});

describe('limits of a fetch from PostgreSQL', () => {
  it('a query that takes longer is ended, on the server too', async () => {
    expect(await failure('select pg_sleep(40) as a', { limits: { milliseconds: 1_000, bytes: 1_000_000 } })).toMatch(/^too-slow: /);
    const others = "select count(*) as n from pg_stat_activity where query like '%pg_sleep(40)%' and pid <> pg_backend_pid()";
    await expect.poll(() => ask(others), { timeout: 10_000 }).toEqual([['n'], ['0']]);
  });

  it('an answer that stops in the middle is not waited for', async () => {
    expect(
      await failure('select i, case when i = 200000 then pg_sleep(40) end as a from generate_series(1, 200000) i', {
        limits: { milliseconds: 2_000, bytes: 100_000_000 },
      }),
    ).toMatch(/^too-slow: /);
  });

  it('an answer that is larger is broken off', async () => {
    expect(
      await failure("select repeat('x', 1000) as a from generate_series(1, 2000)", { limits: { milliseconds: 30_000, bytes: 1_000_000 } }),
    ).toBe('too-large: more than 1 MB');
  });
});

describe('TLS to PostgreSQL', () => {
  const query = 'select ssl from pg_stat_ssl where pid = pg_backend_pid()';
  it('a certificate that nobody vouches for is refused', async () => {
    expect(await failure(query, { host: 'localhost', tls: { ca: null } })).toMatch(/^refused: (UNABLE_TO|SELF_SIGNED|DEPTH_ZERO)/);
  });
  it('with its CA it is accepted, and what is sent is encrypted', async () => {
    expect(await ask(query, { host: 'localhost', tls: { ca: 'ca.pem' } })).toEqual([['ssl'], ['true']]);
  });
  it('a certificate of another name is refused', async () => {
    expect(await failure(query, { host: '127.0.0.1', tls: { ca: 'ca.pem' } })).toBe('refused: ERR_TLS_CERT_ALTNAME_INVALID');
  });
});

describe('a fetch of many rows from PostgreSQL', () => {
  beforeAll(() =>
    server.run(`create table stora as select i as id, 'före'::text as lage, repeat('x', 60) as fyllnad from generate_series(1, 300000) i`),
  );
  const many = 'select id, lage, fyllnad from stora order by id';

  it('a fetch that nobody follows to its end leaves no session behind', async () => {
    await writeFile(join(folder, 'fraga.sql'), many);
    const sessions = "select count(*) as n from pg_stat_activity where application_name = 'malbild'";
    // Sessions of tests before end in their own time.
    await expect.poll(() => ask(sessions), { timeout: 10_000 }).toEqual([['n'], ['1']]);
    for await (const { bytes } of fetchPostgresql(declared(), context())) {
      await bytes![Symbol.asyncIterator]().next();
      await expect.poll(() => ask(sessions), { timeout: 10_000 }).toEqual([['n'], ['2']]);
      break;
    }
    await expect.poll(() => ask(sessions), { timeout: 10_000 }).toEqual([['n'], ['1']]);
  });

  it('what changes meanwhile is not seen: all rows are of one moment', async () => {
    await writeFile(join(folder, 'fraga.sql'), many);
    for await (const { bytes } of fetchPostgresql(declared(), context())) {
      const pieces: Uint8Array[] = [];
      for await (const piece of bytes!) {
        if (pieces.push(piece) === 1) await server.run("update stora set lage = 'efter'; delete from stora where id > 299000");
      }
      const lines = Buffer.concat(pieces).toString().trimEnd().split('\r\n');
      expect(lines).toHaveLength(300_001);
      expect(lines.slice(1).every((line, i) => line.startsWith(`${i + 1},före,`))).toBe(true);
    }
    expect(await ask('select count(*) as n, min(lage) as lage from stora')).toEqual([
      ['n', 'lage'],
      ['299000', 'efter'],
    ]);
  });

  it('300 000 rows of 120 MB pass through a heap of 64 MB', async () => {
    await writeFile(join(folder, 'fraga.sql'), "select i as id, repeat('x', 400) as fyllnad from generate_series(1, 300000) i");
    const limits = { milliseconds: 50_000, bytes: 200_000_000 };
    const { bytes, grown } = await streamInSmallHeap({ ...declared({ limits }) }, folder, SECRET);
    expect(bytes).toBe('id,fyllnad\r\n'.length + 300_000 * ',\r\n'.length + 300_000 * 400 + digitsTo(300_000));
    expect(grown).toBeLessThan(130_000_000);
  });

  it('a server that is killed in the middle is a fault, not a short file; without TLS it is told', async () => {
    const other = await startPostgresql({ tls: false });
    try {
      const there = { port: other.port };
      expect(await failure('select 1 as a', { ...there, host: 'localhost', tls: { ca: 'ca.pem' } })).toBe('refused: no TLS');
      await writeFile(join(folder, 'fraga.sql'), "select i, repeat('x', 60) as fyllnad from generate_series(1, 300000) i");
      const fetching = (async () => {
        for await (const brought of fetchPostgresql(declared(there), context())) {
          const first = await brought.bytes![Symbol.asyncIterator]().next();
          expect(first.done).toBe(false);
          await other.kill();
          await bytesOf(brought);
        }
      })();
      expect(await failureOf(fetching, [SECRET])).toMatch(/^unreachable: /);
    } finally {
      await other.stop();
    }
  });
});
