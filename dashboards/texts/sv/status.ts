import type { Flag, Mark } from '../../../pipeline/contract/observation.ts';
import type { Basis, Reason, Status, Trend } from '../../../pipeline/contract/status.ts';

/** The words for statuses, reasons and states, wherever they stand. */
export const statusTexts = {
  settled: { met: 'Uppfyllt', partly: 'Delvis uppfyllt', 'not-met': 'Ej uppfyllt', 'not-assessable': 'Kan ej bedömas' } satisfies Record<
    Status,
    string
  >,
  forecast: {
    met: 'Bedöms uppfyllas',
    partly: 'Bedöms delvis uppfyllas',
    'not-met': 'Bedöms inte uppfyllas',
    'not-assessable': 'Kan ej bedömas',
  } satisfies Record<Status, string>,
  toDate: {
    met: 'Hittills uppfyllt',
    partly: 'Hittills delvis uppfyllt',
    'not-met': 'Hittills ej uppfyllt',
    'not-assessable': 'Kan ej bedömas',
  } satisfies Record<Status, string>,
  restsOn: 'Vilar på',
  basis: {
    outcome: 'utfall',
    forecast: 'prognos',
    'to-date': 'utfallet hittills',
    assessment: 'bedömning',
  } satisfies Record<Basis, string>,
  reason: {
    'no-outcome': 'det finns inget utfall än',
    missing: 'siffran saknas',
    suppressed: 'siffran är dold av hänsyn till enskilda',
    'not-applicable': 'det fanns inget att mäta',
    held: 'siffran hålls inne tills ett fel i underlaget är utrett',
    late: 'underlaget är försenat',
    preliminary: 'siffran är preliminär',
    incomplete: 'underlaget är ofullständigt',
    partial: 'perioden är inte avslutad',
    'too-old': 'den senast kända siffran är för gammal',
    'few-members': 'för få i jämförelsegruppen har en siffra',
    'nothing-to-compare': 'det finns inget att jämföra med',
    'definition-changed': 'nyckeltalets definition har ändrats',
    'not-done': 'det är inte klart',
    coverage: 'för få delar har en status',
    'no-assessment': 'ingen bedömning är lämnad',
    'no-forecast': 'det går inte att göra en prognos',
    'not-public': 'underlaget är inte offentligt',
    retired: 'nyckeltalet har upphört',
    'no-target': 'inget målvärde är beslutat',
    overdue: 'nästa bedömning är försenad',
  } satisfies Record<Reason, string>,
  flag: {
    suppressed: 'dold av hänsyn till enskilda',
    missing: 'saknas',
    'not-applicable': 'inget att mäta',
  } satisfies Record<Flag, string>,
  /** In a table cell, where the whole reason has no room. */
  flagShort: { suppressed: 'dold', missing: 'saknas', 'not-applicable': '–' } satisfies Record<Flag, string>,
  /** Short tags; `example` stands once a group of figures. */
  mark: {
    partial: 'Pågår',
    incomplete: 'Ofullständig',
    preliminary: 'Preliminär',
    late: 'Sen',
    held: 'Hålls inne',
    revised: 'Reviderad',
    example: 'Exempeldata',
  } satisfies Record<Mark, string>,
  withinMargin: 'inom felmarginalen',
  trend: {
    better: 'förbättras',
    worse: 'försämras',
    equal: 'oförändrat',
    up: 'stiger',
    down: 'sjunker',
    swings: 'svänger',
  } satisfies Record<Trend, string>,
  overdue: 'Bedömningen är försenad',
  state: { done: 'Klar', ongoing: 'Pågår', 'not-done': 'Inte klar' } satisfies Record<'done' | 'ongoing' | 'not-done', string>,
  late: 'Försenad',
};
