import { DELIMITER, INDEX, RECORDS } from '../clean-table.ts';
import { misdeclared, polluted, someRows } from '../pollution.ts';
import type { Oddity, Polluted, PollutionClass } from '../pollution.ts';
import { headerLine, sheet, withCells } from '../sheet.ts';

/** How one column's values are written otherwise. */
interface Rewriting {
  column: string;
  as: string;
  /** What is written in place of a cell. */
  write: (cell: string) => string;
  oddity?: Oddity;
  /** True where what is declared is the only way that the column's values may be written then. */
  whole?: boolean;
  /** True where it stands for no value: the cell is to be loaded as null. */
  none?: boolean;
}

const ROWS = 3;

/** A file for the whole column, and some with one cell of it. */
const filesOf = (rewritings: readonly Rewriting[]): Polluted[] =>
  rewritings.flatMap(({ column, as, write, oddity, whole, none }, seed) => {
    const at = INDEX[column]!;
    const cellOf = (row: number): string => RECORDS[row]!.written[at]!;
    const changed = [...RECORDS.keys()].filter(row => write(cellOf(row)) !== cellOf(row));
    if (changed.length === 0) throw new Error(`${as}: no cell of ${column} is written otherwise`);
    const picked = changed.length <= ROWS ? changed : someRows(ROWS, 100 + seed, changed.length).map(i => changed[i]!);
    const one = picked.map(row => {
      const spoilt = withCells(row, { [at]: write(cellOf(row)) }, none ? { [at]: null } : {});
      return whole && oddity
        ? misdeclared(`${column} ${as}, row ${row}`, spoilt, oddity)
        : polluted(`${column} ${as}, row ${row}`, spoilt, oddity);
    });
    const lines = RECORDS.map(({ written, cells }) => ({
      text: written.with(at, write(written[at]!)).join(DELIMITER),
      cells: none ? cells.map((cell, i) => (i === at ? null : cell)) : cells,
    }));
    return [...one, polluted(`${column} ${as}`, sheet([headerLine(), ...lines]), oddity)];
  });

const grouped =
  (sign: string) =>
  (cell: string): string =>
    cell.replace(/\B(?=(\d{3})+(?!\d))(?<!,\d*)/g, sign);
const NUMBERS = ['count', 'amount'];
const inNumbers = (as: string, write: Rewriting['write'], oddity?: Oddity): Rewriting[] =>
  NUMBERS.map(column => ({ column, as, write, oddity: oddity ?? undefined }));

const thousands = (): Polluted[] =>
  filesOf([
    ...inNumbers('with spaces', grouped(' '), { format: { thousands: 'space' } }),
    ...inNumbers('with no-break spaces', grouped('\u00a0'), { format: { thousands: 'space' } }),
    ...inNumbers('with narrow no-break spaces', grouped('\u202f'), { format: { thousands: 'space' } }),
    ...inNumbers('with thin spaces', grouped('\u2009'), { format: { thousands: 'space' } }),
    ...inNumbers('with points', grouped('.'), { format: { thousands: '.' } }),
    ...inNumbers('with apostrophes', grouped("'")),
    ...inNumbers('with commas', grouped(',')),
    { column: 'amount', as: 'in English', write: cell => grouped(',')(cell.replace(',', '#')).replace('#', '.') },
  ]);

const signs = (): Polluted[] =>
  filesOf([
    ...inNumbers('with U+2212', cell => cell.replace('-', '\u2212')),
    ...inNumbers('with a minus after', cell => cell.replace(/^-(.*)$/, '$1-'), { format: { minus: 'trailing' } }),
    ...inNumbers('in parentheses', cell => cell.replace(/^-(.*)$/, '($1)')),
    ...inNumbers('with a dash', cell => cell.replace('-', '–')),
    ...inNumbers('with a plus', cell => `+${cell}`),
    ...inNumbers('with a blank after the minus', cell => cell.replace('-', '- ')),
  ]);

const units = (): Polluted[] =>
  filesOf([
    ...inNumbers('kr', cell => `${cell} kr`, { columns: { count: { unit: 'kr' }, amount: { unit: 'kr' } } }),
    ...inNumbers('%', cell => `${cell}%`, { columns: { count: { unit: '%' }, amount: { unit: '%' } } }),
    ...inNumbers('% after a no-break space', cell => `${cell}\u00a0%`, { columns: { count: { unit: '%' }, amount: { unit: '%' } } }),
    ...inNumbers('tkr', cell => `${cell} tkr`),
    ...inNumbers('SEK before', cell => `SEK ${cell}`),
  ]);

const marked = (mark: string): Rewriting[] =>
  NUMBERS.map(column => ({
    ...{ column, as: mark, write: () => mark, none: true },
    oddity: { columns: { [column]: { marks: { [mark]: 'missing' } } } },
  }));
