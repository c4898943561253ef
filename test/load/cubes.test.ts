import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../pipeline/words/format.ts';
import type { Format } from '../../pipeline/words/format.ts';
import { aTown } from './a-town.ts';
import { column, declare } from './declare.ts';
import { codes, counts } from './told.ts';

const cube = (format: Format) =>
  declare({
    format,
    location: 'in/*',
    columns: [
      column('region', 'text', { header: 'Region', key: true, required: true, pattern: '^\\d{4}$' }),
      column('year', 'integer', { header: 'År', key: true, required: true }),
      column('value', 'integer', { min: 0 }),
      column('status'),
    ],
  });

/** Invented: a text, a number below the least, none, and a region that is no municipality. */
const VALUES = ['17', '"x"', '-1', 'null', '4', '5.5'];

describe('load: a cube', () => {
  it.each<[string, Format, string]>([
    [
      'json-stat2',
      { type: 'json-stat2', notation: PLAIN },
      `{"version": "2.0", "class": "dataset", "id": ["Region", "År"], "size": [2, 3], "status": {"3": ".."}, "value": [${VALUES.join()}],
      "dimension": {"Region": {"category": {"index": ["0780", "00"]}}, "År": {"category": {"index": ["2024", "2025", "2026"]}}}}`,
    ],
    [
      'PX',
      { type: 'px', encoding: 'utf-8', notation: PLAIN },
      `STUB="Region";HEADING="År";VALUES("Region")="0780","00";VALUES("År")="2024","2025","2026";
DATA=${VALUES.join(' ').replace('null', '".."')};`,
    ],
  ])('of %s is checked cell by cell, and every cell is told', async (_, format, text) => {
    const town = await aTown(cube(format));
    await town.drop('kub', text);
    const loaded = await town.load();
    expect(counts(loaded)).toEqual(['kub: 6 = 1 + 5 + 0, 0 superseded']);
    expect(await town.ask('select region, year, value, status from raw.absence')).toEqual([['0780', '2024', '17', null]]);
    expect(loaded.rejects.map(({ line, column, rule, raw }) => [line, column, rule, raw])).toEqual([
      [2, 'value', 'type', 'x'],
      [3, 'value', 'min', '-1'],
      [4, 'Region', 'pattern', '00'],
      [5, 'Region', 'pattern', '00'],
      [6, 'Region', 'pattern', '00'],
    ]);
    expect(codes(loaded)).toContain('warn rejected-rows sources/absence/in/kub:2');
  });
});
