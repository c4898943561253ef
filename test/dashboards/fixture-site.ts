import type { Site, SiteFollowUp, SiteMetric, SiteSource } from '../../pipeline/contract/site.ts';
import { seriesNodes } from '../../dashboards/series-file.ts';
import { withJudgements } from './fixture/judgements.ts';
import { fixtureMetrics } from './fixture/metrics.ts';
import { municipalityAreas } from './fixture/areas.ts';
import { municipality, organisation, sex } from './fixture/organisation.ts';
import { fixturePlans } from './fixture/plans.ts';

const source = (given: Partial<SiteSource> & Pick<SiteSource, 'id' | 'name'>): SiteSource => ({
  owner: 'HR-avdelningen',
  synthetic: true,
  kind: 'period',
  system: 'Lönesystemet',
  information: 'Sjukfrånvaro och arbetad tid för varje anställd och månad.',
  class: 'personal',
  klassa: { confidentiality: 3, integrity: 2, availability: 2 },
  kolada: false,
  access: 'files',
  cadence: { every: 'month', due_days: 10 },
  last_covered: '2026-10-31',
  due: '2026-12-10',
  late: false,
  broken: false,
  records: 41318,
  loaded: 40968,
  rejected: 12,
  ignored: 338,
  superseded: 210,
  deliveries: [
    delivery('2026-10', '2026-11-05', { records: 902, loaded: 898, rejected: 2, ignored: 2, superseded: 0 }),
    delivery('2026-09', '2026-10-05', { records: 897, loaded: 897, rejected: 0, ignored: 0, superseded: 12 }),
  ],
  rejects: [
    { rule: 'type', count: 11, file: null, line: null, column: null },
    { rule: 'required', count: 1, file: null, line: null, column: null },
  ],
  ...given,
});

const delivery = (
  about: string,
  received: string,
  counts: Pick<SiteSource, 'records' | 'loaded' | 'rejected' | 'ignored' | 'superseded'>,
) => ({
  ...{ name: `franvaro_${about}_${received}.csv`, received, sha256: about.slice(-2).repeat(32), about, counts: true },
  ...counts,
});

const followUp = (id: string, name: string, through: string, asOf: string, approved: boolean): SiteFollowUp => ({
  id,
  edition: id === '2026-delar' ? 'd'.repeat(64) : '1'.repeat(64),
  name,
  through,
  as_of: asOf,
  approval: approved ? { by: 'kommunfullmäktige', date: '2026-10-21', paragraph: '§ 152' } : null,
  goals: {
    '2026/KF1': { status: 'partly', rests_on: 'forecast' },
    '2026/KF2': { status: 'met', rests_on: 'forecast' },
    '2026/KF3': { status: 'partly', rests_on: 'forecast' },
    '2026/KF4': { status: 'partly', rests_on: 'assessment' },
    '2026/KF1-SOC': { status: 'partly', rests_on: 'forecast' },
  },
  indicators: {
    '2026/SOC-sjuk': { status: 'partly', rests_on: 'forecast' },
    '2026/KF1-sjuk': { status: 'partly', rests_on: 'forecast' },
  },
});

/** Made once: many tests change a copy of it. */
let made: readonly SiteMetric[] | null = null;

function makeMetrics(): SiteMetric[] {
  const metrics = fixtureMetrics().map(withJudgements);
  for (const fact of metrics.find(({ id }) => id === 'sick-leave')!.facts) {
    if (fact.place === 'SOC') fact.indicators = ['2026/SOC-sjuk'];
    if (fact.place === '*') fact.indicators = ['2026/KF1-sjuk'];
  }
  return metrics;
}