const marks = (): Polluted[] => filesOf(['..', '.', '-', '~100', 'x', 'N/A', '#SAKNAS!', 'NULL'].flatMap(marked));

/** Empty, where a value has to be; and where the format says that a text is an empty cell. */
const missing = (): Polluted[] =>
  filesOf([
    ...['id', 'month', 'kind', 'count', 'amount', 'day', 'time', 'done'].map(column => ({
      column,
      as: 'empty',
      write: () => '',
      none: true,
    })),
    ...['-', 'saknas'].flatMap(text =>
      ['count', 'amount', 'day', 'time', 'done'].map(column => ({
        ...{ column, as: text, write: () => text, none: true },
        oddity: { format: { missing: [text] }, columns: { [column]: { required: false } } },
      })),
    ),
  ]);

const numbers = (): Polluted[] =>
  filesOf([
    { column: 'amount', as: 'with a point', write: cell => cell.replace(',', '.'), oddity: { format: { decimal: '.' } }, whole: true },
    { column: 'amount', as: 'with more decimals', write: cell => `${cell}4` },
    { column: 'amount', as: 'with more decimals, zeros', write: cell => `${cell}0` },
    { column: 'amount', as: 'without decimals that are zero', write: cell => cell.replace(/0$/, '') },
    { column: 'amount', as: 'as binary floating point', write: cell => `${cell}00000000001` },
    { column: 'amount', as: 'with too many digits', write: cell => `999999999${cell.replace('-', '')}` },
    { column: 'count', as: 'with decimals', write: cell => `${cell},0` },
    { column: 'count', as: 'with decimals of a point', write: cell => `${cell}.0` },
    ...inNumbers('with an exponent', cell => `${cell}E3`),
    ...inNumbers('with zeros first', cell => cell.replace(/(\d+)/, '000$1')),
    ...inNumbers('approximate', cell => `ca ${cell}`),
    ...inNumbers('with a letter for a digit', cell => cell.replace('1', 'l').replace('0', 'O')),
    ...inNumbers('with digits of another script', cell => cell.replace(/\d/g, digit => String.fromCharCode(0x660 + Number(digit)))),
    ...inNumbers('with a note', cell => `${cell} 1)`),
    ...inNumbers('as a formula', cell => `="${cell}"`),
    ...['NaN', 'Infinity', '#DIV/0!', '0x1F', '1_000'].flatMap(text =>
      NUMBERS.map(column => ({ column, as: text, write: () => text, none: true })),
    ),
  ]);

const [ISO, MONTHS] = [/^(\d{4})-(\d\d)-(\d\d)/, ['jan', 'feb', 'mars', 'april', 'maj', 'juni']];
const english = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'];
const day = (
  as: string,
  write: (year: string, month: string, day: string) => string,
  written?: 'compact' | 'swedish' | 'timestamp',
): Rewriting => ({
  ...{ column: 'day', as, oddity: written && { columns: { day: { written } } }, whole: true },
  write: cell => cell.replace(ISO, (_, year: string, month: string, date: string) => write(year, month, date)),
});
const dates = (): Polluted[] =>
  filesOf([
    day('compact', (y, m, d) => y + m + d, 'compact'),
    day('in Swedish', (y, m, d) => `${Number(d)} ${MONTHS[Number(m) - 1]} ${y}`, 'swedish'),
    day('with a time', (y, m, d) => `${y}-${m}-${d} 00:00:00`, 'timestamp'),
    day('with points', (y, m, d) => `${d}.${m}.${y}`),
    day('with strokes', (y, m, d) => `${d}/${m}/${y}`),
    day('American', (y, m, d) => `${m}/${d}/${y}`),
    day('with strokes, the year first', (y, m, d) => `${y}/${m}/${d}`),
    day('with a year of two digits', (y, m, d) => `${y.slice(2)}-${m}-${d}`),
    day('with a year of two digits, compact', (y, m, d) => `${y.slice(2)}${m}${d}`),
    day('without zeros', (y, m, d) => `${y}-${Number(m)}-${Number(d)}`),
    day('in English', (y, m, d) => `${english[Number(m) - 1]} ${Number(d)}, ${y}`),
    day('as a number of days', () => '46023'),
    day('that does not exist', y => `${y}-02-30`),
    day('zero', () => '0000-00-00'),
    {
      column: 'month',
      as: 'compact',
      write: cell => cell.replace('-', ''),
      oddity: { columns: { month: { written: 'compact' } } },
      whole: true,
    },
    {
      column: 'month',
      as: 'of PxWeb',
      write: cell => cell.replace('-', 'M'),
      oddity: { columns: { month: { written: 'pxweb' } } },
      whole: true,
    },
    {
      column: 'month',
      as: 'in Swedish',
      write: cell => `${MONTHS[Number(cell.slice(5)) - 1]} ${cell.slice(0, 4)}`,
      oddity: { columns: { month: { written: 'swedish' } } },
      whole: true,
    },
    { column: 'month', as: 'with a day', write: cell => `${cell}-01` },
    { column: 'month', as: 'the other way round', write: cell => `${cell.slice(5)}-${cell.slice(0, 4)}` },
    { column: 'month', as: 'thirteen', write: cell => cell.replace(/..$/, '13') },
    { column: 'time', as: 'with a T', write: cell => cell.replace(' ', 'T') },
    { column: 'time', as: 'with points', write: cell => cell.replaceAll(':', '.') },
    { column: 'time', as: 'of twelve hours', write: cell => `${cell} PM` },
    { column: 'time', as: 'without a day', write: cell => cell.slice(11) },
    { column: 'time', as: 'without a time', write: cell => cell.slice(0, 10) },
    { column: 'time', as: 'at 24', write: cell => cell.replace(/ \d\d/, ' 24') },
  ]);

