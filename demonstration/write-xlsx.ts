import { zipOf } from './write-zip.ts';

/** A cell: text and what it is of other kinds, or its XML as it stands. */
export type SheetValue =
  | string
  | number
  | boolean
  | null
  /** A serial number with its number format's code. */
  | { serial: number; format: string }
  | { error: string }
  /** Without a value it was never computed. */
  | { formula: string; value?: number | string }
  | { inline: string }
  | { xml: string };

export interface Sheet {
  name: string;
  /** From row 1; null for a row that the file leaves out. */
  rows: readonly (readonly SheetValue[] | null)[];
  hidden?: boolean;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A workbook (ECMA-376) in as few parts as Excel opens; the same bytes for the same sheets. */
export const xlsxOf = (sheets: readonly Sheet[], dates: '1900' | '1904' = '1900'): Promise<Buffer> => zipOf(xlsxParts(sheets, dates));

/** A workbook's parts, by path, for tests that change one. */
export function xlsxParts(sheets: readonly Sheet[], dates: '1900' | '1904' = '1900'): Record<string, string> {
  const strings: string[] = [];
  const formats: string[] = [];
  const numbers = sheets.map((_, i) => i + 1);
  const parts = Object.fromEntries(
    sheets.map(({ rows }, i) => [
      `xl/worksheets/sheet${i + 1}.xml`,
      `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows.map((row, at) => rowXml(row, at + 1, strings, formats)).join('')}</sheetData></worksheet>`,
    ]),
  );
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${numbers.map(n => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${dates === '1904' ? ' date1904="1"' : ''}/><sheets>${sheets.map(({ name, hidden }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}">${numbers.map(n => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join('')}<Relationship Id="styles" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="strings" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ...parts,
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${formats.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escaped(code)}"/>`).join('')}</numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="${formats.length + 1}"><xf numFmtId="0"/>${formats.map((_, i) => `<xf numFmtId="${164 + i}" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}">${strings.map(text => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
  };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\r', '_x000D_');

function rowXml(row: readonly SheetValue[] | null, at: number, strings: string[], formats: string[]): string {
  if (row === null) return '';
  return `<row r="${at}">${row.map((value, i) => cellXml(value, `${letters(i)}${at}`, strings, formats)).join('')}</row>`;
}

function cellXml(value: SheetValue, ref: string, strings: string[], formats: string[]): string {
  if (value === null) return '';
  if (typeof value === 'number') return `<c r="${ref}"><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${ref}" t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'string') return `<c r="${ref}" t="s"><v>${indexIn(strings, value)}</v></c>`;
  if ('serial' in value) return `<c r="${ref}" s="${indexIn(formats, value.format) + 1}"><v>${value.serial}</v></c>`;
  if ('error' in value) return `<c r="${ref}" t="e"><v>${value.error}</v></c>`;
  if ('inline' in value) return `<c r="${ref}" t="inlineStr"><is><t>${escaped(value.inline)}</t></is></c>`;
  if ('xml' in value) return value.xml;
  const type = typeof value.value === 'string' ? ' t="str"' : '';
  return `<c r="${ref}"${type}><f>${escaped(value.formula)}</f>${value.value === undefined ? '' : `<v>${value.value}</v>`}</c>`;
}

/** Column letters, `A` for 0. */
export const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

const numbersOf = new WeakMap<string[], Map<string, number>>();
function indexIn(list: string[], item: string): number {
  const numbers = numbersOf.get(list) ?? new Map<string, number>();
  numbersOf.set(list, numbers);
  if (!numbers.has(item)) numbers.set(item, list.push(item) - 1);
  return numbers.get(item)!;
}
