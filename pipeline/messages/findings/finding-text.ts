import { formatDay } from '../../contract/format-day.ts';

/** What fills in a finding's text; never a record's content. */
export type Details = Readonly<Record<string, string | number>>;

/** What a finding says, in Swedish: to those inside, and to everyone (rule and count, never a file, a column or what was found). */
export interface FindingText {
  text(details: Details): string;
  public(details: Details): string;
}

export const day = (iso: string | number | undefined): string => formatDay(String(iso));
export const rows = (count: string | number | undefined): string => (count === 1 ? '1 rad' : `${count} rader`);

/** What everyone may read as it stands. */
export const sameForAll = (text: FindingText['text']): FindingText => ({ text, public: text });

export const unreadable = (d: Details): string => `${d.source}: en leverans kunde inte läsas`;
