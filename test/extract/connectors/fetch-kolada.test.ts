import { describe, expect, it } from 'vitest';
import { fetchKolada } from '../../../pipeline/extract/connectors/kolada/fetch-kolada.ts';
import { extract } from '../../../pipeline/extract/extract.ts';
import { load } from '../../../pipeline/load/load.ts';
import { findingText } from '../../../pipeline/messages/findings.ts';
import type { KoladaConnector } from '../../../pipeline/words/connector.ts';
import { PLAIN } from '../../../pipeline/words/format.ts';
import { aTown } from '../../load/a-town.ts';
import { column, declare } from '../../load/declare.ts';
import { aKolada, type KoladaDouble } from './a-kolada.ts';
import { answer, aServer } from './a-server.ts';
import { aContext, aWorld, faultOf, fetchAll, LIMITS } from './fetching.ts';

const kolada = (url: string, said: Partial<KoladaConnector>): KoladaConnector => ({
  type: 'kolada',
  what: 'values',
  url: `${url}/v3`,
  kpis: ['N00001'],
  municipalities: [],
  groups: [],
  units: [],
  years: null,
  limits: LIMITS,
  ...said,
});

const codes = (count: number): string[] => Array.from({ length: count }, (_, i) => String(1000 + i));
/** A value for every indicator, code and year. */
const full = (kpis: readonly string[], places: readonly string[], years: readonly number[]): KoladaDouble['values'] =>
  Object.fromEntries(kpis.flatMap(kpi => places.flatMap(place => years.map(year => [`${kpi} ${place} ${year}`, { T: year }]))));
const itemsIn = (text: string | null) => (JSON.parse(text!) as { values: Record<string, unknown>[] }).values;

describe('kolada: values', () => {
  it('come whole through limits on lists, pages and years, with ids in the path', async () => {
    const kpis = Array.from({ length: 30 }, (_, i) => `N${10_000 + i}`);
    const years = Array.from({ length: 27 }, (_, i) => 2000 + i);
    const server = await aKolada({ values: full(kpis, codes(33), years), page: 1000, most: 25 });
    const [brought] = await fetchAll(
      fetchKolada(kolada(server.url, { kpis, municipalities: codes(33), years: { from: 2000, to: null } }), aContext(aWorld())),
    );
    expect(brought).toMatchObject({ name: 'values.json', lacking: {} });
    expect(itemsIn(brought!.text)).toHaveLength(30 * 33 * 27);
    expect(new Set(server.asked.map(({ url }) => [...new URL(url, 'http://k').searchParams.keys()].join()))).toEqual(
      new Set(['per_page', 'per_page,page']),
    );
  });

  it('are asked for in shorter lists where the server takes less than it did', async () => {
    const server = await aKolada({ values: full(['N00001'], codes(25), [2024]), most: 4 });
    const [brought] = await fetchAll(fetchKolada(kolada(server.url, { municipalities: codes(25) }), aContext(aWorld())));
    expect(itemsIn(brought!.text).map(({ municipality }) => municipality)).toEqual(codes(25));
  });

  it('are those of the groups’ members too', async () => {
    const server = await aKolada({ values: full(['N00001'], codes(4), [2024]), groups: { G1: ['1001', '1002'], G2: ['1002', '1003'] } });
    const [brought] = await fetchAll(
      fetchKolada(kolada(server.url, { municipalities: ['1000'], groups: ['G1', 'G2', 'G3'] }), aContext(aWorld())),
    );
    expect(itemsIn(brought!.text).map(({ municipality }) => municipality)).toEqual(codes(4));
    expect(brought!.lacking).toEqual({ group: ['G3'] });
  });

  it('name what was asked for and gave nothing', async () => {
    const server = await aKolada({ values: full(['N00001'], ['1000'], [2024]) });
    const [brought] = await fetchAll(
      fetchKolada(kolada(server.url, { kpis: ['N00001', 'N99999'], municipalities: ['1000', '9999'] }), aContext(aWorld())),
    );
    expect(brought!.lacking).toEqual({ kpi: ['N99999'], municipality: ['9999'] });
  });

  it.each<[string, string, string]>([
    ['an error in words', '{"error": "This endpoint is deprecated."}', 'wrong-answer: data: not the form of Kolada’s API v3'],
    ['nothing at all', '{"values": [], "next_url": null, "count": 0}', 'wrong-answer: nothing for any of the ids'],
    ['another indicator', item({ kpi: 'N2' }), 'wrong-answer: a kpi that was not asked for'],
    ['another year', item({ period: 1999 }), 'wrong-answer: a year that was not asked for'],
    ['no year', item({ period: null }), 'wrong-answer: a year that was not asked for'],
    [
      'the same twice',
      `{"values": [${[1, 2].map(() => item({}).slice(12, -2)).join()}]}`,
      'wrong-answer: the same indicator, place and year twice',
    ],
    ['no values', item({ values: {} }), 'wrong-answer: data: not the form of Kolada’s API v3'],
  ])('refuse %s', async (_, body, fault) => {
    const server = await aServer((_, response) => answer(response, 200, body));
    const asked = kolada(server.url, { municipalities: ['1000'], years: { from: 2024, to: 2024 } });
    expect(await faultOf(fetchKolada(asked, aContext(aWorld())))).toBe(fault);
  });
});

