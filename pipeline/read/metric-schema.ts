import type * as z from 'zod';
import { isBelowYear, isMadeOf, type Grain, type Window } from '../contract/period.ts';
import { problemText } from '../messages/problems.ts';
import { dimensionIds, type KnownNames } from './known-names.ts';
import { issue } from './issue.ts';
import { rebases } from './rebase-schema.ts';
import { ownTargetSchema } from './own-target.ts';
import { column, distinct, grain, id, localText, matching, metricName, nameOf, number, oneOf, strict, text, whole } from './values.ts';
import { lifeSchema } from './life-schema.ts';
import { metricKeys } from '../messages/keys/metric-keys.ts';
import { hints } from './schema-hints.ts';

const window = matching('`period`, `ytd` or `rolling-<n>`, n from 2 to 999', /^(period|ytd|rolling-([2-9]|[1-9]\d{1,2}))$/).transform(
  value => value as Window,
);

const calendarGrain = (known: KnownNames) =>
  grain.superRefine((value, ctx) => {
    if (known.grains !== null && !known.grains.includes(value))
      ctx.addIssue(issue(problemText('unknown-name', 'grain of the calendar', value, known.grains)));
  });

/** What a value is computed from: exactly one of these is there. */
const MEASURES = [{ required: ['numerator', 'denominator'] }, { required: ['measure'] }, { required: ['given'] }];

/**
 * A metric's header as written: defaults are not filled in, aggregates and expressions are still text. `metrics` are the project's
 * ids, null where they are not known.
 */
export const metricSchema = (known: KnownNames, metrics: readonly string[] | null = null) =>
  strict({
    id,
    name: localText,
    question: localText,
    decision: localText.optional(),
    life: lifeSchema(metrics).optional(),
    unit: nameOf('unit', known.units),
    decimals: whole(0, 6).optional(),
    desired: oneOf(['higher', 'lower', 'target', 'none']),
    threshold: whole(1).optional(),
    numerator: text.optional(),
    denominator: text.optional(),
    measure: text.optional(),
    given: column.optional(),
    per: number('a number above 0', value => value > 0).optional(),
    over_time: oneOf(['sum', 'last', 'mean']).optional(),
    population: text.optional(),
    zero: oneOf(['show', 'hide']).optional(),
    together: distinct(nameOf('dimension', dimensionIds(known))).optional(),
    time: column.optional(),
    finest: calendarGrain(known).optional(),
    grains: distinct(calendarGrain(known)).min(1, { error: 'at least one grain' }).optional(),
    windows: distinct(window).min(1, { error: 'at least one window' }).optional(),
    breakdowns: distinct(distinct(nameOf('dimension', dimensionIds(known))))
      .min(1, { error: 'at least one list of dimensions, as [[organisation]], or [[]]' })
      .optional(),
    gaps: oneOf(['accept']).optional(),
    nulls_allowed: whole(0).optional(),
    rebase: rebases(known).optional(),
    covers: oneOf(['rows']).optional(),
    audience: oneOf(['public', 'internal']).optional(),
    internal: oneOf(['full']).optional(),
    owner: text.optional(),
    kolada: id.optional(),
    own_target: ownTargetSchema(known).optional(),
    margin: metricName.optional(),
  })
    .register(hints, { keys: metricKeys, oneOf: MEASURES })
    .superRefine((it, ctx) => {
      for (const [problem, key] of [...measureProblems(it), ...periodProblems(it, known)])
        ctx.addIssue(issue(problem, key in it ? [key] : []));
    });

export type MetricHeader = z.infer<ReturnType<typeof metricSchema>>;
type Found = [problem: ReturnType<typeof problemText>, key: string];

export type MeasureKind = 'ratio' | 'aggregate' | 'given' | 'derived';

