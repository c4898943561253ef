import { parse } from 'vega';
import { compile } from 'vega-lite';
import type { CompiledChart } from './chart-engine.ts';
import { collectingLogger } from './collecting-logger.ts';
import { CHART_KINDS } from './kinds.ts';
import type { LayeredSpec } from './layers.ts';

/** The specs of kinds of chart, those that pages draw too where no others are given, compiled to Vega's runtime form with expressions as trees, so that no code is generated. Throws on any warning. */
export function compileKinds<K extends string = keyof typeof CHART_KINDS>(
  kinds: Readonly<Record<K, () => LayeredSpec>> = CHART_KINDS as Readonly<Record<string, () => LayeredSpec>>,
): Record<K, CompiledChart> {
  const compiled = Object.entries<() => LayeredSpec>(kinds).map(([kind, make]) => {
    const logger = collectingLogger();
    const spec = make();
    const vega = compile(spec, { logger }).spec;
    const runtime = withReadChannels(parse(vega, undefined, { ast: true }));
    logger.throwIfAny(`chart ${kind}`);
    return [kind, { layers: spec.layer.map(layer => layer.name!), runtime }];
  });
  return Object.fromEntries(compiled) as Record<K, CompiledChart>;
}

/** What a drawing reads of a mark, and what Vega works those out from. Colours, weights and fonts are the style sheet's. */
const READ: ReadonlySet<string> = new Set([
  'x',
  'y',
  'x2',
  'y2',
  'width',
  'height',
  'orient',
  'defined',
  'size',
  'shape',
  'text',
  'align',
  'dx',
]);

/** A chart that works out nothing for its marks but what is read of them: it would be done for every point of every series. */
const withReadChannels = (runtime: unknown): object =>
  JSON.parse(
    JSON.stringify(runtime, (key, value: unknown) => {
      if (key === 'channels') return Object.fromEntries(Object.entries(value as object).filter(([channel]) => READ.has(channel)));
      if (key === '$output') return (value as string[]).filter(channel => READ.has(channel));
      return value;
    }),
  ) as object;
