import { mkdtempSync, rmSync } from 'node:fs';
import { copyFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchMariadb } from '../../pipeline/extract/connectors/mariadb/fetch-mariadb.ts';
import type { MariadbDeclaration } from '../../pipeline/words/connectors/mariadb.ts';
import { bytesOf, cellsOf, contextIn, failureOf, fetchAll } from './fetched.ts';
import { digitsTo, streamInSmallHeap } from './stream-in-small-heap.ts';
import { SECRET } from './server-process.ts';
import { startMariadb } from './start-mariadb.ts';
import type { Mariadb } from './start-mariadb.ts';

let server: Mariadb;
const folder = mkdtempSync(join(tmpdir(), 'malbild-source-'));
beforeAll(async () => {
  server = await startMariadb({ tls: true });
  await copyFile(server.ca, join(folder, 'ca.pem'));
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const declared = (changes: Partial<MariadbDeclaration> = {}): MariadbDeclaration => ({
  type: 'mariadb',
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
const ask = (query: string, changes: Partial<MariadbDeclaration> = {}) => cellsOf(fetchMariadb, declared(changes), context(), query);
const failure = (query: string, changes: Partial<MariadbDeclaration> = {}, hidden: string[] = []) =>
  failureOf(ask(query, changes), [SECRET, ...hidden]);

describe('values of MariaDB', () => {
  it.each([
    ['decimal(38,10)', 'decimal(38,10)', "'1234567890123456789012345678.0123456789'", '1234567890123456789012345678.0123456789'],
    ['bigint unsigned', 'bigint unsigned', '18446744073709551615', '18446744073709551615'],
    ['double', 'double', '0.1', '0.1'],
    ['date', 'date', "'2026-03-31'", '2026-03-31'],
    ['a zero date, as it is', 'date', "'0000-00-00'", '0000-00-00'],
    ['datetime', 'datetime(6)', "'2026-03-31 23:59:59.123456'", '2026-03-31 23:59:59.123456'],
    ['timestamp, in UTC', 'timestamp', "'2026-03-31 17:30:00'", '2026-03-31 22:30:00'],
    ['time', 'time', "'-838:59:59'", '-838:59:59'],
    ['year', 'year', '2026', '2026'],
    ['tinyint(1), a number', 'tinyint(1)', 'true', '1'],
    ['bit(1), a number', 'bit(1)', "b'1'", '1'],
    ['bit(64), a number', 'bit(64)', '18446744073709551615', '18446744073709551615'],
    ['text', 'longtext', `'Bygg "nytt", åäö\\r\\nrad 2; 🏠  '`, 'Bygg "nytt", åäö\r\nrad 2; 🏠  '],
    ['text of a latin1 column', 'varchar(9) character set latin1', "'åäö €'", 'åäö €'],
    ['null', 'text', 'null', ''],
    ['an empty text', 'varchar(9)', "''", ''],
    ['varbinary', 'varbinary(9)', "x'c3a500ff'", '\\xc3a500ff'],
    ['blob', 'blob', "x'00'", '\\x00'],
    ['json as it was written', 'json', `'{"a": 1.0,  "b":"å"}'`, '{"a": 1.0,  "b":"å"}'],
    ['enum', "enum('låg','hög')", "'hög'", 'hög'],
    ['uuid', 'uuid', "'123e4567-e89b-12d3-a456-426655440000'", '123e4567-e89b-12d3-a456-426655440000'],
  ])('%s', async (_, type, expression, text) => {
    await server.run(`set names utf8mb4; create or replace table varden (v ${type} null); insert into varden values (${expression})`);
    expect(await ask('select v, 1 as last from varden')).toEqual([
      ['v', 'last'],
      [text, '1'],
    ]);
  });

  it('a row whose only cell is empty is still a row', async () => {
    expect(await ask("select '' as v union all select null union all select 'a'")).toEqual([['v'], [''], [''], ['a']]);
  });

  it('no rows: a header', async () => {
    expect(await ask('select 1 as a, 2 as `b "c", d` from dual where false')).toEqual([['a', 'b "c", d']]);
  });

  it('a query with comments, a line end and a semicolon', async () => {
    expect(await ask('/* nya */\n-- rader\n# alla\nwith t as (select 1 as a)\nselect a from t;\n-- slut\n')).toEqual([['a'], ['1']]);
  });
});

describe('what MariaDB refuses', () => {
  const NO_QUERY = 'refused: a statement that is no query: it begins with something else than select or with';
  it.each([
    ['a write', "insert into skrivs values ('hemlig')", NO_QUERY],
    ['a procedure', "call skriv_allt('hemlig')", NO_QUERY],
    ['the end of the transaction', 'commit', NO_QUERY],
    [
      'a write by a function',
      "select skriv('hemlig')",
      'refused: error 1792, SQLSTATE 25006 (invalid transaction state: the query writes)',
    ],
    ['two statements', "select 'hemlig'; select 2", 'refused: error 1064, SQLSTATE 42000 (syntax error or access rule violation)'],
    ['a variable that is set', "select 'hemlig' into @a", 'refused: a statement that gives no columns: it is no query'],
    ['an unknown table', 'select a from hemlig', 'refused: error 1146, SQLSTATE 42S02 (syntax error or access rule violation)'],
    ['two columns of one name', 'select 1 as hemlig, 2 as b, 3 as hemlig', 'wrong-answer: columns 1 and 3 have the same name'],
  ])('%s', async (_, query, text) => {
    await server.run(`create table if not exists skrivs (a text);
      create or replace function skriv(v text) returns int modifies sql data begin insert into skrivs values (v); return 1; end`);
    expect(await failure(query, {}, ['hemlig'])).toBe(text);
    expect(await ask('select count(*) as n from skrivs')).toEqual([['n'], ['0']]);
  });

  it('a wrong password', async () => {
    await writeFile(join(folder, 'fraga.sql'), 'select 1 as a');
    expect(await failureOf(fetchAll(fetchMariadb, declared(), context('fel-lösen')), ['fel-lösen'])).toBe(
      'refused: error 1045, SQLSTATE 28000 (invalid authorization)',
    );
  });

  it('an unknown database', async () => {
    await server.run('create or replace user alla@"%"; grant select on *.* to alla@"%"');
    const anyone = contextIn(folder, { PROV_PASSWORD: '' });
    await writeFile(join(folder, 'fraga.sql'), 'select 1 as a');
    expect(await failureOf(fetchAll(fetchMariadb, declared({ user: 'alla', database: 'annan' }), anyone))).toBe(
      'refused: error 1049, SQLSTATE 3D000 (unknown database)',
    );
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

describe('limits of a fetch from MariaDB', () => {
  it('a query that takes longer is ended, on the server too', async () => {
    const slow = 'select sum(sleep(1)) as a from (select 1 union select 2 union select 3 union select 4) t, mysql.help_topic';
    await server.run('grant select on mysql.help_topic to lasare@"%"; grant process on *.* to lasare@"%"');
    expect(
      await failure(slow.replace('mysql.help_topic', '(select 5 union select 6) u'), { limits: { milliseconds: 1_000, bytes: 1_000_000 } }),
    ).toMatch(/^too-slow: /);
    const others = "select count(*) as n from information_schema.processlist where info like '%sleep(1)%' and id <> connection_id()";
    await expect.poll(() => ask(others), { timeout: 10_000 }).toEqual([['n'], ['0']]);
  });

  it('an answer that stops in the middle is not waited for', async () => {
    expect(
      await failure("select seq, if(seq = 200000, sleep(40), 0) as a, repeat('x', 100) as b from seq_1_to_200000", {
        limits: { milliseconds: 2_000, bytes: 100_000_000 },
      }),
    ).toMatch(/^too-slow: /);
  });

  it('an answer that is larger is broken off', async () => {
    expect(await failure("select repeat('x', 1000) as a from seq_1_to_2000", { limits: { milliseconds: 30_000, bytes: 1_000_000 } })).toBe(
      'too-large: more than 1 MB',
    );
  });
});

describe('TLS to MariaDB', () => {
  const query = "select variable_value <> '' as ssl_used from information_schema.session_status where variable_name = 'Ssl_cipher'";
  it('a certificate that nobody vouches for is refused', async () => {
    expect(await failure(query, { host: 'localhost', tls: { ca: null } })).toMatch(/^refused: TLS: (self-signed|unable to)/);
  });
  it('with its CA it is accepted, and what is sent is encrypted', async () => {
    expect(await ask(query, { host: 'localhost', tls: { ca: 'ca.pem' } })).toEqual([['ssl_used'], ['1']]);
    expect(await ask(query)).toEqual([['ssl_used'], ['0']]);
  });
  it('a certificate of another name is refused', async () => {
    // Another way to write 127.0.0.1, which counts as a name.
    expect(await failure('select 1 as a', { host: '127.1', tls: { ca: 'ca.pem' } })).toMatch(/^refused: TLS: Hostname\/IP does not match/);
  });
});

describe('a fetch of many rows from MariaDB', () => {
  beforeAll(() =>
    server.run(`create table stora (id int primary key, lage varchar(9), fyllnad varchar(200)) engine=innodb;
      insert into stora select seq, 'före', repeat('x', 160) from seq_1_to_300000`),
  );

  it('what changes meanwhile is not seen: all rows are of one moment', async () => {
    await writeFile(join(folder, 'fraga.sql'), 'select id, lage, fyllnad from stora order by id');
    for await (const { bytes } of fetchMariadb(declared(), context())) {
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
    await writeFile(join(folder, 'fraga.sql'), "select seq as id, repeat('x', 400) as fyllnad from seq_1_to_300000");
    const limits = { milliseconds: 50_000, bytes: 200_000_000 };
    const { bytes, grown } = await streamInSmallHeap({ ...declared({ limits }) }, folder, SECRET);
    expect(bytes).toBe('id,fyllnad\r\n'.length + 300_000 * ',\r\n'.length + 300_000 * 400 + digitsTo(300_000));
    expect(grown).toBeLessThan(130_000_000);
  });

  it('a server that is killed in the middle is a fault, not a short file; without TLS it is told', async () => {
    const other = await startMariadb({ tls: false });
    try {
      const there = { port: other.port };
      expect(await failure('select 1 as a', { ...there, host: 'localhost', tls: { ca: 'ca.pem' } })).toBe('refused: no TLS');
      await writeFile(join(folder, 'fraga.sql'), "select seq, repeat('x', 160) as fyllnad from seq_1_to_300000");
      const fetching = (async () => {
        for await (const brought of fetchMariadb(declared(there), context())) {
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
