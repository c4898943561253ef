import { isDay } from '../../contract/period.ts';
import { wallTime } from '../../words/wall-time.ts';

/** A time by the clock on the wall of the municipality. */
export interface LocalTime {
  /** Since 1970-01-01 00:00 by the same clock. */
  seconds: number;
  /** The second's decimals, digit by digit. */
  fraction: string;
}

const TIMESTAMP =
  /^(\d{4}-\d{2}-\d{2})[T ]((?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(?:(Z)|([+-])(0\d|1[0-4])(?::?([0-5]\d))?)?$/;
/** No clock differs more from UTC. */
const DAY_SECONDS = 86_400;
const HOUR_SECONDS = 3600;

/**
 * Reads `2026-04-30T13:45:00.000+02:00` (ISO 8601, RFC 3339): T or a space; seconds, their decimals and the offset may be
 * left out. Without an offset it is the municipality's own clock, as written. With one it is an instant, and becomes what that
 * clock showed then: 23:30 UTC is another day in Sweden. Of the hour that comes twice in autumn, both are the same local time.
 */
export function timestampReader(timeZone: string): (text: string) => LocalTime | undefined {
  const localOf = localSeconds(timeZone);
  return text => {
    const match = TIMESTAMP.exec(text);
    if (!match) return undefined;
    const [, day = '', time, second = '00', fraction = '', utc, sign, hours = '00', minutes = '00'] = match;
    if (!isDay(day)) return undefined;
    const written = Date.parse(`${day}T${time}:${second}Z`) / 1000;
    if (!utc && !sign) return { seconds: written, fraction };
    const offset = (sign === '-' ? -60 : 60) * (60 * Number(hours) + Number(minutes));
    const instant = written - offset;
    const seconds = localOf(instant);
    // Years before 100 are not what wallTime can count.
    return Math.abs(seconds - instant) > DAY_SECONDS ? undefined : { seconds, fraction };
  };
}

/**
 * What the clock on the wall shows at an instant, both in seconds. An hour that begins and ends with one offset has it all
 * through, and is asked about once: time zones are slow.
 */
function localSeconds(timeZone: string): (instant: number) => number {
  const shown = (instant: number): number => wallTime(new Date(instant * 1000), timeZone) / 1000;
  const offsets = new Map<number, number | null>();
  return instant => {
    const hour = Math.floor(instant / HOUR_SECONDS) * HOUR_SECONDS;
    let offset = offsets.get(hour);
    if (offset === undefined) {
      const [first, last] = [shown(hour) - hour, shown(hour + HOUR_SECONDS) - hour - HOUR_SECONDS];
      offset = first === last ? first : null;
      if (offsets.size < 100_000) offsets.set(hour, offset);
    }
    return offset === null ? shown(instant) : instant + offset;
  };
}

/** Microseconds since 1970-01-01, as a TIMESTAMP holds; undefined where it would have to be rounded. */
export function microseconds({ seconds, fraction }: LocalTime): bigint | undefined {
  if (/[1-9]/.test(fraction.slice(6))) return undefined;
  return BigInt(seconds) * 1_000_000n + BigInt(fraction.slice(0, 6).padEnd(6, '0'));
}

/** Days since 1970-01-01. */
export const dayOf = ({ seconds }: LocalTime): number => Math.floor(seconds / DAY_SECONDS);
