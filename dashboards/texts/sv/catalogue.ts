/** What the catalogue of open data, the data package and the feed of changes say, where other programs show it. */
export const catalogueTexts = {
  title: (municipality: string) => `Nyckeltal och mål, ${municipality}`,
  description: (municipality: string) =>
    `Nyckeltal för ${municipality} och dess nämnder och enheter, som de visas på sidorna, utan avrundning.`,
  dataset: (question: string, owner: string, example: boolean) =>
    `${question} Ansvarig: ${owner}.${example ? ' Exempeldata: uppgifterna är påhittade.' : ''}`,
  keyword: 'nyckeltal',
  distribution: (metric: string, format: string) => `${metric}, ${format}`,
  formats: {
    csv: 'Text i UTF-8 med komma mellan kolumnerna och decimalpunkt.',
    excel: 'Text i UTF-8 med semikolon mellan kolumnerna och decimalkomma, som Excel öppnar den. Uppdelningar står med namn.',
    json: 'Kolumnernas namn och en rad för varje värde.',
    parquet: 'Samma rader med datatyper.',
  },
  feedTitle: (municipality: string) => `Ändringar i nyckeltal och mål, ${municipality}`,
  figures: (metric: string) => `${metric}: nya siffror`,
  status: (name: string, from: string, to: string) => `${name}: ${from} → ${to}`,
  target: (name: string, from: string, to: string) => `${name}: nytt målvärde, ${from} → ${to}`,
  revised: (name: string, period: string, from: string, to: string) => `${name}, ${period}, reviderad: ${from} → ${to}`,
} as const;