/** A small, believable municipality: everything a page can meet. `json` names the series files as a test server has them. */
export function fixtureSite(given: Partial<Site> = {}): Site {
  const metrics = (made ??= makeMetrics());
  const delar = followUp('2026-delar', 'Delårsrapport', '2026-08-31', '2026-09-25', true);
  const tertial = followUp('2026-t1', 'Tertialrapport 1', '2026-04-30', '2026-05-20', false);
  const site: Site = {
    municipality: {
      name: 'Åby kommun',
      code: '9901',
      contact: { email: 'malbild@aby.example', phone: null, url: null },
      open_data: { address: 'https://aby.example/mal/', license: 'CC0-1.0', theme: 'GOVE', publisher: null },
      complements: true,
    },
    audience: 'public',
    as_of: '2026-11-16',
    demonstration: false,
    follow_up: null,
    follow_ups: [delar, tertial],
    plans: fixturePlans(metrics),
    place: 'organisation',
    dimensions: [organisation, sex, municipality],
    events: [
      { date: '2024-05-06', until: null, name: 'nytt lönesystem', metrics: ['sick-leave'], place: null },
      { date: '2025-01-13', until: '2025-02-28', name: 'influensa', metrics: null, place: 'VOF' },
      { date: '2025-03-01', until: null, name: 'ny nämnd', metrics: ['visits'], place: null },
    ],
    geographies: [municipalityAreas],
    compares: true,
    reports: { metrics: null, boards: {}, formats: ['pdf', 'xlsx'], left_out: [] },
    metrics,
    sources: [
      source({ id: 'absence', name: 'Sjukfrånvaro ur lönesystemet' }),
      source({
        id: 'accounts',
        name: 'Redovisningen',
        owner: 'Ekonomiavdelningen',
        rejected: 0,
        rejects: [],
        ignored: 0,
        records: 98204,
        loaded: 98204,
      }),
      source({ id: 'cases', name: 'Ärenden', kind: 'increment', last_covered: '2026-09-30', due: '2026-11-10', late: true }),
      source({
        id: 'e-services',
        name: 'E-tjänsteregistret',
        kind: 'snapshot',
        last_covered: '2026-08-31',
        due: '2026-10-10',
        late: true,
        rejects: [],
      }),
      source({
        id: 'kolada',
        name: 'Kolada',
        kolada: true,
        access: 'kolada',
        synthetic: false,
        kind: 'snapshot',
        last_covered: '2025-12-31',
        due: null,
        rejects: [],
        rejected: 0,
      }),
      source({
        id: 'maintenance',
        name: 'Fastighetsunderhåll',
        broken: true,
        last_covered: null,
        due: null,
        records: 0,
        loaded: 0,
        rejected: 0,
        ignored: 0,
        superseded: 0,
        deliveries: [],
        rejects: [],
      }),
    ],
    attention: [],
    findings: [
      {
        code: 'check',
        severity: 'warn',
        sources: ['absence'],
        metrics: [],
        file: null,
        line: null,
        text: 'Fler anställda i frånvaron än i organisationen: 2 enheter.',
      },
      {
        code: 'source-broken',
        severity: 'hold-metric',
        sources: ['maintenance'],
        metrics: ['lead-time'],
        file: null,
        line: null,
        text: 'Källan Fastighetsunderhåll gick inte att läsa. Nyckeltal som vilar på den visar de senaste säkra siffrorna.',
      },
    ],
    editions: [
      { edition: 'e'.repeat(64), as_of: '2026-11-10' },
      { edition: 'a'.repeat(64), as_of: '2026-10-10' },
    ],
    withdrawn: [],
    history: [{ updated: '2026-11-10', title: 'Sjukfrånvaro: nya siffror', summary: '', path: 'nyckeltal/sick-leave/index.html' }],
    changes: {
      since_follow_up: delar,
      follow_up: [
        {
          type: 'status',
          kind: 'goal',
          plan: '2026',
          id: 'KF1',
          name: 'Åby är en attraktiv arbetsgivare där medarbetarna vill vara kvar och växa',
          from: { status: 'partly', rests_on: 'forecast' },
          to: { status: 'not-met', rests_on: 'forecast' },
          sentence: 'Två indikatorer bedöms nu inte nå sitt målvärde.',
        },
        {
          type: 'status',
          kind: 'indicator',
          plan: '2026',
          id: 'SOC-sjuk',
          name: 'Sjukfrånvaro, Vård- och omsorgsnämnden',
          from: { status: 'partly', rests_on: 'forecast' },
          to: { status: 'not-met', rests_on: 'forecast' },
          sentence: 'Sjukfrånvaron steg under hösten.',
        },
        {
          type: 'target',
          plan: '2026',
          id: 'SOC-sjuk',
          name: 'Sjukfrånvaro, Vård- och omsorgsnämnden',
          from: 'högst 6,8 %',
          to: 'högst 7 %',
          decision: 'Kommunfullmäktige 15 juni 2026, § 98',
        },
        {
          type: 'revised',
          metric: 'net-cost',
          name: 'Nettokostnad',
          place: 'Barn- och utbildningsnämnden',
          period: 'maj 2026',
          from: '5 412 000 kr',
          to: '5 388 000 kr',
        },
      ],
      since_edition: '2026-11-15',
      edition: [],
    },
    ...given,
  };
  return {
    ...site,
    metrics: site.metrics.map(metric => ({
      ...metric,
      json: Object.fromEntries(seriesNodes(site, metric).map(node => [node, seriesPath(metric.id, node)])),
    })),
  };
}

export const seriesPath = (metric: string, node: string): string => `data/pages/${metric}-${node === '*' ? 'whole' : node}.json`;
