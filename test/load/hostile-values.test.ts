import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../pipeline/words/format.ts';
import { aTown } from './a-town.ts';
import { column, csv, declare } from './declare.ts';
import { counts, RECEIVED } from './told.ts';

const JSON_NAME = RECEIVED.replace('csv', 'json');

describe('hostile values', () => {
  const columns = [
    column('id', 'text', { key: true }),
    column('n', 'decimal(12,2)', { unit: '%' }),
    column('day', 'date', { written: 'swedish' }),
  ];
  const source = declare({ columns, name_pattern: RECEIVED, format: csv({ delimiter: ';', decimal: ',', thousands: 'space' }) });

  it('of ten million characters are rejected with their row, and loaded where they are text', async () => {
    const town = await aTown(source);
    const long = '1'.repeat(10_000_000);
    await town.drop('2026-02-03.csv', `id;n;day\na;${long};1 maj 2026\nb;1;${long}\n${long};1;1 maj 2026\n`);
    const loaded = await town.load();
    expect(counts(loaded)).toEqual(['2026-02-03.csv: 3 = 1 + 2 + 0, 0 superseded']);
    expect(loaded.rejects.map(({ line, column: name, rule, raw }) => [line, name, rule, raw.length])).toEqual([
      [2, 'n', 'type', 10_000_000],
      [3, 'day', 'type', 10_000_000],
    ]);
    expect(await town.ask('select length(id), n, day from raw.absence')).toEqual([['10000000', '1.00', '2026-05-01']]);
  });

  it.each([
    ['a mark of direction', '\u200f12'],
    ['an override of direction', '\u202e21'],
    ['a space of no width', '1\u200b2'],
    ['digits of other scripts', '١٢'],
    ['full-width digits', '１２'],
    ['a figure space', '1\u2007234'],
    ['a soft hyphen for a minus', '\u00ad12'],
    ['a dash for a minus', '\u201312'],
    ['a mark of order inside', '1\ufeff2'],
    ['a formula', '=1+2'],
  ])('are no numbers with %s', async (_, text) => {
    const town = await aTown(source);
    await town.drop('2026-02-03.csv', `id;n;day\na;${text};1 maj 2026\n`);
    expect((await town.load()).rejects).toMatchObject([{ line: 2, column: 'n', rule: 'type', raw: text }]);
  });

  it('that are text come back sign by sign', async () => {
    const texts = ['\u200fabc\u202e', 'e\u0301 é', '👩‍👧', '\u{10ffff}', "' or 1=1) --", '\ufeff', '\u2028'];
    const town = await aTown(source);
    await town.drop('2026-02-03.csv', `id;n;day\n${texts.map(text => `${text};1;1 maj 2026\n`).join('')}`);
    await town.load();
    // With a sign before each, since what reads them back leaves out a byte order mark that comes first.
    expect(await town.ask("select '.' || id from raw.absence order by _row")).toEqual(texts.map(text => [`.${text}`]));
  });

  it('with halves of surrogate pairs, which only JSON can write, are rejected', async () => {
    const town = await aTown(
      declare({
        columns: [column('id'), column('n', 'integer')],
        name_pattern: JSON_NAME,
        location: 'in/*.json',
        format: { type: 'json', records: '', notation: PLAIN },
      }),
    );
    await town.drop(
      '2026-02-03.json',
      '[{"id":"\\ud800","n":1},{"id":"\\udc00\\ud800","n":1},{"id":"\\ud83d\\udc69","n":1},{"id":"a","n":"\\ud800"}]',
    );
    const loaded = await town.load();
    expect(loaded.rejects.map(({ line, column: name, rule }) => [line, name, rule])).toEqual([
      [1, 'id', 'type'],
      [2, 'id', 'type'],
      [4, 'n', 'type'],
    ]);
    expect(await town.ask('select id from raw.absence')).toEqual([['👩']]);
  });

  it('that stand for nothing are not marks by chance: what an object has of its own is no mark', async () => {
    const town = await aTown(declare({ columns: [column('n', 'integer', { marks: { '..': 'suppressed' } })], name_pattern: RECEIVED }));
    await town.drop('2026-02-03.csv', 'n\nconstructor\n__proto__\n..\n');
    expect(counts(await town.load())).toEqual(['2026-02-03.csv: 3 = 1 + 2 + 0, 0 superseded']);
  });
});
