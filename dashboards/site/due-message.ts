import { formatDay } from '../../pipeline/contract/format-day.ts';
import type { StatusFile } from '../../pipeline/contract/manifest.ts';
import { dueTexts } from '#texts/due.ts';

/**
 * What a page says when the next edition should have come and has not: when it was due, and which sources are late.
 * Nothing when nothing is due, when it is not yet due, or when the status file is missing or unreadable.
 */
export function dueMessage(status: unknown, names: Readonly<Record<string, string>>, now: Date): string[] {
  if (!isStatus(status) || status.due === null) return [];
  const due = new Date(status.due);
  if (Number.isNaN(due.getTime()) || due.getTime() >= now.getTime()) return [];
  const late = status.late.map(({ source, due: day }) => dueTexts.late(names[source] ?? source, formatDay(day)));
  return [dueTexts.overdue(localDay(due), localTime(due)), ...(late.length === 0 ? [] : [dueTexts.lateSources(late)])];
}

const isStatus = (status: unknown): status is Pick<StatusFile, 'due' | 'late'> =>
  typeof status === 'object' && status !== null && 'due' in status && 'late' in status && Array.isArray(status.late);

const pad = (number: number): string => String(number).padStart(2, '0');

/** The reader's own day and time. */
const localDay = (date: Date): string => formatDay(`${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`);
const localTime = (date: Date): string => `${pad(date.getHours())}.${pad(date.getMinutes())}`;
