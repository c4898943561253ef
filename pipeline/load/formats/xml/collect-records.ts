import type { Column } from '../../../words/source.ts';
import { BrokenExtract, fault } from '../broken-extract.ts';
import { NESTED } from '../record-sink.ts';
import type { Cell, RecordSink } from '../record-sink.ts';
import { NoRecords } from './no-records.ts';
import { LONGEST, tooLarge } from './parse-xml.ts';
import type { XmlElement, XmlHandler } from './parse-xml.ts';
import { wantedPaths } from './wanted-paths.ts';
import type { Wanted } from './wanted-paths.ts';

/** What one column finds under one element that its path goes down from. */
interface Found {
  /** The deepest of the path's steps that has been seen. */
  step: number;
  cell: Cell;
  /** True once the path has led to something, if only to an empty element. */
  seen: boolean;
  /** An element on the way stands there again. */
  several: boolean;
}

/** An open element: `wanted` is null for one that is passed over, `text` where no column is its text. */
interface Open {
  element: XmlElement;
  wanted: Wanted | null;
  text: string | null;
  hasElements: boolean;
}

/** XML's white space; a no-break space is text. */
const SPACE = ' \t\r\n';

const newFound = (): Found => ({ step: 0, cell: null, seen: false, several: false });

export interface RecordCollector extends XmlHandler {
  /** At the document's end. Throws BrokenExtract where it has no records, and is not an empty batch. */
  end(): void;
}

/**
 * Makes records of the elements on the path `records`. A column's cell is the text of the element that its path leads to,
 * without the white space around it, or an attribute as it stands; empty, absent and nil are null. Where the path leads to several
 * elements, or to one that holds elements, the cell is NESTED: no value. Keeps no more of the file than the records that are
 * not whole yet, and throws BrokenExtract where that is too much.
 */
export function collectRecords(records: string, columns: readonly Column[], sink: RecordSink): RecordCollector {
  const { document, depth, levels, wholeAt } = wantedPaths(records, columns);
  const none = new NoRecords(depth);
  const open: Open[] = [];
  /** By level and column: what is found under the open element on that level. */
  const found: Found[][] = [];
  const own = Array.from({ length: depth + 1 }, (_, level) => levels.flatMap((each, column) => (each === level ? [column] : [])));
  const seen = new Set<number>();
  let waiting: { line: number; found: Found[] }[] = [];
  let wholeFrom = 0;
  let told = 0;

  const put = (column: number, cell: Cell): void => {
    const at = found[levels[column]!]![column]!;
    at.cell = at.seen ? NESTED : cell;
    at.seen = true;
    seen.add(column);
  };

  const begin = (level: number, position: number): void => {
    none.onPath(level);
    found[level] = [];
    for (const column of own[level]!) found[level][column] = newFound();
    if (level === wholeAt) wholeFrom = position;
  };

  const tellWhole = (): void => {
    for (const { line, found: cells } of waiting)
      sink.record(
        line,
        cells.map(({ several, cell }) => (several ? NESTED : cell)),
      );
    told += waiting.length;
    waiting = [];
  };

  const checkSize = (position: number): void => {
    const whole = open[wholeAt - 1];
    if (whole?.wanted?.level === wholeAt && position - wholeFrom > LONGEST) throw tooLarge(whole.element.line);
  };

  const passOver = (element: XmlElement, parent: Open | undefined): void => {
    const level = parent === undefined ? 0 : parent.wanted?.level;
    if (typeof level === 'number') none.beside(level, element.name, element.attributes.length === 0);
    const grandparent = open.at(-2)?.wanted?.level;
    if (parent?.wanted === null && typeof grandparent === 'number') none.beside(grandparent, parent.element.name, false);
  };

  return {
    open(element, position) {
      const parent = open.at(-1);
      const wanted = (parent === undefined ? document : parent.wanted)?.children.get(element.name) ?? null;
      if (parent) parent.hasElements = true;
      if (wanted === null) passOver(element, parent);
      open.push({ element, wanted, text: wanted && wanted.texts.length > 0 ? '' : null, hasElements: false });
      if (wanted === null) return;
      if (wanted.level !== null) begin(wanted.level, position);
      for (const { column, step } of wanted.steps) {
        const at = found[levels[column]!]![column]!;
        if (at.step >= step) at.several = true;
        else at.step = step;
      }
      for (const [name, value] of element.attributes)
        for (const column of wanted.attributes.get(name) ?? []) put(column, value === '' ? null : value);
      checkSize(position);
    },
    text(text) {
      const at = open.at(-1);
      if (at === undefined) return;
      if (at.text !== null) at.text += text;
      if (typeof at.wanted?.level === 'number') none.text(at.wanted.level, at.element.name, text);
    },
    close(position) {
      checkSize(position);
      const { element, wanted, text, hasElements } = open.pop()!;
      if (wanted === null) return;
      const cell = hasElements ? NESTED : element.nil ? null : trimmed(text ?? '');
      for (const column of wanted.texts) put(column, cell);
      if (wanted.level === depth) waiting.push({ line: element.line, found: levels.map((level, column) => found[level]![column]!) });
      if (wanted.level === wholeAt) tellWhole();
    },
    end() {
      if (told > 0) checkSeen(columns, seen, sink);
      else if (none.found !== null) throw new BrokenExtract(fault('xml-records', null, { path: records, found: none.found }));
    },
  };
}

/** Without the white space that stands around a text where a document is laid out in lines. Nothing left is null. */
function trimmed(text: string): string | null {
  let from = 0;
  let to = text.length;
  while (from < to && SPACE.includes(text[from]!)) from++;
  while (to > from && SPACE.includes(text[to - 1]!)) to--;
  return from === to ? null : text.slice(from, to);
}

/** A column that no record has: where it is required the file is unreadable, else it is a warning. */
function checkSeen(columns: readonly Column[], seen: ReadonlySet<number>, sink: RecordSink): void {
  const unseen = columns.filter((_, column) => !seen.has(column));
  const faults = unseen
    .filter(({ required, key }) => required || key)
    .map(({ header }) => fault('missing-column', null, { column: header, nearest: '' }));
  if (faults.length > 0) throw new BrokenExtract(...faults);
  if (unseen.length > 0) sink.notice(fault('unseen-column', null, { columns: unseen.map(({ header }) => header).join(', ') }));
}
