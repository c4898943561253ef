/** The way from a figure back to what it was computed from. */
export const walkBackTexts = {
  title: 'Vägen tillbaka',
  summary: 'Visa var siffran kommer ifrån',
  figure: (period: string, value: string, edition: string) => `Siffran: ${value}, ${period}, i utgåvan från ${edition}.`,
  sql: 'Räknad med frågan som står under Beräkning.',
  extracts: (count: number) =>
    count === 0
      ? 'Inget uttag som gäller nu är om perioden.'
      : count === 1
        ? 'Ur ett uttag som gäller för perioden:'
        : `Ur ${count} uttag som gäller för perioden:`,
  allExtracts: (more: number) => `${more} till, bland alla leveranser`,
  delivered: (day: string, counting: string, rejected: string) => `levererat ${day}, ${counting} rader gäller, ${rejected} avvisade.`,
  publicEnd: 'Här slutar den publika vägen. Vilka rader som räknas visas inte: antalet rader kan säga något om enskilda.',
  rejects: (count: number) =>
    count === 0 ? 'Ingen avvisad rad kunde ha räknats.' : `${count} ${count === 1 ? 'avvisad rad' : 'avvisade rader'} kunde ha räknats:`,
  moreRejects: (more: number) => `och ${more} till.`,
  lines: 'Raderna, i filerna:',
};
