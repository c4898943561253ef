import { describe, expect, it } from 'vitest';
import { distinct, measureOver, median, monthly, of } from './measure-over.ts';
import { codes, lines, metricOf, show, showPart } from './show.ts';

const town = { covered: monthly('2025-01', '2025-03'), asOf: '2025-04-02' };
const tertial = { grains: ['tertial'] as const };
const T1 = '2025-T1';
const lined = (text: string): string[] => lines(text).map(line => `${T1} ${line}`);
const shown = (found: string[]): string[] => found.map(line => line.replace(' [partial]', ''));

describe('the tree', () => {
  const nodes = `
    id    parent  from        to
    HR    -       -           -
    SOC   -       -           -
    U1    HR      -           2025-02-28
    U1    SOC     2025-03-01  -
    U2    SOC     2025-02-01  -
    U3    SOC     -           2025-01-31`;

  it('every level is summed from the facts; a node that moved has one whole row and a part for each parent', async () => {
    const facts = `
      day         organisation n:integer
      2025-01-10  U1           1
      2025-02-10  U1           2
      2025-03-10  U1           4
      2025-02-10  U2           8
      2025-01-31  U3           16
      2025-03-01  SOC          32`;
    const metric = metricOf(
      await measureOver({ ...town, facts, nodes, metrics: [{ grains: ['month', 'tertial'], windows: ['period', 'ytd'] }] }),
    );
    expect(shown(show(metric, '2025-T1'))).toEqual(
      lined(`
        *: 63
        HR: 3
        SOC: 60
        SOC.own: 32
        U1: 7
        U2: 8
        U3: 16
        ytd *: 63
        ytd HR: 3
        ytd SOC: 60
        ytd SOC.own: 32
        ytd U1: 7
        ytd U2: 8
        ytd U3: 16`),
    );
    expect(metric.parts.map(showPart)).toEqual(
      lines(`
        2025-03 ytd U1 under HR: 3
        2025-03 ytd U1 under SOC: 4
        2025-04 ytd U1 under HR: 3
        2025-04 ytd U1 under SOC: 4
        2025-T1 U1 under HR: 3
        2025-T1 U1 under SOC: 4
        2025-T1 ytd U1 under HR: 3
        2025-T1 ytd U1 under SOC: 4`),
    );
    expect(show(metric, /^2025-0[123] [US]/)).toEqual(
      lines(`
        2025-01 SOC: 16
        2025-01 SOC.own: 0
        2025-01 U1: 1
        2025-01 U3: 16
        2025-02 SOC: 8
        2025-02 SOC.own: 0
        2025-02 U1: 2
        2025-02 U2: 8
        2025-03 SOC: 36
        2025-03 SOC.own: 32
        2025-03 U1: 4
        2025-03 U2: 0`),
    );
  });

  it('a hole over the move leaves no part: the node had one parent in what is read', async () => {
    const facts = `day organisation n:integer\n2025-01-10 U1 1\n2025-03-10 U1 4`;
    const at = async (except: string[], said: object = {}) =>
      metricOf(
        await measureOver({
          ...town,
          facts,
          nodes,
          covered: monthly('2025-01', '2025-03', { except }),
          metrics: [{ ...tertial, ...said }],
        }),
      ).parts.map(showPart);
    expect(await at(['2025-03'])).toEqual([]);
    expect(await at(['2025-01', '2025-02'])).toEqual([]);
    expect(await at(['2025-02'])).toEqual(['2025-T1 U1 under HR: 1', '2025-T1 U1 under SOC: 4']);
    expect(await at([], { over_time: 'last' })).toEqual([]);
  });

  it('a part has an unknown member only where what is read has such facts, as the whole row has', async () => {
    const facts = `day organisation sex n:integer\n2025-02-01 U1 K 1\n2025-03-01 U1 X 2`;
    const metrics = [{ windows: ['period', 'ytd'] as const, breakdowns: [['organisation', 'sex']] }];
    const metric = metricOf(await measureOver({ ...town, asOf: '2025-03-31', facts, nodes, flat: { sex: ['K'] }, metrics }));
    expect(metric.parts.map(showPart)).toEqual([
      '2025-03 ytd U1 K under HR: 1',
      '2025-03 ytd U1 unknown under SOC: 2',
      '2025-03 ytd U1 K under SOC: 0',
    ]);
  });

  it('a move inside a month sends each fact to the tree of its own date', async () => {
    const facts = `day organisation n:integer\n2025-02-14 U 1\n2025-02-15 U 2`;
    const tree = `id parent from to\nA - - -\nB - - -\nU A - 2025-02-14\nU B 2025-02-15 -`;
    const metric = metricOf(await measureOver({ ...town, facts, nodes: tree, metrics: [{}] }));
    expect(show(metric, '2025-02')).toEqual(['2025-02 *: 3', '2025-02 A: 1', '2025-02 B: 2', '2025-02 U: 3']);
    expect(metric.parts.map(showPart)).toEqual(['2025-02 U under A: 1', '2025-02 U under B: 2']);
  });

  it('a median goes back to the facts at each level, and for each part', async () => {
    const facts = `day organisation n:integer\n2025-01-10 U1 1\n2025-02-10 U1 3\n2025-03-10 U1 10\n2025-03-10 U2 20`;
    const metric = metricOf(
      await measureOver({ ...town, facts, nodes, metrics: [{ ...tertial, measure: of(median('n')), population: distinct('n') }] }),
    );
    expect(shown(show(metric))).toEqual(lined('*: 6.5 of 4\nHR: 2 of 2\nSOC: 15 of 2\nU1: 3 of 3\nU2: 20 of 1'));
    expect(metric.parts.map(showPart)).toEqual([`${T1} U1 under HR: 2 of 2`, `${T1} U1 under SOC: 10 of 1`]);
  });

  it('a node that opens or closes has rows for the periods its validity, and its ancestors’, touches', async () => {
    const facts = `day organisation n:integer\n2025-01-31 X 1\n2025-02-10 Y 2\n2025-03-31 X 4`;
    const tree = `id parent from to\nP - - 2025-02-10\nX P - -\nY P 2025-02-10 -`;
    const measured = await measureOver({ ...town, facts, nodes: tree, metrics: [{ grains: ['month', 'tertial'] }] });
    expect(shown(show(metricOf(measured), /^2025-(0[123]|T1)/))).toEqual(
      lines(`
        2025-01 *: 1
        2025-01 P: 1
        2025-01 X: 1
        2025-02 *: 2
        2025-02 P: 2
        2025-02 X: 0
        2025-02 Y: 2
        2025-03 *: 4
        2025-03 unknown: 4
        2025-T1 *: 7
        2025-T1 P: 3
        2025-T1 X: 1
        2025-T1 Y: 2
        2025-T1 unknown: 4`),
    );
    expect(measured.findings).toMatchObject([
      { code: 'not-valid-then', severity: 'warn', details: { member: 'X', from: '2025-03-31', to: '2025-03-31', rows: 1 } },
    ]);
  });

  it('what has no place in a tree (an unknown parent, a circle, a node twice removed) is unknown, and nothing is lost', async () => {
    const tree = `id parent\nA -\nlost nobody\nunder lost\none two\ntwo one\nself self`;
    const facts = `day organisation n:integer\n2025-01-01 A 1\n2025-01-01 lost 2\n2025-01-01 under 4\n2025-01-01 one 8\n2025-01-01 self 16`;
    const measured = await measureOver({ ...town, facts, nodes: tree, metrics: [{}] });
    expect(show(metricOf(measured), '2025-01')).toEqual(['2025-01 *: 31', '2025-01 A: 1', '2025-01 unknown: 30']);
    expect(metricOf(measured).rows).toEqual({ body: 5, whole: 5, outside: 0 });
    expect(codes(measured)).toEqual(['unknown-member']);
  });

  it('two trees at once: every pair of nodes, and the parts of both', async () => {
    const facts = `
      day         organisation area n:integer
      2025-01-10  U            N1   1
      2025-03-10  U            N2   2`;
    const metric = metricOf(
      await measureOver({
        ...town,
        facts,
        nodes: {
          organisation: 'id parent from to\nA - - -\nB - - -\nU A - 2025-02-28\nU B 2025-03-01 -',
          area: 'id parent\nN -\nN1 N\nN2 N',
        },
        metrics: [{ ...tertial, breakdowns: [['organisation', 'area']] }],
      }),
    );
    expect(shown(show(metric))).toEqual(
      lined(`
        * *: 3
        * N: 3
        * N1: 1
        * N2: 2
        A *: 1
        A N: 1
        A N1: 1
        B *: 2
        B N: 2
        B N2: 2
        U *: 3
        U N: 3
        U N1: 1
        U N2: 2`),
    );
    expect(metric.parts.map(showPart)).toEqual(
      lined(`
        U * under A: 1
        U N under A: 1
        U N1 under A: 1
        U * under B: 2
        U N under B: 2
        U N2 under B: 2
        U N1 under B: 0
        U N2 under A: 0`),
    );
  });

  it('today’s tree beside the tree of each date: two breakdowns, never mixed', async () => {
    const facts = `day organisation now n:integer\n2025-01-10 U U 1\n2025-03-10 U U 2`;
    const metric = metricOf(
      await measureOver({
        ...town,
        facts,
        nodes: { organisation: 'id parent from to\nA - - -\nB - - -\nU A - 2025-02-28\nU B 2025-03-01 -', now: 'id parent\nB -\nU B' },
        metrics: [{ ...tertial, breakdowns: [['organisation'], ['now']] }],
      }),
    );
    expect(shown(show(metric))).toEqual(lined('* *: 3\n* B: 3\n* U: 3\nA *: 1\nB *: 2\nU *: 3'));
    expect(metric.parts.map(showPart)).toEqual([`${T1} U * under A: 1`, `${T1} U * under B: 2`]);
  });
});

