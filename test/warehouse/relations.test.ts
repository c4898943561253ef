import { describe, expect, it } from 'vitest';
import { QueryError, rows, run } from '../../pipeline/warehouse/query.ts';
import { buildRelation, columnsOf, countRows, LINES_BEFORE, relationName } from '../../pipeline/warehouse/relations.ts';
import { asSubquery, identifier, literal } from '../../pipeline/warehouse/sql-text.ts';
import { testWarehouse } from '../measure/measure-over.ts';

const warehouse = testWarehouse();

describe('SQL text', () => {
  it('names and texts with quotes are themselves', async () => {
    for (const text of [`O'Hara`, `"q"`, `a"b'c`, 'kolada-n00090', 'select', 'å ä', `'; drop table x; --`, `\\`]) {
      expect(await rows(await warehouse(), `select ${literal(text)} as ${identifier(text)}`)).toEqual([[text]]);
      expect(await rows(await warehouse(), `select column_name from (describe select 1 as ${identifier(text)})`)).toEqual([[text]]);
    }
  });

  it('a query stands as a subquery whatever it ends with', async () => {
    for (const end of ['', ';', ' ; ', '\n;\n', ' -- said at the end', ' -- said\n;'])
      expect(await countRows(await warehouse(), `from range(3)${end}`), end).toBe(3);
    expect(asSubquery('select 1;')).toBe('(\nselect 1\n)');
  });

  it('a relation’s name is its schema and what comes after the first point', () => {
    expect([relationName('marts.absence'), relationName('raw.kolada-n00090'), relationName('marts.a.b')]).toEqual(
      ['marts.absence', 'raw."kolada-n00090"', 'marts."a.b"'].map(unquoted),
    );
  });
});

/** DuckDB's client quotes every name. */
const unquoted = (name: string): string => name.replaceAll('"', '').replace(/^(\w+)\.(.*)$/, '"$1"."$2"');

describe('relations', () => {
  it('are built anew under the same name', async () => {
    await buildRelation(await warehouse(), 'marts.a', 'select 1 as n;');
    await buildRelation(await warehouse(), 'marts.a', 'select 2 as other -- last');
    expect(await rows(await warehouse(), 'from marts.a')).toEqual([[2]]);
    expect(await columnsOf(await warehouse(), 'marts.a')).toEqual(['other']);
  });

  it('what fails says the statement and its line, which is the file’s less the lines before', async () => {
    const failed = await buildRelation(await warehouse(), 'marts.b', 'select 1 as n,\n  2 as m\nfrom nowhere').catch(
      (error: unknown) => error,
    );
    expect(failed).toBeInstanceOf(QueryError);
    expect((failed as QueryError).line! - LINES_BEFORE).toBe(3);
    expect((failed as QueryError).sql).toContain('from nowhere');
    const runtime = await run(await warehouse(), "select 'x'::integer").catch((error: unknown) => error);
    expect(runtime).toBeInstanceOf(QueryError);
  });

  it('nothing is fetched or loaded from outside', async () => {
    const settings = await rows(
      await warehouse(),
      "select name, value from duckdb_settings() where name in ('autoinstall_known_extensions', 'autoload_known_extensions', 'TimeZone') order by name",
    );
    expect(settings).toEqual([
      ['TimeZone', 'UTC'],
      ['autoinstall_known_extensions', 'false'],
      ['autoload_known_extensions', 'false'],
    ]);
  });
});
