import { yearsIn } from './months.ts';

// A node of the organisation with posts: the share of women, how much more than usual its staff is ill, and its last month if it closed.
export type Workplace = { node: string; posts: number; women: number; illness: (month: string) => number; until?: string };

export function isOpen({ until }: Workplace, month: string): boolean {
  return until === undefined || month <= until;
}

export function office(node: string, posts: number, women = 0.68): Workplace {
  return steady(node, posts, women, 0.6);
}

export function steady(node: string, posts: number, women: number, level: number): Workplace {
  return { node, posts, women, illness: () => level };
}

// Slowly better, year by year.
export function school(node: string, posts: number): Workplace {
  return { node, posts, women: 0.83, illness: month => 1.3 - 0.1 * yearsIn(month) };
}

// Suddenly worse, from September 2026.
export function care(node: string, posts: number, autumn: number): Workplace {
  return { node, posts, women: 0.86, illness: month => (month >= '2026-09' ? 1.25 * autumn : 1.25) };
}

// Suddenly better, and so it stays.
export function settled(node: string, posts: number, since: string): Workplace {
  return { node, posts, women: 0.84, illness: month => (month >= since ? 0.7 : 1.5) };
}
