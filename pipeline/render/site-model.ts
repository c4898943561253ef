import { MOST_EDITIONS } from '../contract/editions.ts';
import type { Revision } from '../contract/observation.ts';
import type { Site, SiteDimension, SiteFollowUp, SiteMetric, Standing } from '../contract/site.ts';
import { unitLabel } from '../contract/unit-label.ts';
import { growsWithSize } from '../words/grows-with-size.ts';
import type { FollowUp, Municipality } from '../words/project.ts';
import type { EarlierTree, ProtectedMetric, RenderInput } from '../words/stages.ts';
import { changesSince } from './changes.ts';
import { siteGeographies } from './geography/site-geographies.ts';
import { joinDigits } from './join-digits.ts';
import { reportedFigures } from './reported-figures.ts';
import { revisionCauses } from './revision-causes.ts';
import { siteFindings } from './site-findings.ts';
import { siteSources } from './site-sources.ts';
import { toldChanges } from './told-changes.ts';

/** Gathers everything the pages may say, and nothing the audience may not see. `json` and `explore` are filled in once files have names. */
export async function siteModel(input: RenderInput): Promise<Site> {
  const { project, cells, judged, earlier, asOf, followUp } = input;
  const { municipality } = project;
  const before = toldBefore(input);
  const listed = listedFollowUps(input);
  const latest = listed[0] ?? null;
  const latestTree = latest && (earlier.follow_ups.find(tree => tree.follow_up === latest.id) ?? null);
  const nodes = input.modelled.hierarchies[municipality.place ?? ''] ?? [];
  const changes = (tree: EarlierTree) => changesSince(tree, judged.plans, cells.metrics, municipality, nodes);
  const metrics = await Promise.all(cells.metrics.map(metric => siteMetric(metric, listed, input)));
  return {
    municipality: {
      name: municipality.name,
      code: municipality.code,
      contact: municipality.contact,
      open_data: municipality.open_data,
      complements: municipality.complements,
    },
    audience: cells.audience,
    as_of: asOf,
    demonstration: municipality.as_of !== null,
    follow_up: followUp && { id: followUp.id, name: followUp.name, through: followUp.through, as_of: followUp.as_of },
    follow_ups: listed,
    plans: judged.plans,
    place: municipality.place,
    dimensions: municipality.dimensions.map((d): SiteDimension => ({ ...d, nodes: input.modelled.hierarchies[d.id] ?? [] })),
    events: municipality.events,
    geographies: siteGeographies(project.geographies),
    reports: {
      metrics: municipality.reports.metrics,
      boards: municipality.reports.boards,
      formats: input.pdf === 'made' ? ['pdf', 'xlsx'] : ['xlsx'],
      left_out: input.pdf === 'left-out' ? ['pdf'] : [],
    },
    compares: metrics.some(({ facts }) => facts.some(({ groups }) => groups.length > 0)),
    metrics,
    sources: siteSources(input.loaded, cells.audience, asOf),
    findings: siteFindings(input),
    attention: judged.attention,
    editions: before === null ? [] : [{ edition: before.edition, as_of: before.as_of }, ...before.editions].slice(0, MOST_EDITIONS),
    history: toldChanges(before, input),
    withdrawn: earlier.withdrawn.filter(
      ({ follow_up: id }) => cells.audience === 'internal' || id === null || isApproved(id, municipality),
    ),
    changes: {
      since_follow_up: latest,
      follow_up: latestTree ? await changes(latestTree) : [],
      since_edition: before?.as_of ?? null,
      edition: before ? await changes(before) : [],
    },
  };
}

/** Follow-ups with an edition that this audience's tree lists, latest first: publicly only approved ones. */
export function listedFollowUps({ project, cells, earlier }: Pick<RenderInput, 'project' | 'cells' | 'earlier'>): SiteFollowUp[] {
  return project.municipality.follow_ups
    .map(declared => ({ declared, tree: earlier.follow_ups.find(tree => tree.follow_up === declared.id) }))
    .filter(({ declared, tree }) => tree && (cells.audience === 'internal' || declared.approval !== null))
    .map(({ declared, tree }) => siteFollowUp(declared, tree!))
    .reverse();
}

