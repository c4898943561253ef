import { yearsIn } from './months.ts';

// A workplace is a node of the organisation with posts: the share of women, and how much more than usual its staff is ill.
export type Workplace = { node: string; posts: number; women: number; illness: (month: string) => number };

export const workplaces: Workplace[] = [
  office('SLF', 5),
  office('101', 14),
  office('102', 22, 0.36),
  office('103', 13),
  school('FSF', 4),
  school('201', 19),
  school('202', 17),
  school('203', 13),
  school('211', 86),
  school('212', 72),
  school('GSF', 5),
  steady('221', 34, 0.82, 1.15),
  office('AOF', 5),
  care('301', 98, 1.75),
  care('302', 86, 1.3),
  care('303', 92, 1.75),
  care('304', 78, 1.3),
  care('305', 9, 1.2),
  office('306', 12),
  office('FUF', 3),
  care('311', 15, 1.1),
  care('312', 4, 1),
  care('313', 24, 1.1),
  office('SBF', 4),
  office('401', 19, 0.6),
  office('402', 13, 0.65),
  office('403', 7, 0.3),
  office('TSF', 3, 0.4),
  steady('411', 48, 0.22, 0.8),
  steady('412', 40, 0.84, 1.2),
];

// The preschool that closed: its staff goes on in the one that opened.
export function nodeAt(node: string, month: string): string {
  return node === '203' && month >= '2025-08' ? '204' : node;
}

function office(node: string, posts: number, women = 0.68): Workplace {
  return steady(node, posts, women, 0.6);
}

function steady(node: string, posts: number, women: number, level: number): Workplace {
  return { node, posts, women, illness: () => level };
}

// Slowly better, year by year.
function school(node: string, posts: number): Workplace {
  return { node, posts, women: 0.83, illness: month => 1.3 - 0.1 * yearsIn(month) };
}

// Suddenly worse, from September 2026.
function care(node: string, posts: number, autumn: number): Workplace {
  return { node, posts, women: 0.86, illness: month => (month >= '2026-09' ? 1.25 * autumn : 1.25) };
}
