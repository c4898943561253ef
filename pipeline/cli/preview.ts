import { formatPeriod } from '../contract/format-day.ts';
import type { Observation } from '../contract/observation.ts';
import { narrowToMetric } from '../occasions/narrow-to-metric.ts';
import { ExpectedError } from '../words/expected-error.ts';
import type { AudienceName } from '../words/project.ts';
import { barLines } from './bar-lines.ts';
import { expectProject } from './place.ts';
import { membersOf } from './preview-members.ts';
import { printFinding } from './print-run.ts';
import { texts } from './texts.ts';
import type { Place, World } from './world.ts';

/** The finest periods that are shown. */
const PERIODS = 24;

/**
 * Prints a metric's figures as an audience would see them, protected: the sentence, its latest finest periods as bars, its own
 * target; with `by`, the latest period by the members of a dimension, or by board; what holds it. Nothing is fetched or published.
 */
export async function preview(world: World, place: Place, id: string, audience: AudienceName, by: string | null): Promise<number> {
  await expectProject(place.project);
  const options = { project: place.project, out: place.out, asOf: null, rehash: false };
  const { given, findings } = await world.judgeNow(options, world.effects, project => narrowToMetric(project, id));
  world.endProgress();
  const input = given?.find(({ cells }) => cells.audience === audience);
  const metric = input?.cells.metrics.find(({ declaration }) => declaration.id === id);
  if (!input || !metric)
    throw new ExpectedError(
      texts.nothingToPreview(
        id,
        audience,
        findings.map(({ code }) => code),
      ),
    );
  const { declaration } = metric;
  const facts = input.judged.facts.find(fact => fact.metric === id && fact.place === '*');
  const members = String(facts?.members ?? declaration.dimensions.map(() => '*'));
  const rows = metric.observations
    .filter(row => row.grain === declaration.finest && row.window === 'period' && String(row.members) === members)
    .slice(-PERIODS);
  const target = input.judged.judgements.find(file => file.metric === id)?.own_target ?? null;
  const table = barLines(
    rows.map(row => ({ label: periodOf(row), row })),
    declaration,
    input.project,
  );
  const latest = rows.findLast(({ value }) => value !== null);
  const parts = by !== null && latest ? membersOf(input, id, by, latest) : [];
  const broken = latest && parts.length > 0 ? `\n${periodOf(latest)}, ${by}\n${barLines(parts, declaration, input.project)}` : '';
  const holds = findings.filter(({ severity }) => severity !== 'warn').map(finding => `\n${printFinding(finding)}`);
  const why = holds.length === 0 ? '' : `${holds.join('')}\n`;
  world.out(`${declaration.name}\n${facts?.sentence ?? ''}\n${target === null ? '' : `${target.sentence}\n`}\n${table}${broken}${why}`);
  return 0;
}

const periodOf = (row: Observation): string => formatPeriod(row.grain, row.period_start);
