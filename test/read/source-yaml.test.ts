import { describe, expect, it } from 'vitest';
import { readProject } from '../../pipeline/read/read-project.ts';
import { at, ownProblemsOf, problemsOf, type Edit } from './problems-of.ts';
import { edited, smallProject, writeProject } from './small-project.ts';

const sourcesOnly = Object.fromEntries(Object.entries(smallProject).filter(([name]) => !/^sql\/(metrics|checks)|plans/.test(name)));
const absence = 'sources/absence/source.yaml';
const TYPES = 'text, integer, date, month, timestamp, boolean or "decimal(p,s)" p at most 38, in quotes';

const edits: Edit[] = [
  ['no class', 'class: personal\n', '', at(1, 'missing-key', 'class', '`open`, `internal`, `personal`; or `klassa`, which says it')],
  [
    'a key that is nearly one',
    'owner: HR',
    'ovner: HR',
    at(1, 'missing-key', 'owner', 'text'),
    at(3, 'unknown-key', 'ovner', sourceKeys(), false),
  ],
  ['a column whose name turns what follows it', 'Enhet:', '"Enhet\\u202e":', at(14, 'hidden-mark', '\u202e')],
  [
    'a pattern that is none',
    "'^f_(?<period>",
    "'^f_((?<period>",
    at(6, 'wrong-value', "'^f_((?<period>\\d{4}-\\d{2})_(?<received>\\d{4}-\\d{2}-\\d{2})\\.csv$'", PATTERN()),
  ],
  [
    'a named group that nothing reads',
    '(?<received>',
    '(?<recieved>',
    at(6, 'wrong-value', "'^f_(?<period>\\d{4}-\\d{2})_(?<recieved>\\d{4}-\\d{2}-\\d{2})\\.csv$'", PATTERN()),
  ],
  [
    'no date of receipt where as_of is pinned',
    '_(?<received>\\d{4}-\\d{2}-\\d{2})',
    '',
    at(6, 'needs-key', '(?<received>…)', 'where `as_of` is pinned, the name says when a file was received'),
  ],
  [
    'no period in the name it covers by',
    '(?<period>\\d{4}-\\d{2})',
    '',
    at(6, 'needs-key', '(?<period>…)', '`covers: name.period` reads it from the name'),
  ],
  ['periods that no column says', 'name.period', 'column.perod', at(8, 'unknown-name', 'date or month column', 'perod', ['period'])],
  [
    'a cover that is none',
    'name.period',
    'name',
    at(8, 'wrong-value', 'name', '`name.period`, `column.<name>` or `until month before received`'),
  ],
  [
    'periods that are not said',
    'covers: name.period\n',
    '',
    at(7, 'needs-key', 'covers', '`kind: period` replaces periods, which `name.period` or `column.<name>` says'),
  ],
  ['a due day that is none', '10 days after period', 'the tenth', at(9, 'wrong-value', 'the tenth', 'days, as 10 days after period')],
  [
    'a day on which nothing can be final',
    'covers: name.period\ncadence',
    'covers: name.period\nsettles: after summer\ncadence',
    at(9, 'wrong-value', 'after summer', 'days, as 60 days after period'),
  ],
  [
    'an encoding that is not read',
    'windows-1252',
    'cp1252',
    at(
      10,
      'wrong-value',
      'cp1252',
      '`utf-8`, `utf-16`, `utf-16le`, `utf-16be`, `windows-1252`, `iso-8859-1`, `iso-8859-15`, `cp437`, `cp850`, `cp865`',
    ),
  ],
  [
    'one sign for decimals and thousands',
    'decimal: ","',
    'decimal: ",", thousands: ","',
    at(10, 'wrong-value', '`,`', 'another sign than `decimal`, which is `.` unless said'),
  ],
  [
    'a point for thousands where decimals have it without saying so',
    'decimal: ","',
    'thousands: "."',
    at(10, 'wrong-value', '`.`', 'another sign than `decimal`, which is `.` unless said'),
  ],
  ['a minus sign that stands nowhere', 'decimal: ","', 'minus: after', at(10, 'wrong-value', 'after', '`leading`, `trailing`')],
  [
    'a format that is none',
    'type: csv',
    'type: word',
    at(10, 'wrong-value', 'word', '`csv`, `xlsx`, `json`, `ndjson`, `xml`, `parquet`, `kolada-v3`, `json-stat2`, `px` or `sie`'),
  ],
  [
    'a delimiter in a workbook',
    'type: csv, encoding: windows-1252,',
    'type: xlsx, sheet: Blad1,',
    at(10, 'unknown-key', 'delimiter', 'type sheet decimal thousands missing preamble header footer ignore'.split(' '), true),
  ],
  [
    'a decimal type without quotes',
    '"decimal(10,2)", required',
    'decimal(10,2), required',
    at(16, 'wrong-value', 'decimal(10', TYPES),
    at(16, 'swallowed-by-comma', '2)'),
  ],
  ['a type that is none', 'type: integer', 'type: int', at(18, 'wrong-value', 'int', TYPES)],
  [
    'a name that begins with _',
    'name: days',
    'name: _row',
    at(18, 'wrong-value', '_row', 'a column name: letters, digits and `_`, beginning with a letter'),
  ],
  [
    'a least value of a text',
    'name: unit, type: text',
    'name: unit, type: text, min: 1',
    at(14, 'not-with', 'min', 'only numbers have a least value'),
  ],
  [
    'a digest of a number',
    'type: integer',
    'type: integer, personal: hash',
    at(18, 'not-with', 'personal', 'a digest is text: declare the column as text, or drop it'),
  ],
  [
    'a unit of a text',
    'name: unit, type: text',
    'name: unit, type: text, unit: kr',
    at(14, 'not-with', 'unit', 'only numbers have a unit'),
  ],
  [
    'a unit that begins as a number goes on',
    'type: integer',
    'type: integer, unit: "-"',
    at(18, 'wrong-value', '"-"', 'what stands after the number, as % or tkr'),
  ],
  [
    'a number written as a date',
    'type: integer',
    'type: integer, written: compact',
    at(18, 'not-with', 'written', 'only dates and months are written in several ways'),
  ],
  [
    'a month written as a date',
    'type: month, required',
    'type: month, written: week, required',
    at(12, 'wrong-value', 'week', 'of a month: compact, swedish, pxweb'),
  ],
  [
    'a date written as nothing is',
    'type: integer',
    'type: date, written: danish',
    at(18, 'wrong-value', 'danish', '`compact`, `swedish`, `timestamp`, `week`, `quarter`, `school-year`, `year`, `pxweb`'),
  ],
  [
    'marks of a key',
    'type: month, required: true, key: true',
    'type: month, key: true, marks: { "..": suppressed }',
    at(12, 'not-with', 'marks', 'a key has a value in every row'),
  ],
  [
    'marks of a dropped column',
    'name: unit, type: text',
    'name: unit, type: text, personal: drop, marks: { "..": suppressed }',
    at(14, 'not-with', 'marks', 'a column that is dropped has none'),
  ],
  [
    'marks of nothing',
    'name: unit, type: text',
    'name: unit, type: text, marks: {}',
    at(14, 'wrong-value', '{}', 'a map with at least one text'),
  ],
  [
    'marks whose column another has',
    'name: sick, type: "decimal(10,2)"',
    'name: sick, type: "decimal(10,2)", marks: { "..": suppressed } }\n  Märke: { name: Sick_mark, type: text',
    at(17, 'duplicate-id', 'sick_mark', ['the column of these marks']),
  ],
  ['a dropped key', 'personal: hash', 'personal: drop', at(13, 'not-with', 'key', 'a column that is dropped identifies nothing')],
  ['two columns with one name', 'name: sick,', 'name: Hours,', at(17, 'duplicate-id', 'Hours', ['an earlier column'])],
  [
    'an increment without a key',
    'kind: period\ncovers: name.period',
    'kind: increment',
    at(11 - 1, 'needs-key', 'key: true', '`kind: increment` supersedes by key'),
  ],
];

