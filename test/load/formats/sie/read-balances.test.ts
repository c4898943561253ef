import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { SieLevel, SieRecords } from '../../../../pipeline/words/sie.ts';
import { readAll } from '../../read-all.ts';
import { heading, keys, pc8, plan, sie } from './a-ledger.ts';

const folder = mkdtempSync(join(tmpdir(), 'malbild-sie-'));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (records: SieRecords, level: SieLevel | null, text: string, ...headers: string[]) =>
  readAll(folder, pc8(heading(3, plan) + text), keys(sie(records, level), ...headers));
const FIRST = heading(3, plan).split('\n').length;
const cells = ({ records }: { records: readonly (readonly unknown[])[] }) => records.map(([, ...rest]) => rest.join(' '));

/** By the format: a total for each account and month, and its objects. */
const budget = `#PBUDGET 0 202601 4110 {} 1000.00
#PBUDGET 0 202601 4110 {1 "100"} 600.00
#PBUDGET 0 202601 4110 {1 "200"} 400.00
#PBUDGET 0 202602 4110 {} 900.00
#PBUDGET 0 202602 4110 {"1" "100"} 500.00 12
#PBUDGET 0 202601 5010 {} 70.00
#PBUDGET 0 202601 4110 {6 "P1"} 1000.00
`;
/** As some programs have it: what has no object is the rest. */
const parts = `#PSALDO 0 202601 4110 {1 "100"} 600.00
#PSALDO 0 202601 4110 {1 "200" 6 "P1"} 400.00
#PSALDO 0 202602 4110 {} 300.00
#PSALDO 0 202602 4110 {1 "100"} 500.00
#PSALDO -1 202501 4110 {1 "100"} 1.00
`;

