import type { Cell, Comparison, Mark, Observation, PartObservation } from '../../pipeline/contract/observation.ts';
import { lastDay, monthOf } from '../../pipeline/contract/period.ts';
import { protect } from '../../pipeline/protect/protect.ts';
import type { MetricDeclaration } from '../../pipeline/words/metric.ts';
import type { AudienceName, Project, SourceClass } from '../../pipeline/words/project.ts';
import type {
  Earlier,
  EarlierTree,
  Loaded,
  MeasuredMetric,
  Origin,
  Protected,
  ProtectedMetric,
  Report,
} from '../../pipeline/words/stages.ts';
import { metric } from '../measure/measure-over.ts';
import { effectsAt } from '../effects-at.ts';

/** A cell with a value, numerator and denominator, about so many people (null: nobody is counted). */
export const cell = (population: number | null, value = 12.5): Cell => ({
  value,
  numerator: String(value * 8),
  denominator: '8',
  population,
  flag: null,
});

/** A month's row for a node; `of` is how many people it is about. */
export const row = (member: string, of: number | null, said: Partial<Observation> = {}): Observation => {
  const period_start = said.period_start ?? '2025-01-01';
  return {
    grain: 'month',
    window: 'period',
    period_start,
    period_end: lastDay(monthOf(period_start)),
    members: [member],
    ...cell(of),
    marks: [],
    ...said,
  };
};

/** A row that has no numbers. */
export const flagged = (member: string, flag: Observation['flag'], said: Partial<Observation> = {}): Observation =>
  row(member, null, { value: null, numerator: null, denominator: null, flag, ...said });

export const part = (member: string, parent: string, of: number): PartObservation => ({ ...row(member, of), parent });
export const pair = (member: string, own: number, before: number): Comparison => {
  const { grain, window, period_start, period_end, members } = row(member, null);
  return { grain, window, period_start, period_end, members, months: ['2025-01-01'], own: cell(own), before: cell(before) };
};

export const measured = (said: Partial<MetricDeclaration>, more: Partial<Omit<MeasuredMetric, 'declaration'>> = {}): MeasuredMetric => ({
  declaration: metric(said),
  sources: ['facts'],
  observations: [],
  parts: [],
  comparisons: [],
  origins: new Map<string, readonly Origin[]>(),
  compared_origins: new Map<string, readonly Origin[]>(),
  composition: null,
  rows: null,
  ...more,
});

/** The same as `protect` leaves it, where nothing is revised. */
export const unrevised: (...given: Parameters<typeof measured>) => MeasuredMetric & ProtectedMetric = (...given) => ({
  ...measured(...given),
  revisions: [],
});

const NOTHING: EarlierTree['manifest'] = {
  inputs: {
    ...{ deliveries: [], refused: [], project: [], engine: '', as_of: '2025-01-01', previous: null, follow_ups: [], withdrawn: [] },
    versions: { node: '', icu: '', lockfile: '' },
    pdf: false,
  },
  hierarchies: {},
  sources: [],
  metrics: [],
};

export const earlierTree = (
  observations: Readonly<Record<string, readonly Observation[]>>,
  follow_up: string | null = null,
  parts: Readonly<Record<string, readonly PartObservation[]>> = {},
  manifest: Partial<EarlierTree['manifest']> = {},
): EarlierTree => ({
  edition: '',
  as_of: '2025-01-01',
  follow_up,
  plans: [],
  changes: [],
  editions: [],
  manifest: { ...NOTHING, ...manifest },
  sha256: () => null,
  observations: async id => observations[id] ?? null,
  parts: async id => parts[id] ?? null,
});

/** Protects metrics for an audience, public by default; every source is open unless said. */
export function protectOver(
  metrics: readonly MeasuredMetric[],
  said: {
    audience?: AudienceName;
    held?: readonly string[];
    earlier?: Partial<Earlier>;
    classes?: Readonly<Record<string, SourceClass>>;
    reports?: readonly Report[];
  } = {},
): Promise<Protected> {
  const classes = { facts: 'open', ...said.classes } as const;
  const project = {
    metrics: metrics.map(({ declaration }) => declaration),
    municipality: {
      complements: true,
      audiences: { public: { classes: ['open'] }, internal: { classes: ['open', 'internal', 'personal'] } },
    },
  } as unknown as Project;
  const loaded = {
    sources: Object.entries(classes).map(([id, of]) => ({ declaration: { id, class: of } })),
    reports: said.reports ?? [],
  } as unknown as Loaded;
  const earlier: Earlier = { before: null, follow_ups: [], withdrawn: [], ...said.earlier };
  const effects = effectsAt(new Date(0));
  return protect(
    project,
    loaded,
    { metrics, held: new Set(said.held ?? []), keys: new Map(), findings: [] },
    earlier,
    said.audience ?? 'public',
    effects,
  );
}

const marked = (marks: readonly Mark[]): string => (marks.length === 0 ? '' : ` [${marks.join(' ')}]`);
export const shown = ({ observations }: Pick<Protected['metrics'][number], 'observations'>): string[] =>
  observations.map(o => `${o.period_start.slice(0, 7)} ${o.members.join(' ')}: ${o.flag ?? o.value}${marked(o.marks)}`);
