import { isUtf8 } from 'node:buffer';
import { DATE, DECIMAL, INTEGER, MONTH, TEXT, TIMESTAMP, UNDECLARED } from './cell-form.ts';
import type { CellForm } from './cell-form.ts';
import { isDayAt, isMonthAt, isTimeAt } from './day-bytes.ts';

/** A record, or an empty line, by its bytes without the line end. */
export interface Doubtful {
  /** Offsets in the file. */
  from: number;
  to: number;
  /** The physical line where it begins, from 0 after the header, and how many it takes. */
  line: number;
  lines: number;
  /** Its text; null where so much is doubtful that it is read again when it is asked for. */
  text: string | null;
}

/** What a scan makes of a file: nothing is decoded, and no record becomes an object. */
export interface Scan {
  /** Physical lines after the header; empty ones at the end are not counted. */
  lines: number;
  /** Records that are sure: every cell has the plain form of its column and keeps its rules. */
  sure: number;
  /** What needs a closer look, in the file's order. */
  doubtful: Doubtful[];
  /** Whether DuckDB reads a row from every line, the doubtful ones too: they have the form, and break a rule. */
  readable: boolean;
  lineEnd: '\n' | '\r\n';
}

/** What the layout says of a line's text: a record, to be ignored, or the footer, where all after it is too. */
export type LineRule = (text: string) => 'record' | 'ignored' | 'footer';

export interface ScanRules {
  /** One for each column of the file, in its order. */
  forms: readonly CellForm[];
  /** Bytes. */
  delimiter: number;
  decimal: number;
  /** Null where the layout leaves out nothing. */
  lineRule: LineRule | null;
}

/** Classes of bytes in a cell. */
const PLAIN = 0;
const DELIMITER = 1;
const LINE_END = 2;
const RETURN = 3;
const QUOTE = 4;
const CONTROL = 5;
/** The first byte of U+0080 to U+00BF: control characters as far as U+009F. */
const MAYBE_CONTROL = 6;

/** Longer records are not for DuckDB's reader, in bytes. */
const LONGEST = 1_000_000;
/** Bytes of doubtful records that are kept as text. */
const MOST_KEPT = 1 << 26;
/** Past the first thousand, more than this share of doubtful records makes the scan give up: the parser reads the file as fast. */
const MOST_DOUBTFUL = 0.1;

/**
 * Scans CSV in UTF-8, piece by piece. Strict: RFC 4180, one kind of line end, valid UTF-8, no control characters. `take` is
 * given a buffer, how many of its bytes to scan, the last of them a line end, and where they stand in the file; it gives how many of them were whole records,
 * or -1 to give up: then the parser must read the file.
 */
