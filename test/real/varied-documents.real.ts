import { readFileSync } from 'node:fs';
import { real } from './real-files.ts';
import { key, latin1, same, text, textIn, told, utf16, vary, type Kind } from './vary.ts';

interface Dataset {
  id: string[];
  size: number[];
  dimension: Record<string, { label?: string; category: { index: Record<string, number> | string[]; label?: object } }>;
  value: unknown;
  status?: unknown;
}
const CUBE = ['scb-jsonstat2', 'regso_socioek.json'];
function dataset(change: (it: Dataset & { value: (number | null)[]; status: Record<string, string> }) => object): string {
  const it = JSON.parse(textIn(...CUBE)) as Dataset & { value: (number | null)[]; status: Record<string, string> };
  return JSON.stringify(change(it));
}
const cube: Kind = {
  kind: 'SCB, json-stat2',
  path: CUBE,
  format: { type: 'json-stat2' },
  columns: {
    Region: text('region', key),
    ContentsCode: text('contents', key),
    Tid: { name: 'year', type: 'date', written: 'year', ...key },
    value: { name: 'value', type: 'decimal(8,1)' },
    status: text('status'),
  },
  variants: [
    same('without byte order mark', textIn(...CUBE)),
    same('over many lines', JSON.stringify(JSON.parse(textIn(...CUBE)), null, 2)),
    same(
      'values by cell',
      dataset(it => ({ ...it, value: Object.fromEntries(it.value.flatMap((v, i) => (v === null ? [] : [[i, v]]))) })),
    ),
    same(
      'a status for each cell',
      dataset(it => ({ ...it, status: it.value.map((_, i) => it.status[i] ?? null) })),
    ),
    same(
      'codes as a list',
      dataset(it => {
        for (const { category } of Object.values(it.dimension)) category.index = Object.keys(category.index);
        return it;
      }),
    ),
    same(
      'another dimension, of one category',
      dataset(it => ({
        ...it,
        id: ['Kon', ...it.id],
        size: [1, ...it.size],
        dimension: { ...it.dimension, Kon: { category: { index: { '1+2': 0 }, label: { '1+2': 'totalt' } } } },
      })),
    ),
    told(
      'a value too few',
      dataset(it => ({ ...it, value: it.value.slice(1) })),
      'cube-cells:-',
    ),
    told('a renamed dimension', dataset(it => it).replaceAll('"ContentsCode"', '"Innehall"'), 'missing-column:-'),
    told(
      'json-stat of version 1',
      dataset(it => ({ dataset: it })),
      'json-stat:-',
    ),
    told('an error in its place', '{"type":"Parameter error","title":"Too many cells selected","status":403}', 'json-stat:-'),
    told('a page in its place', '<html>503</html>', 'json:1'),
  ],
};

const PX = ['px', 'PR0101B3.px'];
const px = readFileSync(real(...PX), 'latin1');
const pcAxis: Kind = {
  kind: 'SCB, PX',
  path: PX,
  format: { type: 'px' },
  columns: {
    'Product group': text('group', key),
    period: { name: 'month', type: 'month', written: 'pxweb', ...key },
    value: { name: 'value', type: 'decimal(6,2)' },
    status: text('status'),
  },
  variants: [
    same('LF', latin1(px.replaceAll('\r\n', '\n'))),
    same('CRLF', latin1(px.replace(/\r?\n/g, '\r\n'))),
    same('UTF-8', Buffer.from(px), { encoding: 'utf-8' }),
    same(
      'its cells on one line',
      latin1(px.replace(/DATA=([^;]*);/, (_, cells: string) => `DATA=${cells.trim().split(/\s+/).join(' ')};`)),
    ),
    told('cut', latin1(px.slice(0, -200)), 'px-unfinished:55'),
    told('decimal commas', latin1(px.replace(/(\d)\.(\d)/g, '$1,$2')), 'cube-cells:-'),
    told('a renamed variable', latin1(px.replaceAll('Product group', 'Varugrupp')), 'missing-column:-'),
  ],
};

const BODY = ['kolada-v3-raw', 'kolada_soliditet.json'];
const answer = textIn(...BODY);
const kolada: Kind = {
  kind: 'Kolada v3',
  path: BODY,
  format: { type: 'kolada-v3' },
  columns: {
    kpi: text('kpi', key),
    municipality: text('municipality', key),
    period: { name: 'year', type: 'date', written: 'year', ...key },
    gender: text('gender', key),
    status: text('status'),
    value: { name: 'value', type: 'decimal(18,8)' },
  },
  variants: [
    same('without byte order mark', answer),
    same('over many lines', JSON.stringify(JSON.parse(answer), null, 2)),
    same('years as text', answer.replace(/"period":(\d+)/g, '"period":"$1"')),
    told('cut', answer.slice(0, 5000), 'json:1'),
    told('a list, as other versions have it', JSON.stringify((JSON.parse(answer) as { values: object }).values), 'kolada:-'),
    told('UTF-16, as a shell writes it', utf16(answer), 'encoding:1'),
  ],
};

