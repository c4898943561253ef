// `npm run bench:forecast`: the back-test of forecasts on the real files (MALBILD_REAL), as the tables of docs/forecast.md.
import { summarise, type Trial } from './evaluate.ts';
import { koladaTrials, seasonalTrials } from './measure.ts';

const percent = (share: number): string => (Number.isNaN(share) ? '–' : `${(100 * share).toFixed(1)} %`);
const ratio = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(2));

function print(tables: ReadonlyMap<string, readonly Trial[]>): void {
  console.log('| series | forecasts | with interval | in the 80 % interval | error / naive | width / naive error |');
  console.log('|---|---|---|---|---|---|');
  for (const [name, trials] of [...tables, ['all', [...tables.values()].flat()] as const]) {
    const { trials: told, covered, error, width } = summarise(trials);
    console.log(`| ${name} | ${trials.length} | ${told} | ${percent(covered)} | ${ratio(error)} | ${ratio(width)} |`);
  }
  console.log('');
}

print(await koladaTrials());
const seasonal = seasonalTrials();
print(seasonal);
const [prices] = seasonal.values();
const byAhead = Array.from({ length: 12 }, (_, i) => [`${i + 1} months to come`, prices!.filter(trial => trial.ahead === i + 1)] as const);
print(new Map(byAhead));
