/** A wall clock's reading as if it were UTC, in epoch milliseconds: 05:30 in Stockholm is 05:30Z. Never an instant. */
export type WallTime = number;

const formats = new Map<string, Intl.DateTimeFormat>();

/** What a clock on the wall in a time zone shows at an instant, to the second. Throws RangeError for an unknown time zone. */
export function wallTime(instant: Date, timeZone: string): WallTime {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  formats.set(timeZone, format);
  const parts = new Map(format.formatToParts(instant).map(part => [part.type, Number(part.value)]));
  const [year = 0, month = 0, ...rest] = (['year', 'month', 'day', 'hour', 'minute', 'second'] as const).map(type => parts.get(type) ?? 0);
  return Date.UTC(year, month - 1, ...rest);
}
