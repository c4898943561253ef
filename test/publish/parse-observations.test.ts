import { describe, expect, it } from 'vitest';
import { parseObservations, parseParts } from '../../pipeline/publish/parse-observations.ts';

const HEADER = 'metric,grain,window,period_start,period_end,organisation,value,numerator,denominator,population,flag,marks';
const parse = (row: string, header = HEADER) => parseObservations(`${header}\n${row}\n`, 'x.csv');

describe('parseObservations', () => {
  it('reads a file with quotes and one without alike, whatever ends its lines', () => {
    const row = 'a,year,ytd,2026-01-01,2026-12-31,101,1.5,,,7,,late example';
    const [plain] = parse(row);
    expect(plain).toMatchObject({ members: ['101'], value: 1.5, population: 7, marks: ['late', 'example'] });
    for (const text of [
      `${HEADER}\r\n${row}\r\n`,
      `${HEADER}\n${row.replace('101', '"101"')}\n`,
      `${HEADER}\r\n${row.replace('101', '"101"')}\r\n`,
    ])
      expect(parseObservations(text, 'x.csv')).toEqual([plain]);
  });

  it('reads what one parent had of a moved unit, with the parent', () => {
    const row = 'a,year,period,2026-01-01,2026-12-31,101,1.5,,,7,,example,BUF';
    const [part] = parseParts(`${HEADER},parent\n${row}\n`, 'x.csv');
    expect(part).toMatchObject({ members: ['101'], value: 1.5, population: 7, marks: ['example'], parent: 'BUF' });
    expect(() => parseParts(`${HEADER}\n${row}\n`, 'x.csv')).toThrow(/^x\.csv:1: the columns .* dimensions, .*flag,marks,parent$/);
  });

  it('keeps decimals exact, and empty cells null', () => {
    const [row] = parse('a,year,ytd,2026-01-01,2026-12-31,"unit, 1",1e-7,0.1000000000000000055,3,,,');
    expect(row).toMatchObject({
      members: ['unit, 1'],
      value: 1e-7,
      numerator: '0.1000000000000000055',
      population: null,
      flag: null,
      marks: [],
    });
  });

  it.each([
    ['a,week,period,2026-01-01,2026-01-31,*,1,,,,,', "x.csv:2: the grain 'week'; allowed: month"],
    ['a,month,rolling-0,2026-01-01,2026-01-31,*,1,,,,,', "x.csv:2: the window 'rolling-0'"],
    ['a,month,period,2026-02-30,2026-01-31,*,1,,,,,', "x.csv:2: the period '2026-02-30'"],
    ['a,month,period,2026-01-01,2026-01-31,*,one,,,,,', "x.csv:2: 'one'; allowed: a number"],
    ['a,month,period,2026-01-01,2026-01-31,*,,,,,gone,', "x.csv:2: the flag 'gone'"],
    ['a,month,period,2026-01-01,2026-01-31,*,1,,,,,late odd', "x.csv:2: the marks 'late odd'"],
  ])('refuses %s', (row, message) => {
    expect(() => parse(row)).toThrow(message);
  });

  it('refuses other columns', () => {
    expect(() => parse('a,1', 'metric,value')).toThrow('x.csv:1: the columns metric,value');
    expect(() => parse('a,1')).toThrow('x.csv:2: 2 fields; allowed: 12');
    expect(() => parse('a,"1"')).toThrow('x.csv: Invalid Record Length');
  });
});
