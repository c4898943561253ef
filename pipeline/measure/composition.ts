import { digestOf } from '../words/digest.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import { cellKey, windowKey } from '../words/row-keys.ts';
import type { Composition } from '../words/stages.ts';
import type { Layout, LayoutValues } from './layout.ts';
import { termsOf } from './terms.ts';

/** What a metric's rows sum up. */
export function compositionOf(
  declaration: MetricDeclaration,
  layout: Layout,
  { cells, atomsOf, standings, unitsOf }: LayoutValues,
): Composition {
  const { numerator, denominator } = termsOf(declaration);
  return {
    facts: digestOf([declaration.body.trim(), declaration.time]),
    numerator,
    denominator,
    population: declaration.population,
    dimensions: layout.dimensions.map(({ id, hierarchy }) => ({ id, isTree: hierarchy !== null })),
    breakdowns: declaration.breakdowns,
    atoms: standings,
    met: unitsOf,
    cells: new Map(cells.map(({ cell, members, parent }) => [cellKey(members, parent), atomsOf[cell] ?? []])),
    size: layout.coverage.size,
    windows: new Map(layout.windows.get(declaration)!.map(window => [windowKey(window), { read: window.read, compared: window.compared }])),
  };
}
