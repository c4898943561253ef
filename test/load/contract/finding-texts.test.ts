import { expect, it } from 'vitest';
import { findingText, publicFindingText } from '../../../pipeline/messages/findings.ts';
import { contractFindings } from '../../../pipeline/messages/findings/contract-findings.ts';

type Row = [code: keyof typeof contractFindings, details: Record<string, string | number>, text: string];
const about = { source: 'Frånvaro', file: 'a.csv' };
const NOT_USED = 'Frånvaro: a.csv används inte: ';
const range = { low: 1200.25, high: 1259.75 };

const texts: Row[] = [
  ['aliased-column', { column: 'Enhet', alias: 'Avd' }, 'Frånvaro: kolumnen Enhet heter Avd i a.csv, som är ett av dess kända namn'],
  [
    'reordered-columns',
    {},
    'Frånvaro: kolumnerna i a.csv står i en annan ordning än i leveransen före; de läses efter namn, så siffrorna påverkas inte',
  ],
  [
    'retyped-column',
    { column: 'Antal', type: 'integer', looks: 'date-time', rows: 1200, cells: 1250 },
    'Frånvaro: kolumnen Antal är deklarerad som heltal, men 1 200 av 1 250 värden i a.csv är inte skrivna så; de ser ut som datum med klockslag. Leveransen används inte',
  ],
  ['row-range', { rows: 99, min: 100, max: 100_000 }, `${NOT_USED}den har 99 rader, och tillåtet är 100–100 000`],
  ['row-range', { rows: 99, min: 100, max: '' }, `${NOT_USED}den har 99 rader, och tillåtet är minst 100`],
  ['row-range', { rows: 101, min: '', max: 100 }, `${NOT_USED}den har 101 rader, och tillåtet är högst 100`],
  ['trailer-missing', {}, `${NOT_USED}slutraden med antal eller summa saknas, så filen kan vara avkortad`],
  ['trailer-twice', {}, `${NOT_USED}den har flera slutrader, som om flera filer var hopslagna`],
  ['trailer-unread', {}, `${NOT_USED}antalet eller summan på slutraden är inte ett tal`],
  ['control-rows', { found: 999, expected: 1000 }, `${NOT_USED}den har 999 rader, men slutraden säger 1 000`],
  [
    'control-sum',
    { column: 'Belopp', found: '-12345678901234567890.10', expected: '0.00', unread: 0 },
    `${NOT_USED}summan av Belopp är −12345678901234567890,10, men slutraden säger 0,00`,
  ],
  [
    'control-sum',
    { column: 'Belopp', found: '1', expected: '2', unread: 2 },
    `${NOT_USED}summan av Belopp är 1, men slutraden säger 2; i 2 rader går beloppet inte att läsa`,
  ],
  [
    'too-many-rejected',
    { rejected: 6, rows: 10, allowed: 2.5, rule: 'key', column: 'id' },
    `${NOT_USED}6 av 10 rader är avvisade, och tillåtet är 2,5 %; vanligast: nyckeln finns flera gånger (id)`,
  ],
  [
    'personal-number',
    { column: 'Not', rows: 1 },
    `${NOT_USED}kolumnen Not har personnummer eller samordningsnummer i 1 rad utan att vara deklarerad som personuppgift. Deklarera den med personal: hash eller drop, eller låt källan rensa dem och leverera på nytt; filen ligger kvar i .malbild/extracts. Är det andra nummer: not_personal: true`,
  ],
  [
    'like-personal-number',
    { column: 'Not', rows: 2 },
    'Frånvaro: 2 rader i a.csv har tio siffror i kolumnen Not som kan vara personnummer; är de det ska den deklareras med personal, annars med not_personal: true',
  ],
  [
    'content-old',
    { column: 'Datum', received: '2026-05-10', newest: '2026-04-01', within: 10 },
    'Frånvaro: a.csv kom 10 maj 2026, men det senaste i Datum är från 1 april 2026; det ska vara högst 10 dagar gammalt',
  ],
  [
    'content-ahead',
    { column: 'Datum', received: '2026-05-10', rows: 3 },
    'Frånvaro: 3 rader i a.csv har ett datum i Datum som är efter leveransen, 10 maj 2026',
  ],
  ['anomaly-rows', { ...range, value: 412, change: -0.66 }, 'Frånvaro: a.csv har 412 rader, mot normalt 1 200–1 260; 66 % färre'],
  ['anomaly-rows', { low: 0, high: 0, value: 3, change: '' }, 'Frånvaro: a.csv har 3 rader, mot normalt 0'],
  [
    'anomaly-mean',
    { column: 'Belopp', low: 99.5, high: 103.25, value: 10_050.5, change: 99 },
    'Frånvaro: värdena i Belopp är i snitt 10 051 i a.csv, mot normalt 99,5–103,3; 9 900 % högre',
  ],
  [
    'anomaly-empty',
    { column: 'Belopp', low: 0, high: 0.02, value: 1, change: 1 },
    'Frånvaro: 100 % av värdena i Belopp saknas i a.csv, mot normalt 0 %–2 %',
  ],
  [
    'anomaly-keys',
    { column: 'Enhet', low: 20, high: 20, value: 40, change: 1 },
    'Frånvaro: a.csv har 40 olika Enhet, mot normalt 20; 100 % fler',
  ],
  [
    'past-retention',
    { deliveries: 2, months: 24, oldest: '2024-01-10' },
    'Frånvaro: 2 uttag är äldre än gallringstiden, 24 månader, men gäller fortfarande och gallras inte; det äldsta kom 10 januari 2024',
  ],
  [
    'extract-removed',
    { day: '2026-01-11' },
    'Frånvaro: uttaget ur a.csv gallrades 11 januari 2026, så siffror för tiden före går inte att räkna om',
  ],
];

it.each(texts)('%s with %j is told in Swedish', (code, details, text) => {
  expect(findingText({ code, details: { ...about, ...details } }).replaceAll('\u00a0', ' ')).toBe(text);
});

it('every finding of the contract has a row here, and the public reads nothing of file, column or what was found', () => {
  expect(new Set(texts.map(([code]) => code))).toEqual(new Set(Object.keys(contractFindings)));
  for (const [code, details] of texts) {
    const text = publicFindingText({ code, details: { ...about, ...details } });
    expect(text).toMatch(/^Frånvaro: /);
    expect(text).not.toMatch(/a\.csv|Enhet|Avd|Antal|Belopp|Not\b|Datum|412|10051|malbild/);
  }
});
