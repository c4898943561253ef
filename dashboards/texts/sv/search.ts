/** The search: the palette that Ctrl-K opens, and the page that lists everything. */
export const searchTexts = {
  action: 'Sök',
  title: 'Sök',
  lede: (count: string) => `Allt som har en egen plats på sidorna: ${count} namn, efter slag och i bokstavsordning.`,
  keys: 'Med skript på öppnar Ctrl+K (⌘K på Mac) sökningen på alla sidor.',
  kinds: {
    pages: 'Sidor',
    goals: 'Mål',
    indicators: 'Indikatorer',
    metrics: 'Nyckeltal',
    boards: 'Nämnder',
    units: 'Enheter',
    activities: 'Aktiviteter',
  },
  /** Places on the page. */
  anchors: {
    pages: 'sidor',
    goals: 'mal',
    indicators: 'indikatorer',
    metrics: 'nyckeltal',
    boards: 'namnder',
    units: 'enheter',
    activities: 'aktiviteter',
  },
  followUp: 'Uppföljning',
  counted: (kind: string, count: string) => `${kind} (${count})`,
  label: 'Sök nyckeltal, mål, nämnd eller enhet',
  results: 'Träffar',
  close: 'Stäng',
  all: 'Visa allt i en lista',
  found: (all: number, shown: number) =>
    all === 0 ? 'Inga träffar' : all === 1 ? '1 träff' : all === shown ? `${all} träffar` : `${all} träffar, de ${shown} bästa visas`,
  start: 'Vanliga sidor',
  loading: 'Hämtar …',
  failed: 'Sökningen gick inte att hämta.',
};
