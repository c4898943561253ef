import { unreadable } from './finding-text.ts';
import type { FindingText } from './finding-text.ts';

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
      `${d.source}: kolumnen ${d.column} saknas i ${d.file}${d.nearest === '' ? '' : `; där finns ${d.nearest}, som inte är deklarerad`}`,
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
  kolada: {
    text: d => `${d.source}: ${d.file} har inte formen av ett svar ur Koladas API v3`,
    public: unreadable,
  },
  'more-pages': {
    text: d => `${d.source}: ${d.file} är en sida av flera ur Koladas API; resten kan saknas`,
    public: d => `${d.source}: en leverans är en del av flera, och resten kan saknas`,
  },
} satisfies Record<string, FindingText>;
