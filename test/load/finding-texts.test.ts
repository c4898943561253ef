import { expect, it } from 'vitest';
import { findingText } from '../../pipeline/messages/findings.ts';

const about = { source: 'Frånvaro', file: 'a.csv' };

it.each<[string, Record<string, string | number>, string]>([
  ['name-pattern', { detail: '2026-02-30' }, 'Frånvaro: filnamnet a.csv följer inte mönstret (2026-02-30), så filen läses inte'],
  ['period-in-name', { detail: '2026-13' }, 'Frånvaro: perioden 2026-13 i filnamnet a.csv är inte en månad, så filen läses inte'],
  ['unreadable', { detail: 'EACCES' }, 'Frånvaro: a.csv går inte att läsa (EACCES)'],
  ['unreadable', { detail: 'changing' }, 'Frånvaro: a.csv ändrades medan den lästes och läses vid nästa körning'],
  ['no-delivery', { location: 'in/*.csv', day: '2026-02-01' }, 'Frånvaro: ingen leverans hade kommit till in/*.csv den 1 februari 2026'],
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
  ['old-xlsx', {}, 'Frånvaro: a.csv är lösenordsskyddad eller sparad i formatet .xls; spara den som .xlsx utan lösenord'],
  ['not-xlsx', {}, 'Frånvaro: a.csv är inte en arbetsbok i formatet .xlsx'],
  [
    'xlsx-sheet',
    { sheet: '', sheets: 'Blad1, Blad2' },
    'Frånvaro: a.csv har inte exakt ett blad, så det måste deklareras vilket som ska läsas; där finns Blad1, Blad2',
  ],
  ['xlsx-sheet', { sheet: 'Data', sheets: 'Blad1' }, 'Frånvaro: bladet Data finns inte i a.csv; där finns Blad1'],
  ['xlsx', { part: 'xl/styles.xml' }, 'Frånvaro: delen xl/styles.xml i arbetsboken a.csv är skadad'],
  ['archive', { why: 'damaged' }, 'Frånvaro: a.csv går inte att packa upp: filen är avkortad, skadad eller av en annan sort'],
  ['archive', { why: 'encrypted' }, 'Frånvaro: a.csv går inte att packa upp: filen är krypterad'],
  ['archive', { why: 'method' }, 'Frånvaro: a.csv går inte att packa upp: filen är packad på ett sätt som inte läses'],
  ['archive', { why: 'too-large' }, 'Frånvaro: a.csv går inte att packa upp: innehållet är orimligt stort'],
  ['archive', { why: 'too-many' }, 'Frånvaro: a.csv går inte att packa upp: arkivet har orimligt många filer'],
  ['archive-entry', { entry: '', files: '' }, 'Frånvaro: a.csv har inte exakt en fil i sig'],
  [
    'archive-entry',
    { entry: '*.txt', files: 'a.csv, b.csv' },
    'Frånvaro: a.csv har inte exakt en fil som heter *.txt; där finns a.csv, b.csv',
  ],
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
