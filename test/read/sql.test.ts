import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readProject } from '../../pipeline/read/read-project.ts';
import { at, ownProblemsOf, problemsOf, type Edit } from './problems-of.ts';
import { edited, smallProject, writeProject } from './small-project.ts';

const sqlOnly = Object.fromEntries(Object.entries(smallProject).filter(([name]) => !/^sql\/(metrics|checks)|plans/.test(name)));
const staging = 'sql/staging/absence.sql';
const mart = 'sql/marts/by_unit.sql';
const OUTSIDE = 'read_csv';

const inStaging: Edit[] = [
  [
    'SQL that cannot be parsed, at its line after å, ä and ö',
    'from raw.absence',
    "where sex = 'åäö'\nfro raw.absence",
    at(3, 'sql-syntax', 'syntax error at or near "fro"'),
  ],
  [
    'a table that is made',
    'select _row',
    'create table x as select _row',
    at(1, 'sql-syntax', 'Only SELECT statements can be serialized to json!'),
  ],
  ['two queries', 'from raw.absence\n', 'from raw.absence;\nfrom raw.absence', at(1, 'several-queries', 2)],
  [
    'a semicolon before a last comment',
    'from raw.absence\n',
    'from raw.absence; -- the end\n',
    at(2, 'sql-syntax', 'syntax error at or near ";"'),
  ],
  ['try_cast', 'employee', 'try_cast(employee as integer) as employee', at(1, 'try-cast')],
  ['the clock', 'sex,', 'sex, current_date as today,', at(1, 'not-reproducible', 'current_date')],
  ['chance', 'sex,', 'sex,\nrandom() as r,', at(2, 'not-reproducible', 'random')],
  ['a file of its own', 'from raw.absence', `from raw.absence, ${OUTSIDE}('x.csv')`, at(2, 'reads-outside', OUTSIDE)],
  [
    'a source there is not',
    'raw.absence',
    'raw.absense',
    at(2, 'unknown-name', 'relation', 'raw.absense', ['raw.absence', 'raw.n-90', 'raw.organisation', 'raw.reports']),
  ],
  [
    'a file by its name',
    'raw.absence',
    "'absence.csv'",
    at(2, 'unknown-name', 'relation', 'absence.csv', ['raw.absence', 'raw.n-90', 'raw.organisation', 'raw.reports']),
  ],
  ['a mart read by staging', 'raw.absence', 'marts.kolada', at(2, 'wrong-layer', 'marts.kolada', 'staging reads raw.<source>')],
  [
    'a column that is not declared',
    'select _row',
    'select _rows',
    at(
      1,
      'sql-failed',
      'Binder Error: Referenced column "_rows" not found in FROM clause!\nCandidate bindings: "_row", "days", "sex", "sick"',
    ),
  ],
];

describe('sql/staging', () => {
  it.each(inStaging)('%s', async (_, from, to, ...expected) => {
    const problems = await ownProblemsOf(edited(staging, from, to, sqlOnly));
    expect(problems.map(({ file, line, code, found }) => [file, line, code, found])).toEqual(
      expected.map(problem => problem(staging)).map(({ file, line, code, found }) => [file, line, code, found]),
    );
  });

  it('a comment alone is no query', async () => {
    expect(await ownProblemsOf({ ...sqlOnly, [staging]: '-- nothing yet\n' })).toEqual([at(1, 'no-query')(staging)]);
  });

  it('what is not UTF-8 is a problem, and so is a NUL', async () => {
    const root = await writeProject({ ...sqlOnly, [staging]: 'select 1\u0000' });
    await mkdir(path.join(root, 'sql/checks'), { recursive: true });
    await writeFile(path.join(root, 'sql/checks/latin.sql'), Buffer.from('/* \xe5 */', 'latin1'));
    const { problems, files } = await readProject(root);
    expect(problems.filter(({ code }) => code === 'not-utf8').map(({ file }) => file)).toEqual(['sql/checks/latin.sql', staging]);
    expect(files.map(file => file.path)).not.toContain(staging);
  });
});

describe('sql/marts', () => {
  it('are sorted so that each reads only earlier ones', async () => {
    const { marts, problems } = await readProject(
      await writeProject({ ...sqlOnly, 'sql/marts/a.sql': 'from marts.z', 'sql/marts/z.sql': 'with b as (from marts.by_unit) from b' }),
    );
    expect(problems).toEqual([]);
    expect(marts.map(({ id }) => id)).toEqual([
      'marts.absence',
      'marts.by_unit',
      'marts.kolada',
      'marts.organisation',
      'marts.z',
      'marts.a',
    ]);
  });

  it('that read each other are taken out, with what rests on them', async () => {
    const files = {
      ...sqlOnly,
      'sql/marts/a.sql': 'from marts.b',
      'sql/marts/b.sql': '-- b\nfrom marts.a',
      'sql/marts/c.sql': 'from marts.a',
      'sql/marts/d.sql': 'from marts.d',
    };
    expect(await problemsOf(files)).toEqual([
      at(1, 'cycle', ['marts.a', 'marts.b'])('sql/marts/a.sql'),
      at(2, 'cycle', ['marts.a', 'marts.b'])('sql/marts/b.sql'),
      at(1, 'rests-on-broken', 'relation', 'marts.a')('sql/marts/c.sql'),
      at(1, 'cycle', ['marts.d'])('sql/marts/d.sql'),
    ]);
    expect((await readProject(await writeProject(files))).marts.map(({ id }) => id)).toEqual([
      'marts.absence',
      'marts.by_unit',
      'marts.kolada',
      'marts.organisation',
    ]);
  });

  it('read no source directly', async () => {
    expect(await ownProblemsOf(edited(mart, 'marts.absence', 'raw.absence', sqlOnly))).toEqual([
      at(2, 'wrong-layer', 'raw.absence', 'marts read staging.* and marts.*')(mart),
    ]);
  });

  it('may use unnest, range and generate_series', async () => {
    expect(
      await problemsOf({ ...sqlOnly, 'sql/marts/days.sql': 'from range(3) r(n), unnest([1]) u(m), generate_series(1, 2) g(k)' }),
    ).toEqual([]);
  });

  it('whose SQL fails when it runs on no rows are problems too', async () => {
    const [problem] = await ownProblemsOf({ ...sqlOnly, 'sql/marts/x.sql': "select cast('x' as integer) as n" });
    expect(problem).toMatchObject({ file: 'sql/marts/x.sql', line: 1, code: 'sql-failed' });
  });
});

describe('files where nothing reads them', () => {
  it('are problems when they look as if they should be read', async () => {
    const files = {
      ...sqlOnly,
      'sql/metric/x.sql': '',
      'sql/metrics/hr/x.sql': '',
      'sql/README.md': '',
      'sources/plans/2026/1.yml': '',
      'sources/x.yaml': '',
    };
    expect((await problemsOf(files)).map(({ file, code }) => [file, code])).toEqual([
      ['sources/plans/2026/1.yml', 'misplaced-file'],
      ['sources/x.yaml', 'misplaced-file'],
      ['sql/metric/x.sql', 'misplaced-file'],
      ['sql/metrics/hr/x.sql', 'misplaced-file'],
    ]);
  });

  it('a file where a folder should be is a problem', async () => {
    expect(
      (await problemsOf({ 'malbild.yaml': smallProject['malbild.yaml']!, sql: 'select 1' })).map(({ file, code }) => [file, code]),
    ).toContainEqual(['sql', 'unreadable-file']);
  });
});
