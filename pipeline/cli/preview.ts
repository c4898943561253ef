import { formatPeriod } from '../contract/format-day.ts';
import { formatValue } from '../contract/format-number.ts';
import type { Observation } from '../contract/observation.ts';
import { unitLabel } from '../contract/unit-label.ts';
import { narrowToMetric } from '../occasions/narrow-to-metric.ts';
import { ExpectedError } from '../words/expected-error.ts';
import type { AudienceName } from '../words/project.ts';
import { expectProject } from './place.ts';
import { texts } from './texts.ts';
import type { Place, World } from './world.ts';

const WIDTH = 30;

/**
 * Prints a metric's figures as an audience would see them, protected: the sentence, its latest finest periods as bars, its own
 * target. Nothing is fetched or published.
 */
export async function preview(world: World, place: Place, id: string, audience: AudienceName): Promise<number> {
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
  const unit = {
    unit: unitLabel(declaration.unit, input.project.municipality.units_of_measure),
    unit_id: declaration.unit,
    decimals: declaration.decimals,
  };
  const facts = input.judged.facts.find(fact => fact.metric === id && fact.place === '*');
  const members = String(facts?.members ?? declaration.dimensions.map(() => '*'));
  const rows = metric.observations
    .filter(row => row.grain === declaration.finest && row.window === 'period' && String(row.members) === members)
    .slice(-24);
  const target = input.judged.judgements.find(file => file.metric === id)?.own_target ?? null;
  const most = Math.max(...rows.map(({ value }) => Math.abs(value ?? 0)), 0);
  const line = (row: Observation): string => {
    const bar = '█'.repeat(most === 0 ? 0 : Math.round((Math.abs(row.value ?? 0) / most) * WIDTH));
    const value = row.value === null ? (row.flag ?? '') : formatValue(row.value, unit);
    return `${formatPeriod(row.grain, row.period_start).padEnd(16)} ${value.padStart(14)}  ${bar.padEnd(WIDTH)} ${row.marks.join(' ')}`.trimEnd();
  };
  world.out(
    `${declaration.name}\n${facts?.sentence ?? ''}\n${target === null ? '' : `${target.sentence}\n`}\n${rows.map(row => `${line(row)}\n`).join('')}`,
  );
  return 0;
}
