import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blocksOf } from '../docs/read-page.ts';
import { loadReal, type DeclaredSource, type RealTown } from './load-real.ts';
import { real } from './real-files.ts';

/** A real file for each declaration that docs/real-files.md shows, and how many rows it gives. */
const FILES: Readonly<Record<string, readonly [rows: number, ...path: string[]]>> = {
  'school-staff': [769, 'skolverket-csv', 'Grundskola - Personalstatistik med lärarlegitimation och behörighet 2024 Kommun.csv'],
  'school-grades': [761, 'skolverket-csv', 'Grundskola - Betyg årskurs 6, andel som fått godkänt betyg (A-E), per kön 2025 Kommun.xlsx'],
  'school-merit': [5, 'skolverket-api', 'statistics-gr', '10132939.json'],
  'area-income': [4340, 'scb-jsonstat2', 'regso_socioek.json'],
  'consumer-prices': [324, 'px', 'PR0101B3.px'],
  'kolada-solidity': [224, 'kolada-v3-raw', 'kolada_soliditet.json'],
  vouchers: [671, 'sie', 'transaktioner_ovnbolag.se'],
  'byggr-cases': [6, 'byggr-xml', 'arendeexport.GetUpdatedArenden.200.xml'],
};
const page = readFileSync(new URL('../../docs/real-files.md', import.meta.url), 'utf8');
const declared = new Map(
  blocksOf(page).map(({ text }) => {
    const { id, format, columns } = parse(text) as DeclaredSource & { id: string };
    return [id, { format, columns }];
  }),
);

let town: RealTown;
beforeAll(async () => {
  const sources = Object.entries(FILES).map(([id, [, ...path]]) => [id, { location: real(...path), ...declared.get(id)! }]);
  town = await loadReal(Object.fromEntries(sources) as Record<string, DeclaredSource>);
});
afterAll(() => town.close());

describe('the declarations of docs/real-files.md, copied as they are', () => {
  it('are all tried', () => expect(Object.keys(FILES).sort()).toEqual([...declared.keys()].sort()));

  it.each(Object.keys(FILES))('%s loads a real file whole', id => {
    const { loaded, rejected, faults } = town.outcomeOf(id);
    expect({ loaded, rejected, faults }).toEqual({ loaded: FILES[id]![0], rejected: 0, faults: [] });
  });
});
