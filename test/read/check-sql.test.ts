import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../pipeline/messages/problems.ts';
import { readProject } from '../../pipeline/read/read-project.ts';
import { placedProblemsOf } from './problems-of.ts';
import { edited, smallProject, writeProject, type Files } from './small-project.ts';

const staging = 'sql/staging/absence.sql';
const mart = 'sql/marts/by_unit.sql';
const metric = 'sql/metrics/sick-leave.sql';

/** The problems of one file, as they are printed. */
const printed = async (file: string, files: Files): Promise<string[]> =>
  (await placedProblemsOf(files)).filter(problem => problem.file === file).map(formatProblem);
const warned = async (files: Files): Promise<string[]> => (await readProject(await writeProject(files))).warnings.map(formatProblem);

describe('what is undefined points into the file by line and column', () => {
  it.each<[string, string, string, string, string]>([
    ['a column', staging, 'unit as organisation', 'unitt as organisation', `${staging}:1:41: Binder Error: Referenced column "unitt"`],
    [
      'a column after å and a tab',
      staging,
      'select _row',
      "select 'åäö' as å,\n\tsex, _rov",
      `${staging}:2:7: Binder Error: Referenced column "_rov"`,
    ],
    ['a column of a line that DuckDB cuts', mart, 'select month', `select '${'x'.repeat(200)}' as x, mont`, `${mart}:2:217: Binder Error`],
    ['a table', mart, 'marts.absence', 'marts.absense', `${mart}:2:54: unknown relation \`marts.absense\`; nearest is \`marts.absence\``],
    ['a function', mart, 'sum(hours)', 'summa(hours)', `${mart}:2:29: Catalog Error: Scalar Function with name summa does not exist!`],
    ['a column of a measure', metric, 'sum(sick)', 'sum(sik)', `${metric}:7:16: Binder Error: Referenced column "sik" not found`],
    ['a column of a population', metric, 'distinct employee', 'distinct employe', `${metric}:9:28: Binder Error`],
    ['a column of a quoted measure', metric, 'sum(sick)', '"sum(sik)"', `${metric}:7:12: Binder Error`],
    ['the time', metric, 'time: month', 'time: mont', `${metric}:10:7: unknown column \`mont\`; nearest is \`month\``],
    ['what cannot be parsed', mart, 'group by all', 'grup by all', `${mart}:2:73: syntax error at or near "by"`],
    ['chance', staging, 'select _row', 'select _row, random() as r', `${staging}:1:14: \`random\`, which differs from run to run`],
  ])('%s', async (_, file, from, to, expected) => {
    const found = await printed(file, edited(file, from, to));
    expect(found).toHaveLength(1);
    expect(found[0]!.slice(0, expected.length)).toBe(expected);
  });

  it('an ambiguous column, with what it could be', async () => {
    const files = { ...smallProject, [mart]: 'select month,\n  sick\nfrom marts.absence join staging.absence as s using (month)\n' };
    const [found] = await printed(mart, files);
    expect(found).toMatch(
      /^sql\/marts\/by_unit.sql:2:3: Binder Error: Ambiguous reference to column name "sick" \(use: "absence.sick" or "s.sick"\)/,
    );
  });

  it('a near miss is suggested', async () => {
    const [found] = await printed(metric, edited(metric, 'sum(sick)', 'sum(sik)'));
    expect(found).toMatch(/Candidate bindings: "sick"/);
  });
});

describe('what depends on the order of rows is refused', () => {
  it.each<[string, string, string, number]>([
    ['first', 'first(hours)', 'first', 1],
    ['any_value', 'any_value(hours)', 'any_value', 1],
    ['list', 'len(list(hours))', 'list', 5],
    ['string_agg', "string_agg(unit_name, ',')".replace('unit_name', 'organisation'), 'string_agg', 1],
    ['an estimate', 'approx_quantile(hours, 0.5)', 'approx_quantile', 1],
  ])('%s', async (_, expression, name, column) => {
    const files = {
      ...smallProject,
      [mart]: `-- lineage: extract\nselect month, organisation,\n${expression} as hours\nfrom marts.absence group by all\n`,
    };
    expect(await printed(mart, files)).toEqual([
      `${mart}:3:${column}: \`${name}\`, whose result depends on the order of the rows; ` +
        '`order by` with it, over columns that together tell all its rows apart',
    ]);
  });

  it.each([
    ['limit', 'from marts.absence limit 3'],
    ['distinct on', 'select distinct on (organisation) * from marts.absence'],
    ['sample', 'from marts.absence using sample 10 rows'],
    ['row_number … over', 'select month, organisation, hours, row_number() over (partition by month) as n from marts.absence'],
    ['lag … over', 'select month, organisation, hours, lag(hours) over () as n from marts.absence'],
  ])('%s', async (name, sql) => {
    const found = await printed(mart, { ...smallProject, [mart]: `-- lineage: extract\n${sql}\n` });
    expect(found).toEqual([expect.stringMatching(/^sql\/marts\/by_unit.sql:2:\d+: /)]);
    expect(found[0]).toContain(`\`${name}\``);
  });

  it.each([
    'select month, organisation, first(hours order by _row) as hours from marts.absence group by all',
    'select month, organisation, hours from marts.absence order by _row limit 3',
    'select distinct on (organisation) month, organisation, hours from marts.absence order by _row',
    'select month, organisation, hours, row_number() over (partition by month order by _row) as n from marts.absence',
    'select month, organisation, sum(hours) over () as hours from marts.absence',
  ])('but not where its order is said: %s', async sql => {
    expect(await printed(mart, { ...smallProject, [mart]: `-- lineage: extract\n${sql}\n` })).toEqual([]);
  });
});

describe('what is worth a second look', () => {
  const unread = `${mart}:1: \`marts.by_unit\`, which nothing reads; a mart, a metric or a check that reads it; or take it away`;

  it('a mart and a source that nothing reads', async () => {
    expect(await warned(smallProject)).toEqual([unread]);
    const spare = smallProject['sources/n-90/source.yaml']!.replace('id: n-90', 'id: spare');
    expect(await warned({ ...smallProject, 'sources/spare/source.yaml': spare })).toEqual([
      'sources/spare/source.yaml:1: source `spare`, which nothing reads; sql/staging that reads `raw.spare`; or take it away',
      unread,
    ]);
  });

  it('but not while a file has problems, since what it reads is not known', async () => {
    expect(await warned({ ...smallProject, 'sql/marts/broken.sql': 'fro staging.absence\n' })).toEqual([]);
  });

  it('a sum of DOUBLE, where it stands', async () => {
    const files = edited(mart, 'sum(hours)', 'sum(cast(hours as double))');
    expect(await warned(files)).toEqual([
      unread,
      `${mart}:2:29: \`sum\`, whose last digits differ from run to run; DECIMAL or whole numbers in it: \`cast(x as decimal(18, 4))\`, or another type in source.yaml`,
    ]);
  });
});
