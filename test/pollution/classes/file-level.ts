import { always, DELIMITER, HEADER, RECORDS } from '../clean-table.ts';
import { polluted, seeded } from '../pollution.ts';
import type { Polluted, PollutionClass } from '../pollution.ts';
import { clean, headerLine, noRecord, recordLine, sheet, textOf, withLine } from '../sheet.ts';
import type { Line, Sheet } from '../sheet.ts';

const lineEnds = (): Polluted[] =>
  ['\r\n', '\r', '\n'].flatMap(end => [true, false].map(closed => polluted(JSON.stringify({ end, closed }), { ...clean(), end, closed })));

/** Every so many lines end otherwise than the rest. */
const mixedLineEnds = (): Polluted[] =>
  [
    ['\n', '\r\n'],
    ['\r\n', '\n'],
    ['\n', '\r'],
    ['\r\n', '\r'],
  ].flatMap(([end, other]) =>
    [2, 7, 40].map(every => {
      const { lines } = clean();
      const mixed = lines.map((line, i) => (i % every === every - 1 ? { ...line, end: other! } : line));
      return polluted(`${JSON.stringify([end, other])}, every ${every}`, sheet(mixed, { end: end! }));
    }),
  );

/** The file's delimiter is another one, which cells that hold it are quoted for. */
const delimiters = (): Polluted[] =>
  [',', '\t', '|', ':', '^', '~', ' '].map(delimiter => {
    const write = (cell: string): string => (cell.startsWith('"') || !cell.includes(delimiter) ? cell : always(cell));
    const lines: Line[] = [
      noRecord(HEADER.map(write).join(delimiter)),
      ...RECORDS.map(({ written, cells }) => ({ text: written.map(write).join(delimiter), cells })),
    ];
    return polluted(JSON.stringify(delimiter), sheet(lines), { format: { delimiter } });
  });

/** The quotation mark is another one, around every cell or every text. */
const quoteSigns = (): Polluted[] =>
  ["'", '`', '”', '´'].flatMap(sign =>
    [9, 4].map(columns => {
      const write = (cells: readonly string[]): string =>
        cells.map((cell, i) => (i < columns ? sign + cell.replace(/^"|"$/g, '') + sign : cell)).join(DELIMITER);
      const lines = RECORDS.map(({ written, cells }) => ({ text: write(written), cells }));
      return polluted(`${sign} around ${columns}`, sheet([headerLine(), ...lines]));
    }),
  );

/** Every cell in quotes: no oddity at all. */
const allQuoted = (): Polluted[] =>
  ['\n', '\r\n'].map(end => {
    const write = (cells: readonly string[]): string => cells.map(cell => (cell.startsWith('"') ? cell : always(cell))).join(DELIMITER);
    return polluted(
      JSON.stringify(end),
      sheet([noRecord(write(HEADER)), ...RECORDS.map(({ written, cells }) => ({ text: write(written), cells }))], { end }),
    );
  });

const empty = (): Polluted[] =>
  ['', '\n', '\r\n\r\n', ' ', '\ufeff'].map(text => polluted(JSON.stringify(text), clean(), null, Buffer.from(text)));

/** Cut after so many bytes, inside of a record. */
function cut(): Polluted[] {
  const random = seeded(11);
  const bytes = Buffer.from(textOf(clean()));
  const places = new Set<number>();
  while (places.size < 120) {
    const at = 10 + random(bytes.length - 11);
    // Before a line end, or after one, whole records are missing and nothing shows it: see undetectable.
    if (bytes[at] !== 0x0a && bytes[at - 1] !== 0x0a) places.add(at);
  }
  return [...places].map(at =>
    polluted(`after ${at} bytes`, beginningOf(bytes.subarray(0, at).toString('latin1')), null, bytes.subarray(0, at)),
  );
}

/** The part of the clean sheet that is there in some: the last line may be cut. */
function beginningOf(part: string): Sheet {
  const lines: Line[] = [];
  let length = 0;
  for (const line of clean().lines) {
    if (length >= part.length) break;
    lines.push(line);
    length += Buffer.byteLength(line.text) + 1;
  }
  return sheet(lines);
}

/** The same file twice over: each key stands twice. */
const doubled = (): Polluted[] =>
  [true, false].map(again => {
    const lines = clean().lines;
    return polluted(again ? 'with its header' : 'without', sheet([...lines, ...(again ? lines : lines.slice(1))]));
  });

const nulBytes = (): Polluted[] =>
  [0, 5, 100, 2000, 5000, -1].map(at => {
    const bytes = Buffer.from(textOf(clean()));
    const place = at < 0 ? bytes.length : at;
    return polluted(`at ${at}`, clean(), null, Buffer.concat([bytes.subarray(0, place), Buffer.alloc(1), bytes.subarray(place)]));
  });

/** Control characters that a terminal or an old system left, in a cell of text. */
const controlCharacters = (): Polluted[] =>
  ['\u0001', '\u000c', '\u001a', '\u007f', '\u0085', '\u009f'].flatMap(sign =>
    [0, 40, 79].map(row =>
      polluted(`U+${sign.charCodeAt(0).toString(16)} in row ${row}`, withLine(row, `${recordLine(row).text}`.replace(';', `${sign};`))),
    ),
  );

const tail = (): Polluted[] =>
  ['\n', '\n\n\n', '\r\n\r\n', '\u001a'].map(text => polluted(JSON.stringify(text), clean(), null, Buffer.from(textOf(clean()) + text)));

/** Anything but a table. */
const otherFiles = (): Polluted[] =>
  ['PK\u0003\u0004', '%PDF-1.7', '<html><body>Logga in</body></html>', '{"error":"unauthorized"}', 'Sidan kan inte visas;;;;;;;;'].map(
    text => polluted(text.slice(0, 10), clean(), null, Buffer.from(`${text}\n`.repeat(30))),
  );

export const FILE_LEVEL: readonly PollutionClass[] = [
  { name: 'line ends', files: lineEnds() },
  { name: 'mixed line ends', files: mixedLineEnds() },
  { name: 'another delimiter', files: delimiters() },
  { name: 'another quotation mark', files: quoteSigns() },
  { name: 'every cell quoted', files: allQuoted() },
  { name: 'empty file', files: empty() },
  { name: 'cut inside a record', files: cut() },
  { name: 'file twice over', files: doubled() },
  { name: 'NUL', files: nulBytes() },
  { name: 'control characters', files: controlCharacters() },
  { name: 'empty lines and marks at the end', files: tail() },
  { name: 'no table at all', files: otherFiles() },
];