describe('period posts of a SIE file', () => {
  it('are those of accounts as wholes at level total; the others are ignored', async () => {
    const told = await read('period-budget', 'total', budget, 'period', 'konto', 'belopp', 'år', 'årsnr', 'från', 'till');
    expect(cells(told)).toEqual([
      '2026-01 4110 1000.00 2026 0 2026-01-01 2026-12-31',
      '2026-02 4110 900.00 2026 0 2026-01-01 2026-12-31',
      '2026-01 5010 70.00 2026 0 2026-01-01 2026-12-31',
    ]);
    expect(told).toMatchObject({ ignored: 4, misfits: [] });
    expect(told.notices).toEqual([{ code: 'sie-total-differs', line: FIRST + 3, details: { months: 1, lines: String(FIRST + 3) } }]);
  });

  it('are those of one dimension alone at its level, and what no object carries is told', async () => {
    const told = await read('period-budget', 'dim.1', budget, 'period', 'konto', 'dim.1', 'dim.1.namn', 'belopp', 'kvantitet');
    expect(cells(told)).toEqual([
      '2026-01 4110 100 Äppelgårdens förskola 600.00 ',
      '2026-01 4110 200 Sjöängsskolan 400.00 ',
      '2026-02 4110 100 Äppelgårdens förskola 500.00 12',
    ]);
    expect(told.ignored).toBe(4);
    expect(told.notices).toEqual([
      { code: 'sie-total-differs', line: FIRST + 3, details: { months: 1, lines: String(FIRST + 3) } },
      { code: 'sie-without-object', line: null, details: { months: 1, dimension: '1' } },
    ]);
  });

  it('are all of them at level parts, in a file that divides each amount once', async () => {
    const told = await read('period-balances', 'parts', parts, 'period', 'dim.1', 'belopp');
    expect(cells(told)).toEqual(['2026-01 100 600.00', '2026-01 200 400.00', '2026-02  300.00', '2026-02 100 500.00', '2025-01 100 1.00']);
    expect(told).toMatchObject({ ignored: 0, notices: [], faults: [] });
  });

  it.each<[string, SieLevel, string, object]>([
    ['totals that are the rest', 'total', parts, { code: 'sie-level', line: FIRST, details: { level: 'total', instead: 'parts' } }],
    ['totals that are the rest', 'dim.1', parts, { code: 'sie-level', line: FIRST, details: { level: 'dim.1', instead: 'parts' } }],
    [
      'parts that totals are among',
      'parts',
      budget.replaceAll('PBUDGET', 'PSALDO'),
      { code: 'sie-level', line: FIRST, details: { level: 'parts', instead: 'total' } },
    ],
    ['a level without posts', 'dim.20', parts, { code: 'sie-none-at-level', line: null, details: { level: 'dim.20' } }],
  ])('refuse %s at level %s', async (_, level, text, fault) => {
    expect((await read('period-balances', level, text, 'belopp')).faults).toEqual([fault]);
  });

  it('are held against the file’s own balances', async () => {
    const own = '#IB 0 1910 50\n#UB 0 1910 80\n#RES 0 4110 700\n#RES 0 5010 1\n#RES -1 4110 9\n';
    const moved = '#PSALDO 0 202601 1910 {} 30\n#PSALDO 0 202601 4110 {} 400\n#PSALDO 0 202602 4110 {} 300\n#PSALDO -1 202502 4110 {} 8\n';
    expect((await read('period-balances', 'total', own + moved, 'belopp')).notices).toEqual([
      { code: 'sie-control', line: FIRST + 3, details: { accounts: 1, lines: String(FIRST + 3) } },
    ]);
    expect((await read('period-balances', 'total', `${own}${moved}#PSALDO 0 202603 5010 {} 1.0\n`, 'belopp')).notices).toEqual([]);
  });

  it('of an account whose total of nought is left out are told, and do not refuse the file', async () => {
    const zero = '#PBUDGET 0 202603 5010 {1 "100"} 5\n';
    const told = await read('period-budget', 'total', budget + zero, 'belopp');
    expect(told.records).toHaveLength(3);
    expect(told.notices).toMatchObject([{ code: 'sie-total-differs' }, { code: 'sie-no-total', line: FIRST + 7, details: { months: 1 } }]);
  });

  it('may leave out the braces where there are no objects', async () => {
    expect(cells(await read('period-balances', 'total', '#PSALDO 0 202601 4110 12.50 3\n', 'belopp', 'kvantitet'))).toEqual(['12.50 3']);
  });

  it.each(['#PSALDO 0 202601 4110', '#PSALDO 0 202601 4110 {}', '#PSALDO 0 202601 {} 1', '#PSALDO 0 202601 4110 {1} 1', '#PSALDO 0 "'])(
    'that cannot be parsed are rejected by line: %s',
    async line => {
      expect((await read('period-balances', 'total', `${line}\n`, 'belopp')).misfits).toEqual([[FIRST, '']]);
    },
  );

  it('are known from a file that begins with its balances, and names accounts and objects last', async () => {
    const told = await readAll(
      folder,
      pc8(`${heading(3)}#PBUDGET 0 202601 4110 {1 "100"} 1\n${plan}`),
      keys(sie('period-budget', 'parts'), 'kontonamn', 'dim.1.namn'),
    );
    expect(cells(told)).toEqual(['Läromedel Äppelgårdens förskola']);
  });
});

describe('balances of a SIE file', () => {
  it('of years are opening, closing and results, told apart by post and year', async () => {
    const text = '#IB 0 1910 10\n#UB 0 1910 20.5 2\n#RES -1 4110 -3.00\n#OIB 0 1910 {1 "100"} 10\n#RES 0 4110\n';
    const told = await read('year-balances', null, text, 'post', 'år', 'konto', 'belopp', 'kvantitet');
    expect(cells(told)).toEqual(['IB 2026 1910 10 ', 'UB 2026 1910 20.5 2', 'RES 2025 4110 -3.00 ']);
    expect(told).toMatchObject({ ignored: 0, misfits: [[FIRST + 4, '']], notices: [] });
  });

  it('of objects are those of the declared dimension', async () => {
    const text = '#OIB 0 1910 {1 "100"} 10\n#OUB 0 1910 {1 "100"} 12\n#OUB 0 1910 {6 "P1"} 12\n#OUB 0 1910 {1 "200" 6 "P1"} 1\n';
    const told = await read('object-balances', 'dim.1', text, 'post', 'årsnr', 'dim.1', 'belopp');
    expect(cells(told)).toEqual(['OIB 0 100 10', 'OUB 0 100 12']);
    expect(told.ignored).toBe(2);
    expect(cells(await read('object-balances', 'parts', text, 'belopp'))).toHaveLength(4);
  });
});
