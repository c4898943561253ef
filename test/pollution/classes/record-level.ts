import { DELIMITER, HEADER, INDEX, RECORDS } from '../clean-table.ts';
import { polluted, seeded, someRows } from '../pollution.ts';
import type { Oddity, Polluted, PollutionClass } from '../pollution.ts';
import { clean, headerLine, noRecord, recordLine, recordLines, sheet, withLine, withLinesAt } from '../sheet.ts';

const rows = [...RECORDS.keys()];
const places = [...HEADER.keys()];
const NOTE = INDEX.note!;
const written = (row: number): readonly string[] => RECORDS[row]!.written;
const join = (cells: readonly string[]): string => cells.join(DELIMITER);
/** Each row with some of the cells' places, other ones for the next row. */
const everyRow = (count: number, from: readonly number[], spoil: (row: number, place: number) => Polluted): Polluted[] =>
  rows.flatMap(row => Array.from({ length: count }, (_, i) => spoil(row, from[(row * count + i) % from.length]!)));

const extraDelimiter = (): Polluted[] =>
  everyRow(2, [...places, 9], (row, at) =>
    polluted(`row ${row}, before cell ${at}`, withLine(row, join(written(row).toSpliced(at, 0, '')))),
  );

/** In the middle of a cell, or several at once. */
const extraDelimiters = (): Polluted[] =>
  someRows(40, 21).flatMap((row, i) => {
    // Inside of quotation marks it would be no delimiter.
    const at = written(row)[i % 9]!.startsWith('"') ? 0 : i % 9;
    const cell = written(row)[at]!;
    return [
      polluted(`row ${row}, inside cell ${at}`, withLine(row, join(written(row).with(at, `${cell.slice(0, 2)};${cell.slice(2)}`)))),
      polluted(`row ${row}, ${i + 2} at the end`, withLine(row, join(written(row)) + DELIMITER.repeat(i + 2))),
    ];
  });

const missingDelimiter = (): Polluted[] =>
  everyRow(2, places.slice(0, 8), (row, at) => {
    const cells = written(row);
    return polluted(
      `row ${row}, after cell ${at}`,
      withLine(row, join([...cells.slice(0, at), cells[at]! + cells[at + 1]!, ...cells.slice(at + 2)])),
    );
  });

/** One is missing and another is too many: as many cells as the header has, in other places. */
const movedDelimiter = (): Polluted[] =>
  rows.flatMap((row, i) => {
    const cells = written(row);
    const from = i % 8;
    const merged = [...cells.slice(0, from), cells[from]! + cells[from + 1]!, ...cells.slice(from + 2)];
    return [0, 3, 8]
      .filter(to => to !== from && to !== from + 1)
      .map(to => polluted(`row ${row}, from ${from} to ${to}`, withLine(row, join(merged.toSpliced(to, 0, '')))));
  });

/** A cell is left out, and the line filled up at its end. */
const cellLost = (): Polluted[] =>
  everyRow(1, places, (row, at) => polluted(`row ${row}, cell ${at}`, withLine(row, join([...written(row).toSpliced(at, 1), '']))));

/** Every line ends in a delimiter, the header too or not. */
const trailingDelimiters = (): Polluted[] => {
  const ended = recordLines().map(line => ({ ...line, text: line.text + DELIMITER }));
  return [
    polluted('header and records', sheet([headerLine([...HEADER, '']), ...ended])),
    polluted('records alone', sheet([headerLine(), ...ended])),
    polluted('the header alone', sheet([headerLine([...HEADER, '']), ...recordLines()])),
  ];
};

const strayQuote = (): Polluted[] =>
  everyRow(2, places, (row, at) => {
    const cell = written(row)[at]!.replaceAll('"', '');
    const spoilt = [`"${cell}`, `${cell}"`, `${cell.slice(0, 1)}"${cell.slice(1)}`][(row + at) % 3]!;
    return polluted(`row ${row}, cell ${at}`, withLine(row, join(written(row).with(at, spoilt))));
  });

const unclosedQuote = (): Polluted[] =>
  rows
    .filter(row => written(row)[NOTE]!.startsWith('"'))
    .flatMap(row => [
      polluted(`row ${row}, the closing one`, withLine(row, join(written(row).with(NOTE, written(row)[NOTE]!.slice(0, -1))))),
      polluted(`row ${row}, the opening one`, withLine(row, join(written(row).with(NOTE, written(row)[NOTE]!.slice(1))))),
    ]);

/** Quotation marks inside of a cell are not doubled, or escaped by a backslash. */
const escapes = (): Polluted[] =>
  rows
    .filter(row => written(row)[NOTE]!.includes('""'))
    .flatMap(row =>
      ['"', '\\"', '\\"\\"', '\'"'].map(escape =>
        polluted(`row ${row}, ${escape}`, withLine(row, join(written(row).with(NOTE, written(row)[NOTE]!.replaceAll('""', escape))))),
      ),
    );

/** Blanks between a quoted cell and its delimiter. */
const blanksByQuotes = (): Polluted[] =>
  rows
    .filter(row => written(row)[NOTE]!.startsWith('"'))
    .flatMap(row =>
      [` ${written(row)[NOTE]}`, `${written(row)[NOTE]} `].map(cell =>
        polluted(`row ${row}, ${JSON.stringify(cell)}`, withLine(row, join(written(row).with(NOTE, cell)))),
      ),
    );

