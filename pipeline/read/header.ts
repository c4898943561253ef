/** A metric's or check's file: the first comment, and the query after it. Both stand on the file's lines. */
export interface SqlWithHeader {
  /** The comment's YAML. */
  header: string;
  /** The line that the YAML begins on. */
  headerLine: number;
  /** The file with the header blanked out, so that DuckDB's lines are the file's. */
  body: string;
}

/** Splits a file at its header, before which there is nothing but space and line comments. Null where there is none. */
export function splitHeader(text: string): SqlWithHeader | null {
  const match = /^(?<before>(?:\s|--[^\n]*(?:\n|$))*)\/\*(?<header>[^]*?)\*\//.exec(text);
  if (!match) return null;
  const { before, header } = match.groups as { before: string; header: string };
  const lineBreaks = match[0].replace(/[^\n]/g, '');
  return {
    // On the line of `/*` itself there is no indentation to keep.
    header: header.replace(/^[ \t]+/, ''),
    headerLine: before.split('\n').length,
    body: lineBreaks + text.slice(match[0].length),
  };
}
