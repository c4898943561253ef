/** Targets in words. */
export const targetTexts = {
  atMost: (limit: string) => `högst ${limit}`,
  atLeast: (limit: string) => `minst ${limit}`,
  between: (low: string, high: string) => `${low}–${high}`,
  betterThanBefore: 'bättre än mätningen före',
  betterThanLastYear: 'bättre än året innan',
  betterThanGroup: (than: string, group: string) => `bättre än ${than} för ${group}`,
  than: { median: 'medianen', mean: 'medelvärdet' },
  asMetric: (name: string) => `enligt ${name}`,
  milestone: 'ska vara klart',
  none: 'inget målvärde',
  unknown: 'målvärdet är inte känt',
  target: (words: string) => `mål ${words}`,
  partly: (limit: string) => `delvis till ${limit}`,
  partlyBetween: (low: string, high: string) => `delvis ${low}–${high}`,
};
