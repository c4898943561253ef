import type { Status } from '../../../pipeline/contract/status.ts';
import { formatDay } from '../../../pipeline/contract/format-day.ts';
import { capital, listed, numeral } from './numeral.ts';

/** The overview and the lists of goals. */
export const overviewTexts = {
  titleNoPlan: 'Kommunens nyckeltal',
  title: (plan: string) => `Kommunens mål: ${plan}`,
  noPlan: 'Det finns ingen antagen plan att följa upp. Alla nyckeltal visas ändå.',
  noPlanInForce: 'Ingen plan gäller just nu.',
  /** What the goals' statuses add up to, in one or two sentences. */
  lede(counts: Readonly<Record<Status, number>>, judgedAhead: boolean): string {
    const all = counts.met + counts.partly + counts['not-met'] + counts['not-assessable'];
    if (all === 0) return 'Planen har inga mål.';
    if (all === 1) return onlyGoal(counts, judgedAhead);
    const met =
      counts.met === 0
        ? `Inget av ${numeral(all)} mål ${judgedAhead ? 'är uppfyllt eller bedöms bli det' : 'är uppfyllt'}.`
        : `${capital(numeral(counts.met))} av ${numeral(all)} mål är ${counts.met === 1 ? 'uppfyllt' : 'uppfyllda'}${judgedAhead ? ' eller bedöms bli det' : ''}.`;
    const rest = [
      ...(counts.partly > 0 ? [`${numeral(counts.partly)} ${judgedAhead ? 'nås delvis' : 'är delvis uppfyllt'}`] : []),
      ...(counts['not-met'] > 0 ? [`${numeral(counts['not-met'])} ${judgedAhead ? 'nås inte' : 'är inte uppfyllt'}`] : []),
      ...(counts['not-assessable'] > 0 ? [`${numeral(counts['not-assessable'])} kan inte bedömas än`] : []),
    ];
    return rest.length === 0 ? met : `${met} ${capital(listed(rest))}.`;
  },
  changedSince: (changes: number) => `Sedan förra uppföljningen har ${numeral(changes)} mål fått ny status.`,
  tallyCaption: 'Antal mål och indikatorer efter måluppfyllelse',
  tallyHead: {
    met: 'Uppfyllt',
    partly: 'Delvis uppfyllt',
    'not-met': 'Ej uppfyllt',
    'not-assessable': 'Kan ej bedömas',
  } satisfies Record<Status, string>,
  tallyGoals: 'Mål',
  tallyIndicators: 'Indi\u00adkatorer',
  tallyKey: 'Det som bedöms är inräknat.',
  sourcesInTime: (inTime: number, all: number) => `${inTime} av ${all} källor har levererat i tid`,
  lateLink: (late: number) => (late === 1 ? 'en är sen' : `${numeral(late)} är sena`),
  figuresPer: (day: string) => `Uppgifter per ${formatDay(day)}.`,
  goals: 'Målen',
  marksKey: 'Hel ring: utfall eller bedömning. Streckad ring: prognos eller utfallet hittills.',
  head: { goal: 'Mål', status: 'Status och vad den vilar på', indicators: 'Indikatorer', history: 'Status vid varje uppföljning' },
  noIndicators: 'Inga indikatorer med målvärde',
  counts(counts: Readonly<Record<Status, number>>): string {
    const parts = [
      ...(counts.met > 0 ? [`${counts.met} ${counts.met === 1 ? 'uppfylld' : 'uppfyllda'}`] : []),
      ...(counts.partly > 0 ? [`${counts.partly} delvis`] : []),
      ...(counts['not-met'] > 0 ? [`${counts['not-met']} ej`] : []),
      ...(counts['not-assessable'] > 0 ? [`${counts['not-assessable']} kan ej bedömas`] : []),
    ];
    return parts.join(', ');
  },
  since: ' sedan förra uppföljningen',
  sincePlan: ' sedan förra planen',
  better: 'Förbättrat',
  worse: 'Försämrat',
  same: 'Oförändrat',
  changesTitle: 'Det här har ändrats sedan förra uppföljningen',
  changesEdition: (day: string) => `Ändrat sedan utgåvan ${formatDay(day)}`,
  noChanges: 'Ingenting har ändrats.',
  moreChanges: (count: number) => (count === 1 ? 'En ändring till' : `${capital(numeral(count))} ändringar till`),
  followUpApproved: (name: string, period: string, by: string, day: string, paragraph: string) =>
    `${name} för ${period} godkändes av ${by} ${formatDay(day)}, ${paragraph}.`,
  followUpNotApproved: (name: string, period: string) => `${name} för ${period} är inte godkänd än.`,
  changeKind: { status: 'Ny status', target: 'Nytt målvärde', revised: 'Reviderad siffra' },
  from: 'Från ',
  to: 'till ',
  attention: 'Behöver uppmärksamhet',
  attentionIntro: 'Når inte eller bedöms inte nå sitt mål, försämras eller avviker från sitt vanliga mönster.',
  attentionNone: 'Inget nyckeltal ligger sämre till än sitt mål.',
  unusual: 'Avviker från sitt vanliga mönster.',
  unusualElsewhere: 'Det som sticker ut den senaste perioden',
  overdue: 'Försenat',
  overdueAssessment: (role: string, day: string, period: string) =>
    `Nästa bedömning är försenad. Den senaste lämnades av ${role} ${formatDay(day)}, om ${period}.`,
  overdueNever: 'Bedömningen är försenad.',
  lateSource: (due: string | null, metrics: number) =>
    [
      due === null ? 'Uppgifterna är sena.' : `Uppgifterna väntades ${formatDay(due)}.`,
      ...(metrics === 0 ? [] : [`${capital(numeral(metrics))} nyckeltal vilar på källan.`]),
    ].join(' '),
  brokenSource: 'Källan gick inte att läsa.',
  emptySource: 'Källan har inte levererat något än.',
  well: 'Går bra',
  wellIntro: 'Når sitt mål, eller förbättras.',
  wellNone: 'Inget nyckeltal når sitt mål än.',
  fresh: 'Så färska är siffrorna',
  freshEdition: (date: string) => `Sidans innehåll ändrades senast ${date}.`,
  freshTells: 'Sidan säger själv till om nästa utgåva uteblir.',
  freshCaption: (shown: number, all: number) =>
    shown === all ? 'Alla källor.' : `${capital(numeral(shown))} av ${numeral(all)} källor, de sena först.`,
  allSources: (count: number) => `Alla ${count} källor`,
  followUpLink: (name: string, period: string) => `${name}, ${period}`,
  endedPlans: 'Planer som har löpt ut',
};

/** As `lede`, where there is a single goal. */
function onlyGoal(counts: Readonly<Record<Status, number>>, judgedAhead: boolean): string {
  if (counts['not-assessable'] > 0) return 'Det enda målet kan inte bedömas än.';
  const how = counts.met > 0 ? 'uppfyllas' : counts.partly > 0 ? 'delvis uppfyllas' : 'inte uppfyllas';
  const is = counts.met > 0 ? 'uppfyllt' : counts.partly > 0 ? 'delvis uppfyllt' : 'inte uppfyllt';
  return judgedAhead ? `Det enda målet bedöms ${how}.` : `Det enda målet är ${is}.`;
}
