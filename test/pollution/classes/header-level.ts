import { always, COLUMNS, DELIMITER, HEADER, RECORDS } from '../clean-table.ts';
import { misdeclared, polluted } from '../pollution.ts';
import type { Oddity, Polluted, PollutionClass } from '../pollution.ts';
import { headerLine, noRecord, recordLines, sheet } from '../sheet.ts';
import type { Line, Sheet } from '../sheet.ts';

const places = [...HEADER.keys()];
const underHeader = (...header: Line[]): Sheet => sheet([...header, ...recordLines()]);
const renamed = (i: number, name: string): Line => headerLine(HEADER.with(i, name));
const calledSo = (i: number, header: string): Oddity => ({ columns: { [COLUMNS[i]!.name]: { header } } });
/** Records with their cells in another order, or more of them. */
const records = (change: (written: readonly string[]) => readonly string[]): Line[] =>
  RECORDS.map(({ written, cells }) => ({ text: change(written).join(DELIMITER), cells }));

/** Without a header, columns are called by their place. */
const missing = (): Polluted[] => [
  polluted('none', underHeader(), {
    format: { header: 0 },
    columns: Object.fromEntries(COLUMNS.map(({ name }, i) => [name, { header: `#${i + 1}` }])),
  }),
];

const twice = (): Polluted[] =>
  [1, 2, 9].map(times => polluted(`${times} times more`, underHeader(...Array.from({ length: times + 1 }, () => headerLine()))));

const nameMissing = (): Polluted[] => places.map(i => polluted(HEADER[i]!, underHeader(renamed(i, '')), calledSo(i, `#${i + 1}`)));

const nameTwice = (): Polluted[] =>
  places.flatMap(i =>
    places.filter(to => to !== i).map(to => polluted(`${HEADER[to]} called ${HEADER[i]}`, underHeader(renamed(to, HEADER[i]!)))),
  );

/** A column that stands twice, values and all. */
const columnTwice = (): Polluted[] =>
  places.map(i => polluted(HEADER[i]!, sheet([headerLine([...HEADER, HEADER[i]!]), ...records(written => [...written, written[i]!])])));

/** A row of groups above the names. */
const twoRows = (): Polluted[] => {
  const groups = ['Ärende', '', '', '', 'Mängd', '', 'När', '', ''];
  const joined = ['Ärende', 'Ärende', 'Ärende', 'Ärende', 'Mängd', 'Mängd', 'När', 'När', 'När'].map(
    (group, i) => `${group} / ${HEADER[i]}`,
  );
  const oddity: Oddity = {
    format: { header: 2 },
    columns: Object.fromEntries(COLUMNS.map(({ name }, i) => [name, { header: joined[i]! }])),
  };
  const units = noRecord(['', '', '', '', 'st', 'kr', '', '', ''].join(DELIMITER));
  return [
    polluted('groups above', underHeader(headerLine(groups), headerLine()), oddity),
    polluted('units below', underHeader(headerLine(), units)),
  ];
};

const renamedColumns = (): Polluted[] =>
  places.flatMap(i =>
    ['Kommentar', `${HEADER[i]}_1`, HEADER[i]!.toUpperCase(), HEADER[i]!.slice(0, -1)].map(name =>
      polluted(`${HEADER[i]} as ${name}`, underHeader(renamed(i, name)), calledSo(i, name)),
    ),
  );

const spaced = (): Polluted[] =>
  places.flatMap(i =>
    [` ${HEADER[i]}`, `${HEADER[i]} `, `${HEADER[i]}\u00a0`, `\u200b${HEADER[i]}`].map(name =>
      polluted(`${HEADER[i]} as ${JSON.stringify(name)}`, underHeader(renamed(i, name)), calledSo(i, name)),
    ),
  );

