import { numeral } from './numeral.ts';

/** What stands out from usual variation, at the reader's own level. */
export const signalTexts = {
  title: 'Sticker ut den senaste perioden',
  intro: 'Längre från det vanliga än slumpen brukar ge, åt fel håll. Det mest ovanliga först.',
  none: 'Ingenting avviker åt fel håll mer än slumpen brukar ge.',
  tested: (series: number) =>
    `${series === 1 ? 'En serie är prövad' : `${series} serier är prövade`}; högst omkring en av tio rader väntas vara slump.`,
  more: (rest: number) => `${numeral(rest)} till: se nyckeltalens sidor.`,
  valueAt: (value: string, period: string) => `${value}, ${period}.`,
};
