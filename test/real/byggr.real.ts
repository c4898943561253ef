import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadReal, type RealTown } from './load-real.ts';
import { real } from './real-files.ts';

const BATCH = 'Envelope/Body/GetUpdatedArendenResponse/GetUpdatedArendenResult/Arenden/arende';
const RELATED = 'Envelope/Body/GetRelateradeArendenByPersOrgNrAndRoleResponse/GetRelateradeArendenByPersOrgNrAndRoleResult/Arende';
const full = real('byggr-xml', 'arendeexport.GetUpdatedArenden.200.xml');

const cases = {
  '@dnr': { name: 'dnr', type: 'text', required: true, key: true },
  '@arendegrupp': { name: 'kind', type: 'text', required: true },
  status: { name: 'status', type: 'text' },
  ankomstDatum: { name: 'received', type: 'date', required: true },
  slutDatum: { name: 'ended', type: 'date' },
};
const events = {
  '../../@dnr': { name: 'dnr', type: 'text', required: true },
  '@handelseId': { name: 'event', type: 'integer', required: true, key: true },
  handelsetyp: { name: 'kind', type: 'text', required: true },
  startDatum: { name: 'started', type: 'timestamp', required: true },
  handelseutfall: { name: 'outcome', type: 'text' },
  makulerad: { name: 'cancelled', type: 'boolean', required: true },
  'beslut/@arHuvudbeslut': { name: 'main_decision', type: 'boolean' },
};
const EVENT = `${BATCH}/handelseLista/handelse`;
const source = (location: string, records: string, columns: typeof cases | typeof events | Record<string, Record<string, unknown>>) => ({
  location,
  format: { type: 'xml', records },
  columns,
});
const empty = real('byggr-xml', 'arendeexport.empty.xml');
const related = real('byggr-xml', 'related-errands-by-legal-id.xml');

let town: RealTown;
beforeAll(async () => {
  town = await loadReal({
    cases: source(full, BATCH, cases),
    events: source(full, EVENT, events),
    officers: source(full, BATCH, { '@dnr': cases['@dnr'], 'handlaggare/fornamn': { name: 'officer', type: 'text' } }),
    decisions: source(full, BATCH, {
      '@dnr': cases['@dnr'],
      'handelseLista/handelse/beslut/instanstyp': { name: 'decided', type: 'text' },
    }),
    empty: source(empty, BATCH, cases),
    'empty-events': source(empty, EVENT, events),
    related: source(related, RELATED, cases),
    'wrong-answer': source(related, BATCH, cases),
  });
});
afterAll(() => town.close());

const whole = (records: number) => ({ records, loaded: records, rejected: 0, ignored: 0, faults: [] });

describe('building permits out of ByggR, as SOAP answers', () => {
  it('each case is a record; a last day is there or not, also in one that is still open', async () => {
    expect(town.outcomeOf('cases')).toEqual(whole(6));
    expect(await town.rowsOf('cases')).toEqual([
      ['BYGG 2021-000771', 'LOV', 'Pågående', '2021-12-16', null],
      ['BYGG 2020-001012', 'LOV', 'Pågående', '2020-07-02', null],
      ['BYGG 2021-000772', 'LOV', 'Pågående', '2021-12-16', null],
      ['BYGG 2020-000602', 'HISS', 'Pågående', '2020-05-20', '2020-09-16'],
      ['BYGG 2020-000615', 'HISS', 'Avslutat', '2020-03-11', '2020-07-02'],
      ['BYGG 2018-000026', 'LOV', 'Avslutat', '2018-01-15', '2018-01-30'],
    ]);
  });

  it('each event is a record with its case’s number, whether or not it has a decision', async () => {
    expect(town.outcomeOf('events')).toEqual(whole(32));
    const counted = `select dnr, count(*), count(main_decision), count(outcome) from raw.events group by 1 order by 1`;
    expect(await town.ask(counted)).toEqual([
      ['BYGG 2018-000026', '4', '1', '1'],
      ['BYGG 2020-000602', '4', '2', '0'],
      ['BYGG 2020-000615', '5', '2', '0'],
      ['BYGG 2020-001012', '15', '3', '2'],
      ['BYGG 2021-000771', '2', '0', '0'],
      ['BYGG 2021-000772', '2', '0', '0'],
    ]);
    expect(await town.ask(`select started from raw.events where event = 362923`)).toEqual([['2021-12-16 08:16:00']]);
  });

  it('a record’s line is where its element begins in the file', async () => {
    const lines = readFileSync(full, 'utf8').split('\n');
    const begins = lines.flatMap((line, i) => (line.includes('<handelse ') ? [String(i + 1)] : []));
    const loaded = await town.ask(`select _line from cache."rows events" order by _line`);
    expect(loaded.flat()).toEqual(begins);
  });

  it('never the first of several: an officer with two first names and a case with many events are rejected', () => {
    expect(town.outcomeOf('officers')).toMatchObject({ records: 6, loaded: 2, rejected: 4 });
    expect(town.rejectsOf('officers')[0]).toEqual([257, 'type', 'handlaggare/fornamn', '']);
    expect(town.outcomeOf('decisions')).toMatchObject({ records: 6, loaded: 0, rejected: 6 });
  });

  it('an empty batch has no records, and no fault', async () => {
    expect(town.outcomeOf('empty')).toEqual(whole(0));
    expect(town.outcomeOf('empty-events')).toEqual(whole(0));
    expect(await town.rowsOf('empty')).toEqual([]);
  });

  it('another answer of the same system is no empty batch', async () => {
    expect(town.outcomeOf('related')).toEqual({ ...whole(3), faults: ['unseen-column:-'] });
    expect(await town.rowsOf('related')).toEqual(
      Array.from({ length: 3 }, () => [expect.any(String), 'LOV', 'Pågående', expect.any(String), null]),
    );
    expect(town.outcomeOf('wrong-answer')).toMatchObject({ records: 0, faults: ['xml-records:-'] });
  });
});
