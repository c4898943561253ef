import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choose } from '../../../dashboards/explore/choose.ts';
import { hashOf, metricsIn, stateOf } from '../../../dashboards/explore/explore-hash.ts';
import { offerOf } from '../../../dashboards/explore/offer.ts';
import { usualState } from '../../../dashboards/explore/usual-state.ts';
import { exploreMetric } from '../../../dashboards/explore/explore-metric.ts';
import { tableOf } from '../../../dashboards/explore/explore-table.ts';
import { fixtureSite } from '../fixture-site.ts';
import { exploration } from './an-exploration.ts';

const offerFor = (...ids: string[]) => {
  const site = fixtureSite();
  return offerOf(
    ids.map(id => site.metrics.find(metric => metric.id === id)!).map(metric => tableOf(exploreMetric(site, metric), metric.observations)),
  );
};

describe('the address of Utforska', () => {
  it('holds any choice, and gives it back without a word of complaint', () => {
    fc.assert(
      fc.property(exploration, ({ offer, state }) => {
        expect(stateOf(offer, `#${hashOf(offer, state)}`)).toEqual({ state, problems: [] });
      }),
      { numRuns: 200 },
    );
  });

  it('of any text gives a choice that can be shown, and its address gives the same', () => {
    fc.assert(
      fc.property(exploration, fc.string(), ({ offer }, text) => {
        const { state } = stateOf(offer, text);
        expect(stateOf(offer, hashOf(offer, state))).toEqual({ state, problems: [] });
      }),
      { numRuns: 100 },
    );
  });

  it('has never the same on rows as in columns: what was chosen changes place, or another takes it', () => {
    const offer = offerFor('sick-leave');
    const state = choose(offer, choose(offer, usualState(offer), { type: 'columns', axis: null }), { type: 'rows', axis: 'period' });
    const { rows, columns } = choose(offer, { ...state, columns: null }, { type: 'columns', axis: 'period' });
    expect([rows, columns]).toEqual(['organisation', 'period']);
  });

  it('holds no defaults', () => {
    const offer = offerFor('sick-leave');
    expect(hashOf(offer, usualState(offer))).toBe('nyckeltal=sick-leave');
    expect(stateOf(offer, 'nyckeltal=sick-leave&rader=organisation&kolumner=period&period=month&diagram=linjer').problems).toEqual([]);
  });

  it('reads what people write', () => {
    const offer = offerFor('sick-leave', 'fte');
    const { state, problems } = stateOf(
      offer,
      '#nyckeltal=sick-leave,fte&rader=organisation&kolumner=nyckeltal&period=tertial&till=2026-T1&urval-organisation=SOC,KS&diagram=inget',
    );
    expect(problems).toEqual([]);
    expect(state).toEqual({
      metrics: ['sick-leave', 'fte'],
      rows: 'organisation',
      columns: 'nyckeltal',
      grain: 'tertial',
      window: 'period',
      from: null,
      to: '2026-T1',
      members: { organisation: ['KS', 'SOC'] },
      chart: 'none',
    });
  });

  it('says in words what it could not follow, and shows the usual there', () => {
    const offer = offerFor('sick-leave');
    const { state, problems } = stateOf(offer, '#rader=hus&period=vecka&till=2026-13&fran=2026-09&urval-sex=X&foo=1&avser=ytd&%E0%A4%A=1');
    expect({ ...state, from: null, window: 'period' }).toEqual(usualState(offer));
    expect(problems).toEqual([
      '”hus” går inte att välja som rader; det vanliga visas i stället.',
      '”vecka” går inte att välja som period; det vanliga visas i stället.',
      '”2026-13” går inte att välja som till; det vanliga visas i stället.',
      'Kön har inte ”X” i de valda siffrorna.',
      '”foo” är inget som går att välja.',
      '”%E0%A4%A” är inget som går att välja.',
    ]);
    expect(stateOf(offer, '#fran=2026-09&till=2026-08').problems).toHaveLength(1);
    expect(metricsIn('#nyckeltal=hus,fte,fte', new Set(['fte', 'sick-leave']))).toEqual({
      metrics: ['fte'],
      problems: ['Nyckeltalet ”hus” finns inte.'],
    });
  });
});
