import { parseColumnPath, parseRecordPath } from '../../../words/xml-path.ts';
import type { Column } from '../../../words/source.ts';

/** An element on the way to records or columns. What is not on the way has none, and is passed over. */
export interface Wanted {
  children: Map<string, Wanted>;
  /** Its place on the record path, the root 1; null beside the path. */
  level: number | null;
  /** Columns that count this element as their n-th step down: twice under one record, and it is not known which is meant. */
  steps: { column: number; step: number }[];
  /** Columns that are its text. */
  texts: number[];
  /** Columns that are an attribute of it. */
  attributes: Map<string, number[]>;
}

export interface WantedPaths {
  /** Above the root. */
  document: Wanted;
  /** The level of the record's element. */
  depth: number;
  /** For each column, the level of the element that its path goes down from. */
  levels: readonly number[];
  /** A record is whole when the element on this level ends: the highest whose child elements a column names. */
  wholeAt: number;
}

const nothing = (level: number | null): Wanted => ({ children: new Map(), level, steps: [], texts: [], attributes: new Map() });

/** The declared paths as one tree from the root. The paths have been checked where the project is read. */
export function wantedPaths(records: string, columns: readonly Pick<Column, 'header'>[]): WantedPaths {
  const names = parseRecordPath(records)!;
  const paths = columns.map(({ header }) => parseColumnPath(header)!);
  const path = [nothing(0)];
  for (const name of names) path.push(childOf(path.at(-1)!, name, path.length));
  const levels = paths.map(({ up }) => names.length - up);
  for (const [column, { steps, attribute }] of paths.entries()) {
    let at = path[levels[column]!]!;
    for (const [i, name] of steps.entries()) {
      at = childOf(at, name, null);
      at.steps.push({ column, step: i + 1 });
    }
    if (attribute === null) at.texts.push(column);
    else at.attributes.set(attribute, [...(at.attributes.get(attribute) ?? []), column]);
  }
  const wholeAt = Math.min(names.length, ...levels.filter((_, column) => paths[column]!.steps.length > 0));
  return { document: path[0]!, depth: names.length, levels, wholeAt };
}

function childOf(parent: Wanted, name: string, level: number | null): Wanted {
  const child = parent.children.get(name) ?? nothing(level);
  parent.children.set(name, child);
  return child;
}
