import { describe, expect, it } from 'vitest';
import { readProject } from '../../pipeline/read/read-project.ts';
import { PLAIN_CONTRACT } from '../../pipeline/words/source-contract.ts';
import { at, ownProblemsOf, type At } from './problems-of.ts';
import { edited, smallProject, writeProject } from './small-project.ts';

const sourcesOnly = Object.fromEntries(Object.entries(smallProject).filter(([name]) => !/^sql\/(metrics|checks)|plans/.test(name)));
const absence = 'sources/absence/source.yaml';
const klassa = (confidentiality: number) => `klassa: { confidentiality: ${confidentiality}, integrity: 2, availability: 1 }\n`;

/** The source with one text replaced, so that what is added stands at line 5 where nothing else is said. */
const said = (to: string, from = 'class: personal\n') => edited(absence, from, to, sourcesOnly);
const read = async (to: string, from?: string) => {
  const { sources, problems } = await readProject(await writeProject(said(to, from)));
  expect(problems).toEqual([]);
  return sources.find(({ id }) => id === 'absence')!;
};

describe('the contract in source.yaml', () => {
  it('is decoded, with what is left out', async () => {
    const keys = `class: personal
system: Personec P
information: Sjukfrånvaro per månad och anställd
${klassa(3)}retention: 3 years
rows: { min: 100, max: 100000 }
control: { sum: hours }
max_rejected: 5%
retyped: 80%
newest: { column: period, within: 40 days, ahead: 1 day }
anomalies: { change: 30% }
`;
    const files = edited(absence, 'decimal: "," }', 'decimal: ",", trailer: \'^SLUT;(?<sum>.+)$\' }', said(keys));
    const { sources, problems } = await readProject(await writeProject(files));
    expect(problems).toEqual([]);
    expect(sources.find(({ id }) => id === 'absence')).toMatchObject({
      system: 'Personec P',
      information: 'Sjukfrånvaro per månad och anställd',
      klassa: { confidentiality: 3, integrity: 2, availability: 1 },
      retention_months: 36,
      format: { layout: { trailer: '^SLUT;(?<sum>.+)$' } },
      contract: {
        rows: { min: 100, max: 100_000 },
        control: 'hours',
        max_rejected: { share: 0.05, few: 0 },
        retyped: 0.8,
        newest: { column: 'period', within: 40, ahead: 1 },
        anomalies: { z: 5, change: 0.3 },
      },
    });
    expect(sources.find(({ id }) => id === 'reports')).toMatchObject({
      ...{ system: null, information: null, klassa: null, retention_months: null, contract: PLAIN_CONTRACT },
    });
  });

  it.each([
    [1, 'open'],
    [2, 'internal'],
    [3, 'personal'],
    [4, 'personal'],
  ])('confidentiality %i is class %s where none is said', async (confidentiality, name) => {
    expect((await read(klassa(confidentiality))).class).toBe(name);
    expect((await read(`class: internal\n${klassa(confidentiality)}`)).class).toBe('internal');
  });

  it.each([
    ['24 months', 24],
    ['1 year', 12],
  ])('retention: %s', async (written, months) => {
    expect((await read(`class: personal\nretention: ${written}\n`)).retention_months).toBe(months);
  });

  it('anomalies can be put off, and a column have aliases', async () => {
    expect((await read('class: personal\nanomalies: off\nretyped: off\n')).contract).toMatchObject({ anomalies: null, retyped: null });
    const { columns } = await read('name: unit, type: text, aliases: [Enhetsnamn, Avd], not_personal: true }', 'name: unit, type: text }');
    expect(columns.find(({ name }) => name === 'unit')).toMatchObject({ aliases: ['Enhetsnamn', 'Avd'], not_personal: true });
  });

  it.each<[string, string, string | undefined, ...At[]]>([
    [
      'open, with what may hurt somebody',
      `class: open\n${klassa(2)}`,
      undefined,
      at(4, 'wrong-value', '`class: open` with confidentiality 2', 'confidentiality 1, or another class'),
    ],
    ['a level that is none', `class: open\n${klassa(0)}`, undefined, at(5, 'wrong-value', '0', 'a level of KLASSA, 1 to 4')],
    [
      'a time that is none',
      'class: personal\nretention: 90 days\n',
      undefined,
      at(5, 'wrong-value', '90 days', 'months or years, as 24 months'),
    ],
    [
      'limits the wrong way',
      'class: personal\nrows: { min: 2, max: 1 }\n',
      undefined,
      at(5, 'wrong-value', 'min 2 and max 1', 'a min that is not above max'),
    ],
    ['a share of nothing', 'class: personal\nretyped: 0%\n', undefined, at(5, 'wrong-value', '0%', 'a percentage above 0%')],
    [
      'an anomaly that is none',
      'class: personal\nanomalies: on\n',
      undefined,
      at(5, 'wrong-value', 'on', '`off`, or a map with z, change'),
    ],
    [
      'a newest date in a column that has none',
      'class: personal\nnewest: { column: hours, within: 3 days }\n',
      undefined,
      at(5, 'unknown-name', 'date or month column', 'hours', ['period']),
    ],
    [
      'a sum that no trailer says',
      'class: personal\ncontrol: { sum: hours }\n',
      undefined,
      at(5, 'needs-key', '(?<sum>…)', '`control` holds the trailer’s sum against the column'),
    ],
    [
      'a trailer whose sum is of nothing',
      'decimal: ",", trailer: \'S(?<sum>.+)\' }',
      'decimal: "," }',
      at(10, 'needs-key', 'control', 'it says which column `(?<sum>…)` is the sum of'),
    ],
    [
      'a trailer that says nothing',
      'decimal: ",", trailer: "^SLUT" }',
      'decimal: "," }',
      at(10, 'needs-key', '(?<rows>…)', 'a trailer says `rows`, `sum` or both'),
    ],
    [
      'a sum of a text',
      'decimal: ",", trailer: \'(?<sum>.+)\' }\ncontrol: { sum: unit }',
      'decimal: "," }',
      at(11, 'unknown-name', 'number column', 'unit', ['hours', 'sick', 'days']),
    ],
    [
      'an alias that another column has',
      'name: unit, type: text, aliases: [Kön] }',
      'name: unit, type: text }',
      at(14, 'duplicate-id', 'Kön', ['another column']),
    ],
    [
      'a personal column that is not personal',
      'personal: hash, not_personal: true }',
      'personal: hash }',
      at(13, 'not-with', 'not_personal', 'the column is declared personal'),
    ],
  ])('%s is a problem', async (_, to, from, ...expected) => {
    expect(await ownProblemsOf(said(to, from))).toEqual(expected.map(problem => problem(absence)));
  });

  it('renames no path of XML and no key of SIE', async () => {
    const because = 'a column is a path in XML and a key of the standard in SIE: declare it as the file has it';
    const files = edited(absence, /format: .*/.exec(sourcesOnly[absence]!)![0], 'format: { type: xml, records: a/b }', sourcesOnly);
    const aliased = edited(absence, 'name: period,', 'name: period, aliases: [Månad],', files);
    const { problems } = await readProject(await writeProject(aliased));
    expect(problems.filter(({ allowed }) => allowed.includes(because))).toHaveLength(1);
  });
});
