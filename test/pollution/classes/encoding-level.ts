import { CODE_PAGES } from '../../../pipeline/load/text/code-pages.ts';
import { ENCODINGS } from '../../../pipeline/words/format.ts';
import { COLUMNS, DELIMITER, INDEX, RECORDS } from '../clean-table.ts';
import { misdeclared, polluted } from '../pollution.ts';
import type { Oddity, Polluted, PollutionClass } from '../pollution.ts';
import { clean, headerLine, sheet, textOf } from '../sheet.ts';
import type { Sheet } from '../sheet.ts';

type Encode = (text: string) => Buffer;
const singleBytes =
  (page: string): Encode =>
  text =>
    Buffer.from([...text].map(sign => (sign < '\u0080' ? sign.charCodeAt(0) : 0x80 + page.indexOf(sign))));
/** As far as the clean table's letters go. */
const MACINTOSH = 'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü';
const ENCODERS: Readonly<Record<string, Encode>> = {
  'windows-1252': text => Buffer.from(text, 'latin1'),
  cp850: singleBytes(CODE_PAGES.cp850),
  macintosh: singleBytes(MACINTOSH),
  'utf-8': text => Buffer.from(text),
  'utf-8 with mark': text => Buffer.from(`\ufeff${text}`),
  'utf-16le': text => Buffer.from(text, 'utf16le'),
  'utf-16le with mark': text => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'utf-16be': text => Buffer.from(text, 'utf16le').swap16(),
  'utf-16be with mark': text => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
};

const isOwn = (name: string, encoding: string): boolean =>
  name === encoding || name === `${encoding} with mark` || (encoding === 'utf-16' && /^utf-16.. with mark$/.test(name));
/** Each way of writing, declared as each encoding. */
const everyWay = (of: Sheet, oddity: Oddity, own: boolean): Polluted[] =>
  Object.entries(ENCODERS).flatMap(([name, encode]) =>
    ENCODINGS.filter(encoding => isOwn(name, encoding) === own).map(encoding => {
      const said = { ...oddity, format: { encoding } };
      const bytes = encode(textOf(of));
      return own ? polluted(name, of, said, bytes) : misdeclared(`${name} declared as ${encoding}`, of, said, bytes);
    }),
  );

/** Letters beyond ASCII in free text alone, where no rule of a column can tell: names are in ASCII, and every way is by letter. */
const proseAlone = sheet([
  headerLine(COLUMNS.map(({ name }) => name)),
  ...RECORDS.map(({ written, cells }) => ({
    text: written.with(INDEX.kind!, 'brev').join(DELIMITER),
    cells: cells.with(INDEX.kind!, 'brev'),
  })),
]);
const namesInAscii: Oddity = { columns: Object.fromEntries(COLUMNS.map(({ name }) => [name, { header: name }])) };

export const ENCODING_LEVEL: readonly PollutionClass[] = [
  { name: 'encoding', files: everyWay(clean(), {}, true) },
  { name: 'encoding, wrongly declared', files: everyWay(clean(), {}, false) },
  { name: 'encoding of free text alone', files: everyWay(proseAlone, namesInAscii, true) },
  { name: 'encoding of free text alone, wrongly declared', files: everyWay(proseAlone, namesInAscii, false) },
];
