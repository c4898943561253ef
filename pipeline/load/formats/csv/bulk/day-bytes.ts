const DAYS = [0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether two digits stand there, and what they are; -1 where they do not. */
const pairAt = (bytes: Uint8Array, at: number): number => {
  const tens = bytes[at]! - 0x30;
  const ones = bytes[at + 1]! - 0x30;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : -1;
};

/** Whether `2026-04` stands there: a month of the years 1000 to 9999. */
export function isMonthAt(bytes: Uint8Array, at: number): boolean {
  const month = pairAt(bytes, at + 5);
  return pairAt(bytes, at) >= 10 && pairAt(bytes, at + 2) >= 0 && bytes[at + 4] === 0x2d && month >= 1 && month <= 12;
}

/** Whether `2026-04-30` stands there: a day of the Gregorian calendar. */
export function isDayAt(bytes: Uint8Array, at: number): boolean {
  if (!isMonthAt(bytes, at) || bytes[at + 7] !== 0x2d) return false;
  const month = pairAt(bytes, at + 5);
  const day = pairAt(bytes, at + 8);
  if (day < 1 || day > DAYS[month]!) return false;
  const year = 100 * pairAt(bytes, at) + pairAt(bytes, at + 2);
  return day < 29 || month !== 2 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
}

/** Whether `13:45:00` stands there. */
export function isTimeAt(bytes: Uint8Array, at: number): boolean {
  const hour = pairAt(bytes, at);
  const minute = pairAt(bytes, at + 3);
  const second = pairAt(bytes, at + 6);
  const inDay = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
  return inDay && bytes[at + 2] === 0x3a && bytes[at + 5] === 0x3a;
}
