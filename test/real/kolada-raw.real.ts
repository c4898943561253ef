import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf, loadReal, type RealTown } from './load-real.ts';
import { real } from './real-files.ts';

interface Body {
  kpi: string;
  period: number;
  municipality: string;
  values: { gender: string; count: number; status: string; value: number | null }[];
}
const SCALE = 8;
const columns = {
  kpi: { name: 'kpi', type: 'text', required: true, key: true },
  municipality: { name: 'municipality', type: 'text', required: true, key: true },
  period: { name: 'year', type: 'date', written: 'year', required: true, key: true },
  gender: { name: 'gender', type: 'text', required: true, key: true, allowed: ['K', 'M', 'T'] },
  status: { name: 'status', type: 'text' },
  count: { name: 'count', type: 'integer' },
  value: { name: 'value', type: `decimal(18,${SCALE})` },
};
const files = readdirSync(real('kolada-v3-raw')).filter(name => name.endsWith('.json'));

/** What a body holds, read without the pipeline: numbers as the file writes them, to the declared scale. */
function expected(name: string): (string | null)[][] {
  const text = readFileSync(real('kolada-v3-raw', name), 'utf8').replace(/^\ufeff/, '');
  const numbers = [...text.matchAll(/"value":([^,}]+)/g)].map(([, number]) => number!);
  const { values } = JSON.parse(text) as { values: Body[] };
  const flat = values.flatMap(body => body.values.map(value => ({ ...value, body })));
  expect(numbers).toHaveLength(flat.length);
  return flat.map(({ body, gender, status, count }, i) => {
    const head = [body.kpi, body.municipality, `${body.period}-01-01`, gender, status === '' ? null : status, String(count)];
    return [...head, numbers[i] === 'null' ? null : toScale(numbers[i]!)];
  });
}

function toScale(number: string): string {
  const [whole, decimals = ''] = number.split('.');
  if (decimals.length > SCALE || !/^-?\d+$/.test(whole!)) throw new Error(`${number} does not fit the declared scale`);
  return `${whole}.${decimals.padEnd(SCALE, '0')}`;
}

let town: RealTown;
beforeAll(async () => {
  const source = (name: string) => ({ location: real('kolada-v3-raw', name), format: { type: 'kolada-v3' }, columns });
  town = await loadReal(Object.fromEntries(files.map(name => [idOf(name), source(name)])));
});
afterAll(() => town.close());

describe('answers of Kolada’s API v3, with byte order mark', () => {
  it('are at least the three', () => expect(files.length).toBeGreaterThanOrEqual(3));

  it.each(files)('%s: every record is loaded, each value exactly as the file writes it', async name => {
    const records = expected(name);
    expect(await town.rowsOf(idOf(name))).toEqual(records);
    expect(town.outcomeOf(idOf(name))).toEqual({ records: records.length, loaded: records.length, rejected: 0, ignored: 0, faults: [] });
  });

  it('a Missing is no value, and is not a zero', async () => {
    const id = idOf('kolada_nettokostnadsavvikelse.json');
    expect((await town.rowsOf(id)).filter(([, , , , status]) => status !== null)).toEqual([
      ['N00097', '0780', '2017-01-01', 'T', 'Missing', expect.any(String), null],
    ]);
  });
});
