import { gzipSync } from 'node:zlib';
import { xlsxOf } from '../../demonstration/write-xlsx.ts';
import { key, same, text, textIn, told, utf16, vary, type Kind } from './vary.ts';

const STAFF = ['skolverket-csv', 'Grundskola - Personalstatistik med lärarlegitimation och behörighet 2024 Kommun.csv'];
const staff = textIn(...STAFF);
const marks = { '.': 'missing', '..': 'suppressed' };
const [FULL, LEADS] = ['#Heltidstjänster / Totalt antal', '#Tjänstgörande lärare / Förstelärare'];
const lines = (change: (line: string, i: number) => string) => staff.split('\n').map(change).join('\n');
const table: Kind = {
  kind: 'Skolverket, CSV',
  path: STAFF,
  format: { type: 'csv', delimiter: ';', decimal: ',', thousands: 'space', preamble: 8, header: 2, footer: '^\\s*$' },
  columns: {
    'Kommun-kod': text('code', key),
    'Typ av huvudman': text('run_by', key),
    [FULL!]: { name: 'full_time', type: 'decimal(8,1)', marks },
    [LEADS!]: { name: 'leads', type: 'integer', marks },
  },
  variants: [
    same('without byte order mark', staff),
    same('CRLF', staff.replaceAll('\n', '\r\n')),
    same('Windows-1252', Buffer.from(staff, 'latin1'), { encoding: 'windows-1252' }),
    same('UTF-16', utf16(staff), { encoding: 'utf-16' }),
    told('Windows-1252, not declared', Buffer.from(staff, 'latin1'), 'encoding:1'),
    told('UTF-16, not declared', utf16(staff), 'encoding:1'),
    same('tabs', staff.replaceAll(';', '\t'), { delimiter: '\t' }),
    same('decimal points', staff.replace(/(\d),(\d)/g, '$1.$2'), { decimal: '.' }),
    {
      is: 'decimal points, not declared',
      content: staff.replace(/(\d),(\d)/g, '$1.$2'),
      gives: { rejected: 760, by: `type ${FULL}` },
    },
    same('no-break spaces', staff.replace(/(\d) (\d)/g, '$1\u00a0$2')),
    same('narrow no-break spaces', staff.replace(/(\d) (\d)/g, '$1\u202f$2')),
    same(
      'every cell in quotes',
      lines(line => (line.includes(';') ? `"${line.replaceAll(';', '";"')}"` : line)),
    ),
    same(
      'no delimiter last',
      lines(line => line.replace(/;$/, '')),
    ),
    same(
      'an extra column first',
      lines((line, i) => (line.includes(';') ? `${i === 8 ? '' : 'x'};${line}` : line)),
    ),
    same(
      'columns in another order',
      lines(line => {
        const [name, ...cells] = line.split(';');
        return cells.length < 13 ? line : [...cells.slice(0, -1), name, ''].join(';');
      }),
    ),
    same('a longer preamble', `Uttag 2026\n${staff}`, { preamble: 9 }),
    told('a longer preamble, not declared', `Uttag 2026\n${staff}`, 'no-header:9'),
    same('a footer with quotation marks', staff.replace('Rapportbeskrivning', 'Måttet "andel" i\n"2024 års mening;\nRapportbeskrivning')),
    told('a renamed column', staff.replace('Kommun-kod', 'Kommunkod'), 'missing-column:10'),
    told('another delimiter', staff.replaceAll(',', '.').replaceAll(';', ','), ...Array<string>(4).fill('missing-column:10')),
    told('cut in the middle of a letter', Buffer.from(staff).subarray(0, Buffer.from(staff).lastIndexOf('Övertorneå') + 1), 'encoding:779'),
    {
      is: 'rows without the last delimiter, under a header that has it',
      content: lines((line, i) => (i > 9 ? line.replace(/;$/, '') : line)),
      gives: { rejected: 769, by: 'type ' },
    },
    same('packed', gzipSync(staff)),
  ],
};

/** The table as a workbook that somebody made of it. */
const cellsOf = (line: string) =>
  line
    .split(';')
    .map(cell => (/^\d[\d ]*(,\d)?$/.test(cell) && !/^\d{4}$|^\d\d$/.test(cell) ? Number(cell.replace(/ /g, '').replace(',', '.')) : cell));
const body = staff.split('\n').slice(8, 779);
const workbook: Kind = {
  ...table,
  kind: 'Skolverket, XLSX',
  variants: [
    same('a sheet of another name, without preamble', await xlsxOf([{ name: 'Blad1', rows: body.map(cellsOf) }]), {
      type: 'xlsx',
      preamble: 0,
      ...{ delimiter: undefined, footer: undefined },
    }),
    same('all cells as text', await xlsxOf([{ name: 'Blad1', rows: body.map(line => line.split(';')) }]), {
      type: 'xlsx',
      preamble: 0,
      ...{ delimiter: undefined, footer: undefined },
    }),
  ],
};

vary([table, workbook]);
