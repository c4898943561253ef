import { formatNumber } from '../../contract/format-number.ts';
import { round } from '../../contract/round.ts';
import { ruleTexts } from './delivery-findings.ts';
import { day, rows } from './finding-text.ts';
import type { Details, FindingText } from './finding-text.ts';

/** Column types and what cells look like. */
const TYPES: Readonly<Record<string, string>> = {
  text: 'text',
  integer: 'heltal',
  decimal: 'decimaltal',
  grouped: 'tal med mellanrum mellan tusental',
  date: 'datum',
  month: 'månader',
  boolean: 'ja eller nej',
  timestamp: 'datum med klockslag',
  'date-time': 'datum med klockslag',
};
const number = (value: string | number | undefined): string => {
  const size = Math.abs(Number(value));
  return formatNumber(Number(value), Number.isInteger(size) || size >= 1000 ? 0 : size >= 10 ? 1 : 2);
};
const count = (value: string | number | undefined): string => formatNumber(Number(value), 0);
const percent = (share: string | number | undefined): string => `${formatNumber(100 * Number(share), 0)} %`;
/** With a decimal where there is one. */
const upTo = (value: string | number | undefined): string => formatNumber(Number(value), round(Number(value), 1) % 1 === 0 ? 0 : 1);
/** An exact decimal, whatever its size: `-1234.50` as `−1234,50`. */
const exact = (text: string | number | undefined): string => String(text).replace('-', '\u2212').replace('.', ',');
const unused = (file: string | number | undefined): string => `${file} används inte`;

const notUsed = (d: Details): string => `${d.source}: en leverans används inte, eftersom den inte är som den ska`;
const unusual = (d: Details): string => `${d.source}: en leverans är ovanlig till sin mängd`;
const normal = (d: Details, write: (value: string | number | undefined) => string): string =>
  write(d.low) === write(d.high) ? `mot normalt ${write(d.low)}` : `mot normalt ${write(d.low)}–${write(d.high)}`;
const change = (d: Details, less: string, more: string): string =>
  d.change === '' ? '' : `; ${percent(Math.abs(Number(d.change)))} ${Number(d.change) < 0 ? less : more}`;

function allowedRows({ min, max }: Details): string {
  if (max === '') return `minst ${count(min)}`;
  return min === '' ? `högst ${count(max)}` : `${count(min)}–${count(max)}`;
}

