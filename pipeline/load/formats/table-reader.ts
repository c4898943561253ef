import type { Layout } from '../../words/format.ts';
import type { Column } from '../../words/source.ts';
import { BrokenExtract, fault } from './broken-extract.ts';
import { matchHeader } from './match-header.ts';
import { textOf } from './record-sink.ts';
import type { Cell, RecordSink } from './record-sink.ts';

/** Takes a table's rows in order, those of the preamble left out. */
export interface TableReader {
  take(line: number, cells: readonly Cell[]): void;
  /** Takes a row under the header of which it is known that it is not one of the empty ones at the end. */
  tell(line: number, cells: readonly Cell[]): void;
  /** After the last row. */
  end(): void;
  /** How many cells a row has, and where each declared column is; null before the header was taken. */
  header(): Header | null;
}

export interface Header {
  width: number;
  indexes: readonly number[];
}

/** How a format's rows are rows of a table. */
export interface RowShape {
  /** What `footer`, `ignore` and `trailer` are tried on, and what is told of a misfit. */
  text(cells: readonly Cell[]): string;
  /** False for a row of which it cannot be known which cell is which; `width` is the header's. */
  fits(line: number, cells: readonly Cell[], width: number): boolean;
  /** Columns that a table without header has at least, where a row may end before the last of them. */
  least: number;
}

/**
 * Tells a sink what a table's rows are, by the declared layout. The header is compared by name. An empty row (no cell, or
 * an empty one) counts only where others come after it. What `ignore` or `trailer` matches, and what `footer` matches with
 * all after it, are ignored records, as the lines of the preamble are. Without a header the first row says how many columns there are.
 * Throws BrokenExtract where there is no header, or not the declared one.
 */
export function tableReader(layout: Layout, columns: readonly Column[], sink: RecordSink, shape: RowShape): TableReader {
  const ignore = layout.ignore === null ? null : new RegExp(layout.ignore);
  const footer = layout.footer === null ? null : new RegExp(layout.footer);
  const trailer = layout.trailer === null ? null : new RegExp(layout.trailer);
  const top: string[][] = [];
  let header: Header | null = null;
  let ended = false;
  let empty: number[] = [];

  const takeHeader = (line: number, cells: readonly Cell[]): void => {
    if (isEmpty(cells)) throw new BrokenExtract(fault('no-header', line));
    top.push(cells.map(textOf));
    if (top.length < layout.header) return;
    setHeader(line, top.length === 1 ? top[0]! : joinedNames(top[0]!, top[1]!));
  };
  const setHeader = (line: number, names: readonly string[]): void => {
    header = { width: names.length, indexes: matchHeader(names, columns, line, sink.notice) };
    if (layout.header > 0) sink.header(names);
    sink.ignored(layout.preamble);
  };

  const tell = (line: number, cells: readonly Cell[]): void => {
    const { width, indexes } = header!;
    const text = ignore || footer || trailer ? shape.text(cells) : '';
    const totals = trailer?.exec(text);
    if (totals) sink.trailer(line, { ...totals.groups });
    ended ||= footer?.test(text) ?? false;
    if (totals || ended || ignore?.test(text)) sink.ignored(1);
    else if (!shape.fits(line, cells, width)) sink.misfit(line, shape.text(cells));
    else
      sink.record(
        line,
        indexes.map(i => cells[i]! || null),
      );
  };

  return {
    tell,
    header: () => header,
    take(line, cells) {
      if (header === null && layout.header > 0) takeHeader(line, cells);
      else if (isEmpty(cells)) empty.push(line);
      else {
        if (header === null)
          setHeader(
            line,
            Array.from({ length: Math.max(cells.length, shape.least) }, () => ''),
          );
        for (const earlier of empty) tell(earlier, ['']);
        empty = [];
        tell(line, cells);
      }
    },
    end() {
      if (header === null && layout.header > 0) throw new BrokenExtract(fault('no-header', null));
    },
  };
}

const isEmpty = (cells: readonly Cell[]): boolean => cells.length === 0 || (cells.length === 1 && cells[0] === '');

/**
 * The names of a header of two rows: `first / second`. An empty cell of the first row repeats the one before, as merged
 * cells do; where one of the two is empty the name is the other. A column that has neither has no name. Spaces at the ends of
 * either are left out: workbooks have them, since the headers of an Excel table may not be equal.
 */
export function joinedNames(first: readonly string[], second: readonly string[]): string[] {
  const width = Math.max(second.length, first.findLastIndex(name => name.trim() !== '') + 1);
  let group = '';
  return Array.from({ length: width }, (_, i) => {
    const [own, name] = [first[i]?.trim() ?? '', second[i]?.trim() ?? ''];
    if (own !== '') group = own;
    if (own === '' && name === '') return '';
    return [group, name].filter(part => part !== '').join(' / ');
  });
}
