const UNSAFE = /[",\r\n]/;
const field = (value: string | number | null): string | number =>
  value === null ? '' : typeof value === 'string' && UNSAFE.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

/** RFC 4180: comma, CRLF, quotes where needed. Null is empty. Numbers print as JavaScript prints them, with a point. */
export const csv = (header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string =>
  [header, ...rows].map(row => `${row.map(field).join(',')}\r\n`).join('');
