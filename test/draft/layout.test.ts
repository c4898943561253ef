import { describe, expect, it } from 'vitest';
import { loadDraft, told } from './load-draft.ts';

const draftOf = async (...lines: string[]) => {
  const { draft, counts } = await loadDraft('a.csv', lines.join('\n'));
  return { format: told(draft)[0]!, columns: told(draft).slice(1), counts, comment: draft.yaml };
};

describe('where the table is in a file', () => {
  it('no header: the first row is like the others', async () => {
    const { format, columns, counts } = await draftOf('a;1', 'b;2', 'c;3');
    expect(format).toBe('format: { type: csv, delimiter: ";", header: 0 }');
    expect(columns).toEqual([
      '"#1": { name: column_1, type: text, required: true, key: true }',
      '"#2": { name: column_2, type: integer, required: true }',
    ]);
    expect(counts).toEqual({ records: 3, loaded: 3, rejected: 0, ignored: 0 });
  });

  it('years that follow each other are a header', async () => {
    const { format, columns } = await draftOf(';2024;2025', 'a;1,5;2', 'b;3;4');
    expect(format).toBe('format: { type: csv, delimiter: ";", decimal: "," }');
    expect(columns.map(line => line.split(':')[0])).toEqual(['"#1"', '"2024"', '"2025"']);
  });

  it('a table of text has its first row as header, and it is said', async () => {
    const { format, comment } = await draftOf('ort,land', 'Åby,Sverige', 'Öby,Sverige');
    expect(format).toBe('format: { type: csv }');
    expect(comment).toContain('inferred: the first row is taken for the header: all is text');
  });

  it('a second row of text in a table of text is a record', async () => {
    const { format, counts } = await draftOf('ort,,land', 'Åby,x,Sverige', 'Öby,y,Sverige');
    expect(format).toBe('format: { type: csv }');
    expect(counts.loaded).toBe(2);
  });

  it('a preamble with delimiters in it, as Excel saves one, and commas in its text', async () => {
    const { format, counts } = await draftOf('Rapport, kvartal 1, 2, 3;;', ';;', 'id;n;m', 'a;1;2', 'b;3;4', ';;', 'Källa: A, B;;');
    expect(format).toBe('format: { type: csv, delimiter: ";", preamble: 2, footer: "^[;\\\\s]*$" }');
    expect(counts).toEqual({ records: 6, loaded: 2, rejected: 0, ignored: 4 });
  });

  it('a sum in the last row is ignored; sums among the rows are told, and stay', async () => {
    const one = await draftOf('id;n', 'a;1', 'b;2', 'Summa;3');
    expect(one.format).toBe('format: { type: csv, delimiter: ";", ignore: "^Summa" }');
    const several = await draftOf('id;n', 'Totalt norr;1', 'a;1', 'Totalt;2');
    expect(several.format).toBe('format: { type: csv, delimiter: ";" }');
    expect(several.comment).toContain('2 rows begin with Totalt norr: sums of others?');
    expect(several.counts.loaded).toBe(3);
  });

  it('empty rows within a table are ignored; rows of another width stay rejects, and are told', async () => {
    const { format, counts, comment } = await draftOf('id;n', 'a;1', '', 'b;2;x', 'c;3', 'd;4');
    expect(format).toBe('format: { type: csv, delimiter: ";", ignore: "^[\\\\s;]*$" }');
    expect(counts).toEqual({ records: 5, loaded: 3, rejected: 1, ignored: 1 });
    expect(comment).toContain('1 records have another number of cells, and are rejected');
  });

  it('quoted cells with delimiters and line ends', async () => {
    const { format, counts } = await draftOf('id,text', 'a,"x, y; z"', 'b,"två', 'rader"', 'c,z');
    expect(format).toBe('format: { type: csv }');
    expect(counts.loaded).toBe(3);
  });

  it('one column, whatever stands in it', async () => {
    const { format, counts } = await draftOf('kommentar', 'ett, två', 'tre', 'fyra; fem, sex');
    expect(format).toBe('format: { type: csv, delimiter: "\\t" }');
    expect(counts.loaded).toBe(3);
  });

  it('a header alone', async () => {
    const { columns, counts } = await draftOf('id;text');
    expect(columns).toEqual(['id: { name: id, type: text }', 'text: { name: text, type: text }']);
    expect(counts.records).toBe(0);
  });

  it('a header that stands twice is left out: which is which cannot be declared', async () => {
    const { columns, comment } = await draftOf('id;n;n', 'a;1;2').catch((error: Error) => ({ columns: [], comment: error.message }));
    expect(columns).toEqual(['id: { name: id, type: text, required: true }']);
    expect(comment).toContain('left out, since they stand twice: n');
  });
});
