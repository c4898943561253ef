import { emptyFolder, rounded, write } from './files.ts';
import { random, type Random } from './random.ts';
import { xlsxOf, type SheetValue } from './write-xlsx.ts';

// A question of the survey: its index (0-100) at first, how it changes by the year, women's and men's distance, how many answer it.
type Question = { id: string; text: string; index: number; yearly: number; sexes: number; answers: number };

const first: Question[] = [
  { id: 'alla', text: 'Samlat betyg', index: 59, yearly: 0.5, sexes: 0.5, answers: 640 },
  { id: 'plats', text: 'Kommunen är en bra plats att bo och leva på', index: 68, yearly: 0.3, sexes: 1.5, answers: 640 },
  { id: 'trygg', text: 'Trygg utomhus när det är mörkt', index: 52, yearly: 1.3, sexes: -6, answers: 630 },
  { id: 'gator', text: 'Skötsel av gator och parker', index: 57, yearly: 0.9, sexes: 0.5, answers: 618 },
  { id: 'bemotande', text: 'Bemötande vid kontakt med kommunen', index: 63, yearly: 0.2, sexes: 1, answers: 402 },
  { id: 'fortroende', text: 'Förtroende för kommunens politiker', index: 44, yearly: -0.8, sexes: 2, answers: 611 },
  { id: 'omsorg', text: 'Omsorgen om äldre', index: 53, yearly: -0.4, sexes: -1, answers: 226 },
  { id: 'bygglov', text: 'Hur kommunen sköter bygglov', index: 46, yearly: 2.1, sexes: 0, answers: 92 },
];
// They were not in the survey at first, and draw from a stream of their own.
const second: Question[] = [
  { id: 'gymnasium', text: 'Gymnasieskolan', index: 58, yearly: 0.8, sexes: 1, answers: 148 },
  { id: 'bibliotek', text: 'Biblioteken', index: 74, yearly: -0.2, sexes: 4, answers: 430 },
  { id: 'idrott', text: 'Idrotts- och motionsanläggningar', index: 61, yearly: 1.1, sexes: -2, answers: 365 },
  { id: 'vatten', text: 'Vatten och avlopp', index: 79, yearly: 0.1, sexes: 0.5, answers: 588 },
  { id: 'avfall', text: 'Hämtning av avfall', index: 66, yearly: -1.4, sexes: 1, answers: 602 },
];
// Asked every second year.
const BIENNIAL = ['bibliotek'];
const FIRST_YEAR = 2021;
const FEWEST = 40; // of fewer answers nothing is told, and then not of the other sex either
const GROUPS: [name: string, distance: number, share: number][] = [
  ['Samtliga', 0, 1],
  ['Kvinnor', 1, 0.52],
  ['Män', -1, 0.48],
];

export async function writeCitizenSurvey(): Promise<void> {
  emptyFolder('citizen-survey');
  await deliver('2024-12-16', 2024);
  await deliver('2025-12-15', 2025);
}

async function deliver(received: string, last: number): Promise<void> {
  const years = Array.from({ length: last - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i);
  const answered = [...answersTo(first, years, random('citizen-survey')), ...answersTo(second, years, random('citizen-survey 2'))];
  const isAsked = (year: number, question: unknown) => !BIENNIAL.includes(String(question)) || (year - FIRST_YEAR) % 2 === 0;
  const rows = years.flatMap(year => answered.filter(([of, question]) => of === year && isAsked(year, question)));
  const groups = GROUPS.flatMap(([name]) => [name, null, null]); // merged over three columns
  const header = ['År', 'Fråga', 'Lydelse', ...GROUPS.flatMap(() => ['Index', 'Osäkerhetstal', 'Antal svar'])];
  const title: (SheetValue[] | null)[] = [['Medborgarundersökning, påhittade exempeluppgifter'], null];
  const sheet = { name: 'Resultat', rows: [...title, [null, null, null, ...groups], header, ...rows] };
  write('citizen-survey', `medborgarundersokning_${received}.xlsx`, await xlsxOf([sheet]));
}

function answersTo(questions: Question[], years: number[], chance: Random): SheetValue[][] {
  return years.flatMap(year => questions.map(question => [year, question.id, question.text, ...resultsOf(question, year, chance)]));
}

// The margin is that of a mean of answers that spread by 25 on the scale, at 95 percent.
function resultsOf({ index, yearly, sexes, answers }: Question, year: number, chance: Random): SheetValue[] {
  const drift = chance.between(-1.2, 1.2);
  const asked = answers + chance.whole(-25, 25);
  const areFew = GROUPS.some(([, , share]) => Math.round(asked * share) < FEWEST);
  return GROUPS.flatMap(([, distance, share]) => {
    const count = Math.round(asked * share);
    if (areFew && share < 1) return ['..', '..', count];
    const value = index + yearly * (year - FIRST_YEAR) + drift + (distance * sexes) / 2;
    return [rounded(value, 1), rounded((1.96 * 25) / Math.sqrt(count), 1), count];
  });
}