/** Columns in another order, header and cells: no oddity at all. */
const reordered = (): Polluted[] =>
  places.slice(1).map(shift => {
    const turn = (cells: readonly string[]): string[] => [...cells.slice(shift), ...cells.slice(0, shift)];
    return polluted(`turned by ${shift}`, sheet([headerLine(turn(HEADER)), ...records(turn)]));
  });

/** Two names in each other's place, and the cells where they were. */
const swappedNames = (): Polluted[] =>
  places.flatMap(i =>
    places
      .slice(i + 1)
      .map(j => polluted(`${HEADER[i]}, ${HEADER[j]}`, underHeader(headerLine(HEADER.with(i, HEADER[j]!).with(j, HEADER[i]!))))),
  );

const quotedNames = (): Polluted[] => [
  polluted('every name', underHeader(headerLine(HEADER.map(name => always(name))))),
  ...places.map(i => polluted(HEADER[i]!, underHeader(renamed(i, always(HEADER[i]!))))),
];

const strayQuote = (): Polluted[] =>
  places.flatMap(i => {
    const name = HEADER[i]!;
    return [`"${name}`, `${name}"`, `${name.slice(0, 2)}"${name.slice(2)}`].map(spoilt =>
      polluted(spoilt, underHeader(renamed(i, spoilt))),
    );
  });

const columnMissing = (): Polluted[] =>
  places.flatMap(i => {
    const without = (cells: readonly string[]): string[] => cells.toSpliced(i, 1);
    return [
      polluted(`${HEADER[i]}, name and cells`, sheet([headerLine(without(HEADER)), ...records(without)])),
      polluted(`${HEADER[i]}, the name`, underHeader(headerLine(without(HEADER)))),
      polluted(`${HEADER[i]}, the cells`, sheet([headerLine(), ...records(without)])),
    ];
  });

const columnAdded = (): Polluted[] =>
  [...places, 9].flatMap(i => [
    polluted(`before ${i}`, sheet([headerLine(HEADER.toSpliced(i, 0, 'Nytt')), ...records(written => written.toSpliced(i, 0, 'x'))])),
    polluted(`before ${i}, the name`, underHeader(headerLine(HEADER.toSpliced(i, 0, 'Nytt')))),
    polluted(
      `before ${i}, without a name`,
      sheet([headerLine(HEADER.toSpliced(i, 0, '')), ...records(written => written.toSpliced(i, 0, ''))]),
    ),
  ]);

const preamble = (): Polluted[] =>
  [1, 2, 5, 10].flatMap(count =>
    ['Rapport ur ärendesystemet', 'Utskriven 2026-07-01;av;Åsa', 'Sade "ja";;', '"', ''].map(text =>
      polluted(`${count} of ${JSON.stringify(text)}`, underHeader(...Array.from({ length: count }, () => noRecord(text)), headerLine()), {
        format: { preamble: count },
      }),
    ),
  );

/** More or fewer lines before the header than are declared. */
const wrongPreamble = (): Polluted[] =>
  [1, 2, 3].map(said => misdeclared(`${said} declared, none there`, underHeader(headerLine()), { format: { preamble: said } }));

export const HEADER_LEVEL: readonly PollutionClass[] = [
  { name: 'header missing', files: missing() },
  { name: 'header again under itself', files: twice() },
  { name: 'header of two rows', files: twoRows() },
  { name: 'name missing', files: nameMissing() },
  { name: 'name of another column', files: nameTwice() },
  { name: 'names swapped, not the cells', files: swappedNames() },
  { name: 'column renamed', files: renamedColumns() },
  { name: 'blanks around a name', files: spaced() },
  { name: 'columns reordered', files: reordered() },
  { name: 'column twice', files: columnTwice() },
  { name: 'column missing', files: columnMissing() },
  { name: 'column added', files: columnAdded() },
  { name: 'names quoted', files: quotedNames() },
  { name: 'stray quotation mark in the header', files: strayQuote() },
  { name: 'preamble', files: preamble() },
  { name: 'preamble wrongly declared', files: wrongPreamble() },
];
