import type { Column } from '../../pipeline/words/source.ts';
import { column } from '../load/declare.ts';

/** What a row comes out as when it is loaded: its values as text in the columns' order, null where there is none. */
export type Cells = readonly (string | null)[];

/** A record of the clean table: how its cells are written, and what they must be loaded as. */
export interface CleanRecord {
  written: readonly string[];
  cells: Cells;
}

export const DELIMITER = ';';

/** One column of every type; the note is free text, in which nothing can be told from what should stand there. */
export const COLUMNS: readonly Column[] = [
  column('id', 'text', { header: 'Ärende', required: true, key: true, pattern: '^A\\d{4}$' }),
  column('month', 'month', { header: 'Månad', required: true }),
  column('kind', 'text', { header: 'Sätt', required: true, allowed: ['e-tjänst', 'brev', 'besök', 'återbud'] }),
  column('note', 'text', { header: 'Anteckning' }),
  column('count', 'integer', { header: 'Antal', required: true }),
  column('amount', 'decimal(10,2)', { header: 'Belopp', required: true }),
  column('day', 'date', { header: 'Dag', required: true }),
  column('time', 'timestamp', { header: 'Tid', required: true }),
  column('done', 'boolean', { header: 'Klar', required: true }),
];
export const HEADER: readonly string[] = COLUMNS.map(({ header }) => header);
export const INDEX = Object.fromEntries(COLUMNS.map(({ name }, i) => [name, i])) as Readonly<Record<string, number>>;

const KINDS = ['e-tjänst', 'brev', 'besök', 'återbud'];
const NOTES = ['Söker plats', '', 'Sjögård; norra', 'sade "ja" till allt', 'två\nrader', 'Åsa, Örjan', "John's 3:e", 'klart'];
const two = (n: number): string => String(n).padStart(2, '0');

/** A cell as RFC 4180 writes it: in quotes where it must be. */
export const quoted = (text: string, quote = '"'): string =>
  [DELIMITER, quote, '\n', '\r'].some(sign => text.includes(sign)) ? always(text, quote) : text;
export const always = (text: string, quote = '"'): string => `${quote}${text.replaceAll(quote, quote + quote)}${quote}`;

function recordOf(i: number): CleanRecord {
  const id = `A${String(i + 1).padStart(4, '0')}`;
  const month = `2026-${two(1 + (i % 6))}`;
  const day = `${month}-${two(1 + ((i * 7) % 28))}`;
  const time = `${day} ${two(i % 24)}:${two((i * 11) % 60)}:${two((i * 5) % 60)}`;
  const count = i % 3 === 0 ? 1200 + i * 37 : i % 7 === 5 ? -(i + 2) : i + 2;
  const hundredths = (i % 5 === 3 ? -1 : 1) * (1_234_50 + i * 98_765);
  const amount = `${hundredths < 0 ? '-' : ''}${Math.trunc(Math.abs(hundredths) / 100)}.${two(Math.abs(hundredths) % 100)}`;
  const note = NOTES[i % NOTES.length]!;
  const kind = KINDS[i % KINDS.length]!;
  const done = i % 2 === 0;
  return {
    written: [id, month, kind, quoted(note), String(count), amount.replace('.', ','), day, time, done ? 'ja' : 'nej'],
    cells: [id, `${month}-01`, kind, note || null, String(count), amount, day, time, String(done)],
  };
}

/** The clean table: what every polluted file says, or was to say. */
export const RECORDS: readonly CleanRecord[] = Array.from({ length: 80 }, (_, i) => recordOf(i));
