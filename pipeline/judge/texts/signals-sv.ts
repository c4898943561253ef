import type { Grain } from '../../contract/period.ts';
import type { Assurance } from '../../contract/signals.ts';

interface PeriodWords {
  one: string;
  many: string;
  none: string;
}

const PERIOD: PeriodWords = { one: 'period', many: 'perioder', none: 'ingen period' };
const PERIODS: Partial<Record<Grain, PeriodWords>> = {
  month: { one: 'månad', many: 'månader', none: 'ingen månad' },
  quarter: { one: 'kvartal', many: 'kvartal', none: 'inget kvartal' },
  tertial: { one: 'tertial', many: 'tertial', none: 'inget tertial' },
  'half-year': { one: 'halvår', many: 'halvår', none: 'inget halvår' },
  year: { one: 'år', many: 'år', none: 'inget år' },
};
const periods = (grain: Grain): PeriodWords => PERIODS[grain] ?? PERIOD;
const NUMERALS = ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'];
const numeral = (n: number): string => NUMERALS[n] ?? String(n);

/** What is said of signals, in Swedish. The sentence before has named the metric, its latest value and its period. */
export const signalsSv = {
  outside: (low: string, high: string) => `Det avviker från det vanliga mönstret: vanlig variation är ${low} till ${high}.`,
  outsideSeason: (low: string, high: string, month: string) =>
    `Det avviker från det vanliga mönstret: vanlig variation i ${month} är ${low} till ${high}.`,
  near: (grain: Grain) => `Två av de tre senaste ${DEFINITE[grain] ?? 'perioderna'} ligger nära gränsen för vanlig variation.`,
  run: (isAbove: boolean, level: string, length: number, grain: Grain) =>
    `Nyckeltalet har legat ${isAbove ? 'över' : 'under'} sin vanliga nivå, ${level}, ${numeral(length)} ${periods(grain).many} i rad.`,
  runSeason: (isAbove: boolean, length: number, grain: Grain) =>
    `Nyckeltalet har legat ${isAbove ? 'över' : 'under'} vad som är vanligt för årstiden ${numeral(length)} ${periods(grain).many} i rad.`,
  trend: (isRising: boolean, length: number, grain: Grain) =>
    `Nyckeltalet har ${isRising ? 'ökat' : 'minskat'} ${numeral(length)} ${periods(grain).many} i rad.`,
  trendSeason: (isRising: boolean, length: number, grain: Grain) =>
    `Nyckeltalet har, med årstiden borträknad, ${isRising ? 'ökat' : 'minskat'} ${numeral(length)} ${periods(grain).many} i rad.`,
  assurance: {
    consistent_pass: (target, grain) => `Med vanlig variation nås ${target} varje ${periods(grain).one}.`,
    consistent_fail: (target, grain) => `Med vanlig variation nås ${target} ${periods(grain).none}.`,
    inconsistent: (target, grain) => `Med vanlig variation nås ${target} vissa ${periods(grain).many} och andra inte.`,
  } satisfies Record<Assurance, (target: string, grain: Grain) => string>,
};

const DEFINITE: Partial<Record<Grain, string>> = {
  month: 'månaderna',
  quarter: 'kvartalen',
  tertial: 'tertialen',
  'half-year': 'halvåren',
  year: 'åren',
};