/** A line break where there should be none, in quotes or not. */
const lineBreaks = (): Polluted[] =>
  everyRow(1, places, (row, at) => {
    const cell = written(row)[at]!.replaceAll('"', '');
    const broken = `${cell.slice(0, 2)}${['\n', '\r\n', '\r'][row % 3]}${cell.slice(2)}`;
    const spoilt = row % 2 === 0 && at !== NOTE ? `"${broken}"` : broken;
    return polluted(`row ${row}, cell ${at}`, withLine(row, join(written(row).with(at, spoilt))));
  });

const blankLines = (): Polluted[] =>
  someRows(40, 31).flatMap(row => [
    polluted(`before row ${row}`, withLinesAt(row, noRecord('')), { format: { ignore: '^$' } }),
    polluted(`of delimiters, before row ${row}`, withLinesAt(row, noRecord(';;;;;;;;')), { format: { ignore: '^;*$' } }),
  ]);

const sums = (): Polluted[] => {
  const ignore: Oddity = { format: { ignore: '^"?Summa' } };
  return ['Summa;;;;96000;1234567,00;;;', 'Summa', 'Summa: 96000;', '"Summa"', ';;;Summa;96000;1,00;;;'].flatMap((text, i) =>
    [80, 40, 13].map(row =>
      polluted(`${text}, before row ${row}`, withLinesAt(row, noRecord(text)), i < 4 ? ignore : { format: { ignore: ';Summa;' } }),
    ),
  );
};

const footers = (): Polluted[] =>
  [
    ['Källa: ärendesystemet'],
    ['', 'Källa: ärendesystemet', '1) Preliminärt'],
    ['Källa;;;;;;;;', '', 'A9999;a;b'],
    ['Källa: sade "ja"'],
  ].map((lines, i) =>
    polluted(lines.join(' / '), withLinesAt(80, ...lines.map(noRecord)), i === 3 ? null : { format: { footer: '^Källa', ignore: '^$' } }),
  );

const headerAgain = (): Polluted[] =>
  someRows(30, 41).map(row => polluted(`before row ${row}`, withLinesAt(row, headerLine()), { format: { ignore: '^Ärende;' } }));

/** A record that says something new, and that is to be loaded; one that stands there already takes both with it. */
const extraRecord = (): Polluted[] =>
  someRows(30, 51).flatMap(row => {
    const { written: cells, cells: loaded } = RECORDS[row]!;
    const fresh = { text: join(cells.with(0, 'A9999')), cells: loaded.map((cell, i) => (i === 0 ? 'A9999' : cell)) };
    return [
      polluted(`new, before row ${row}`, withLinesAt(row, fresh)),
      polluted(`again, before row ${row}`, withLinesAt(row, recordLine((row * 7) % 80))),
    ];
  });

/** The rest of a record on the line after it. */
const brokenInTwo = (): Polluted[] =>
  everyRow(1, places.slice(1), (row, at) =>
    polluted(`row ${row}, before cell ${at}`, withLine(row, `${join(written(row).slice(0, at))}\n${join(written(row).slice(at))}`)),
  );

/** Two records on one line. */
const runTogether = (): Polluted[] =>
  someRows(30, 61, 79).map(row => {
    const lines = clean().lines.map((line, i) => (i === row + 1 ? { ...line, text: `${line.text}${recordLine(row + 1).text}` } : line));
    return polluted(`rows ${row} and ${row + 1}`, sheet(lines.toSpliced(row + 2, 1)));
  });

const shuffled = (): Polluted[] =>
  [1, 2, 3, 4, 5].map(seed => {
    const random = seeded(seed);
    const lines = recordLines();
    for (let i = lines.length - 1; i > 0; i--) {
      const j = random(i + 1);
      [lines[i], lines[j]] = [lines[j]!, lines[i]!];
    }
    return polluted(`order ${seed}`, sheet([headerLine(), ...lines]));
  });

export const RECORD_LEVEL: readonly PollutionClass[] = [
  { name: 'delimiter too many', files: extraDelimiter() },
  { name: 'delimiters too many, in a cell or at the end', files: extraDelimiters() },
  { name: 'delimiter missing', files: missingDelimiter() },
  { name: 'delimiter in another place', files: movedDelimiter() },
  { name: 'cell lost, line filled up', files: cellLost() },
  { name: 'delimiter at the end of every line', files: trailingDelimiters() },
  { name: 'stray quotation mark', files: strayQuote() },
  { name: 'quotation not opened or closed', files: unclosedQuote() },
  { name: 'quotation marks not doubled', files: escapes() },
  { name: 'blanks outside of quotation marks', files: blanksByQuotes() },
  { name: 'line break in a cell', files: lineBreaks() },
  { name: 'record on two lines', files: brokenInTwo() },
  { name: 'two records on a line', files: runTogether() },
  { name: 'blank line', files: blankLines() },
  { name: 'sum', files: sums() },
  { name: 'footer', files: footers() },
  { name: 'header again among the records', files: headerAgain() },
  { name: 'record too many', files: extraRecord() },
  { name: 'records in another order', files: shuffled() },
];
