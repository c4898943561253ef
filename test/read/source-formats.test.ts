import { describe, expect, it } from 'vitest';
import { readProject } from '../../pipeline/read/read-project.ts';
import { at, ownProblemsOf } from './problems-of.ts';
import { edited, smallProject, writeProject } from './small-project.ts';

const sourcesOnly = Object.fromEntries(Object.entries(smallProject).filter(([name]) => !/^sql\/(metrics|checks)|plans/.test(name)));
const absence = 'sources/absence/source.yaml';

describe('format: of a source', () => {
  describe('of XML', () => {
    const problemsOfXml = (records: string, ...headers: string[]) => {
      const columns = headers.map((header, i) => `  "${header}": { name: c${i}, type: text }\n`).join('');
      const file = `id: cases\nname: Ärenden\nowner: SBK\nclass: open\nlocation: in/*.xml\nname_pattern: '(?<received>x)'\nkind: snapshot\nformat: { type: xml, records: "${records}" }\ncolumns:\n${columns}`;
      return ownProblemsOf({ ...sourcesOnly, 'sources/cases/source.yaml': file });
    };
    const PATHS = 'a path from the record, as name, list/name, @attribute, ../../@attribute or `.`';
    const problem = (line: number, found: string, allowed: string) => [
      at(line, 'wrong-value', found, allowed)('sources/cases/source.yaml'),
    ];

    it('takes paths down, up and to attributes', async () => {
      expect(await problemsOfXml('r/list/a', '.', 'b', 'b/c', '@x', 'b/@x', '../../@x', '../b', '../../b/c/@x', 'händelse-1.2')).toEqual(
        [],
      );
    });

    it.each(['', '/r/a', 'r//a', 'r/@a', 'r/../a', 'ns:r/a', 'r/*'])('refuses records: %j', async records => {
      expect(await problemsOfXml(records, 'b')).toEqual(problem(8, `"${records}"`, 'element names from the root, as Envelope/Body/case'));
    });

    it.each(['..', '../', '/b', 'b/', 'b//c', 'b/..', './b', '../.', '@', '@x/b', 'b[1]', '*', 'ns:b', '//b'])(
      'refuses the column %j',
      async header => expect(await problemsOfXml('r/list/a', header)).toEqual(problem(10, header, PATHS)),
    );

    it('refuses a column above the root', async () => {
      expect(await problemsOfXml('r/list/a', '../../../@x')).toEqual(problem(10, '../../../@x', 'at most 2 `..` in r/list/a'));
    });
  });

  it('reads a workbook by its only sheet, its first row and plain numbers, unless it says something else', async () => {
    const formatOf = async (format: string) => {
      const { sources } = await readProject(
        await writeProject(edited(absence, /format: .*/.exec(sourcesOnly[absence]!)![0], format, sourcesOnly)),
      );
      return sources.find(({ id }) => id === 'absence')!.format;
    };
    expect(await formatOf('format: { type: xlsx }')).toEqual({
      type: 'xlsx',
      sheet: null,
      notation: { decimal: '.', thousands: null, minus: 'leading', missing: [] },
      layout: { preamble: 0, header: 1, footer: null, ignore: null, trailer: null },
    });
    expect(await formatOf('format: { type: xlsx, sheet: Blad 1, header: 2, preamble: 3, decimal: "," }')).toMatchObject({
      sheet: 'Blad 1',
      notation: { decimal: ',' },
      layout: { preamble: 3, header: 2 },
    });
  });
});
