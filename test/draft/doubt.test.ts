import { describe, expect, it } from 'vitest';
import { loadDraft, told } from './load-draft.ts';

const columnOf = async (header: string, ...values: string[]) => {
  const { draft, counts } = await loadDraft('a.csv', `id;${header}\n${values.map((value, i) => `r${i};${value}\n`).join('')}`);
  expect(counts).toMatchObject({ rejected: 0, loaded: values.length });
  const text = draft.yaml.split('\n').at(-2)!;
  return {
    line: told(draft).at(-1)!,
    format: told(draft)[0]!,
    comment: /# (.*)$/.exec(text)?.[1] ?? '',
    open: draft.decisions.map(({ key }) => key).slice(6),
  };
};

describe('what can be read in two ways is asked, with both of them', () => {
  it('a day in figures: which of the two is the month', async () => {
    const { line, comment, open } = await columnOf('Datum', '01/02/2026', '03/04/2026');
    expect(line).toBe('Datum: { name: datum, type: DECIDE, required: true }');
    expect(comment).toBe('DECIDE: text, to be read in sql/staging: 01/02/2026 has the day first or the month first, and no row tells');
    expect(open).toEqual(['columns.Datum.type']);
  });

  it('a day in figures where a row tells is text, and it is said how it is written', async () => {
    const { line, comment, open } = await columnOf('Datum', '01/02/2026', '31/04/2026');
    expect([line, open]).toEqual(['Datum: { name: datum, type: text, required: true }', []]);
    expect(comment).toContain('days such as 01/02/2026, day first');
  });

  it.each([
    ['1.234', '"decimal(9,3)" where 1.234 has decimals, integer where it is 1234'],
    ['1,234', '"decimal(9,3)" where 1,234 has decimals, integer where it is 1234'],
  ])('%s: a decimal sign or one between thousands', async (value, choices) => {
    const { format, comment, open } = await columnOf('Belopp', value, value.replace('1', '7'));
    expect(open).toEqual(['format.decimal', 'columns.Belopp.type']);
    expect(format).toBe('format: { type: csv, delimiter: ";", decimal: DECIDE }');
    expect(comment).toContain(choices);
  });

  it.each([
    [['1.234', '0.5'], 'decimal(6,3)', '.'],
    [['1.234', '1234.5'], 'decimal(9,3)', '.'],
    [['1.234', '1.234.567'], 'integer', ','],
    [['1.234,50', '2,25'], 'decimal(8,2)', ','],
    [['1,234', '1234567'], 'decimal(12,3)', ','],
    [['1 234', '12'], 'integer', '.'],
  ])('%j tells: %s', async (values, type, decimal) => {
    const { line, format, open } = await columnOf('Belopp', ...values);
    expect(open).toEqual([]);
    expect(line).toContain(type);
    expect(format.includes('decimal: ","')).toBe(decimal === ',');
  });

  it('eight or six digits are a day or month where the header is about time; else it is asked', async () => {
    expect((await columnOf('Period', '202601', '202602')).line).toBe(
      'Period: { name: period, type: month, written: compact, required: true }',
    );
    expect((await columnOf('Beslutsdatum', '20260101', '20260228')).line).toContain('type: date, written: compact');
    const { line, comment, open } = await columnOf('Värde', '202601', '202602');
    expect([line, open]).toEqual(['Värde: { name: värde, type: DECIDE, required: true }', ['columns.Värde.type']]);
    expect(comment).toBe('DECIDE: integer, or month with `written: compact`: 202601 can be both');
    expect((await columnOf('Värde', '202601', '202699')).line).toContain('type: integer');
  });

  it.each([
    ['Namn', ['Anna', 'Bo'], true],
    ['E-postadress', ['x', 'y'], true],
    ['Uppgift', ['198112189876', '19811218-9876', '811218-9876'], true],
    ['Kontakt', ['a@b.se', 'c@d.se', 'e@f.se'], true],
    ['Kommunens namn', ['Åby', 'Öby'], false],
    ['Belopp', ['8112189877', '8112189875', '8112189874'], false],
  ])('%s: people? %j %s', async (header, values, personal) => {
    const { line, open } = await columnOf(header, ...values);
    expect(line.includes('personal: DECIDE')).toBe(personal);
    expect(open).toEqual(personal ? [`columns.${header}.personal`] : []);
  });
});

describe('what a column shows', () => {
  it.each([
    ['Postnummer', ['43130', '43131'], 'type: text'],
    ['Nr', ['0101', '102'], 'type: text'],
    ['Aktiv', ['ja', 'Nej'], 'type: boolean'],
    ['D', ['30 april 2026', '1 maj 2026'], 'type: date, written: swedish'],
    ['D', ['april 2026', 'maj 2026'], 'type: month, written: swedish'],
    ['D', ['v. 18 2026', 'v. 19 2026'], 'type: date, written: week'],
    ['D', ['2024/25', '2025/26'], 'type: date, written: school-year'],
    ['D', ['2026-04-30 13:45', '2026-04-30T13:45:10Z'], 'type: timestamp'],
    ['D', ['2026-04-30', '2026-04-31'], 'type: text'],
    ['N', ['9223372036854775807', '9223372036854775808'], 'type: "decimal(21,0)"'],
    ['N', ['1 500 kr', '2 kr'], 'type: integer, unit: kr'],
    ['N', ['12,5 %', '13 %'], 'type: "decimal(5,1)", unit: "%"'],
    ['N', ['5-', '7'], 'type: integer'],
    ['N', ['\u22125', '7'], 'type: integer'],
    ['N', ['(5)', '7'], 'type: text'],
    ['N', ['1e3', '7'], 'type: text'],
  ])('%s %j: %s', async (header, values, said) => expect((await columnOf(header, ...values)).line).toContain(said));
});
