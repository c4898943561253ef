import { describe, expect, it } from 'vitest';
import { PLAIN_CONTRACT } from '../../../pipeline/words/source-contract.ts';
import type { Contract } from '../../../pipeline/words/source-contract.ts';
import { column, csv, declare } from '../declare.ts';
import { both } from '../load-both.ts';

const COLUMNS = [
  column('id', 'text', { key: true }),
  column('n', 'integer', { aliases: ['antal'], max: 1000 }),
  column('amount', 'decimal(12,2)', { marks: { '..': 'suppressed' } }),
  column('ref'),
];
const promising = (contract: Partial<Contract>) =>
  declare({
    columns: COLUMNS,
    format: csv({ delimiter: ';', decimal: ',', trailer: contract.control ? '^SLUT;(?<rows>\\d+);(?<sum>.*)$' : null }),
    contract: { ...PLAIN_CONTRACT, ...contract },
  });
const file = (rows: number, ...more: string[]): string =>
  ['id;n;amount;ref', ...Array.from({ length: rows }, (_, i) => `a${i};${i};1,50;ärende ${i}`), ...more, ''].join('\n');
const codes = ({ faults }: { faults: readonly { code: string }[] }): string[] => faults.map(({ code }) => code);

describe('the contract of an extract that DuckDB reads itself', () => {
  const control = promising({ control: 'amount' });

  it('has its trailer ignored, and its sum taken over rows of DuckDB, of the parser, and rejects', async () => {
    const rows = ['b1;1001;2,00;x', 'b2;1; 3,00;x', 'b3;0001;4,00;x', 'b4;1;..;x', 'b5;1;;x', 'a1;1;0,25;x'];
    const outcome = await both(control, file(20, ...rows.filter((_, i) => i !== 1), 'SLUT;25;36,25'));
    expect(outcome).toMatchObject({ bulk: true, faults: [], records: 26, ignored: 1, loaded: 22, header: ['id', 'n', 'amount', 'ref'] });
    expect(outcome.rejects.map(({ rule }) => rule)).toEqual(['key', 'max', 'key']);
    expect(outcome.profile!.columns.amount).toEqual({ filled: 22, marked: 1, sum: '34.25', distinct: null });
    expect(codes(await both(control, file(20, ...rows, 'SLUT;26;36,25')))).toEqual(['control-sum']);
  });

  it.each<[string, string[], string]>([
    ['that is missing', [], 'trailer-missing'],
    ['that stands twice', ['SLUT;20;30', 'SLUT;20;30'], 'trailer-twice'],
    ['with another sum', ['SLUT;20;30,01'], 'control-sum'],
    ['with another number', ['SLUT;21;30,00'], 'control-rows'],
    ['after which records come', ['SLUT;20;30,00', 'b;1;1,00;x'], 'control-rows'],
  ])('is broken by a trailer %s', async (_, end, code) => {
    const outcome = await both(control, file(20, ...end));
    expect(codes(outcome)[0]).toBe(code);
    expect(outcome).toMatchObject({ bulk: false, rows: [], loaded: 0, records: 0, rejects: [], profile: null });
  });

  it.each<[string, Partial<Contract>, string, string[]]>([
    ['too few rows', { rows: { min: 21, max: null } }, file(20), ['row-range']],
    ['too many rows, rejected ones too', { rows: { min: null, max: 20 } }, file(20, 'x;y;;'), ['row-range']],
    ['too many rejects', { max_rejected: { share: 0.01, few: 0 } }, file(20, 'x;y;;'), ['too-many-rejected']],
    [
      'a column of another type',
      { retyped: 0.1 },
      file(20, ...Array.from({ length: 12 }, (_, i) => `c${i};1.5;1,00;`)),
      ['retyped-column'],
    ],
    ['a personal number with its separator', {}, file(20, 'x;1;1,00;gäller 121212-1212'), ['personal-number']],
    ['personal numbers of ten digits', {}, file(20, ...['x', 'y', 'z'].map(id => `${id};1;1,00;1212121212`)), ['personal-number']],
  ])('is broken by %s: nothing of it is left', async (_, contract, content, expected) => {
    const outcome = await both(promising(contract), content);
    expect(codes(outcome)).toEqual(expected);
    expect(outcome).toMatchObject({ bulk: false, rows: [], loaded: 0, rejects: [] });
    expect(JSON.stringify(outcome)).not.toMatch('121212');
  });

  it('keeps a column under another known name', async () => {
    const outcome = await both(promising({}), file(20).replace('n', 'antal'));
    expect(outcome).toMatchObject({ bulk: true, loaded: 20, header: ['id', 'antal', 'amount', 'ref'] });
    expect(outcome.notices).toEqual([{ code: 'aliased-column', line: 1, details: { column: 'n', alias: 'antal' } }]);
  });
});
