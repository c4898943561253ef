import { formatNumber } from '../../contract/format-number.ts';
import { unreadable } from './finding-text.ts';
import type { Details, FindingText } from './finding-text.ts';

/** What a JSON document says that it is, where it says so. */
const saidKind = (d: Details): string =>
  [d.class === '' ? [] : [`class ${d.class}`], d.version === '' ? [] : [`version ${d.version}`]].flat().join(' och ');

/** What is larger than is read at once, and in what it is measured. */
const largeTexts: Readonly<Record<string, (limit: string) => string>> = {
  file: limit => `filen har mer än ${limit} byte`,
  record: limit => `en post har mer än ${limit} tecken`,
  line: limit => `en rad har mer än ${limit} tecken`,
};

/** Why an extract cannot be read, or what is odd in it. */
export const formatFindings = {
  'extract-unreadable': {
    text: d => `${d.source}: uttaget ur ${d.file} går inte att läsa (${d.code}); lägg in filen på nytt`,
    public: unreadable,
  },
  encoding: {
    text: d => `${d.source}: ${d.file} är inte kodad i ${d.encoding}${d.looks === '' ? '' : `; filen ser ut som ${d.looks}`}`,
    public: unreadable,
  },
  'no-header': {
    text: d => `${d.source}: ${d.file} saknar rubrikrad`,
    public: unreadable,
  },
  'missing-column': {
    text: d =>
      `${d.source}: kolumnen ${d.column} saknas i ${d.file}${d.nearest === '' ? '' : `; där finns ${d.nearest}, som inte är deklarerad`}${d.there === undefined ? '' : `; kuben har ${d.there}`}`,
    public: unreadable,
  },
  'duplicate-column': {
    text: d => `${d.source}: kolumnen ${d.column} finns två gånger i ${d.file}`,
    public: unreadable,
  },
  'extra-column': {
    text: d => `${d.source}: ${d.file} har kolumner som inte är deklarerade och inte läses: ${d.columns}`,
    public: d => `${d.source}: en leverans har uppgifter som inte är deklarerade och inte läses`,
  },
  'csv-quotes': {
    text: d => `${d.source}: citattecknen i ${d.file} går inte ihop, så det är oklart var raderna slutar`,
    public: unreadable,
  },
  'old-xlsx': {
    text: d => `${d.source}: ${d.file} är lösenordsskyddad eller sparad i formatet .xls; spara den som .xlsx utan lösenord`,
    public: unreadable,
  },
  'not-xlsx': {
    text: d => `${d.source}: ${d.file} är inte en arbetsbok i formatet .xlsx`,
    public: unreadable,
  },
  'xlsx-sheet': {
    text: d =>
      `${d.source}: ${d.sheet === '' ? `${d.file} har inte exakt ett blad, så det måste deklareras vilket som ska läsas` : `bladet ${d.sheet} finns inte i ${d.file}`}; där finns ${d.sheets}`,
    public: unreadable,
  },
  xlsx: {
    text: d => `${d.source}: delen ${d.part} i arbetsboken ${d.file} är skadad`,
    public: unreadable,
  },
  json: {
    text: d => `${d.source}: ${d.file} är inte giltig JSON`,
    public: unreadable,
  },
  'json-records': {
    text: d => `${d.source}: ${d.file} har ingen lista med poster${d.path === '' ? '' : ` under ${d.path}`}`,
    public: unreadable,
  },
  ndjson: {
    text: d => `${d.source}: ${d.file} har ingen rad som är ett JSON-objekt`,
    public: unreadable,
  },
  'too-large': {
    text: d => `${d.source}: ${d.file} är för stor att läsa: ${largeTexts[d.what!]!(formatNumber(Number(d.limit), 0))}`,
    public: unreadable,
  },
  'too-deep': {
    text: d => `${d.source}: ${d.file} har element i fler än ${d.limit} nivåer`,
    public: unreadable,
  },
  xml: {
    text: d => `${d.source}: ${d.file} är inte välformad XML`,
    public: unreadable,
  },
  'xml-doctype': {
    text: d => `${d.source}: ${d.file} har en DTD (<!DOCTYPE>), och sådana filer läses inte`,
    public: unreadable,
  },
  'xml-encoding': {
    text: d => `${d.source}: ${d.file} säger att den är kodad i ${d.found}, men ${d.encoding} är deklarerat`,
    public: unreadable,
  },
  'xml-records': {
    text: d => `${d.source}: ${d.file} har inga poster under ${d.path}; där finns ${d.found}`,
    public: unreadable,
  },
  'unseen-column': {
    text: d => `${d.source}: ingen post i ${d.file} har ${d.columns}`,
    public: d => `${d.source}: en leverans saknar uppgifter som är deklarerade`,
  },
  parquet: {
    text: d => `${d.source}: ${d.file} går inte att läsa som Parquet`,
    public: unreadable,
  },
  kolada: {
    text: d => `${d.source}: ${d.file} har inte formen av ett svar ur Koladas API v3`,
    public: unreadable,
  },
  'more-pages': {
    text: d => `${d.source}: ${d.file} är en sida av flera ur Koladas API; resten kan saknas`,
    public: d => `${d.source}: en leverans är en del av flera, och resten kan saknas`,
  },
  'json-stat': {
    text: d =>
      `${d.source}: ${d.file} är inte en datamängd (dataset) i json-stat 2${saidKind(d) === '' ? '' : `; filen säger ${saidKind(d)}`}`,
    public: unreadable,
  },
  px: {
    text: d => `${d.source}: ${d.file} följer inte PX-formatet`,
    public: unreadable,
  },
  'px-charset': {
    text: d => `${d.source}: ${d.file} säger att den är kodad i ${d.said}, och lästes som ${d.encoding}; stämmer å, ä och ö?`,
    public: d => `${d.source}: en leverans säger att den är kodad på ett annat sätt än den lästes`,
  },
  'px-unfinished': {
    text: d => `${d.source}: slutet saknas i ${d.file}, så den sista uppgiften kan vara avklippt`,
    public: unreadable,
  },
  'px-row': {
    text: d => `${d.source}: en rad i ${d.file} gäller en kategori som inte finns, står två gånger eller har fel antal celler`,
    public: unreadable,
  },
  'cube-part': {
    text: d => `${d.source}: ${d.part} i ${d.file} saknas eller har inte den form som formatet föreskriver`,
    public: unreadable,
  },
  'cube-size': {
    text: d => `${d.source}: dimensionen ${d.dimension} i ${d.file} har ${d.categories} kategorier, och size säger ett annat antal`,
    public: unreadable,
  },
  'cube-cells': {
    text: d => `${d.source}: ${d.file} ska ha ${d.expected} celler efter sina dimensioner, och har ${d.found}`,
    public: unreadable,
  },
  'cube-too-large': {
    text: d => `${d.source}: ${d.file} beskriver ${d.cells} celler, och högst ${d.most} läses ur en fil som utelämnar celler`,
    public: unreadable,
  },
  'cube-dimension-twice': {
    text: d => `${d.source}: dimensionen ${d.dimension} finns två gånger i ${d.file}`,
    public: unreadable,
  },
  'cube-category-twice': {
    text: d => `${d.source}: en kategori finns två gånger i dimensionen ${d.dimension} i ${d.file}`,
    public: unreadable,
  },
} satisfies Record<string, FindingText>;
