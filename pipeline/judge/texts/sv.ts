import type { Basis, Reason, Status } from '../../contract/status.ts';

/** What a status can be said to rest on in a sentence; an assessment is told by its own words. */
export type ToldBasis = Exclude<Basis, 'assessment'>;

/**
 * The sentences of plans and metrics, in Swedish. Every text must be right for any name, so names stand first, before a
 * colon, and are never inflected. Values come with their units.
 */
export const sv = {
  // Periods
  inMonth: (month: string) => `i ${month}`,
  inSpan: (span: string) => `under ${span}`,
  fromTo: (first: string, last: string) => `${first}–${last}`,
  inThatYear: (months: string, year: string) => `${months} ${year}`,

  // An indicator's figure against its target
  valueAt: (value: string, when: string) => `${value} ${when}`,
  valueLatestKnown: (value: string, period: string) => `${value} (senast kända, ${period})`,
  figure: (name: string, value: string) => `${name}: ${value}.`,
  figureAgainst: (name: string, value: string, against: string) => `${name}: ${value}, ${against}.`,
  forecast: (period: string, value: string) => `Prognosen är ${value} för ${period}.`,
  /** The period stands between two numbers, which may have no unit. */
  forecastAgainst: (period: string, value: string, against: string) => `Prognosen är ${value} för ${period}, ${against}.`,
  above: (difference: string, target: string) => `${difference} över ${target}`,
  below: (difference: string, target: string) => `${difference} under ${target}`,
  equalTo: (target: string) => `lika med ${target}`,
  inside: (target: string) => `inom ${target}`,
  atMost: (limit: string) => `målet på högst ${limit}`,
  atLeast: (limit: string) => `målet på minst ${limit}`,
  between: (low: string, high: string) => `målet på mellan ${low} och ${high}`,
  /** A limit that is another metric's value. */
  byMetric: (limit: string, name: string) => `${limit} (${name})`,
  againstBefore: (before: string, when: string) => `mot ${before} ${when}`,
  overMonths: (months: string, own: string, before: string) =>
    `Jämfört över ${months}, som finns båda åren: ${own} mot ${before} året före.`,
  againstGroup: (than: 'median' | 'mean', group: string, value: string, n: number) =>
    `mot ${than === 'median' ? 'medianen' : 'medelvärdet'} ${value} i gruppen ${group} (${n} med värde)`,
  betterThanLastYear: 'målet att bli bättre än året före',
  betterThanBefore: 'målet att bli bättre än mätningen före',
  betterThanGroup: (group: string) => `målet att vara bättre än gruppen ${group}`,

  // Statuses, as predicates of a target
  status: {
    outcome: { met: 'är uppfyllt', partly: 'är delvis uppfyllt', 'not-met': 'är inte uppfyllt' },
    forecast: { met: 'bedöms uppfyllas', partly: 'bedöms delvis uppfyllas', 'not-met': 'bedöms inte uppfyllas' },
    'to-date': { met: 'är hittills uppfyllt', partly: 'är hittills delvis uppfyllt', 'not-met': 'är hittills inte uppfyllt' },
  } satisfies Record<ToldBasis, Record<Exclude<Status, 'not-assessable'>, string>>,
  theTarget: (predicate: string) => `Målet ${predicate}.`,
  target: (target: string, predicate: string) => `${capital(target)} ${predicate}.`,
  byLatestKnown: (predicate: string, period: string) => `${predicate} enligt det senast kända utfallet, ${period}`,
  targetFor: (target: string, period: string, predicate: string) => `${capital(target)} för ${period} ${predicate}.`,

  // What is not measured every year
  measured: (years: number) => `mäts ${years === 2 ? 'vartannat' : `vart ${years === 3 ? 'tredje' : `${years}:e`}`} år`,
  nextMeasured: (how: string, year: string | null) => `Nyckeltalet ${how}${year === null ? '' : `, nästa gång ${year}`}.`,
  measurementMissing: (how: string, year: string) => `Nyckeltalet ${how}, och mätningen för ${year} har inte kommit.`,

  // What cannot be assessed
  notYet: 'Vi vet inte ännu om målet nås.',
  notYetKnown: (why: string) => `Vi vet inte ännu om målet nås: ${why}.`,
  cannotBeAssessed: (why: string) => `Målet kan inte bedömas: ${why}.`,
  metricNotYetKnown: (name: string, why: string) => `${name}: vi vet inte ännu, ${why}.`,
  metricUnknown: (name: string, why: string) => `${name}: ${why}.`,
  named: (name: string, sentence: string) => `${name}. ${sentence}`,
  reason: {
    'no-outcome': 'det finns inget utfall',
    missing: 'uppgifter saknas',
    suppressed: 'utfallet är dolt av hänsyn till enskilda',
    'not-applicable': 'det fanns inget att mäta',
    held: 'uppgifterna hålls inne tills ett fel i underlaget är utrett',
    late: 'uppgifterna är försenade',
    preliminary: 'uppgifterna är preliminära',
    incomplete: 'uppgifterna är ofullständiga',
    partial: 'uppgifterna gäller bara en del av perioden',
    'too-old': 'det senast kända utfallet är för gammalt',
    'few-members': 'för få i jämförelsegruppen har ett värde',
    'nothing-to-compare': 'det finns inget att jämföra med',
    'definition-changed': 'nyckeltalets definition har ändrats',
    'not-done': 'det är inte rapporterat som pågående eller klart',
    coverage: 'för få av delarna har en status',
    'no-assessment': 'ingen bedömning är lämnad',
    'no-forecast': 'det går inte att göra en prognos',
    'not-public': 'underlaget är inte offentligt',
    retired: 'nyckeltalet har upphört',
    'no-target': 'inget målvärde är beslutat',
    overdue: 'nästa bedömning är försenad',
  } satisfies Record<Reason, string>,
  /** Of an indicator that is only followed. */
  noTarget: 'Inget målvärde är beslutat.',
  fewMembers: (n: number, least: number) => `${n} i jämförelsegruppen har ett värde och minst ${least} krävs`,
  dataLate: 'Uppgifterna är försenade.',
  dataLateFor: (period: string) => `Uppgifterna för ${period} är försenade.`,

  // Direction of travel
  higher: (difference: string, than: string) => `${difference} högre än ${than}`,
  lower: (difference: string, than: string) => `${difference} lägre än ${than}`,
  more: (difference: string, than: string) => `${difference} fler än ${than}`,
  fewer: (difference: string, than: string) => `${difference} färre än ${than}`,
  unchanged: (than: string) => `oförändrat mot ${than}`,
  samePeriodYearBefore: 'samma period året före',
  yearBefore: 'året före',
  measurementBefore: (years: number) => `mätningen ${years === 2 ? 'två' : years} år tidigare`,
  swinging: (comparison: string) => `${comparison}, men nyckeltalet svänger`,
  inMeasurementBefore: (measurement: string) => `i ${measurement}`,
  improving: (comparison: string) => `${comparison}, en förbättring`,
  worsening: (comparison: string) => `${comparison}, en försämring`,
  withinMargin: (comparison: string) => `${comparison}, men skillnaden är inom felmarginalen`,
  thatIs: (comparison: string) => `Det är ${comparison}.`,
  /** Where the comparison leaves out periods that one of the years lacks. */
  overCommonThatIs: (comparison: string) => `Räknat på de perioder som finns båda åren är det ${comparison}.`,

  // Milestones
  done: (name: string, day: string, role: string) => `${name}: klart enligt rapport ${day} (${role}).`,
  dueOn: (name: string, day: string) => `${name}: ska vara klart ${day}.`,
  wasDueOn: (name: string, day: string) => `${name}: skulle vara klart ${day}.`,
  lastReported: (day: string, role: string, state: 'ongoing' | 'not-done') =>
    `Senast rapporterat ${day} (${role}): ${state === 'ongoing' ? 'pågår' : 'inte klart'}.`,
  nothingReported: 'Inget är rapporterat.',

  // Goals
  assessment: (role: string, day: string, status: Exclude<Status, 'not-assessable'>, words: string) =>
    `Bedömning (${role}, ${day}): ${ASSESSED[status]}. ”${words}”`,
  nextOverdue: 'Nästa bedömning är försenad.',
  onlyPart: (predicate: string) => `Den enda delen ${predicate}.`,
  bothParts: (predicate: string) => `Båda delarna ${predicate}.`,
  allParts: (all: number, predicate: string) => `Alla ${all} delar ${predicate}.`,
  ofParts: (all: number, list: string) => `Av ${all} delar: ${list}.`,
  countOf: (n: number, predicate: string) => `${n} ${predicate}`,
  noParts: 'Målet har inga delar som mäts.',
  onlyFollowed: 'Det som mäts följs utan målvärde.',
  part: {
    outcome: {
      met: ['är uppfylld', 'är uppfyllda'],
      partly: ['är delvis uppfylld', 'är delvis uppfyllda'],
      'not-met': ['är inte uppfylld', 'är inte uppfyllda'],
    },
    forecast: {
      met: ['bedöms uppfyllas', 'bedöms uppfyllas'],
      partly: ['bedöms delvis uppfyllas', 'bedöms delvis uppfyllas'],
      'not-met': ['bedöms inte uppfyllas', 'bedöms inte uppfyllas'],
    },
    'to-date': {
      met: ['är hittills uppfylld', 'är hittills uppfyllda'],
      partly: ['är hittills delvis uppfylld', 'är hittills delvis uppfyllda'],
      'not-met': ['är hittills inte uppfylld', 'är hittills inte uppfyllda'],
    },
  } satisfies Record<ToldBasis, Record<Exclude<Status, 'not-assessable'>, [one: string, many: string]>>,
  partNotAssessable: 'kan inte bedömas',

  // A metric on its own
  soFar: (when: string, value: string) => `${capital(when)}: ${value}.`,
  betterThan: (n: number, all: number, group: string) => `Bättre än ${n} av ${all} i gruppen ${group}.`,
  groupMedian: (group: string, value: string) => `Medianen i gruppen ${group} är ${value}.`,

  /** `maj, juni och augusti` */
  list: (items: readonly string[]) => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} och ${items.at(-1)}`),
};

const ASSESSED = { met: 'uppfyllt', partly: 'delvis uppfyllt', 'not-met': 'ej uppfyllt' };
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
