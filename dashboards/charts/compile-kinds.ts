import { parse } from 'vega';
import { compile } from 'vega-lite';
import type { CompiledChart } from './chart-engine.ts';
import { collectingLogger } from './collecting-logger.ts';
import type { ChartKind } from './kinds.ts';
import { CHART_KINDS } from './kinds.ts';

/** Every kind's spec, compiled to Vega's runtime form with expressions as trees, so that no code is generated. Throws on any warning. */
export function compileKinds(): Record<ChartKind, CompiledChart> {
  const compiled = Object.entries(CHART_KINDS).map(([kind, make]) => {
    const logger = collectingLogger();
    const spec = make();
    const vega = compile(spec, { logger }).spec;
    const runtime: object = parse(vega, undefined, { ast: true });
    logger.throwIfAny(`chart ${kind}`);
    return [kind, { layers: spec.layer.map(layer => layer.name!), runtime }];
  });
  return Object.fromEntries(compiled) as Record<ChartKind, CompiledChart>;
}
