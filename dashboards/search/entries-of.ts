import { levelWord } from '../goal-level.ts';
import { memberName } from '../member-name.ts';
import { paths } from '../paths.ts';
import { placeName } from '../place-of.ts';
import { placePath } from '../place-tree.ts';
import type { PlacedGoal, SiteIndex } from '../site-index.ts';
import { compareSwedish } from '../site-index.ts';
import { searchTexts as t } from '#texts/search.ts';
import type { Entry, EntryGroup } from './entry.ts';
import { standingPages } from './standing-pages.ts';

/**
 * Everything in a tree that can be looked for: kinds in the order that readers most often mean them, in each Swedish alphabetical order,
 * namesakes in the plans' order. Kinds that are empty are left out.
 */
export function entriesOf(index: SiteIndex): EntryGroup[] {
  const groups: [keyof typeof t.kinds, Entry[]][] = [
    ['pages', standingPages(index)],
    ['metrics', metricEntries(index)],
    ['goals', index.goals.map(placed => goalEntry(index, placed))],
    ['boards', boardEntries(index)],
    ['units', unitEntries(index)],
    ['indicators', indicatorEntries(index)],
    ['activities', activityEntries(index)],
  ];
  return groups
    .filter(([, entries]) => entries.length > 0)
    .map(([id, entries]) => ({
      id: t.anchors[id],
      kind: t.kinds[id],
      entries: id === 'pages' ? entries : entries.sort((a, b) => compareSwedish(a.name, b.name)),
    }));
}

const goalEntry = (index: SiteIndex, { plan, goal }: PlacedGoal): Entry => ({
  name: goal.name,
  detail: `${levelWord(index, goal)}, ${placeName(index, goal.place)}, ${plan.name}`,
  terms: goal.id,
  href: paths.goal(plan.plan, goal.id),
});

const indicatorEntries = (index: SiteIndex): Entry[] =>
  index.indicators.map(({ plan, goal, indicator }) => ({
    name: indicator.name,
    detail: `${placeName(index, indicator.place)}, ${plan.name}: ${goal.name}`,
    terms: indicator.id,
    href: `${paths.goal(plan.plan, goal.id)}#indikator-${indicator.id}`,
  }));

const metricEntries = ({ site }: SiteIndex): Entry[] =>
  site.metrics.map(metric => ({
    name: metric.name,
    detail: metric.question,
    terms: [metric.id, ...(metric.kolada === null ? [] : [metric.kolada])].join(' '),
    href: paths.metric(metric.id),
  }));

const boardEntries = ({ boards, place }: SiteIndex): Entry[] =>
  boards.map(board => ({ name: board.name, detail: place?.levels[board.level] ?? '', terms: board.id, href: paths.board(board.id) }));

/** Every node under a board, on its own page, or its board's where it has none. */
function unitEntries(index: SiteIndex): Entry[] {
  const { place, boards } = index;
  if (place === null) return [];
  const ids = new Set(place.nodes.map(({ id }) => id));
  for (const board of boards) ids.delete(board.id);
  return [...ids].flatMap(id => {
    const board = index.boardOf(id);
    if (board === null) return [];
    return [{ name: memberName(place, id), detail: board.name, terms: id, href: placePath(index, id) ?? paths.board(board.id) }];
  });
}

const activityEntries = ({ goals }: SiteIndex): Entry[] =>
  goals.flatMap(({ plan, goal }) =>
    goal.activities.map(activity => ({
      name: activity.name,
      detail: `${plan.name}: ${goal.name}`,
      terms: activity.id,
      href: `${paths.goal(plan.plan, goal.id)}#aktiviteter`,
    })),
  );
