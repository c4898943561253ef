import type { Unit } from '../contract/format-number.ts';
import type { JudgedIndicator } from '../contract/goals.ts';
import { sayValue } from './say.ts';
import { statusPredicate } from './status-words.ts';
import { forecastSv } from './texts/forecast-sv.ts';
import { sv } from './texts/sv.ts';

type Foreseen = Pick<JudgedIndicator, 'foretold' | 'probability' | 'status' | 'rests_on'>;

/** The period of a forecast with the interval, as printed; the period alone where there is no interval. */
export function periodWords(period: string, { foretold }: Pick<Foreseen, 'foretold'>, unit: Unit): string {
  if (foretold === null || foretold.low === null || foretold.high === null) return period;
  const [low, high] = [sayValue(foretold.low, { ...unit, unit: '' }), sayValue(foretold.high, { ...unit, unit: '' })];
  // An interval that is narrower than what is printed says nothing.
  return low === high ? period : forecastSv.withInterval(period, foretold.level, low, sayValue(foretold.high, unit));
}

/** `Målet bedöms inte uppfyllas (sannolikhet 1 på 10).` Null where there is no probability. */
export function chanceSentence(judged: Foreseen): string | null {
  const predicate = statusPredicate(judged);
  return judged.probability === null || predicate === null ? null : sv.theTarget(withChance(predicate, judged));
}

/** `bedöms inte uppfyllas (sannolikhet 1 på 10)`; the predicate alone where there is no probability. */
export function withChance(predicate: string, { probability, status }: Pick<Foreseen, 'probability' | 'status'>): string {
  if (probability === null) return predicate;
  const chance = chanceWords(probability.met);
  return `${predicate} ${status === 'partly' ? forecastSv.chanceOfAll(chance) : forecastSv.chance(chance)}`;
}

/** In tenths, as it is thought of; what is nearly sure is never said to be certain. */
export function chanceWords(probability: number): string {
  if (probability < 0.05) return forecastSv.lessThanOneInTwenty;
  if (probability > 0.95) return forecastSv.moreThanNineteenInTwenty;
  return forecastSv.oneIn(Math.min(9, Math.max(1, Math.round(10 * probability))));
}