/** Day and month in each other's place, in days that are none then; the others are undetectable. */
const swappedDays = (): Polluted[] =>
  filesOf([{ column: 'day', as: 'swapped', write: cell => (Number(cell.slice(8)) > 12 ? cell.replace(ISO, '$1-$3-$2') : cell) }]);

/** In every column but the note, where a blank may be meant. */
const blanks = (): Polluted[] =>
  filesOf(
    ['id', 'month', 'kind', 'count', 'amount', 'day', 'time', 'done'].flatMap(column => [
      { column, as: 'after a blank', write: (cell: string) => ` ${cell}` },
      { column, as: 'before a blank', write: (cell: string) => `${cell} ` },
      { column, as: 'before a no-break space', write: (cell: string) => `${cell}\u00a0` },
      { column, as: 'before a tab', write: (cell: string) => `${cell}\t` },
      { column, as: 'after a space without width', write: (cell: string) => `\u200b${cell}` },
      { column, as: 'quoted, before a line end', write: (cell: string) => `"${cell}\n"` },
    ]),
  );

const texts = (): Polluted[] =>
  filesOf([
    { column: 'kind', as: 'in capitals', write: cell => cell.toUpperCase() },
    { column: 'kind', as: 'decomposed', write: cell => cell.normalize('NFD') },
    { column: 'kind', as: 'with another hyphen', write: cell => cell.replace('-', '\u2011') },
    { column: 'kind', as: 'without dots and rings', write: cell => cell.normalize('NFD').replace(/\p{M}/gu, '') },
    { column: 'kind', as: 'with signs for what could not be written', write: cell => cell.replace(/[åäö]/g, '\ufffd') },
    {
      column: 'kind',
      as: 'decoded once too often',
      write: cell =>
        Buffer.from(cell)
          .toString('latin1')
          .replace(/[\x80-\x9f]/g, '?'),
    },
    { column: 'kind', as: 'with entities', write: cell => cell.replace('ö', '&ouml;').replace('ä', '&auml;').replace('å', '&aring;') },
    { column: 'id', as: 'without its letter', write: cell => cell.slice(1) },
    { column: 'id', as: 'without zeros', write: cell => cell.replace(/^A0+/, 'A') },
    { column: 'id', as: 'with a letter that looks the same', write: cell => cell.replace('A', '\u0410') },
    { column: 'id', as: 'as a formula', write: cell => `="${cell}"` },
    { column: 'id', as: 'in small letters', write: cell => cell.toLowerCase() },
  ]);

const booleans = (): Polluted[] =>
  filesOf([
    { column: 'done', as: 'in capitals', write: cell => cell.toUpperCase() },
    { column: 'done', as: 'with a capital', write: cell => cell.replace(/^./, first => first.toUpperCase()) },
    { column: 'done', as: 'in English', write: cell => (cell === 'ja' ? 'TRUE' : 'FALSE') },
    { column: 'done', as: 'as digits', write: cell => (cell === 'ja' ? '1' : '0') },
    { column: 'done', as: 'as letters', write: cell => cell.slice(0, 1) },
    { column: 'done', as: 'as a cross', write: () => 'x', none: true },
    { column: 'done', as: 'in Excel', write: cell => (cell === 'ja' ? 'SANT' : 'FALSKT') },
  ]);

export const VALUE_LEVEL: readonly PollutionClass[] = [
  { name: 'separators of thousands', files: thousands() },
  { name: 'signs of numbers', files: signs() },
  { name: 'units', files: units() },
  { name: 'marks in numbers', files: marks() },
  { name: 'empty cells', files: missing() },
  { name: 'numbers in other forms', files: numbers() },
  { name: 'dates in other forms', files: dates() },
  { name: 'day and month swapped', files: swappedDays() },
  { name: 'blanks around values', files: blanks() },
  { name: 'codes and words', files: texts() },
  { name: 'booleans in other forms', files: booleans() },
];
