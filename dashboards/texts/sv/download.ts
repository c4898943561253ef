/** What is downloaded of a figure, and what stands inside the files. */
export const downloadTexts = {
  label: 'Ladda ner det som visas',
  table: 'Tabell (CSV)',
  svg: 'Bild (SVG)',
  png: 'Bild (PNG)',
  edition: (date: string) => `Utgåva ${date}.`,
  address: (url: string) => `Hämtad från ${url}`,
};
