import { expect, it } from 'vitest';
import { findingText } from '../../pipeline/messages/findings.ts';

const about = { source: 'Frånvaro', file: 'a.csv' };

it.each<[string, Record<string, string | number>, string]>([
  ['name-pattern', { detail: '2026-02-30' }, 'Frånvaro: filnamnet a.csv följer inte mönstret (2026-02-30), så filen läses inte'],
  ['period-in-name', { detail: '2026-13' }, 'Frånvaro: perioden 2026-13 i filnamnet a.csv är inte en månad, så filen läses inte'],
  ['unreadable', { detail: 'EACCES' }, 'Frånvaro: a.csv går inte att läsa (EACCES)'],
  ['unreadable', { detail: 'changing' }, 'Frånvaro: a.csv ändrades medan den lästes och läses vid nästa körning'],
  ['no-delivery', { location: 'in/*.csv', day: '2026-02-01' }, 'Frånvaro: ingen leverans hade kommit till in/*.csv den 1 februari 2026'],
  ['no-delivery', { location: '', day: '2026-02-01' }, 'Frånvaro: inget hade hämtats den 1 februari 2026'],
  [
    'fetch-failed',
    { file: 'http', detail: 'unreachable: HTTP 503' },
    'Frånvaro: hämtningen (http) gav inget nytt: inget fullständigt svar kom (HTTP 503); det som hämtats tidigare gäller',
  ],
  [
    'ids-without-data',
    { file: 'values.json', kind: 'kpi', ids: 'N00001, N00002' },
    'Frånvaro: values.json har inga uppgifter för nyckeltalen N00001, N00002, som efterfrågades',
  ],
  ['extract-unreadable', { code: 'ENOENT' }, 'Frånvaro: uttaget ur a.csv går inte att läsa (ENOENT); lägg in filen på nytt'],
  ['encoding', { encoding: 'utf-8', looks: '' }, 'Frånvaro: a.csv är inte kodad i utf-8'],
  ['no-header', {}, 'Frånvaro: a.csv saknar rubrikrad'],
  [
    'missing-column',
    { column: 'Enhet', nearest: 'Enhetsnr' },
    'Frånvaro: kolumnen Enhet saknas i a.csv; där finns Enhetsnr, som inte är deklarerad',
  ],
  ['duplicate-column', { column: 'Kön' }, 'Frånvaro: kolumnen Kön finns två gånger i a.csv'],
  ['extra-column', { columns: 'c, d' }, 'Frånvaro: a.csv har kolumner som inte är deklarerade och inte läses: c, d'],
  ['csv-quotes', {}, 'Frånvaro: citattecknen i a.csv går inte ihop, så det är oklart var raderna slutar'],
  ['json', {}, 'Frånvaro: a.csv är inte giltig JSON'],
  ['json-records', { path: 'data.items' }, 'Frånvaro: a.csv har ingen lista med poster under data.items'],
  ['kolada', {}, 'Frånvaro: a.csv har inte formen av ett svar ur Koladas API v3'],
  ['more-pages', {}, 'Frånvaro: a.csv är en sida av flera ur Koladas API; resten kan saknas'],
  [
    'rejected-rows',
    { rows: 1, rule: 'key', column: 'Period, Anställd' },
    'Frånvaro: 1 rad är avvisad i a.csv: nyckeln finns flera gånger (Period, Anställd)',
  ],
])('%s with %j is told in Swedish', (code, details, text) => {
  expect(findingText({ code, details: { ...about, ...details } })).toBe(text);
});