/** What is found of deliveries against what their source promises beyond columns and types. */
export const contractFindings = {
  'aliased-column': {
    text: d => `${d.source}: kolumnen ${d.column} heter ${d.alias} i ${d.file}, som är ett av dess kända namn`,
    public: d => `${d.source}: en kolumn har bytt namn till ett annat känt namn`,
  },
  'reordered-columns': {
    text: d =>
      `${d.source}: kolumnerna i ${d.file} står i en annan ordning än i leveransen före; de läses efter namn, så siffrorna påverkas inte`,
    public: d => `${d.source}: en leverans har sina kolumner i ny ordning; siffrorna påverkas inte`,
  },
  'retyped-column': {
    text: d =>
      `${d.source}: kolumnen ${d.column} är deklarerad som ${TYPES[String(d.type)]}, men ${count(d.rows)} av ${count(d.cells)} värden i ${d.file} är inte skrivna så${d.looks === '' ? '' : `; de ser ut som ${TYPES[String(d.looks)]}`}. Leveransen används inte`,
    public: notUsed,
  },
  'row-range': {
    text: d => `${d.source}: ${unused(d.file)}: den har ${count(d.rows)} rader, och tillåtet är ${allowedRows(d)}`,
    public: notUsed,
  },
  'trailer-missing': {
    text: d => `${d.source}: ${unused(d.file)}: slutraden med antal eller summa saknas, så filen kan vara avkortad`,
    public: notUsed,
  },
  'trailer-twice': {
    text: d => `${d.source}: ${unused(d.file)}: den har flera slutrader, som om flera filer var hopslagna`,
    public: notUsed,
  },
  'trailer-unread': {
    text: d => `${d.source}: ${unused(d.file)}: antalet eller summan på slutraden är inte ett tal`,
    public: notUsed,
  },
  'control-rows': {
    text: d => `${d.source}: ${unused(d.file)}: den har ${count(d.found)} rader, men slutraden säger ${count(d.expected)}`,
    public: notUsed,
  },
  'control-sum': {
    text: d =>
      `${d.source}: ${unused(d.file)}: summan av ${d.column} är ${exact(d.found)}, men slutraden säger ${exact(d.expected)}${d.unread === 0 ? '' : `; i ${rows(d.unread)} går beloppet inte att läsa`}`,
    public: notUsed,
  },
  'too-many-rejected': {
    text: d =>
      `${d.source}: ${unused(d.file)}: ${count(d.rejected)} av ${count(d.rows)} rader är avvisade, och tillåtet är ${upTo(d.allowed)} %; vanligast: ${ruleTexts[String(d.rule) as keyof typeof ruleTexts]}${d.column === '' ? '' : ` (${d.column})`}`,
    public: notUsed,
  },
  'personal-number': {
    text: d =>
      `${d.source}: ${unused(d.file)}: kolumnen ${d.column} har personnummer eller samordningsnummer i ${rows(d.rows)} utan att vara deklarerad som personuppgift. Deklarera den med personal: hash eller drop, eller låt källan rensa dem och leverera på nytt; filen ligger kvar i .malbild/extracts. Är det andra nummer: not_personal: true`,
    public: notUsed,
  },
  'like-personal-number': {
    text: d =>
      `${d.source}: ${rows(d.rows)} i ${d.file} har tio siffror i kolumnen ${d.column} som kan vara personnummer; är de det ska den deklareras med personal, annars med not_personal: true`,
    public: d => `${d.source}: en kolumn granskas, eftersom den kan ha uppgifter som inte ska vara där`,
  },
  'content-old': {
    text: d =>
      `${d.source}: ${d.file} kom ${day(d.received)}, men ${d.newest === '' ? `inget datum i ${d.column} är från före dess` : `det senaste i ${d.column} är från ${day(d.newest)}`}; det ska vara högst ${d.within} dagar gammalt`,
    public: d => `${d.source}: den senaste leveransen har bara gamla uppgifter`,
  },
  'content-ahead': {
    text: d => `${d.source}: ${rows(d.rows)} i ${d.file} har ett datum i ${d.column} som är efter leveransen, ${day(d.received)}`,
    public: d => `${d.source}: ${rows(d.rows)} har ett datum som är efter leveransen`,
  },
  'anomaly-rows': {
    text: d => `${d.source}: ${d.file} har ${count(d.value)} rader, ${normal(d, count)}${change(d, 'färre', 'fler')}`,
    public: unusual,
  },
  'anomaly-mean': {
    text: d =>
      `${d.source}: värdena i ${d.column} är i snitt ${number(d.value)} i ${d.file}, ${normal(d, number)}${change(d, 'lägre', 'högre')}`,
    public: unusual,
  },
  'anomaly-empty': {
    text: d => `${d.source}: ${percent(d.value)} av värdena i ${d.column} saknas i ${d.file}, ${normal(d, percent)}`,
    public: unusual,
  },
  'anomaly-keys': {
    text: d => `${d.source}: ${d.file} har ${count(d.value)} olika ${d.column}, ${normal(d, count)}${change(d, 'färre', 'fler')}`,
    public: unusual,
  },
  'past-retention': {
    text: d =>
      `${d.source}: ${d.deliveries === 1 ? '1 uttag' : `${d.deliveries} uttag`} är äldre än gallringstiden, ${d.months} månader, men gäller fortfarande och gallras inte; det äldsta kom ${day(d.oldest)}`,
    public: d => `${d.source}: en del av uppgifterna är äldre än deras gallringstid, men gäller fortfarande`,
  },
  'extract-removed': {
    text: d => `${d.source}: uttaget ur ${d.file} gallrades ${day(d.day)}, så siffror för tiden före går inte att räkna om`,
    public: d => `${d.source}: en äldre leverans är gallrad och går inte att räkna om`,
  },
} satisfies Record<string, FindingText>;
