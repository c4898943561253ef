import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openWarehouse } from '../../pipeline/warehouse/open.ts';
import { run } from '../../pipeline/warehouse/query.ts';
import { literal } from '../../pipeline/warehouse/sql-text.ts';
import { xlsxOf } from '../../demonstration/write-xlsx.ts';
import { zipOf } from '../../demonstration/write-zip.ts';

const CSV = [
  'Rapport ur Skolsystemet',
  '',
  'Enhet;Kod;Period;Elever;Andel;Kostnad',
  'Almskolan;0101;2026-03;1 204;48,5 %;12,50',
  'Björkskolan;0102;2026-03;98;..;-3,25',
  'Almskolan;0101;2026-04;1 207;~100;13,00',
  'Summa;;;2 509;;',
  '',
  'Källa: Skolsystemet',
].join('\r\n');

const SIE = [
  '#FLAGGA 0',
  '#PROGRAM "Eko" 1',
  '#FORMAT PC8',
  '#GEN 20260401',
  '#SIETYP 4',
  '#FNAMN "\x8fby kommun"',
  '#RAR 0 20260101 20261231',
  '#KONTO 4010 Ink\x94p',
  '#DIM 1 "Kostnadsst\x84lle"',
  '#OBJEKT 1 "0100" "Gata"',
  '#IB 0 4010 0',
  '#UB 0 4010 100',
  '#VER A 1 20260315 "Faktura"',
  '{',
  '#TRANS 4010 {1 "0100"} 100.50',
  '#TRANS 1930 {} -100.50',
  '}',
].join('\r\n');

const PX = `CHARSET="ANSI";\nAXIS-VERSION="2013";\nCODEPAGE="windows-1252";\nSTUB="region";\nHEADING="period";
VALUES("region")="Åby","Öby";\nCODES("region")="0114","0115";\nVALUES("period")="2024","2025";\nDATA=\n1 2.5\n".." 4;\n`;

const JSON_STAT = JSON.stringify({
  version: '2.0',
  class: 'dataset',
  id: ['Region', 'Tid'],
  size: [2, 2],
  dimension: {
    Region: { category: { index: { '0114': 0, '0115': 1 }, label: { '0114': 'Åby', '0115': 'Öby' } } },
    Tid: { category: { index: ['2026M01', '2026M02'] } },
  },
  value: [1, 2, null, 4],
});

const XML = `<?xml version="1.0" encoding="UTF-8"?><s:Svar xmlns:s="x"><Batch>2026-04-01</Batch><arenden>${[1, 2, 3]
  .map(
    i =>
      `<arende id="${i}"><status>Klart</status><beslut dag="2026-03-0${i}"/><handelse nr="1"/><handelse nr="2"/><handlaggare><efternamn>N</efternamn></handlaggare></arende>`,
  )
  .join('')}</arenden></s:Svar>`;

const KOLADA = JSON.stringify({
  count: 1,
  values: [
    { kpi: 'N1', period: 2025, municipality: '0114', values: [{ gender: 'T', value: 12.5, status: '', count: 1, isdeleted: false }] },
  ],
});

/** A query's rows as the bytes of a Parquet file. */
async function parquetOf(query: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'malbild-draft-test-'));
  const warehouse = await openWarehouse(join(folder, 'spill'));
  const file = join(folder, 'written.parquet');
  await run(warehouse, `copy (${query}) to ${literal(file)} (format parquet)`);
  warehouse.closeSync();
  const bytes = await readFile(file);
  await rm(folder, { recursive: true });
  return bytes;
}

/** A file, how many of its records load and are ignored, and what its draft says, as `told` gives it. */
export type DraftedFile = [file: string, content: string | Uint8Array, loaded: number, ignored: number, lines: string[]];

