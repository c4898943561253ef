/** What the workbook of a plan says, and the words that stand in it for those of a plan's file. */
const GRAINS = { månad: 'month', kvartal: 'quarter', tertial: 'tertial', halvår: 'half-year', år: 'year', läsår: 'school-year' };

export const planWords = {
  grain: GRAINS,
  rule: { alla: 'all', 'mer än hälften': 'majority', sämsta: 'worst', viktat: 'weighted', bedömt: 'assessed' },
  counts: { indikatorer: 'indicators', mål: 'goals', båda: 'both' },
  late: { 'delvis uppfyllt': 'partly', 'ej uppfyllt': 'not-met' },
  than: { median: 'median', medelvärde: 'mean' },
  target: {
    högst: 'at_most',
    minst: 'at_least',
    mellan: 'between',
    'bättre än förra året': 'better_than_last_year',
    'bättre än gruppen': 'better_than_group',
    milstolpe: 'milestone',
    'inget målvärde': 'none',
  },
} as const satisfies Record<string, Readonly<Record<string, string>>>;

export const planTexts = {
  sheets: { plan: 'Plan', goals: 'Mål', indicators: 'Indikatorer', activities: 'Aktiviteter', assignments: 'Uppdrag', lists: 'Listor' },
  title: (name: string) => `Verksamhetsplan: ${name}`,
  empty: 'ny plan',
  howTo: {
    plan: 'Fyll i rad 4. Plan är planens id och Version räknas från 1; de blir filens namn.',
    goals: 'En rad per mål. Under är id för målet ovanför, tomt för fullmäktiges mål. Plats är nämndens eller enhetens id.',
    indicators: 'En rad per indikator. Mål är id för målet den hör till. Typ säger vilka av kolumnerna efter den som fylls i.',
    activities: 'En rad per aktivitet. Mål är id för målet den hör till.',
    assignments: 'En rad per uppdrag. Mål är id för målet det hör till; Till är nämndens id.',
    lists: 'Det som finns att välja på i de andra flikarna. Fylls inte i.',
  },
  lists: { metrics: 'Nyckeltal', places: 'Platser', groups: 'Grupper', dimensions: 'Delgrupper, som kön=K; ålder=80-' },
} as const;
