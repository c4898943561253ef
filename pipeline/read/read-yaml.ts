import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type Pair, type ParsedNode, type YAMLError } from 'yaml';
import { problemAt } from '../messages/problems.ts';
import type { Problem } from '../words/problem.ts';

export type Path = readonly PropertyKey[];

/** Where a value stands, and how it is written. */
export interface Place {
  line: number;
  /** The character on its line where the value begins, from 1; null where that is not known: on the line of a header's comment sign. */
  column: number | null;
  /** True for a text without quotes on one line: what stands in the value stands so in the file. */
  plain: boolean;
  /** As written in the file, where it stands on a line; `a map`, `a list` or `nothing` for the rest. */
  written: string;
  /** True inside `{ }`, where a comma in a text makes a key of what follows it. */
  insideBraces: boolean;
  /** True for a key that has no value at all. */
  bare: boolean;
}

/** A YAML text as plain values (dates stay text), and the place of each. */
export interface YamlDocument {
  file: string;
  value: unknown;
  /** Null where there is nothing at that path. */
  placeAt(path: Path): Place | null;
  /** The line of what stands at the path, else of the nearest thing around it. */
  lineAt(path: Path): number;
}

const DEEPEST = 40;
const keyOf = (path: Path): string => path.map(String).join('\u0000');

/** Reads YAML 1.2 (core schema: no dates, no merge keys), or lists what is wrong with it. `firstLine` is the text's line in its file. */
export function readYaml(file: string, text: string, problems: Problem[], firstLine = 1): YamlDocument | null {
  const before = problems.length;
  const lines = new LineCounter();
  const lineOf = (offset: number): number => firstLine - 1 + Math.max(1, lines.linePos(offset).line);
  const columnOf = (node: Node | null): number | null => {
    if (!node?.range) return null;
    const { line, col } = lines.linePos(node.range[0]);
    return line === 1 && firstLine > 1 ? null : col;
  };
  const places = new Map<string, Place>();

  function placed(node: Node | null, path: Path, line: number, insideBraces: boolean): unknown {
    const written = writtenOf(node, text);
    places.set(keyOf(path), {
      line,
      column: columnOf(node),
      plain: isScalar(node) && node.type === 'PLAIN' && !text.slice(node.range![0], node.range![1]).includes('\n'),
      written,
      insideBraces,
      bare: node === null || (isScalar(node) && node.value === null && node.source === ''),
    });
    if (path.length > DEEPEST) {
      problems.push(problemAt(file, line, 'yaml-depth'));
      return null;
    }
    if (isAlias(node)) problems.push(problemAt(file, line, 'yaml-alias', `*${node.source}`));
    if (node?.tag !== undefined) problems.push(problemAt(file, line, 'yaml-tag', node.tag));
    if (isMap(node))
      return Object.fromEntries(node.items.map(pair => entryOf(pair as Pair<ParsedNode, ParsedNode | null>, path, node.flow === true)));
    if (isSeq(node)) return node.items.map((item, i) => placed(item as Node, [...path, i], lineOf((item as Node).range![0]), false));
    return isScalar(node) ? node.value : null;
  }

  function entryOf(pair: Pair<ParsedNode, ParsedNode | null>, path: Path, insideBraces: boolean): [string, unknown] {
    const key = isScalar(pair.key) ? String(pair.key.value ?? '') : '';
    const line = lineOf(pair.key.range[0]);
    // zod passes over this key without a word.
    if (key === '__proto__') problems.push(problemAt(file, line, 'unknown-key', key, [], false));
    return [key, placed(pair.value, [...path, key], line, insideBraces)];
  }

  try {
    const document = parseDocument(text, { schema: 'core', lineCounter: lines, stringKeys: true, prettyErrors: false, logLevel: 'silent' });
    for (const error of document.errors) problems.push(syntaxProblem(file, lineOf(error.pos[0]), error, text));
    if (document.errors.length > 0) return null;
    const value = placed(document.contents, [], firstLine, false);
    if (problems.length > before) return null;
    const placeAt = (path: Path): Place | null => places.get(keyOf(path)) ?? null;
    const lineAt = (path: Path): number => placeAt(path)?.line ?? (path.length === 0 ? firstLine : lineAt(path.slice(0, -1)));
    return { file, value, placeAt, lineAt };
  } catch (error) {
    // The parser is recursive: what is nested thousands deep ends its stack.
    if (!(error instanceof RangeError)) throw error;
    problems.push(problemAt(file, firstLine, 'yaml-depth'));
    return null;
  }
}

function writtenOf(node: Node | null, text: string): string {
  if ((isMap(node) || isSeq(node)) && node.flow !== true) return isMap(node) ? 'a map' : 'a list';
  if (!node?.range) return 'nothing';
  return text.slice(node.range[0], node.range[1]).trim().split('\n', 1)[0]!.slice(0, 80) || 'nothing';
}

function syntaxProblem(file: string, line: number, error: YAMLError, text: string): Problem {
  if (error.code === 'DUPLICATE_KEY') return problemAt(file, line, 'duplicate-key', /^[^\s:,}]*/.exec(text.slice(error.pos[0]))![0]);
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY') return problemAt(file, line, 'yaml-nested-colon');
  if (error.code === 'BAD_ALIAS') return problemAt(file, line, 'yaml-alias', '*');
  return problemAt(file, line, 'yaml-syntax', error.message);
}
