import type { FindingText } from './finding-text.ts';

/** What does not agree between the events of `malbild.yaml` and the data. */
export const eventFindings = {
  'event-place-unknown': {
    text: d =>
      `En händelse gäller ${d.place}, som inte finns i ${d.dimension}, och ritas inte; tillåtna är de ${d.count} i ${d.mart}, närmast ${d.nearest}`,
    public: d => `En händelse gäller en plats som inte finns i ${d.dimension}, och ritas inte`,
  },
} satisfies Record<string, FindingText>;
