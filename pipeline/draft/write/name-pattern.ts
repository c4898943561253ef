import { isDay } from '../../contract/period.ts';

export interface NameGuess {
  /** Null where the name has no date. */
  pattern: string | null;
  note: string | null;
  /** The glob of files like it. */
  location: string;
}

const DATED = /(?<![\d-])(\d{4}-\d{2}-\d{2})(?![\d-])|(?<![\d-])(\d{4}-\d{2})(?![\d-])/g;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What a file's name says of its deliveries: the last day in it is when it was received, the last month before what it is about. */
export function guessNamePattern(file: string): NameGuess {
  const location = `in/*${/\.[^.]+(\.(gz|zip))?$/i.exec(file)?.[0] ?? ''}`;
  const dates = [...file.matchAll(DATED)].filter(([text, day]) => isDay(day ?? `${text}-01`));
  const received = dates.findLast(([, day]) => day !== undefined);
  const period = dates.findLast(([, , month]) => month !== undefined);
  if (!received && !period) return { pattern: null, note: null, location };
  let pattern = '';
  let at = 0;
  for (const match of dates) {
    const group = match === received ? '(?<received>\\d{4}-\\d{2}-\\d{2})' : match === period ? '(?<period>\\d{4}-\\d{2})' : null;
    if (group === null) continue;
    pattern += escaped(file.slice(at, match.index)) + group;
    at = match.index + match[0].length;
  }
  pattern = `^${pattern}${escaped(file.slice(at))}$`;
  const said = [received && `${received[0]} is when it was received`, period && `${period[0]} what it is about`].filter(Boolean).join(', ');
  return { pattern, note: said, location };
}

/** A folder's name for a file: its name without date and ending, in small letters of ASCII. */
export function guessId(file: string): string {
  const stem = file
    .replace(/\.(gz|zip)$/i, '')
    .replace(/\.[^.]*$/, '')
    .replace(DATED, '');
  const plain = stem
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, 50).replace(/-+$/, '') || 'source';
}
