import type { JudgedGoal } from '../pipeline/contract/goals.ts';
import type { SiteIndex } from './site-index.ts';
import { goalTexts } from '#texts/goal.ts';

/** Whose goal it is, by where its place stands in the tree: the whole's, a root's, or one under a root. */
function goalLevel(index: SiteIndex, { place }: Pick<JudgedGoal, 'place'>): keyof typeof goalTexts.level {
  const board = place === '*' ? null : index.boardOf(place);
  if (board === null) return 'council';
  return place === board.id || place === `${board.id}.own` ? 'board' : 'unit';
}

/** `Kommunfullmäktiges mål`, `Nämndmål` or `Åtagande`. */
export const levelWord = (index: SiteIndex, goal: Pick<JudgedGoal, 'place'>): string => goalTexts.level[goalLevel(index, goal)];

/** A goal's name after what kind of goal it is. */
export const levelledName = (index: SiteIndex, goal: Pick<JudgedGoal, 'place' | 'name'>): string =>
  `${levelWord(index, goal)}: ${goal.name}`;
