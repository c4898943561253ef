import { expect, it } from 'vitest';
import { findingText, publicFindingText } from '../../pipeline/messages/findings.ts';

const about = { source: 'Frånvaro', file: 'a.csv' };

it.each<[string, Record<string, string | number>, string]>([
  ['name-pattern', { detail: '2026-02-30' }, 'Frånvaro: filnamnet a.csv följer inte mönstret (2026-02-30), så filen läses inte'],
  [
    'period-in-name',
    { detail: '2026-13' },
    'Frånvaro: perioden 2026-13 i filnamnet a.csv är varken en månad eller en längre period vars månader raderna anger, så filen läses inte',
  ],
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
  [
    'missing-column',
    { column: 'region', nearest: '', there: 'Region, Tid' },
    'Frånvaro: kolumnen region saknas i a.csv; kuben har Region, Tid',
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
  ['ndjson', {}, 'Frånvaro: a.csv har ingen rad som är ett JSON-objekt'],
  ['too-large', { what: 'line', limit: 16_000_000 }, 'Frånvaro: a.csv är för stor att läsa: en rad har mer än 16\u00a0000\u00a0000 tecken'],
  ['too-large', { what: 'file', limit: 64_000_000 }, 'Frånvaro: a.csv är för stor att läsa: filen har mer än 64\u00a0000\u00a0000 byte'],
  ['too-large', { what: 'record', limit: 1000 }, 'Frånvaro: a.csv är för stor att läsa: en post har mer än 1\u00a0000 tecken'],
  ['too-deep', { limit: 100 }, 'Frånvaro: a.csv har element i fler än 100 nivåer'],
  ['xml', {}, 'Frånvaro: a.csv är inte välformad XML'],
  ['xml-doctype', {}, 'Frånvaro: a.csv har en DTD (<!DOCTYPE>), och sådana filer läses inte'],
  [
    'xml-encoding',
    { found: 'ISO-8859-1', encoding: 'utf-8' },
    'Frånvaro: a.csv säger att den är kodad i ISO-8859-1, men utf-8 är deklarerat',
  ],
  ['xml-records', { path: 'r/a', found: 'fel' }, 'Frånvaro: a.csv har inga poster under r/a; där finns fel'],
  ['unseen-column', { columns: '@dnr, status' }, 'Frånvaro: ingen post i a.csv har @dnr, status'],
  ['parquet', {}, 'Frånvaro: a.csv går inte att läsa som Parquet'],
  ['kolada', {}, 'Frånvaro: a.csv har inte formen av ett svar ur Koladas API v3'],
  ['more-pages', {}, 'Frånvaro: a.csv är en sida av flera ur Koladas API; resten kan saknas'],
  ['sie', {}, 'Frånvaro: a.csv är inte en SIE-fil av typ 1 till 4'],
  ['sie-unclosed', {}, 'Frånvaro: a.csv har en verifikation som aldrig slutar; filen kan vara avkapad'],
  ['sie-checksum', { missing: 0 }, 'Frånvaro: kontrollsumman (#KSUMMA) i a.csv stämmer inte; filen har ändrats på vägen'],
  ['sie-checksum', { missing: 1 }, 'Frånvaro: kontrollsumman (#KSUMMA) i a.csv saknas i slutet; filen kan vara avkapad'],
  [
    'sie-format',
    { encoding: 'cp437', says: 'ISO 8859-1' },
    'Frånvaro: a.csv säger sig vara skriven i ISO 8859-1 (#FORMAT), men läses som cp437; deklarera encoding',
  ],
  ['sie-kind', { type: '4I', records: 'year-balances' }, 'Frånvaro: a.csv är en SIE-fil av typ 4I, som inte har årssaldon'],
  [
    'sie-people',
    { column: 'dim.30', dimension: '7' },
    'Frånvaro: kolumnen dim.30 ligger under dimension 7 i a.csv, där personer anges; deklarera personal',
  ],
  [
    'sie-level',
    { level: 'total', instead: 'parts' },
    'Frånvaro: poster utan objekt är inte kontots total i a.csv, utan det som inget objekt bär; level: total läser då för lite, deklarera level: parts',
  ],
  [
    'sie-level',
    { level: 'parts', instead: 'total' },
    'Frånvaro: poster utan objekt är kontots total i a.csv, och objektens belopp ingår i den; level: parts räknar dem två gånger, deklarera level: total eller en dimension',
  ],
  ['sie-none-at-level', { level: 'dim.1' }, 'Frånvaro: a.csv har poster, men ingen på den nivå som är deklarerad (dim.1)'],
  ['sie-heading', { posts: '#SIETYP, #RAR' }, 'Frånvaro: a.csv saknar poster som alla SIE-filer av sin typ har: #SIETYP, #RAR'],
  ['sie-unbalanced', { vouchers: 1, lines: '12' }, 'Frånvaro: 1 verifikation i a.csv är inte i balans (rad 12)'],
  [
    'sie-added',
    { posts: 2, lines: '12, 15' },
    'Frånvaro: 2 tillagda rader (#RTRANS) i a.csv följs inte av samma rad som #TRANS, och räknas inte (rad 12, 15)',
  ],
  ['sie-total-differs', { months: 2, lines: '3, 4' }, 'Frånvaro: för 2 kontomånader i a.csv är totalen inte summan av objekten (rad 3, 4)'],
  [
    'sie-without-object',
    { months: 1, dimension: '1' },
    'Frånvaro: 1 kontomånad i a.csv har belopp men inget objekt i dimension 1, och är inte med',
  ],
  ['sie-no-total', { months: 1, lines: '3' }, 'Frånvaro: 1 kontomånad i a.csv har objekt men ingen total (rad 3)'],
  [
    'sie-control',
    { accounts: 1, lines: '3' },
    'Frånvaro: för 1 konto i a.csv är summan en annan än filens egna saldon (#RES, eller #UB minus #IB; rad 3)',
  ],
  [
    'json-stat',
    { class: 'collection', version: '2.0' },
    'Frånvaro: a.csv är inte en datamängd (dataset) i json-stat 2; filen säger class collection och version 2.0',
  ],
  ['json-stat', { class: '', version: '1.3' }, 'Frånvaro: a.csv är inte en datamängd (dataset) i json-stat 2; filen säger version 1.3'],
  ['json-stat', { class: '', version: '' }, 'Frånvaro: a.csv är inte en datamängd (dataset) i json-stat 2'],
  ['px', {}, 'Frånvaro: a.csv följer inte PX-formatet'],
  [
    'px-charset',
    { said: 'DOS', encoding: 'windows-1252' },
    'Frånvaro: a.csv säger att den är kodad i DOS, och lästes som windows-1252; stämmer å, ä och ö?',
  ],
  ['px-unfinished', {}, 'Frånvaro: slutet saknas i a.csv, så den sista uppgiften kan vara avklippt'],
  ['px-row', {}, 'Frånvaro: en rad i a.csv gäller en kategori som inte finns, står två gånger eller har fel antal celler'],
  ['cube-part', { part: 'size' }, 'Frånvaro: size i a.csv saknas eller har inte den form som formatet föreskriver'],
  ['cube-size', { dimension: 'Tid', categories: 2 }, 'Frånvaro: dimensionen Tid i a.csv har 2 kategorier, och size säger ett annat antal'],
  ['cube-cells', { expected: 8, found: 3 }, 'Frånvaro: a.csv ska ha 8 celler efter sina dimensioner, och har 3'],
  ['cube-too-large', { cells: 20, most: 10 }, 'Frånvaro: a.csv beskriver 20 celler, och högst 10 läses ur en fil som utelämnar celler'],
  ['cube-dimension-twice', { dimension: 'Tid' }, 'Frånvaro: dimensionen Tid finns två gånger i a.csv'],
  ['cube-category-twice', { dimension: 'Tid' }, 'Frånvaro: en kategori finns två gånger i dimensionen Tid i a.csv'],
  [
    'rejected-rows',
    { rows: 1, rule: 'key', column: 'Period, Anställd' },
    'Frånvaro: 1 rad är avvisad i a.csv: nyckeln finns flera gånger (Period, Anställd)',
  ],
])('%s with %j is told in Swedish', (code, details, text) => {
  expect(findingText({ code, details: { ...about, ...details } })).toBe(text);
});

it('what the public reads of a SIE file is rule and count, never a file, line or column', () => {
  const details = {
    ...about,
    lines: '12, 15',
    posts: 2,
    vouchers: 2,
    months: 2,
    accounts: 2,
    dimension: '7',
    column: 'dim.7',
    level: 'dim.7',
  };
  const codes = ['sie-unclosed', 'sie-heading', 'sie-unbalanced', 'sie-added', 'sie-total-differs', 'sie-without-object', 'sie-no-total'];
  for (const code of [...codes, 'sie', 'sie-people', 'sie-level', 'sie-none-at-level', 'sie-control'])
    expect(publicFindingText({ code, details })).toMatch(/^Frånvaro: (?!.*(a\.csv|12|dim|7|#))/);
});