export function csvScanner({ forms, delimiter, decimal, lineRule }: ScanRules) {
  const width = forms.length;
  // Cells past the last column are of one column more, of any text.
  const all = [...forms, UNDECLARED];
  const kinds = Uint8Array.from(all, form => form.kind);
  const wholes = Uint8Array.from(all, form => form.whole);
  const scales = Uint8Array.from(all, form => form.scale);
  const required = Uint8Array.from(all, form => Number(form.required));
  const keeps = all.map(form => form.keeps);
  const plain = classesOf(delimiter);
  const quoted = classesOf(-1);
  const doubtful: Doubtful[] = [];
  let empty: Doubtful[] = [];
  let lines = 0;
  let sure = 0;
  let kept = 0;
  let ends = -1;
  let ended = false;
  let readable = true;

  const take = (bytes: Buffer, size: number, offset: number): number => {
    if (!isUtf8(bytes.subarray(0, size))) return -1;
    let i = 0;
    while (i < size) {
      const start = i;
      let fine = !ended;
      // What has another form than its column, DuckDB's reader would stop at.
      let formed = true;
      let filled = false;
      let anyQuotes = false;
      let taken = 1;
      let column = 0;
      for (; ; column++, i++) {
        const at = column < width ? column : width;
        const inQuotes = bytes[i] === 0x22;
        if (inQuotes) i++;
        const from = i;
        switch (kinds[at]) {
          case INTEGER: {
            if (bytes[i] === 0x2d) i++;
            const first = i;
            while (bytes[i]! >= 0x30 && bytes[i]! <= 0x39) i++;
            if (i === first ? i !== from : i - first > 18) formed = false;
            break;
          }
          case DECIMAL: {
            if (bytes[i] === 0x2d) i++;
            const first = i;
            while (bytes[i]! >= 0x30 && bytes[i]! <= 0x39) i++;
            if (i === first ? i !== from : i - first > wholes[at]!) formed = false;
            else if (i !== first && bytes[i] === decimal) {
              const point = ++i;
              while (bytes[i]! >= 0x30 && bytes[i]! <= 0x39) i++;
              if (i === point || i - point > scales[at]!) formed = false;
            }
            break;
          }
          case DATE:
            if (isDayAt(bytes, i)) i += 10;
            break;
          case MONTH:
            if (isMonthAt(bytes, i)) i += 7;
            break;
          case TIMESTAMP:
            if (isDayAt(bytes, i) && (bytes[i + 10] === 0x20 || bytes[i + 10] === 0x54) && isTimeAt(bytes, i + 11)) i += 19;
            break;
          default:
            while (plain[bytes[i]!] === PLAIN) i++;
        }
        // Past its form a cell may be longer, quoted or not: any text in a column of text, doubtful in others.
        const past = i;
        const classes = inQuotes ? quoted : plain;
        let escaped = false;
        // Most cells end where their form does.
        for (let more = inQuotes || plain[bytes[i]!]! === PLAIN || plain[bytes[i]!]! === MAYBE_CONTROL; more;) {
          const kind = classes[bytes[i]!]!;
          if (kind === PLAIN) i++;
          else if (kind === MAYBE_CONTROL) {
            if (bytes[i + 1]! < 0xa0) return -1;
            i++;
          } else if (inQuotes && kind === QUOTE && bytes[i + 1] === 0x22) {
            escaped = true;
            i += 2;
          } else if (inQuotes && kind === LINE_END) {
            formed = false;
            taken++;
            if (++i === size) return start;
          } else if (inQuotes && kind === RETURN && bytes[i + 1] === 0x0a) i++;
          else more = false;
        }
        if (i !== past && kinds[at] !== TEXT) formed = false;
        if (inQuotes) {
          if (bytes[i] !== 0x22) return -1;
          anyQuotes = true;
        }
        if (i === from) {
          if (required[at] === 1) fine = false;
        } else {
          filled = true;
          const keep = keeps[at]!;
          if (keep !== null && fine && formed && (escaped || !keep(bytes, from, i))) fine = false;
        }
        if (inQuotes) i++;
        if (plain[bytes[i]!] !== DELIMITER) break;
      }
      const to = i;
      const returned = bytes[i] === 0x0d;
      if (returned) i++;
      if (bytes[i] !== 0x0a) return -1;
      i++;
      if (ends === -1) ends = i - to;
      else if (ends !== i - to) return -1;

      const line = lines;
      lines += taken;
      if (to === start) {
        empty.push({ from: offset + start, to: offset + to, line, lines: taken, text: '' });
        continue;
      }
      if (empty.length > 0) {
        doubtful.push(...empty);
        readable = false;
        empty = [];
      }
      if (column !== width - 1 || to - start > LONGEST) formed = false;
      if (!filled) fine = false;
      if (lineRule !== null && !ended) {
        if (anyQuotes) return -1;
        const verdict = lineRule(bytes.toString('utf8', start, to));
        if (verdict !== 'record') fine = false;
        if (verdict === 'footer') ended = true;
      }
      if (!formed) readable = false;
      if (fine && formed) sure++;
      else {
        kept += to - start;
        const text = kept > MOST_KEPT ? null : bytes.toString('utf8', start, to);
        doubtful.push({ from: offset + start, to: offset + to, line, lines: taken, text });
        if (doubtful.length > 1000 && doubtful.length > MOST_DOUBTFUL * (sure + doubtful.length)) return -1;
      }
    }
    return size;
  };

  return { take, scanned: (): Scan => ({ lines: lines - empty.length, sure, doubtful, readable, lineEnd: ends === 2 ? '\r\n' : '\n' }) };
}

function classesOf(delimiter: number): Uint8Array {
  const classes = new Uint8Array(256);
  classes.fill(CONTROL, 0, 0x20);
  classes[0x09] = PLAIN;
  classes[0x0a] = LINE_END;
  classes[0x0d] = RETURN;
  classes[0x22] = QUOTE;
  classes[0x7f] = CONTROL;
  classes[0xc2] = MAYBE_CONTROL;
  if (delimiter !== -1) classes[delimiter] = DELIMITER;
  return classes;
}