/** What kind of measure a header has, by its keys alone. */
export function measureKind(header: Pick<MetricHeader, 'numerator' | 'denominator' | 'measure' | 'given'>): MeasureKind {
  if (header.given !== undefined) return 'given';
  if (header.measure === undefined) return 'ratio';
  return /\bmetric\s*\(/i.test(header.measure) ? 'derived' : 'aggregate';
}

const LEFT_OUT: Readonly<Record<MeasureKind, Readonly<Record<string, string>>>> = {
  ratio: {},
  aggregate: {},
  given: {
    population: 'a given metric counts nobody',
    over_time: 'a given metric is not summed',
    per: 'a given metric has its values as they are',
    covers: 'a given metric has its rows as they are',
    nulls_allowed: 'a given value that is null is missing',
  },
  derived: {
    population: 'a derived metric has its parts’',
    over_time: 'say it of a part, as "metric(a, over_time: mean)"',
    covers: 'a derived metric has its parts’',
    nulls_allowed: 'a derived metric reads no rows',
    time: 'a derived metric has its parts’',
    finest: 'a derived metric has its parts’',
    margin: 'margins of error are of figures that are measured or given',
  },
};

function measureProblems(it: MetricHeader): Found[] {
  const forms = (['numerator', 'measure', 'given'] as const).filter(
    key => it[key] !== undefined || (key === 'numerator' && it.denominator !== undefined),
  );
  if (forms.length !== 1) return [[problemText('one-of', forms, ['numerator', 'measure', 'given']), forms[0] ?? '']];
  const found: Found[] = [];
  const kind = measureKind(it);
  const needs = (key: keyof MetricHeader, because: string) => {
    if (it[key] === undefined) found.push([problemText('needs-key', key, because), key]);
  };
  if (kind === 'ratio') {
    needs('numerator', 'a ratio has a numerator and a denominator');
    needs('denominator', 'a ratio has a numerator and a denominator');
  }
  if (kind !== 'derived') needs('time', 'the DATE column that says when');
  for (const [key, because] of Object.entries(LEFT_OUT[kind]))
    if (it[key as keyof MetricHeader] !== undefined) found.push([problemText('not-with', key, because), key]);
  return found;
}

function periodProblems(it: MetricHeader, known: KnownNames): Found[] {
  const found: Found[] = [];
  const kind = measureKind(it);
  if (kind === 'derived') return found;
  const finest = it.finest ?? 'month';
  if (it.finest === undefined && known.grains !== null && !known.grains.includes(finest))
    found.push([problemText('needs-key', 'finest', 'the calendar has no months'), 'finest']);
  const grains = it.grains ?? grainsFrom(finest, known.grains ?? [finest], kind);
  for (const grain of grains.filter(grain => !isMadeOf(grain, finest) || (kind === 'given' && grain !== finest)))
    found.push([
      problemText(
        'wrong-value',
        `\`${grain}\``,
        kind === 'given' ? `\`${finest}\` alone: no sums are assumed` : `grains that are made of whole ${finest}s`,
      ),
      'grains',
    ]);
  for (const window of it.windows ?? []) {
    const fits = window === 'period' || (kind !== 'given' && (window === 'ytd' ? grains.some(isBelowYear) : grains.includes(finest)));
    if (!fits)
      found.push([
        problemText('wrong-value', `\`${window}\``, WINDOWS[kind === 'given' ? 'given' : window === 'ytd' ? 'ytd' : 'rolling']),
        'windows',
      ]);
  }
  return found;
}

const WINDOWS = {
  given: '`period` alone: no sums are assumed',
  ytd: '`ytd` where there is a grain below year',
  rolling: '`rolling-<n>` where the finest grain is among the grains',
};

/** The grains that are made of whole finest periods, finest first; of a given metric the finest alone, since no sums are assumed. */
export const grainsFrom = (finest: Grain, calendar: readonly Grain[], kind: MeasureKind): Grain[] =>
  kind === 'given' ? [finest] : calendar.filter(grain => isMadeOf(grain, finest));
