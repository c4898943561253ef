/** How readers see a unit after a number: `6,8 %`, `4 200 kr`. Counts, ratios, indexes and scales have no word. */
const LABELS: Readonly<Record<string, string>> = {
  percent: '%',
  sek: 'kr',
  days: 'dagar',
  hours: 'timmar',
  count: '',
  index: '',
  ratio: '',
  scale: '',
};

/** The label of a unit: a standard one, or the municipality's own name for one it declares. */
export const unitLabel = (unit: string, declared: readonly { id: string; name: string }[]): string =>
  LABELS[unit] ?? declared.find(d => d.id === unit)?.name ?? unit;