describe('unknown members', () => {
  it('empty and unknown members are unknown, inside the whole, with rows where what is read has such facts', async () => {
    const facts = `
      day         organisation sex  n:integer
      2025-01-10  A            K    1
      2025-01-10  -            K    2
      2025-02-10  ''           M    4
      2025-02-10  nowhere      X    8
      2025-03-10  A            -    16`;
    const measured = await measureOver({
      ...town,
      facts,
      nodes: 'id parent\nA -',
      flat: { sex: ['K', 'M'] },
      metrics: [{ breakdowns: [['organisation'], ['organisation', 'sex']] }],
    });
    expect(show(metricOf(measured), /^2025-0[123]/)).toEqual(
      lines(`
        2025-01 * *: 3
        2025-01 * K: 3
        2025-01 * M: 0
        2025-01 A *: 1
        2025-01 A K: 1
        2025-01 unknown *: 2
        2025-01 unknown K: 2
        2025-02 * *: 12
        2025-02 * K: 0
        2025-02 * M: 4
        2025-02 * unknown: 8
        2025-02 A *: 0
        2025-02 A K: 0
        2025-02 unknown *: 12
        2025-02 unknown M: 4
        2025-02 unknown unknown: 8
        2025-03 * *: 16
        2025-03 * K: 0
        2025-03 * M: 0
        2025-03 * unknown: 16
        2025-03 A *: 16
        2025-03 A K: 0
        2025-03 A unknown: 16`),
    );
    expect(measured.findings).toMatchObject([
      { code: 'unknown-member', metrics: ['total'], details: { dimension: 'organisation', rows: 1 } },
      { code: 'unknown-member', metrics: ['total'], details: { dimension: 'sex', rows: 1 } },
    ]);
  });

  it('findings about members name no undated day', async () => {
    const facts = `day organisation n:integer\n- A 1\n- nowhere 1\n2025-01-01 A 1`;
    const measured = await measureOver({ ...town, facts, nodes: 'id parent\nA -', metrics: [{}] });
    expect(codes(measured)).toEqual(['undated-rows', 'unknown-member']);
    expect(JSON.stringify(measured.findings)).not.toContain('null"');
  });

  it('a flat dimension without declared members has those of the data; what is written * is unknown, never the whole', async () => {
    const facts = `day kind n:integer\n2025-01-10 b 1\n2025-01-10 * 2\n2025-01-10 O'Hara 4\n2025-01-10 "q" 8\n2025-01-10 a|b 16`;
    const measured = await measureOver({ ...town, facts, flat: { kind: [] }, metrics: [{ breakdowns: [['kind']] }] });
    expect(show(metricOf(measured), '2025-01')).toEqual(
      lines(`
        2025-01 "q": 8
        2025-01 *: 31
        2025-01 O'Hara: 4
        2025-01 a|b: 16
        2025-01 b: 1
        2025-01 unknown: 2`),
    );
  });
});
