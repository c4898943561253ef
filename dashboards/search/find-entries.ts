import type { Entry, EntryGroup } from './entry.ts';
import { matchWord } from './match-word.ts';
import type { Word } from './words-of.ts';
import { wordsOf } from './words-of.ts';

/** What entries are looked for in: their words, read once. */
export interface SearchIndex {
  entries: readonly { entry: Entry; group: EntryGroup; rank: number; name: readonly Word[]; rest: readonly Word[] }[];
}

export interface Found {
  /** Groups with their entries, best first. */
  groups: readonly EntryGroup[];
  shown: number;
  /** How many fit, shown or not. */
  all: number;
}

/** What a word outside the name costs, beside the worst fit within it. */
const OUTSIDE_NAME = 7;

export const indexEntries = (groups: readonly EntryGroup[]): SearchIndex => ({
  entries: groups.flatMap((group, rank) =>
    group.entries.map(entry => ({ entry, group, rank, name: wordsOf(entry.name), rest: wordsOf(`${entry.detail} ${entry.terms}`) })),
  ),
});

/** The entries that have every word that is asked for, the best `limit` of them, by kind; of equals the earlier kind, then the shorter name. Nothing for no words. */
export function findEntries({ entries }: SearchIndex, query: string, limit: number): Found {
  const asked = wordsOf(query).map(({ written }) => written);
  if (asked.length === 0) return { groups: [], shown: 0, all: 0 };
  const scored = entries.flatMap(({ entry, group, rank, name, rest }) => {
    const score = scoreOf(asked, name, rest);
    return score === null ? [] : [{ entry, group, rank, score }];
  });
  const best = scored.sort((a, b) => a.score - b.score || a.rank - b.rank || a.entry.name.length - b.entry.name.length).slice(0, limit);
  const groups = [...new Set(best.map(({ group }) => group))].map(group => ({
    ...group,
    entries: best.filter(found => found.group === group).map(({ entry }) => entry),
  }));
  return { groups, shown: best.length, all: scored.length };
}

/** The sum of how well each asked word fits; null where one does not. */
function scoreOf(asked: readonly string[], name: readonly Word[], rest: readonly Word[]): number | null {
  let sum = 0;
  for (const word of asked) {
    const score = bestFit(word, name) ?? OUTSIDE_NAME + (bestFit(word, rest) ?? Infinity);
    if (score === Infinity) return null;
    sum += score;
  }
  return sum;
}

function bestFit(asked: string, words: readonly Word[]): number | null {
  const scores = words.flatMap(word => matchWord(asked, word) ?? []);
  return scores.length === 0 ? null : Math.min(...scores);
}
