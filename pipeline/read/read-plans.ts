import { problemAt } from '../messages/problems.ts';
import type { Decision, PlanVersion } from '../words/plan.ts';
import type { Problem } from '../words/problem.ts';
import type { Municipality } from '../words/project.ts';
import { checkIndicator } from './check-indicator.ts';
import { decode } from './decode.ts';
import type { ProjectText } from './find-files.ts';
import { knownNames } from './known-names.ts';
import { takeOutDuplicates } from './names.ts';
import { declarePlan } from './plan-defaults.ts';
import { itemsIn } from './plan-items.ts';
import { planSchemas, type IndicatorAsWritten, type PlanAsWritten } from './plan-schema.ts';
import type { Metrics } from './read-metrics.ts';
import { readRevision } from './read-revision.ts';
import { readYaml, type Path, type YamlDocument } from './read-yaml.ts';

/** A version as it stands, before defaults. */
export interface Standing {
  plan: PlanAsWritten;
  changed: readonly string[];
  decided: Readonly<Record<string, Decision>>;
}

interface Opened {
  file: string;
  document: YamlDocument;
  plan: string;
  version: number;
  amends: boolean;
}

/** Every version of every plan that can be read, by plan and version. Revisions are applied to what they amend. */
export function readPlans(
  files: readonly ProjectText[],
  municipality: Municipality | null,
  metrics: Metrics,
  problems: Problem[],
): PlanVersion[] {
  const schemas = planSchemas(knownNames(municipality));
  const opened = files.filter(file => file.kind === 'plan').flatMap(file => open(file, problems));
  const doubles = takeOutDuplicates(
    opened.map(({ plan, version, file, document }) => ({ id: `${plan} version ${version}`, file, line: document.lineAt(['version']) })),
    problems,
  );
  const known = opened.map(item => ({ plan: item.plan, version: item.version }));
  const standing = new Map<string, Standing>();
  const declared: PlanVersion[] = [];
  for (const item of opened.sort((a, b) => a.version - b.version)) {
    const { document, file } = item;
    const check = (indicator: IndicatorAsWritten, path: Path) => {
      for (const [key, problem] of municipality ? checkIndicator(indicator, metrics, municipality.dimensions) : [])
        problems.push({ file, line: document.lineAt([...path, key]), ...problem });
    };
    const before = problems.length;
    const read = item.amends
      ? readRevision(document, schemas, { known, of: (plan, version) => standing.get(`${plan} ${version}`) ?? null }, problems)
      : readWhole(document, schemas, problems);
    if (!read || problems.length > before || doubles.has(file)) continue;
    standing.set(`${item.plan} ${item.version}`, read.standing);
    for (const { indicator, path } of read.indicators) check(indicator, path);
    declared.push(declarePlan(read.standing.plan, file, read.standing));
  }
  return declared.sort((a, b) => (a.plan < b.plan ? -1 : a.plan > b.plan ? 1 : a.version - b.version));
}

/** A version's content, and the indicators that its file speaks of, with their places there. */
export interface ReadVersion {
  standing: Standing;
  indicators: readonly { indicator: IndicatorAsWritten; path: Path }[];
}

function open(text: ProjectText, problems: Problem[]): Opened[] {
  const document = readYaml(text.path, text.text, problems);
  if (!document) return [];
  const { plan, version, amends } = (document.value ?? {}) as Record<string, unknown>;
  return [{ file: text.path, document, plan: String(plan), version: Number(version), amends: amends !== undefined }];
}

/** A version that says everything; null, with every problem, where it cannot be read. */
export function readWhole(document: YamlDocument, schemas: ReturnType<typeof planSchemas>, problems: Problem[]): ReadVersion | null {
  const plan = decode(document, schemas.whole, problems);
  if (!plan) return null;
  const items = itemsIn(plan);
  items.forEach(({ item, path }, i) => {
    if (items.findIndex(other => other.item.id === item.id) < i)
      problems.push(problemAt(document.file, document.lineAt([...path, 'id']), 'duplicate-id', item.id, ['the same plan']));
  });
  const indicators = items.flatMap(entry => (entry.kind === 'indicator' ? [{ indicator: entry.item, path: entry.path }] : []));
  const decided = Object.fromEntries(indicators.map(({ indicator }) => [indicator.id, plan.adopted]));
  return { standing: { plan, changed: [], decided }, indicators };
}