/** One file of every format that is drafted from, and of every packing. */
export const FILES: Readonly<Record<string, () => Promise<DraftedFile>>> = {
  csv: () =>
    Promise.resolve([
      'skola_2026-04-07.csv',
      Buffer.from(CSV, 'latin1'),
      3,
      5,
      [
        "name_pattern: '^skola_(?<received>\\d{4}-\\d{2}-\\d{2})\\.csv$'",
        'format: { type: csv, encoding: windows-1252, delimiter: ";", preamble: 2, footer: "^\\\\s*$", ignore: "^Summa", decimal: ",", thousands: space, missing: [".."] }',
        'Enhet: { name: enhet, type: text, required: true, key: true }',
        'Kod: { name: kod, type: text, required: true }',
        'Period: { name: period, type: month, required: true, key: true }',
        'Elever: { name: elever, type: integer, required: true }',
        'Andel: { name: andel, type: "decimal(5,1)", unit: "%", marks: { "~100": about-100 } }',
        'Kostnad: { name: kostnad, type: "decimal(6,2)", required: true }',
      ],
    ]),
  'csv, packed': () =>
    Promise.resolve([
      'a.csv.gz',
      gzipSync('id,n\nx1,2\nx2,3\n'),
      2,
      0,
      ['format: { type: csv }', 'id: { name: id, type: text, required: true, key: true }', 'n: { name: n, type: integer, required: true }'],
    ]),
  'csv in a zip': async () => [
    'a.zip',
    await zipOf({ 'a.csv': 'id\tn\nx1\t2\nx2\t3\n' }),
    2,
    0,
    [
      'format: { type: csv, delimiter: "\\t" }',
      'id: { name: id, type: text, required: true, key: true }',
      'n: { name: n, type: integer, required: true }',
    ],
  ],
  'utf-16': () =>
    Promise.resolve([
      'a.txt',
      Buffer.from('\ufeffnamn på ort;n\nÅby;2\nÖby;3\n', 'utf16le'),
      2,
      0,
      [
        'format: { type: csv, encoding: utf-16le, delimiter: ";" }',
        'namn på ort: { name: namn_på_ort, type: text, required: true, key: true }',
        'n: { name: n, type: integer, required: true }',
      ],
    ]),
  xlsx: async () => [
    'a.dat',
    await xlsxOf([
      { name: 'Om', rows: [['Om rapporten']] },
      {
        name: 'Data',
        rows: [
          ['Titel'],
          null,
          ['', 'Flickor', '', 'Pojkar', ''],
          ['Skola', 'Antal', 'Andel', 'Antal', 'Andel'],
          ['A', 10, 0.5, 20, 0.5],
          ['B', 11, 0.25, 21, 0.75],
          ['C', 12, 0.125, '..', 0.75],
        ],
      },
    ]),
    3,
    2,
    [
      'format: { type: xlsx, sheet: Data, preamble: 2, header: 2, missing: [".."] }',
      'Skola: { name: skola, type: text, required: true, key: true }',
      'Flickor / Antal: { name: flickor_antal, type: integer, required: true }',
      'Flickor / Andel: { name: flickor_andel, type: "decimal(6,3)", required: true }',
      'Pojkar / Antal: { name: pojkar_antal, type: integer }',
      'Pojkar / Andel: { name: pojkar_andel, type: "decimal(5,2)", required: true }',
    ],
  ],
  json: () =>
    Promise.resolve([
      'a.json',
      JSON.stringify({
        meta: [{ a: 1 }],
        data: { rows: [{ id: 1, case: { status: 'öppet' }, tags: [1] }, { id: 2, case: null }, { id: 3 }] },
      }),
      3,
      0,
      [
        'format: { type: json, records: data.rows }',
        'id: { name: id, type: integer, required: true, key: true }',
        'case.status: { name: case_status, type: text }',
      ],
    ]),
  ndjson: () =>
    Promise.resolve([
      'a.json',
      '{"id":"a","on":true}\n{"id":"b","on":false,"n":1.5}\n',
      2,
      0,
      [
        'format: { type: ndjson }',
        'id: { name: id, type: text, required: true, key: true }',
        '"on": { name: "on", type: boolean, required: true }',
        'n: { name: n, type: "decimal(4,1)" }',
      ],
    ]),
  xml: () =>
    Promise.resolve([
      'a.xml',
      XML,
      3,
      0,
      [
        'format: { type: xml, records: Svar/arenden/arende }',
        '"@id": { name: id, type: integer, required: true, key: true }',
        'status: { name: status, type: text, required: true }',
        '"beslut/@dag": { name: beslut_dag, type: date, required: true }',
        'handlaggare/efternamn: { name: handlaggare_efternamn, type: text, required: true, personal: DECIDE }',
      ],
    ]),
  parquet: async () => [
    'a.parquet',
    await parquetOf(
      "select * from (values (1, 'x', date '2026-01-01', 1.5::double, [1]), (2, 'y', date '2026-01-02', null, [2])) as it(id, t, d, v, l)",
    ),
    2,
    0,
    [
      'format: { type: parquet }',
      'id: { name: id, type: integer, required: true, key: true }',
      't: { name: t, type: text, required: true }',
      'd: { name: d, type: date, required: true }',
      'v: { name: v, type: "decimal(4,1)" }',
    ],
  ],
  kolada: () =>
    Promise.resolve([
      'a.json',
      KOLADA,
      1,
      0,
      [
        'format: { type: kolada-v3 }',
        'kpi: { name: kpi, type: text, required: true, key: true }',
        'period: { name: period, type: integer, required: true, key: true }',
        'municipality: { name: municipality, type: text, required: true, key: true }',
        'gender: { name: gender, type: text, required: true, key: true }',
        'value: { name: value, type: "decimal(5,1)", required: true }',
        'count: { name: count, type: integer, required: true }',
      ],
    ]),
  'json-stat2': () =>
    Promise.resolve([
      'a.json',
      JSON_STAT,
      4,
      0,
      [
        'format: { type: json-stat2 }',
        'Region: { name: region, type: text, required: true, key: true }',
        'Region.label: { name: region_label, type: text, required: true }',
        'Tid: { name: tid, type: month, written: pxweb, required: true, key: true }',
        'value: { name: value, type: integer }',
      ],
    ]),
  px: () =>
    Promise.resolve([
      'a.px',
      Buffer.from(PX, 'latin1'),
      4,
      0,
      [
        'format: { type: px }',
        'region: { name: region, type: text, required: true, key: true }',
        'region.label: { name: region_label, type: text, required: true }',
        'period: { name: period, type: integer, required: true, key: true }',
        'value: { name: value, type: "decimal(4,1)" }',
        'status: { name: status, type: text }',
      ],
    ]),
  sie: () =>
    Promise.resolve([
      'a.se',
      Buffer.from(SIE, 'latin1'),
      2,
      0,
      [
        'format: { type: sie, records: transactions }',
        'konto: { name: konto, type: text, required: true }',
        'kontonamn: { name: kontonamn, type: text }',
        'serie: { name: serie, type: text, required: true }',
        'vernr: { name: vernr, type: text, required: true }',
        'verdatum: { name: verdatum, type: date, required: true }',
        'vertext: { name: vertext, type: text, required: true }',
        'datum: { name: datum, type: date, required: true }',
        'period: { name: period, type: month, required: true }',
        'dim.1: { name: dim_1, type: text }',
        'dim.1.namn: { name: dim_1_namn, type: text }',
        'belopp: { name: belopp, type: "decimal(7,2)", required: true }',
      ],
    ]),
};
