import { describe, expect, it } from 'vitest';
import { readProject } from '../../pipeline/read/read-project.ts';
import { at, ownProblemsOf, type At } from './problems-of.ts';
import { edited, smallProject, writeProject } from './small-project.ts';

const absence = 'sources/absence/source.yaml';
const sourcesOnly = Object.fromEntries(Object.entries(smallProject).filter(([name]) => !/^sql\/(metrics|checks)|plans/.test(name)));
const LOCATION = 'location: in/*.csv\n';
const CSV = 'format: { type: csv, encoding: windows-1252, delimiter: ";", decimal: "," }';

/** The small project with a connector in place of a source's location. */
const withConnector = (lines: string) => edited(absence, LOCATION, `${lines}\n`, sourcesOnly);
const readConnector = async (lines: string, format = 'csv') => {
  const files = withConnector(lines);
  const inFormat = format === 'csv' ? files : edited(absence, CSV, `format: { type: ${format} }`, files);
  const { sources, problems } = await readProject(await writeProject(inFormat));
  return problems.length > 0 ? problems : sources.find(({ id }) => id === 'absence')!.connector;
};

const SECRET = '{ secret: NAME }';
const problems: [string, string, ...At[]][] = [
  [
    'a password in the address',
    'connector: { type: http, url: "https://u:hemligt@lilla.example/f.csv" }',
    at(5, 'wrong-value', 'a user, password or key in an address', `a header, as ${SECRET}`),
  ],
  [
    'a key in the address',
    'connector: { type: http, url: "https://lilla.example/f.csv?api_key=hemligt" }',
    at(5, 'wrong-value', 'a user, password or key in an address', `a header, as ${SECRET}`),
  ],
  [
    'a secret in a header',
    'connector: { type: http, url: "https://lilla.example/f.csv", headers: { Authorization: "Bearer hemligt" } }',
    at(5, 'wrong-value', 'a secret in a file', `${SECRET}, which names an environment variable`),
  ],
  [
    'a secret where its name should be',
    'connector: { type: http, url: "https://lilla.example/f.csv", headers: { X-Key: { secret: hemligt } } }',
    at(5, 'wrong-value', 'something else than a name', '{ secret: NAME }, the name of an environment variable in capitals, digits and `_`'),
  ],
  [
    'plain http',
    'connector: { type: http, url: "http://lilla.example/f.csv" }',
    at(5, 'wrong-value', 'http://', 'https://, or `insecure: true` beside'),
  ],
  [
    'a secret over plain http',
    'connector: { type: http, insecure: true, url: "http://lilla.example/f.csv", headers: { X-Key: { secret: NAME } } }',
    at(5, 'wrong-value', 'a secret over http://', 'secrets over https:// alone'),
  ],
  [
    'no file name',
    'connector: { type: http, url: "https://lilla.example/" }',
    at(5, 'needs-key', 'name', 'the address ends without a file name'),
  ],
  [
    'another protocol',
    'connector: { type: http, url: "ftp://lilla.example/f.csv" }',
    at(5, 'wrong-value', '"ftp://lilla.example/f.csv"', 'an address that begins with https://'),
  ],
  [
    'two ways to go on',
    'connector: { type: http, url: "https://lilla.example/f", pages: { next: next, offset: from } }',
    at(5, 'one-of', ['next', 'offset'], ['next', 'page', 'offset']),
  ],
  [
    'pages of another format',
    'connector: { type: http, url: "https://lilla.example/f", pages: { next: next } }',
    at(11, 'wrong-value', 'format `csv`', 'format `json`, which `pages` are merged to'),
  ],
  [
    'Kolada without indicators or places',
    'connector: { type: kolada }',
    at(5, 'needs-key', 'kpis', '`what: values` asks about them'),
    at(5, 'needs-key', 'municipalities` or `groups', '`what: values` asks about them'),
    at(11, 'wrong-value', 'format `csv`', 'format `kolada-v3`'),
  ],
  [
    'Kolada’s groups, with what they do not have',
    'connector: { type: kolada, what: groups, groups: [G1], kpis: [N00001], years: { from: 2020 } }',
    at(5, 'not-with', 'kpis', '`what: groups` does not ask about them'),
    at(5, 'not-with', 'years', '`what: groups` has none'),
    at(11, 'wrong-value', 'format `csv`', 'format `json` with `records: values`'),
  ],
  [
    'a code that YAML reads as a number',
    'connector: { type: kolada, kpis: [N00001], municipalities: [1480] }',
    at(5, 'wrong-value', '1480', 'a code in quotes, as "1480", or a group’s id, as G37472'),
  ],
  [
    'a table with codes that YAML reads as numbers',
    'connector: { type: pxweb, table: TAB638, select: { Tid: 2024 } }',
    at(5, 'wrong-value', '2024', 'a list of codes in quotes, or "*", from(2015), to(2020), range(2015,2020), top(3)'),
  ],
  [
    'a table that is not read as one',
    'connector: { type: pxweb, table: TAB638, select: { Tid: "*" } }',
    at(10, 'wrong-value', 'format `csv`', 'format `json-stat2`'),
  ],
  [
    'a location too',
    `${LOCATION}connector: { type: http, url: "https://lilla.example/f.csv" }`,
    at(1, 'one-of', ['location', 'connector'], ['location', 'connector']),
  ],
];

