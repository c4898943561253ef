import type { Status } from '../../../pipeline/contract/status.ts';
import { formatDay } from '../../../pipeline/contract/format-day.ts';
import { capital, listed, numeral } from './numeral.ts';

/** What is said of a place, on a board's page and on a unit's. */
export const placeTexts = {
  /** How many metrics reach their targets; `ahead` where some are forecast to, or do so far. */
  targets(counts: Readonly<Record<Status, number>>, ahead: boolean): string {
    const all = counts.met + counts.partly + counts['not-met'] + counts['not-assessable'];
    const rest = [
      ...(counts.partly > 0 ? [`delvis för ${numeral(counts.partly)}`] : []),
      ...(counts['not-met'] > 0 ? [`inte för ${numeral(counts['not-met'])}`] : []),
      ...(counts['not-assessable'] > 0 ? [`för ${numeral(counts['not-assessable'])} går det inte att bedöma`] : []),
    ];
    const met = `för ${numeral(counts.met)} av ${numeral(all)} nyckeltal`;
    return `Målvärdet ${ahead ? 'nås eller bedöms nås' : 'nås'} ${listed([met, ...rest])}.`;
  },
  oneTarget: (metric: string, status: string, figure: string) =>
    `Ett nyckeltal har målvärde: ${metric}, ${status}${figure === '' ? '' : ` (${figure})`}.`,
  furthest: (metric: string, figure: string) => `Längst från sitt mål är ${metric}: ${figure}.`,
  noTargets: (metrics: number) =>
    metrics === 1 ? 'Det finns ett nyckeltal, utan målvärde.' : `Det finns ${numeral(metrics)} nyckeltal, inget med målvärde.`,
  trends(better: number, worse: number): string {
    if (better + worse === 0) return 'Inget av dem förbättras eller försämras mot samma tid året innan.';
    const parts = [...(better > 0 ? [`${numeral(better)} förbättras`] : []), ...(worse > 0 ? [`${numeral(worse)} försämras`] : [])];
    return `${capital(listed(parts))} mot samma tid året innan.`;
  },
  hidden: (count: number) => `${capital(numeral(count))} är ${count === 1 ? 'dolt' : 'dolda'} av hänsyn till enskilda.`,
  /** What a unit may cost this year beside its budget, as amounts. */
  overBudget: (metric: string, year: string, amount: string) => `${metric} bedöms bli ${amount} över budget ${year}.`,
  underBudget: (metric: string, year: string, amount: string) => `${metric} bedöms bli ${amount} under budget ${year}.`,
  standsOut: (items: number, isOwn: boolean) =>
    `${isOwn ? capital(numeral(items)) : `Bland enheterna: ${numeral(items)}`} nyckeltal avviker åt fel håll från sitt vanliga mönster.`,
  closed: (level: string, day: string) => `${level} fanns till ${formatDay(day)}; siffrorna är de sista.`,
  opened: (level: string, day: string) => `${level} finns sedan ${formatDay(day)}.`,
  moved: (parent: string, day: string, before: string) => `Hör till ${parent} sedan ${formatDay(day)}, dessförinnan till ${before}.`,
  theUnit: 'Enheten',
  inside: (level: string, parent: string) => `${level} i ${parent}`,
  closedOn: (day: string) => `till ${formatDay(day)}`,
  openedOn: (day: string) => `från ${formatDay(day)}`,
  goals: 'Målen',
  noGoals: 'Planen har inga mål för nämnden.',
  indicators: 'Andra indikatorer',
  indicatorsCaption: 'Det som följs av planen och inte är ett nyckeltal för hela enheten.',
  metrics: 'Nyckeltalen',
  metricsCaption: 'De som står sämst till mot sitt mål först.',
  untargetedCaption: 'De som försämras först.',
  steadyCaption: 'I bokstavsordning: inget av dem försämras.',
  noMetrics: 'Det finns inga nyckeltal för nämnden än.',
  multiples: 'Enheterna var för sig',
  multiplesIntro: 'De nyckeltal som står sämst till mot sitt mål, eller försämras. Sämst enhet först; samma skala för alla enheter.',
  multiplesMore: (shown: number, all: number) => `De ${shown} första av ${all} enheter visas; tabellen längre ned har alla.`,
  siblings: 'Bredvid de andra',
  allBoards: 'Alla nämnder',
  siblingsCaption: (others: string) => `Jämfört med ${others}. Bara nivåer jämförs: antal och belopp växer med storleken. Plats 1 är bäst.`,
  otherBoards: (count: number) => (count === 1 ? 'den andra nämnden' : `de ${numeral(count)} andra nämnderna`),
  otherUnits: (count: number, parent: string) => `${count === 1 ? 'en annan' : `${numeral(count)} andra`} i ${parent}`,
  siblingColumns: {
    metric: 'Nyckeltal',
    own: 'Här',
    rank: 'Plats',
    median: 'De andras median',
    spread: 'Här och de andra',
  },
  rank: (rank: number, of: number) => `${rank} av ${of}`,
  hiddenOthers: (count: number) => `${count} ${count === 1 ? 'dold' : 'dolda'} av hänsyn till enskilda`,
  here: 'här',
  actions: 'Aktiviteter och uppdrag',
  actionsCaption: 'Det som görs för att nå målen.',
  activity: 'Aktivitet',
  state: 'Läge',
  responsible: 'Ansvarig',
  day: 'Klar senast',
  goal: 'Mål',
  units: 'Enheterna i siffror',
  unitsCaption: 'Hittills i år, eller senaste perioden där inget annat finns.',
  unitsPart: (part: number, all: number) => `Del ${part} av ${all}.`,
  unitsAlone: (metrics: readonly string[]) => `Bara en av enheterna har siffror för: ${metrics.join('; ')}. De står på enhetens egen sida.`,
  unit: 'Enhet',
};
