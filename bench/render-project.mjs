// The municipality of `bench:render`: measures by board and unit over five years, all of one source but the first measure, which has a small one of its own.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const MEASURES = 100;
const BOARDS = 19;
const UNITS = 3;
const MONTHS = Array.from({ length: 60 }, (_, i) => `${2021 + Math.floor(i / 12)}-${two((i % 12) + 1)}`);

/** Each measure has a page for the whole and one for each board. */
export const PAGES = MEASURES * (1 + BOARDS);

/** Writes the project, and what is delivered to it. */
export function writeProject(folder) {
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write(
    'malbild.yaml',
    `name: Prov\ncode: '9999'\nas_of: 2026-01-10\ntime_zone: Europe/Stockholm\ncalendar: { grains: [month, tertial, year] }\nplace: organisation
dimensions:\n  organisation: { name: Organisation, hierarchy: marts.organisation, levels: { board: Nämnd, unit: Enhet } }\n`,
  );
  write('sources/organisation/source.yaml', source('organisation', 'reference', ORGANISATION_COLUMNS));
  write('sources/organisation/in/organisation_2026-01-05.csv', organisation());
  write(
    'sql/staging/organisation.sql',
    'select _row, id, parent, level, name, null::date as valid_from, null::date as valid_to\nfrom raw.organisation\n',
  );
  write('sql/marts/organisation.sql', '-- grain: one node\nfrom staging.organisation\n');
  for (const [id, numbers] of [
    ['one', [0]],
    ['many', Array.from({ length: MEASURES - 1 }, (_, i) => i + 1)],
  ]) {
    const columns = [
      'month: { name: month, type: month, required: true, key: true }',
      'unit: { name: unit, type: text, required: true, key: true }',
    ];
    write(
      `sources/${id}/source.yaml`,
      source(id, 'period', [
        ...columns,
        'hours: { name: hours, type: integer }',
        ...numbers.map(n => `m${n}: { name: m${n}, type: integer }`),
      ]),
    );
    write(
      `sql/staging/${id}.sql`,
      `select _row, month, unit as organisation, hours, ${numbers.map(n => `m${n}`).join(', ')}\nfrom raw.${id}\n`,
    );
    write(`sql/marts/${id}.sql`, `-- grain: one unit and month\nfrom staging.${id}\n`);
    for (const n of numbers) write(`sql/metrics/m${n}.sql`, metric(n, id));
    for (const month of MONTHS) write(`sources/${id}/in/${id}_${month}_2026-01-05.csv`, figures(month, numbers, 0));
  }
}

/** The last month of the small source anew, with other figures. */
export const changeMonth = folder =>
  writeFileSync(join(folder, `sources/one/in/one_${MONTHS.at(-1)}_2026-01-06.csv`), figures(MONTHS.at(-1), [0], 3));

const metric = (n, id) =>
  `/*\nid: m${n}\nname: Mått ${n}\nquestion: Hur stor är andelen ${n}?\nunit: percent\ndesired: lower\nnumerator: sum(m${n})\ndenominator: sum(hours)
time: month\nwindows: [period, ytd]\nbreakdowns: [[organisation]]\nowner: Prov\n*/\nfrom marts.${id}\n`;

const ORGANISATION_COLUMNS = [
  'id: { name: id, type: text, required: true, key: true }',
  'parent: { name: parent, type: text }',
  'level: { name: level, type: text, required: true, allowed: [board, unit] }',
  'name: { name: name, type: text, required: true }',
];

const source = (id, kind, columns) =>
  `id: ${id}\nname: Källa ${id}\nowner: Prov\nclass: internal\nsynthetic: true\nlocation: in/*.csv\nkind: ${kind}\n${
    kind === 'period'
      ? `name_pattern: '^${id}_(?<period>\\d{4}-\\d{2})_(?<received>\\d{4}-\\d{2}-\\d{2})\\.csv$'\ncovers: name.period\n`
      : `name_pattern: '^${id}_(?<received>\\d{4}-\\d{2}-\\d{2})\\.csv$'\n`
  }format: { type: csv, delimiter: ';' }\ncolumns:\n${columns.map(column => `  ${column}\n`).join('')}`;

const units = () =>
  Array.from({ length: BOARDS * UNITS }, (_, i) => ({ id: `E${two(i + 1)}`, board: `N${two((i % BOARDS) + 1)}`, n: i + 1 }));

function organisation() {
  const boards = Array.from({ length: BOARDS }, (_, i) => `N${two(i + 1)};;board;Nämnd ${i + 1}`);
  return lines('id;parent;level;name', ...boards, ...units().map(({ id, board, n }) => `${id};${board};unit;Enhet ${n}`));
}

/** No chance: the same figures each time. */
const figures = (month, numbers, change) =>
  lines(
    `month;unit;hours;${numbers.map(n => `m${n}`).join(';')}`,
    ...units().map(({ id, n: unit }) => {
      const at = MONTHS.indexOf(month);
      const value = n => 400 + ((unit * 37 + n * 53 + at * 71) % 97) + Math.round(60 * Math.sin((at + n) / 2)) + change;
      return `${month};${id};${8000 + unit * 10};${numbers.map(value).join(';')}`;
    }),
  );

function two(n) {
  return String(n).padStart(2, '0');
}

const lines = (...all) => `${all.join('\n')}\n`;