describe('connector: of a source', () => {
  it.each(problems)('%s', async (_, lines, ...expected) => {
    const found = await ownProblemsOf(withConnector(lines));
    const wanted = expected.map(problem => problem(absence));
    expect(found.map(({ found, allowed }) => [found, allowed])).toEqual(wanted.map(({ found, allowed }) => [found, allowed]));
    expect(JSON.stringify(found)).not.toContain('hemligt');
  });

  it.each<[string, boolean]>([
    ['token=x', true],
    ['Access-Key=x', true],
    ['code=1480', false],
    ['code=q1w2e3r4t5y6u7i8o9p0', true],
    ['keyword=tak', false],
    ['year=2026&sig=x', true],
  ])('takes %s in an address for a secret: %s', async (query, secret) => {
    const problems = await ownProblemsOf(withConnector(`connector: { type: http, url: "https://lilla.example/f.csv?${query}" }`));
    expect(problems.length > 0).toBe(secret);
  });

  it('a query that is not there, and one that is: an input of the edition', async () => {
    const database = 'type: postgresql, host: db.lilla.example, database: bygg, user: las, password: { secret: NAME }, query: hamta.sql';
    const files = withConnector(`connector: { ${database} }`);
    const missing = await ownProblemsOf(files);
    expect(missing.map(({ code, line, found }) => [code, line, found])).toEqual([['missing-file', 5, 'no sources/absence/hamta.sql']]);
    const query = 'sources/absence/hamta.sql';
    const project = await readProject(await writeProject({ ...files, [query]: 'select * from franvaro' }));
    expect(project.problems).toEqual([]);
    expect(project.files.map(({ path }) => path)).toContain(query);
  });

  it('neither location nor connector', async () => {
    expect(await ownProblemsOf(edited(absence, LOCATION, '', sourcesOnly))).toEqual([
      at(1, 'one-of', [], ['location', 'connector'])(absence),
    ]);
  });

  it('http, with what is not said', async () => {
    expect(await readConnector('connector: { type: http, url: "https://lilla.example/a/f%20r.csv" }')).toEqual({
      type: 'http',
      url: 'https://lilla.example/a/f%20r.csv',
      name: 'f r.csv',
      headers: {},
      pages: null,
      limits: { bytes: 1_000_000_000, milliseconds: 1_800_000 },
    });
  });

  it('pxweb, with an expression or a list', async () => {
    expect(
      await readConnector('connector: { type: pxweb, table: TAB638, select: { Region: ["1480", "00"], Tid: from(2015) } }', 'json-stat2'),
    ).toEqual({
      type: 'pxweb',
      url: 'https://api.scb.se/OV0104/v2beta/api/v2',
      table: 'TAB638',
      language: 'sv',
      select: { Region: ['1480', '00'], Tid: ['from(2015)'] },
      limits: { bytes: 1_000_000_000, milliseconds: 1_800_000 },
    });
  });

  it('http, with all that can be said', async () => {
    const headers = '{ Accept: text/csv, Authorization: { secret: LILLA_TOKEN, prefix: "Bearer " } }';
    expect(
      await readConnector(
        `connector: { type: http, url: "http://lilla.example/", insecure: true, name: f.csv, headers: { Accept: text/csv }, limits: { megabytes: 5, minutes: 2 } }`,
      ),
    ).toMatchObject({ name: 'f.csv', headers: { Accept: 'text/csv' }, limits: { bytes: 5_000_000, milliseconds: 120_000 } });
    expect(await readConnector(`connector: { type: http, url: "https://lilla.example/f.csv", headers: ${headers} }`)).toMatchObject({
      headers: { Accept: 'text/csv', Authorization: { secret: 'LILLA_TOKEN', prefix: 'Bearer ' } },
    });
    expect(await readConnector('connector: { type: http, url: "http://localhost:8080/f.csv" }')).toMatchObject({ name: 'f.csv' });
  });
});
