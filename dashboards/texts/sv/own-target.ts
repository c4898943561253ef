/** A metric's own target, which no plan holds. */
export const ownTargetTexts = {
  heading: 'Eget målvärde',
  by: (day: string) => `till ${day}`,
  decided: (by: string, day: string) => `Beslutat av ${by} ${day}.`,
  inNoPlan: 'Målvärdet står inte i någon plan och räknas inte in i något mål.',
};
