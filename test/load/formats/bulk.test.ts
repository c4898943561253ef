import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { column, csv, declare } from '../declare.ts';
import { both } from '../load-both.ts';
import type { Outcome } from '../load-both.ts';
import { casesTried } from '../../cases-tried.ts';

const COLUMNS = [
  column('text'),
  column('n', 'integer', { min: -5, max: 1000 }),
  column('amount', 'decimal(8,2)', { required: true, min: 0 }),
  column('day', 'date'),
  column('month', 'month', { key: true }),
  column('yes', 'boolean'),
  column('kind', 'text', { allowed: ['e-tjänst', 'brev', 'a"b'] }),
  column('code', 'text', { pattern: '^[A-ZÅ]\\d+$' }),
  column('person', 'text', { personal: 'hash', key: true }),
  column('name', 'text', { personal: 'drop' }),
  column('at', 'timestamp'),
  column('share', 'decimal(4,1)', { marks: { '..': 'suppressed', '99': 'about' }, unit: '%' }),
];

describe('a CSV extract that DuckDB reads itself', () => {
  const source = declare({ columns: COLUMNS, format: csv({ delimiter: ';', decimal: ',', thousands: 'space', missing: ['-1', '-'] }) });
  const header = COLUMNS.map(({ header: name }) => name).join(';');
  const sure = (i: number) =>
    `å${i};${i};${i},5;2026-02-${10 + (i % 10)};2026-01;ja;e-tjänst;Å${i};p${i};Namn;2026-03-01 12:30:${10 + (i % 50)};12,5`;
  const lines = (count: number) => Array.from({ length: count }, (_, i) => sure(i));

  it('gives the same rows as the parser', async () => {
    const { bulk, loaded } = await both(source, [header, ...lines(50)].join('\n'));
    expect({ bulk, loaded }).toEqual({ bulk: true, loaded: 50 });
  });

  it.each<[string, string[], Partial<Outcome>]>([
    ['a value of another type', ['x;1,5;1,5;;2026-01;;;;q;;;'], { loaded: 50 }],
    ['a value that would be rounded', ['x;1;1,555;;2026-01;;;;q;;;'], { loaded: 50 }],
    ['a point for a comma', ['x;1;1.5;;2026-01;;;;q;;;'], { loaded: 50 }],
    ['a broken rule', ['x;-6;1,5;;2026-01;;fax;;q;'], { loaded: 50 }],
    ['a day that does not exist', ['x;1;1,5;2026-02-30;2026-01;;;;q;;;'], { loaded: 50 }],
    ['an empty required cell', ['x;1;;2026-02-01;2026-01;;;;q;;;'], { loaded: 50 }],
    ['a missing delimiter', ['x;1;1,5;2026-02-01;2026-01;;;q;;'], { loaded: 50 }],
    ['a delimiter too many, empty', ['x;1;1,5;2026-02-01;2026-01;;;;q;;;;'], { loaded: 50 }],
    ['an empty record', [';;;;;;;;;;;'], { loaded: 50 }],
    ['an empty line in the middle', [''], { loaded: 50 }],
    ['a record over three lines', ['"x\ny\nz";1;1,5;2026-02-01;2026-01;;;;q;;;'], { loaded: 51 }],
    ['quoted delimiters and quotes', ['"x;""y""";"1";"1,5";"2026-02-01";"2026-01";"JA";"a""b";"Å1";"q";"";;'], { loaded: 51 }],
    ['a key that comes again', [sure(3)], { loaded: 49 }],
    [
      'a key that comes again where only the parser reads it',
      [sure(3).replace(';3;', ';0003;').replace('ja', 'JA').replace('å3', '"å\n3"')],
      { loaded: 49 },
    ],
    ['marks and missing values', ['x;-;1,5;;2026-01;;;;q;;;..', 'x;-1;1,5;;2026-02;;;;q;;2026-01-01T00:00:00Z;99'], { loaded: 52 }],
    ['what the notation allows beyond the plain form', ['x;1 000;1 000,5;;2026-01;;;;q;;;12,5 %'], { loaded: 51 }],
    ['a value only the parser knows', ['x;0001;000001,5;;2026-01;FALSE;;;q;;;'], { loaded: 51 }],
  ])('with %s leaves that record to the parser', async (_, odd, expected) => {
    const [first, ...rest] = lines(50);
    expect(await both(source, [header, first, ...odd, ...rest].join('\n'))).toMatchObject({ bulk: true, ...expected });
    expect(await both(source, [header, first, ...odd, ...rest].join('\r\n'))).toMatchObject({ bulk: true, ...expected });
  });

  it.each<[string, string | Buffer]>([
    ['a quote inside an unquoted cell', [header, 'a"b;1;1,5;;2026-01;;;;q;;;'].join('\n')],
    ['a quote that is never closed', [header, sure(1), '"b;1;1,5;;2026-01;;;;q;;;', sure(2)].join('\n')],
    ['text after a closing quote', [header, '"a" ;1;1,5;;2026-01;;;;q;;;'].join('\n')],
    ['mixed line ends', `${header}\r\n${sure(1)}\n${sure(2)}\r\n`],
    ['a lone carriage return', `${header}\n${sure(1)}\n${sure(2).replace('å', '\r')}\n`],
    ['a control character', [header, sure(1).replace('å', '\u0001')].join('\n')],
    ['a C1 control character', [header, sure(1).replace('å', '\u0085')].join('\n')],
    ['invalid UTF-8', Buffer.concat([Buffer.from(`${header}\n`), Buffer.from([0xe5]), Buffer.from(`${sure(1)}\n`)])],
    ['a header that is not the declared one', ['text;n', '1;2'].join('\n')],
    ['nothing', ''],
    ['mostly doubtful records', [header, ...lines(2000).map((line, i) => (i % 5 === 0 ? `${line};x` : line))].join('\n')],
  ])('with %s is read by the parser as a whole', async (_, content) => {
    expect((await both(source, content)).bulk).toBe(false);
  });

  it('with a preamble, a footer and lines to ignore has those ignored, and all after the footer', async () => {
    const layout = declare({
      columns: COLUMNS,
      format: csv({ delimiter: ';', decimal: ',', preamble: 2, footer: '^Källa', ignore: '^Summa' }),
    });
    const content = ['"Rubrik', '', header, sure(1), 'Summa;2', sure(2), 'Källa: påhittad', sure(3), ''].join('\n');
    expect(await both(layout, content)).toMatchObject({ bulk: true, loaded: 2, ignored: 5, records: 7 });
  });

  it('with quotation marks in its footer is read by the parser, and they break nothing', async () => {
    const layout = declare({ columns: COLUMNS, format: csv({ delimiter: ';', decimal: ',', footer: '^Källa' }) });
    const text = ['Måttet "andel";', '"aldrig slut', '', 'x;"y"', '', ''];
    const content = [header, sure(1), '', 'Källa: "HR', ...text].join('\n');
    expect(await both(layout, content)).toMatchObject({ bulk: false, loaded: 1, ignored: 5, records: 7 });
    expect(await both(layout, content.replaceAll('"', ''))).toMatchObject({ bulk: true, loaded: 1, ignored: 5, records: 7 });
  });

  it('in another encoding is read in UTF-8', async () => {
    const latin = declare({ columns: COLUMNS, format: csv({ delimiter: ';', decimal: ',', encoding: 'windows-1252' }) });
    expect(await both(latin, Buffer.from([header, sure(1), sure(2)].join('\r\n'), 'latin1'))).toMatchObject({ bulk: true, loaded: 2 });
  });

  it('with a byte order mark and columns that are not declared, in another order', async () => {
    const few = declare({ columns: [column('b', 'integer'), column('a')], format: csv() });
    expect(await both(few, '\ufeffa,x,b\n1,"y,y",2\n3,z,4\n\n\n')).toMatchObject({
      bulk: true,
      rows: [
        ['2', '2', '1'],
        ['3', '4', '3'],
      ],
    });
  });

  it('about a period has the rows of another one rejected', async () => {
    const dated = { ...source, covers: { by: 'name' } as const };
    const other = sure(2).replace('2026-01', '2026-02');
    expect(await both(dated, [header, sure(1), other].join('\n'), '2026-01')).toMatchObject({
      bulk: true,
      loaded: 1,
      rejects: [{ line: 3, rule: 'period' }],
    });
    const later = sure(3).replace('2026-01', '2026-04');
    expect(await both(dated, [header, sure(1), other, later].join('\n'), '2026-Q1')).toMatchObject({
      bulk: true,
      loaded: 2,
      rejects: [{ line: 4, rule: 'period' }],
    });
  });

  it('is as the parser has it, whatever stands in it', async () => {
    const cell = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('', '1', '-3', '12,5', '0,01', '2026-02-28', '2026-01', 'ja', 'brev', 'A1', 'x') },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '"',
          '"a"',
          'a"b',
          '"a;b"',
          '"a\nb"',
          '"a""b"',
          '""',
          '-',
          '1.5',
          '2026-02-30',
          '1e3',
          ' 1',
          '\u00a0',
          'å',
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    );
    const good = fc.nat(10_000).map(sure);
    const line = fc.oneof(
      { weight: 8, arbitrary: good },
      { weight: 2, arbitrary: fc.array(cell, { minLength: 10, maxLength: 13 }).map(cells => cells.join(';')) },
      { weight: 1, arbitrary: fc.constantFrom('', 'Summa;1', ';;;;;;;;;;;') },
    );
    let bulks = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 25 }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.boolean(),
        async (body, end, closed, ignores) => {
          const content = [header, ...body].join(end) + (closed ? end : '');
          const it = ignores ? declare({ columns: COLUMNS, format: csv({ delimiter: ';', decimal: ',', ignore: '^Summa' }) }) : source;
          if ((await both(it, content)).bulk) bulks++;
        },
      ),
      { numRuns: casesTried(150) },
    );
    expect(bulks).toBeGreaterThan(casesTried(50));
  });
});
