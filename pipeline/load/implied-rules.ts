import type { PlanVersion } from '../words/plan.ts';
import type { Project } from '../words/project.ts';
import { STATE_WORDS, STATUS_WORDS, waysToWrite } from '../words/report-words.ts';
import type { Column, ReportedPlan, SourceDeclaration } from '../words/source.ts';
import { idsOf } from '../words/plan-ids.ts';

const REQUIRED = ['plan', 'id', 'date', 'role', 'text'];
/** As `parsePeriod` reads it: `2026`, `2026-H1`, `2026-T2`, `2026-Q3`, `2026-08` or `2025/26`. */
const PERIOD = `^(\\d{4}(-(Q[1-4]|T[1-3]|H[12]|0[1-9]|1[0-2]))?|\\d\\d(${schoolYears()}))$`;

/**
 * What a report says may only be what the judgement knows, of something that is in a plan; rules that the source declares
 * itself stand. Where a plan's file has problems its ids are not known, and no report is refused for its id.
 */
export function withImpliedRules(source: SourceDeclaration, { plans, problems }: Pick<Project, 'plans' | 'problems'>): SourceDeclaration {
  if (source.kind !== 'reports') return source;
  const allow = (column: Column, allowed: readonly string[]): Column => ({ ...column, allowed: column.allowed ?? allowed });
  const columns = source.columns.map(column => {
    if (column.name === 'status') return allow(column, waysToWrite(STATUS_WORDS));
    if (column.name === 'state') return allow(column, waysToWrite(STATE_WORDS));
    if (column.name === 'period') return { ...column, required: true, pattern: column.pattern ?? PERIOD };
    return REQUIRED.includes(column.name) ? { ...column, required: true } : column;
  });
  const areKnown = plans.length > 0 && !problems.some(({ file }) => file.startsWith('sources/plans/'));
  return { ...source, columns, ...(areKnown ? { reported: reportedPlans(plans) } : {}) };
}

/** Each plan with the ids of all its versions and the days it is about. */
function reportedPlans(versions: readonly PlanVersion[]): ReportedPlan[] {
  return [...new Set(versions.map(({ plan }) => plan))].map(plan => {
    const own = versions.filter(version => version.plan === plan);
    const ends = own.flatMap(({ in_force }) => in_force.to ?? []).sort();
    return {
      plan,
      ids: [...new Set(own.flatMap(({ goals }) => idsOf(goals)))],
      from: own.map(({ in_force }) => in_force.from).sort()[0]!,
      to: ends.at(-1) ?? null,
    };
  });
}

/** `25/26` and the other pairs of years that follow each other. */
function schoolYears(): string {
  const two = (year: number) => String(year % 100).padStart(2, '0');
  return Array.from({ length: 100 }, (_, year) => `${two(year)}/${two(year + 1)}`).join('|');
}
