import { expect, it } from 'vitest';
import { findingText, publicFindingText } from '../../pipeline/messages/findings.ts';
import { PLAIN_CONTRACT } from '../../pipeline/words/source-contract.ts';
import { aTown } from './a-town.ts';
import { column, declare, xlsx } from './declare.ts';
import { counts } from './told.ts';
import { xlsxOf } from '../../demonstration/write-xlsx.ts';
import type { SheetValue } from '../../demonstration/write-xlsx.ts';

const columns = [
  column('id', 'text', { key: true }),
  column('day', 'date'),
  column('month', 'month'),
  column('cost', 'decimal(10,2)'),
  column('note'),
  column('done', 'boolean'),
];
const header = columns.map(({ header }) => header);
const source = declare({
  columns,
  format: xlsx({ decimal: ',', ignore: '^Summa' }),
  location: 'in/*.xlsx',
  contract: { ...PLAIN_CONTRACT, max_rejected: { share: 1, few: 0 } },
});

it('loads a workbook: each record is loaded, rejected or ignored, and nothing that is no value is loaded', async () => {
  const day = { serial: 46142, format: 'yyyy-mm-dd' };
  const month = { serial: 46113, format: 'mmm-yy' };
  const rows: SheetValue[][] = [
    ['a', day, month, 1234.5, 'text', true],
    [7, day, null, '1234,5', 12.5, 'nej'],
    ['b', { serial: 46142.5, format: 'yyyy-mm-dd hh:mm' }],
    ['c', day, { serial: 46114, format: 'mmm-yy' }],
    ['d', day, month, { formula: 'SUM(D2:D3)', value: 0.1 + 0.2 }],
    ['e', day, month, 1, { error: '#N/A' }],
    ['f', day, month, 1, { formula: 'A1' }],
    ['g', '2026-04-30', '2026-04', '1 234,5'],
    ['g', 46142],
    ['h', day, month, '1234.5'],
    [],
    ['Summa', null, null, 99],
    ['i', '2026-04-30'],
    ['i', '2026-04-30'],
  ];
  const town = await aTown(source);
  await town.drop('a.xlsx', await xlsxOf([{ name: 'Blad1', rows: [header, ...rows] }]));
  const loaded = await town.load();
  expect(await town.ask('select * exclude (_row) from raw.absence order by _row')).toEqual([
    ['a', '2026-04-30', '2026-04-01', '1234.50', 'text', 'true'],
    ['7', '2026-04-30', null, '1234.50', '12.5', 'false'],
  ]);
  expect(loaded.rejects.map(({ line, column, rule }) => `${line} ${rule} ${column}`)).toEqual([
    ...['4 type day', '5 type month', '6 type cost', '7 type note', '8 type note', '9 type cost', '10 type day', '11 type cost'],
    ...['12 type ', '14 key id', '15 key id'],
  ]);
  expect(counts(loaded)).toEqual(['a.xlsx: 14 = 2 + 11 + 1, 0 superseded']);
});

it('holds what rests on a source whose workbook cannot be read, and says why without saying it to all', async () => {
  const town = await aTown(source);
  await town.drop('a.xlsx', await xlsxOf(['Blad1', 'Löner 2026'].map(name => ({ name, rows: [header] }))));
  const [finding] = (await town.load()).findings;
  expect(finding).toMatchObject({ code: 'xlsx-sheet', severity: 'hold-metric', file: 'sources/absence/in/a.xlsx' });
  expect(findingText(finding!)).toContain('där finns Blad1, Löner 2026');
  expect(publicFindingText(finding!)).toBe('Sjukfrånvaro: en leverans kunde inte läsas');
});