function item(said: Record<string, unknown>): string {
  return `{"values": [${JSON.stringify({ values: [], kpi: 'N00001', period: 2024, municipality: '1000', ...said })}]}`;
}

describe('kolada: from the API to the table', () => {
  const columns = [
    column('kpi', 'text', { required: true, key: true }),
    column('municipality', 'text', { required: true, key: true }),
    column('period', 'integer', { required: true, key: true }),
    column('gender', 'text', { required: true, key: true, allowed: ['K', 'M', 'T'] }),
    column('status'),
    column('value', 'decimal(18,8)'),
  ];

  it('picks sexes by name, keeps the three kinds of nothing apart, ignores what is deleted, and says what is lacking', async () => {
    const server = await aKolada({
      values: {
        'N00001 1480 2023': { K: 82_794, M: 85_920, T: 168_714 },
        'N00001 1480 2024': { M: 1.25, K: 'Privacy' },
        'N00001 1481 2023': { T: 'Missing' },
        'N00001 1481 2024': { K: 'Not applicable', T: 'deleted' },
      },
    });
    const connector = kolada(server.url, { kpis: ['N00001', 'N99999'], municipalities: ['1480', '1481'] });
    const town = await aTown(declare({ id: 'kolada', columns, connector, format: { type: 'kolada-v3', notation: PLAIN } }));
    const world = aWorld();
    const deliveries = await extract(town.project, town.state, world.effects, { rehash: false });
    const { findings, sources } = await load(town.project, deliveries, '2026-10-15', await town.warehouse(), town.state, world.effects);
    expect(sources[0]!.deliveries).toMatchObject([{ name: 'values.json', records: 8, loaded: 7, rejected: 0, ignored: 1 }]);
    expect(findings.map(finding => findingText(finding))).toEqual([
      'Sjukfrånvaro: values.json har inga uppgifter för nyckeltalen N99999, som efterfrågades',
    ]);
    expect(await town.ask('select municipality, period, gender, status, value from raw.kolada order by all')).toEqual([
      ['1480', '2023', 'K', null, '82794.00000000'],
      ['1480', '2023', 'M', null, '85920.00000000'],
      ['1480', '2023', 'T', null, '168714.00000000'],
      ['1480', '2024', 'K', 'Privacy', null],
      ['1480', '2024', 'M', null, '1.25000000'],
      ['1481', '2023', 'T', 'Missing', null],
      ['1481', '2024', 'K', 'Not applicable', null],
    ]);
  });

  it('gives units’ values under `ou`', async () => {
    const server = await aKolada({ values: { 'N00001 V15E148000101 2024': { T: 5 } } });
    const connector = kolada(server.url, { what: 'unit-values', units: ['V15E148000101', 'V15E148000102'] });
    const unit = columns.map(it => (it.name === 'municipality' ? column('ou', 'text', { required: true, key: true }) : it));
    const town = await aTown(declare({ id: 'schools', columns: unit, connector, format: { type: 'kolada-v3', notation: PLAIN } }));
    const deliveries = await extract(town.project, town.state, aWorld().effects, { rehash: false });
    const { sources, findings } = await load(town.project, deliveries, '2026-10-15', await town.warehouse(), town.state, aWorld().effects);
    expect(sources[0]!.deliveries).toMatchObject([{ name: 'unit-values.json', loaded: 1, rejected: 0 }]);
    expect(findings).toMatchObject([{ code: 'ids-without-data', details: { kind: 'ou', ids: 'V15E148000102' } }]);
  });
});

describe('kolada: groups and indicators', () => {
  it('gives a row a group and member, with the month', async () => {
    const server = await aKolada({ values: {}, groups: { G1: ['1001', '1002'] } });
    const [brought] = await fetchAll(fetchKolada(kolada(server.url, { what: 'groups', groups: ['G1'] }), aContext(aWorld())));
    expect(itemsIn(brought!.text)).toEqual([
      { group: 'G1', title: 'Grupp G1', member: '1001', member_title: 'Kommun 1001', month: '2026-10' },
      { group: 'G1', title: 'Grupp G1', member: '1002', member_title: 'Kommun 1002', month: '2026-10' },
    ]);
  });

  it('says which indicators have ended, by their titles', async () => {
    const title = (text: string) => ({ title: text, publ_period: null });
    const kpis = {
      U1: title('Möter (- 2024)'),
      U2: title('Antal (-2023)'),
      U3: title('Elever 13-15 år (2024)'),
      U4: title('Kr/inv (publiceras när K03138 har värde)'),
    };
    const server = await aKolada({ values: {}, kpis });
    const [brought] = await fetchAll(
      fetchKolada(kolada(server.url, { what: 'kpis', kpis: ['U1', 'U2', 'U3', 'U4', 'U5'] }), aContext(aWorld())),
    );
    expect(itemsIn(brought!.text).map(({ id, ended }) => [id, ended])).toEqual([
      ['U1', 2024],
      ['U2', 2023],
      ['U3', null],
      ['U4', null],
    ]);
    expect(brought!.lacking).toEqual({ kpi: ['U5'] });
  });
});
