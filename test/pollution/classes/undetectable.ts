import { always, DELIMITER, HEADER, INDEX, quoted, RECORDS } from '../clean-table.ts';
import { misdeclared, polluted } from '../pollution.ts';
import type { Polluted, PollutionClass } from '../pollution.ts';
import { clean, headerLine, recordLine, recordLines, sheet, textOf } from '../sheet.ts';
import type { Sheet } from '../sheet.ts';

/** A class whose files are as right as any other, to anyone who has nothing but the file. */
export interface Undetectable extends PollutionClass {
  why: string;
}

/** A file that says one thing, and whose reference says another. */
const saying = (place: string, said: Sheet, reference: Sheet = clean()): Polluted =>
  polluted(place, reference, null, Buffer.from(textOf(said)));

/** The record is written with another cell than it was to have. */
const instead = (row: number, column: string, cell: string): Polluted => {
  const written = RECORDS[row]!.written.with(INDEX[column]!, cell).join(DELIMITER);
  return saying(
    `${column} of row ${row} as ${cell}`,
    sheet([headerLine(), ...recordLines().map((line, i) => (i === row ? { ...line, text: written } : line))]),
  );
};

/** The last column is one whose beginning is a value too. */
const amountLast = (): Polluted => {
  const turn = (cells: readonly string[]): string => [...cells.toSpliced(INDEX.amount!, 1), cells[INDEX.amount!]!].join(DELIMITER);
  const whole = sheet([{ text: turn(HEADER), cells: null }, ...RECORDS.map(({ written, cells }) => ({ text: turn(written), cells }))], {
    closed: false,
  });
  return polluted('one sign from the end', whole, null, Buffer.from(textOf(whole).slice(0, -1)));
};

const swappedNames = (): Polluted => {
  const [kind, note] = [INDEX.kind!, INDEX.note!];
  const said = sheet([headerLine(HEADER.with(kind, HEADER[note]!).with(note, HEADER[kind]!)), ...recordLines()]);
  return misdeclared(
    'kind and note, both free text',
    clean(),
    { columns: { kind: { allowed: null, required: false } } },
    Buffer.from(textOf(said)),
  );
};

const withoutKey = { columns: { id: { key: false } } };
const twice = sheet([headerLine(), ...recordLines(), recordLine(79)]);
const euro = RECORDS.map(({ written, cells }, i) => ({
  text: written
    .with(INDEX.note!, i === 0 ? 'kostar 5 €' : quoted(written[INDEX.note!]!.replace(/^"|"$/g, '').replaceAll('""', '"')))
    .join(DELIMITER),
  cells: i === 0 ? cells.with(INDEX.note!, 'kostar 5 €') : cells,
}));
const euroSheet = sheet([headerLine(), ...euro]);

export const UNDETECTABLE: readonly Undetectable[] = [
  {
    name: 'records missing',
    why: 'What is not in the file is nowhere: a row left out, or a file that ends after a whole record, is a shorter file. Only a row count, a total or a trailer can tell.',
    files: [
      saying('row 12', sheet([headerLine(), ...recordLines().toSpliced(12, 1)])),
      saying('after row 40', sheet([headerLine(), ...recordLines().slice(0, 40)])),
      saying('all', sheet([headerLine()])),
    ],
  },
  {
    name: 'cut inside the last cell',
    why: 'The beginning of a text or a number is one too, where that column ends the line. Only a trailer, a total or a row that must follow can tell.',
    files: [amountLast()],
  },
  {
    name: 'another value that is valid',
    why: 'A value that keeps its type and every rule of its column says nothing of the one that stood there: digits changed, day and month swapped where both are ≤ 12, an empty cell where one may be. Only a control total can tell.',
    files: [
      instead(7, 'count', '98'),
      instead(9, 'day', '2026-08-04'),
      instead(0, 'note', ''),
      instead(4, 'amount', '1,00'),
      instead(3, 'done', 'ja'),
    ],
  },
  {
    name: 'another text in free text',
    why: 'Blanks around it, other quotation marks or a delimiter inside of quotation marks are text where a column has no pattern or list of what it may hold.',
    files: [instead(0, 'note', ' Söker plats '), instead(0, 'note', "'Söker plats'"), instead(0, 'note', always('Söker; plats'))],
  },
  {
    name: 'names of two columns with the same rules swapped',
    why: 'Each column then holds values of its own type; names are all there is to go by.',
    files: [swappedNames()],
  },
  {
    name: 'record twice, without a key declared',
    why: 'Two equal rows may be two events. A declared key makes both rejects.',
    files: [misdeclared('the last', clean(), withoutKey, Buffer.from(textOf(twice)))],
  },
  {
    name: 'encodings that differ in signs alone',
    why: 'windows-1252, ISO 8859-1 and -15 share å, ä and ö, the code pages of DOS too: € of one is a valid sign of another.',
    files: [
      misdeclared(
        'ISO 8859-15 as windows-1252',
        euroSheet,
        { format: { encoding: 'windows-1252' } },
        Buffer.from(textOf(euroSheet).replaceAll('€', '\u00a4'), 'latin1'),
      ),
    ],
  },
];
