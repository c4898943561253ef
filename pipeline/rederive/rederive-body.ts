import type { Mark } from '../contract/observation.ts';
import { monthOf, periodStart, type Month } from '../contract/period.ts';
import type { Dimension } from '../words/project.ts';
import { cellAt, cellsOf, type CellRows } from './cells.ts';
import type { Seen } from './compare.ts';
import { idOf } from './places.ts';
import { expressionOf, periodsOf, readBody, type Asked, type Body, type Context, type Plan } from './read-body.ts';
import { recompute, type Recomputed } from './recompute.ts';
import { spanKey, type Span } from './spans.ts';

/** A metric computed once more. */
export interface Again {
  asked: Asked;
  rows: Recomputed;
  seen: Seen;
  /** Every window that there should be. */
  spans: readonly Span[];
  counts: { body: number; whole: number; outside: number };
}

/** Computes the metrics over one body once more, from one reading of its rows. Throws QueryError. */
export async function rederiveBody(group: readonly Asked[], dimensions: readonly Dimension[], context: Context): Promise<Again[]> {
  const body = await readBody(group, dimensions, context);
  return body.plans.map(plan => again(plan, body, dimensions, context));
}

function again(plan: Plan, body: Body, all: readonly Dimension[], { places }: Context): Again {
  const { asked, covered, spans } = plan;
  const { declaration, sources } = asked;
  const dimensions = declaration.dimensions.map(id => all.find(dimension => dimension.id === id)!);
  const isRead = (period: Month): boolean => body.choice !== null && (body.choice.periods?.has(period) ?? true);
  const chosen = plan.chosen.filter(span => periodsOf(span).every(isRead));
  const spansSeen = new Set(chosen.map(spanKey));
  const seen: Seen = row => spansSeen.has(spanKey(row)) && inBranch(row.members, dimensions, body);
  const rows = body.rows.filter(row => covered.has(periodStart(monthOf(row.day), declaration.finest)));
  const cells = cellsOf(declaration, rows, { columns: body.columns, dimensions, places });
  if (body.choice?.periods) addMeasured(cells, asked, seen);
  const marks: Mark[] = sources.some(source => source.declaration.synthetic) ? ['example'] : [];
  const recomputed = recompute(
    {
      declaration,
      cells: [...cells.values()].filter(cell => inBranch(cell.members, dimensions, body)),
      places: dimensions.map(dimension => places.get(dimension.id) ?? null),
      size: covered.size,
      marks,
      valueOf: aggregate => body.expressions.indexOf(expressionOf(aggregate)),
    },
    chosen,
  );
  return { asked, rows: recomputed, seen, spans, counts: countsOf(body, plan) };
}

/** Where some rows are read, it can be told what a cell in which nothing happened should be, not whether it should be there. */
function addMeasured(cells: Map<string, CellRows>, { metric }: Asked, seen: Seen): void {
  for (const row of metric.observations) if (seen(row)) cellAt(cells, row.members, null);
  for (const part of metric.parts) if (seen(part)) cellAt(cells, part.members, part.parent);
}

/** True for the cells that are decided by the rows that were read. */
function inBranch(members: readonly string[], dimensions: readonly Dimension[], { choice, branching }: Body): boolean {
  if (choice === null || choice.branch === null) return choice !== null;
  const member = members[dimensions.findIndex(dimension => dimension.id === branching!.id)];
  return member !== undefined && choice.branch.has(idOf(member));
}

function countsOf({ counts, total }: Body, { covered }: Plan): Again['counts'] {
  let whole = 0;
  for (const [period, values] of counts) if (covered.has(period)) for (const rows of values.values()) whole += rows;
  return { body: total, whole, outside: total - whole };
}
