import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namer } from '../../pipeline/draft/columns/column-name.ts';
import { draftSource } from '../../pipeline/draft/draft-source.ts';
import { guessNamePattern } from '../../pipeline/draft/write/name-pattern.ts';
import { xlsxOf } from '../../demonstration/write-xlsx.ts';
import { zipOf } from '../../demonstration/write-zip.ts';
import { tempFolder } from '../temp-folder.ts';
import { loadDraft } from './load-draft.ts';
import { casesTried } from '../cases-tried.ts';

async function refusal(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(await tempFolder(), name);
  await writeFile(file, content);
  const message = await draftSource(file, 'a').then(
    () => 'drafted',
    (error: unknown) => (error instanceof Error && error.name === 'ExpectedError' ? error.message : String(error)),
  );
  return message.replace(`${file}: no source can be drafted from it: `, '');
}

describe('a file that no source can be drafted from is refused in a sentence', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ['a.csv', '', /^it is empty$/],
    ['a.csv', '\ufeff \n\n', /^it is empty$/],
    ['a.csv', Buffer.from([1, 2, 3, 0, 5, 255, 254]), /^it is not text/],
    ['a.csv', '%PDF-1.7', /^it is a PDF/],
    ['a.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /Excel 2003/],
    ['a.html', '<!DOCTYPE html><html><table>', /^it is a web page$/],
    ['a.csv', gzipSync('id\n1\n'), /packed with gzip, and its name does not end in \.gz/],
    ['a.csv.gz', 'id\n1\n', /packat|uppackad|skadad|arkiv/i],
    ['a.json', '{"a": 1', /JSON/],
    ['a.json', '{"a": [1, 2]}', /no columns that can be told apart/],
    ['a.xml', '<a><b/></a>', /empty batch/],
    ['a.xml', '<a><b>1</b><b>2</b>', /XML/],
    ['a.xml', '<!DOCTYPE a [<!ENTITY x "y">]><a><b c="1"/><b c="2"/></a>', /DTD|dokumenttyp/i],
    ['a.se', '#FLAGGA 0\n#SIETYP 4\n', /without vouchers/],
    ['a.parquet', 'PAR1 and nothing', /Parquet/],
    ['a.csv', 'id,text\n1,"never closed\n2,x\n', /citattecknen/],
  ])('%s %s', async (name, content, why) => expect(await refusal(name, content)).toMatch(why));

  it('an archive of two files, and a folder', async () => {
    expect(await refusal('a.zip', await zipOf({ 'a.csv': 'id\n1\n', 'b.csv': 'id\n1\n' }))).toMatch(/a\.csv, b\.csv/);
    const folder = join(await tempFolder(), 'in');
    await mkdir(folder);
    await expect(draftSource(folder, null)).rejects.toThrow('it cannot be read (EISDIR)');
    await expect(draftSource(`${folder}/gone.csv`, null)).rejects.toThrow('it cannot be read (ENOENT)');
  });

  it('a workbook without anything in it', async () =>
    expect(await refusal('a.xlsx', await xlsxOf([{ name: 'Blad1', rows: [] }]))).toMatch(/sheets are empty/));
});

describe('whatever a file holds', () => {
  const text = fc.oneof(
    fc.constantFrom(
      '',
      '0',
      '12',
      '1,5',
      '1.234',
      '01/02/2026',
      '2026-03-01',
      '..',
      '~5',
      'Summa',
      'ja',
      '12 %',
      '#',
      '{',
      '=1',
      '-',
      "'",
      ' x ',
      'a: b',
      '# c',
      '&a',
      '*b',
      '!c',
      'null',
      'DECIDE',
    ),
    fc.string({ unit: fc.constantFrom(...'aåÅ1 .,;:-#{}[]"\'\t\n|&*!%@`~_/\\éß'), maxLength: 8 }),
  );
  const table = fc
    .integer({ min: 1, max: 5 })
    .chain(width => fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }));
  const quoted = (cell: string, delimiter: string) =>
    cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

  it('its draft is a declaration by which nothing is a reject that the draft did not count', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom(';', ',', '\t'), async (rows, delimiter) => {
        const names = rows[0]!.map((_, i) => `Kolumn ${i}`);
        const content = [names, ...rows].map(row => row.map(cell => quoted(cell, delimiter)).join(delimiter)).join('\n');
        const { draft, counts, open } = await loadDraft('a.csv', content);
        expect(open.length).toBeGreaterThanOrEqual(draft.decisions.length);
        expect(counts.records).toBe(draft.records.read);
        if (draft.decisions.length === 6) expect(counts.loaded).toBe(draft.records.loaded);
      }),
      { numRuns: casesTried(40) },
    );
  });

  it('names are column names, none twice and none of ours', () =>
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), headers => {
        const name = namer();
        const names = headers.map(name);
        expect(new Set(names.map(each => each.toLowerCase())).size).toBe(names.length);
        for (const each of names) expect(each).toMatch(/^[\p{L}][\p{L}\p{N}_]*$/u);
      }),
    ));

  it('its name fits the pattern that is drafted from it', () =>
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom('2026-03-01', '2026-03', '2026-13', '_', '.csv', '(', '+'), fc.string())), parts => {
        const name = parts.join('');
        const { pattern } = guessNamePattern(name);
        if (pattern !== null) expect(new RegExp(pattern).test(name)).toBe(true);
      }),
    ));
});
