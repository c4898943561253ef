import { parse } from 'yaml';
import type { MetricDeclaration } from '../words/metric.ts';
import type { AudienceName } from '../words/project.ts';
import type { EarlierTree } from '../words/stages.ts';

/** What a metric's file says of which cells are hidden. */
interface Rules {
  threshold: number;
  zero: string;
  population: string | null;
  together: readonly string[];
  internal: string | null;
}

/**
 * True where today's rules may hide what was shown in an earlier tree of an audience: by a higher threshold, of zeros, of people who were not counted or are counted
 * in another way, of members that are hidden together, of what that audience saw all of; or where complements were not hidden then. `metrics`: all whose rules decide.
 * What the earlier tree does not have is not compared: it has shown nothing.
 */
export function isStricter(
  metrics: readonly MetricDeclaration[],
  complements: boolean,
  audience: AudienceName,
  then: EarlierTree['manifest'],
): boolean {
  if (complements && then.complements === false) return true;
  return metrics.some(({ id, text }) => {
    const was = then.metrics.find(metric => metric.id === id);
    return was !== undefined && was.sql !== text && areStricter(rulesOf(text), rulesOf(was.sql), audience);
  });
}

const areStricter = (now: Rules, was: Rules, audience: AudienceName): boolean =>
  now.threshold > was.threshold ||
  (now.zero === 'hide' && was.zero !== 'hide') ||
  (now.population !== null && now.population !== was.population) ||
  now.together.some(dimension => !was.together.includes(dimension)) ||
  (audience === 'internal' && was.internal === 'full' && now.internal !== 'full');

/** The rules in a metric's file, which could be read when it was published. */
function rulesOf(text: string): Rules {
  const [, header = ''] = /\/\*([^]*?)\*\//.exec(text) ?? [];
  const said = (parse(header) ?? {}) as Partial<Rules>;
  return {
    threshold: said.threshold ?? DEFAULT_THRESHOLD,
    zero: said.zero ?? 'show',
    population: said.population ?? null,
    together: said.together ?? [],
    internal: said.internal ?? null,
  };
}

const DEFAULT_THRESHOLD = 5;