function sourceKeys(): string[] {
  return [
    'id',
    'name',
    'owner',
    'class',
    'synthetic',
    'location',
    'connector',
    'entry',
    'name_pattern',
    'kind',
    'covers',
    'cadence',
    'settles',
    'format',
    'columns',
  ];
}
function PATTERN(): string {
  return 'a regular expression whose named groups are of received, period, sequence';
}

describe('sources/<id>/source.yaml', () => {
  it.each(edits)('%s', async (name, from, to, ...expected) => {
    const files =
      name === 'an increment without a key'
        ? edited(
            absence,
            ', key: true, personal',
            ', personal',
            edited(absence, 'required: true, key: true', 'required: true', sourcesOnly),
          )
        : sourcesOnly;
    expect(await ownProblemsOf(edited(absence, from, to, files))).toEqual(expected.map(problem => problem(absence)));
  });

  it('of kind reports says plan, id, period, date, role and text, and a status or a state', async () => {
    const file = 'sources/reports/source.yaml';
    const without = edited(
      file,
      '  Status: { name: status, type: text }\n',
      '',
      edited(file, '  Roll: { name: role, type: text }\n', '', sourcesOnly),
    );
    expect(await ownProblemsOf(edited(file, 'name: date, type: date', 'name: date, type: text', without))).toEqual(
      [
        at(9, 'needs-key', 'role', '`kind: reports` says plan, id, period, date, role and text'),
        at(9, 'needs-key', 'status', '`kind: reports` says a status, a state or both'),
        at(13, 'wrong-value', '`date` of type text', 'type date, as reports have it'),
      ].map(problem => problem(file)),
    );
  });

  it('that is broken takes out what rests on it, and nothing else', async () => {
    const { sources, staging, marts, problems } = await readProject(
      await writeProject(edited(absence, 'class: personal\n', '', sourcesOnly)),
    );
    expect(sources.map(({ id }) => id)).toEqual(['n-90', 'organisation', 'reports']);
    expect([...staging, ...marts].map(({ id }) => id)).toEqual([
      'staging.kolada',
      'staging.organisation',
      'marts.kolada',
      'marts.organisation',
    ]);
    expect(problems.map(({ file, line, code }) => [file, line, code])).toEqual([
      [absence, 1, 'missing-key'],
      ['sql/marts/absence.sql', 2, 'rests-on-broken'],
      ['sql/marts/by_unit.sql', 2, 'rests-on-broken'],
      ['sql/staging/absence.sql', 2, 'rests-on-broken'],
    ]);
  });

  it('two with one id are both taken out', async () => {
    const files = { ...sourcesOnly, 'sources/again/source.yaml': sourcesOnly[absence]! };
    expect(await ownProblemsOf(files)).toEqual(
      [
        at(1, 'duplicate-id', 'absence', ['sources/again/source.yaml'])(absence),
        at(1, 'duplicate-id', 'absence', [absence])('sources/again/source.yaml'),
      ].sort((a, b) => (a.file < b.file ? -1 : 1)),
    );
    expect((await readProject(await writeProject(files))).sources.map(({ id }) => id)).not.toContain('absence');
  });

  it('a folder in sources without one is a problem', async () => {
    expect(await problemsOf({ ...sourcesOnly, 'sources/ny/in/a.csv': 'a' })).toEqual([
      at(1, 'missing-file', 'source.yaml')('sources/ny/source.yaml'),
    ]);
  });
});