/** The edition before, as far as the audience was told of it: publicly none where that is a follow-up's that is not approved. */
export function toldBefore({ project, cells, earlier }: Pick<RenderInput, 'project' | 'cells' | 'earlier'>): EarlierTree | null {
  const id = earlier.before?.follow_up ?? null;
  return id === null || cells.audience === 'internal' || isApproved(id, project.municipality) ? earlier.before : null;
}

/** What follow-ups reported of revised figures: those that the audience's tree lists, since the others have told it nothing. */
export const listedRevisions = (revisions: readonly Revision[], listed: readonly Pick<SiteFollowUp, 'id'>[]): Revision[] =>
  revisions.filter(({ follow_up }) => listed.some(({ id }) => id === follow_up));

const isApproved = (id: string, { follow_ups }: Municipality): boolean =>
  follow_ups.some(declared => declared.id === id && declared.approval !== null);

function siteFollowUp(declared: FollowUp, tree: EarlierTree): SiteFollowUp {
  const goals: Record<string, Standing> = {};
  const indicators: Record<string, Standing> = {};
  const add = (of: EarlierTree['plans'][number]['goals']) => {
    for (const goal of of) {
      goals[`${goal.plan}/${goal.id}`] = { status: goal.status, rests_on: goal.rests_on };
      for (const { plan, id, status, rests_on } of goal.indicators) indicators[`${plan}/${id}`] = { status, rests_on };
      add(goal.goals);
    }
  };
  for (const plan of tree.plans) add(plan.goals);
  const { id, name, through, as_of, approval } = declared;
  return { id, edition: tree.edition, name, through, as_of, approval, goals, indicators };
}

async function siteMetric(metric: ProtectedMetric, listed: readonly SiteFollowUp[], input: RenderInput): Promise<SiteMetric> {
  const { declaration: d, sources, observations, parts, comparisons, revisions } = metric;
  const { project, loaded, judged } = input;
  const judgements = judged.judgements.find(file => file.metric === d.id);
  const facts = judged.facts.filter(fact => fact.metric === d.id);
  return {
    id: d.id,
    name: joinDigits(d.name),
    question: joinDigits(d.question),
    decision: d.decision,
    life: d.life,
    owner: d.owner,
    kolada: d.kolada,
    unit: joinDigits(unitLabel(d.unit, project.municipality.units_of_measure)),
    unit_id: d.unit,
    decimals: d.decimals,
    desired: d.desired,
    sql: d.text,
    grows: growsWithSize(d, new Map(project.metrics.map(metric => [metric.id, metric]))),
    measure: measureKind(d),
    threshold: d.population === null ? null : d.threshold,
    finest: d.finest,
    grains: d.grains,
    windows: d.windows,
    dimensions: d.dimensions,
    breakdowns: d.breakdowns,
    sources,
    example: loaded.sources.some(s => s.declaration.synthetic && sources.includes(s.declaration.id)),
    observations,
    parts,
    comparisons,
    revisions: listedRevisions(revisions, listed).map(revision => ({ ...revision, causes: revisionCauses(metric, revision, input) })),
    reported: await reportedFigures(metric, facts, listed, input),
    own_target: judgements?.own_target ?? null,
    facts: facts.map(fact => ({ ...fact, sentence: joinDigits(fact.sentence) })),
    judgements: () => judgements?.cells ?? [],
    json: {},
    explore: notNamed,
  };
}

const notNamed = (): never => {
  throw new Error('the file has no name yet');
};

function measureKind({ measure }: ProtectedMetric['declaration']): SiteMetric['measure'] {
  if (measure.type !== 'aggregate') return measure.type;
  const kinds: Partial<Record<typeof measure.aggregate.function, SiteMetric['measure']>> = {
    sum: 'sum',
    count: 'count',
    avg: 'average',
    median: 'median',
  };
  return kinds[measure.aggregate.function] ?? 'other';
}
