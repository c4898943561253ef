const UNSAFE = /[",\r\n]/;
const field = (value: string | number | null): string | number =>
  value === null ? '' : typeof value === 'string' && UNSAFE.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

/** RFC 4180: comma, CRLF, quotes where needed. Null is empty. Numbers print as JavaScript prints them, with a point. */
export function csv(header: readonly string[], rows: Iterable<readonly (string | number | null)[]>): string {
  let text = lineOf(header);
  for (const row of rows) text += lineOf(row);
  return text;
}

/** Built by appending: a table has millions of fields. */
function lineOf(row: readonly (string | number | null)[]): string {
  let line = '';
  for (let i = 0; i < row.length; i++) line += i === 0 ? field(row[i]!) : `,${field(row[i]!)}`;
  return `${line}\r\n`;
}
