import { formatNumber } from '../../contract/format-number.ts';
import { unreadable } from './finding-text.ts';
import type { FindingText } from './finding-text.ts';

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
} satisfies Record<string, FindingText>;
