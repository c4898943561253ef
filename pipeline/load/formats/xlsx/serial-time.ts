import type { Shows } from './number-format.ts';

const DAY = 86_400_000;
const LAST = Date.UTC(9999, 11, 31);

/** Which day has serial number 1: `1900` counts a 29 February 1900 that never was; in `1904`, 1 January 1904 has number 0. */
export type DateSystem = '1900' | '1904';

/**
 * A serial number (days, the time as fraction) as its format shows it, in ISO form: `2026-04-30`, `2026-04` where the format
 * shows a month and it is its first day, `2026-04-30T13:00:00` where it has a time of day, `13:00:00`, or hours of any
 * length, `37:30:00`. Null where there is no such time.
 */
export function serialTime(serial: number, shows: Shows, system: DateSystem): string | null {
  const total = Math.round(serial * DAY);
  if (total < 0) return null;
  if (shows === 'length') return clockOf(total);
  if (shows === 'time' && total < DAY) return clockOf(total).padStart(8, '0');
  const date = dateOf(Math.floor(total / DAY), system);
  if (date === null) return null;
  const time = total % DAY;
  return time === 0 ? dayOrMonth(date, shows) : `${date}T${clockOf(time).replace(/^(?=\d:)/, '0')}`;
}

/** A day, as a month where the format shows no more of it and it is the month's first. */
export const dayOrMonth = (day: string, shows: Shows | null): string => (shows === 'month' && day.endsWith('-01') ? day.slice(0, 7) : day);

function dateOf(days: number, system: DateSystem): string | null {
  if (system === '1900' && (days === 0 || days === 60)) return null;
  const first = system === '1904' ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const at = first + days * DAY;
  return at > LAST ? null : new Date(at).toISOString().slice(0, 10);
}

/** Milliseconds as hours, minutes, seconds and what is left: `1:30:00`, `0:00:01.500`. */
function clockOf(total: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const rest = total % 1000;
  return `${Math.floor(total / 3_600_000)}:${two((total / 60_000) % 60)}:${two((total / 1000) % 60)}${rest === 0 ? '' : `.${String(rest).padStart(3, '0')}`}`;
}
