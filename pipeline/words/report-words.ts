import type { Report } from './stages.ts';

/** What a report may say, as people write it and as it is meant. Both are read; what is published is the meaning. */
export const STATUS_WORDS = { uppfyllt: 'met', 'delvis uppfyllt': 'partly', 'ej uppfyllt': 'not-met' } as const satisfies Record<
  string,
  Report['status']
>;
export const STATE_WORDS = { klart: 'done', pågår: 'ongoing', 'inte klart': 'not-done' } as const satisfies Record<string, Report['state']>;

/** Every way to write a value of a word list: `uppfyllt`, `met`. */
export const waysToWrite = (words: Readonly<Record<string, string>>): string[] => [...Object.values(words), ...Object.keys(words)];
