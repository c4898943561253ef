const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** RFC 4180: comma, CRLF, quotes where needed. Null is empty. Numbers print as JavaScript prints them, with a point. */
export function csv(header: readonly string[], rows: Iterable<readonly (string | number | null)[]>): string {
  const line = (fields: readonly (string | number | null)[]) =>
    fields.map(field => quote(field === null ? '' : String(field))).join(',') + '\r\n';
  let text = line(header);
  for (const row of rows) text += line(row);
  return text;
}
