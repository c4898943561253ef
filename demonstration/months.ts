const DAY = 86_400_000;

export const FIRST = '2022-01';
export const LAST = '2026-10';

export function monthsFrom(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = after(month)) months.push(month);
  return months;
}

export function after(month: string): string {
  const [year, number] = parts(month);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

export function parts(month: string): [year: number, number: number] {
  return [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
}

// Years since the first month, with months as fractions.
export function yearsIn(month: string): number {
  const [year, number] = parts(month);
  return year - 2022 + (number - 1) / 12;
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

export function daysIn(month: string): number {
  return (Date.parse(`${after(month)}-01`) - Date.parse(`${month}-01`)) / DAY;
}

export function workdaysIn(month: string): number {
  let count = 0;
  for (let day = 1; day <= daysIn(month); day++) {
    const weekday = new Date(`${month}-${String(day).padStart(2, '0')}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) count++;
  }
  return count;
}
