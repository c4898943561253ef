/** What pages say of themselves when the pipeline has stopped. */
export const dueTexts = {
  overdue: (day: string, time: string) =>
    `Nästa utgåva skulle ha kommit senast ${day} kl. ${time}, men har inte gjort det. Siffrorna kan vara gamla.`,
  late: (name: string, day: string) => `${name} (väntades ${day})`,
  lateSources: (sources: readonly string[]) => `Sena källor: ${sources.join(', ')}.`,
};