const LEDGER = ['sie', 'transaktioner_ovnbolag.se'];
const ledger = readFileSync(real(...LEDGER), 'latin1');
const LETTERS: Readonly<Record<string, string>> = { '\x86': 'å', '\x84': 'ä', '\x94': 'ö', '\x8f': 'Å', '\x8e': 'Ä', '\x99': 'Ö' };
const decoded = ledger.replace(/[\x80-\xff]/g, byte => LETTERS[byte]!);
const lineOf = (last: string) => ledger.slice(0, ledger.lastIndexOf(last)).split('\n').length;
const sie: Kind = {
  kind: 'SIE 4',
  path: LEDGER,
  format: { type: 'sie', records: 'transactions' },
  columns: {
    serie: text('series'),
    vernr: text('number'),
    datum: { name: 'day', type: 'date' },
    konto: text('account'),
    belopp: { name: 'amount', type: 'decimal(14,2)', required: true },
  },
  variants: [
    same('LF', latin1(ledger.replaceAll('\r', ''))),
    same('Windows-1252', latin1(decoded), { encoding: 'windows-1252' }),
    same('UTF-8 with byte order mark', `\ufeff${decoded}`, { encoding: 'utf-8' }),
    same('tabs between fields', latin1(ledger.replace(/^(\s*#\w+) /gm, '$1\t'))),
    same('accounts in quotes', latin1(ledger.replace(/#TRANS +(\d+)/g, '#TRANS "$1"'))),
    told('cut before its vouchers', latin1(ledger.slice(0, ledger.indexOf('#VER'))), 'sie-control:1731'),
    told('cut in a voucher', latin1(ledger.slice(0, ledger.lastIndexOf('#TRANS'))), `sie-unclosed:${lineOf('#VER')}`),
    {
      is: 'decimal commas',
      content: latin1(ledger.replace(/(\d)\.(\d\d)\b/g, '$1,$2')),
      gives: { rejected: 671, by: 'type belopp' },
    },
  ],
};

const PERMITS = ['byggr-xml', 'arendeexport.GetUpdatedArenden.200.xml'];
const permits = textIn(...PERMITS);
const byggr: Kind = {
  kind: 'ByggR, XML',
  path: PERMITS,
  format: { type: 'xml', records: 'Envelope/Body/GetUpdatedArendenResponse/GetUpdatedArendenResult/Arenden/arende' },
  columns: {
    '@dnr': text('number', key),
    status: text('status'),
    ankomstDatum: { name: 'received', type: 'date', required: true },
    slutDatum: { name: 'ended', type: 'date' },
  },
  variants: [
    same('CRLF and a byte order mark', `\ufeff${permits.replace(/\r?\n/g, '\r\n')}`),
    same('Windows-1252', Buffer.from(`<?xml version="1.0" encoding="windows-1252"?>${permits.replace(/^<\?.*?\?>/, '')}`, 'latin1'), {
      encoding: 'windows-1252',
    }),
    same('other prefixes, on one line', permits.replace(/<(\/?)(arende)\b/g, '<$1n9:$2').replace(/>\s+</g, '><')),
    same('texts as CDATA', permits.replace(/<status([^>]*)>([^<]*)</g, '<status$1><![CDATA[$2]]><')),
    told('Windows-1252, not declared', Buffer.from(permits, 'latin1'), 'encoding:14'),
    told('cut', permits.slice(0, 20_000), 'xml:523'),
    told('the answer of another question', permits.replaceAll('GetUpdatedArenden', 'GetArenden'), 'xml-records:-'),
    {
      ...same('days with a time', permits.replace(/(<(?:ankomst|slut)Datum[^>]*>[\d-]+)</g, '$1T00:00:00<')),
      columns: {
        ankomstDatum: { name: 'received', type: 'date', written: 'timestamp', required: true },
        slutDatum: { name: 'ended', type: 'date', written: 'timestamp' },
      },
    },
    {
      is: 'days with a time, not declared',
      content: permits.replace(/(<ankomstDatum[^>]*>[\d-]+)</g, '$1T00:00:00<'),
      gives: { rejected: 6, by: 'type ankomstDatum' },
    },
  ],
};

vary([cube, pcAxis, kolada, sie, byggr]);
