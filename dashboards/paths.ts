import type { ReportFormat } from '../pipeline/contract/site.ts';

const reportFolder = (place: string): string => (place === '*' ? 'rapport' : `rapport/${place}`);

/** The addresses of pages, from the tree's root. Links always name `…/index.html`, so that they open from a file share too. */
export const paths = {
  overview: 'index.html',
  goals: 'mal/index.html',
  goal: (plan: string, goal: string) => `mal/${plan}/${goal}/index.html`,
  boards: 'namnd/index.html',
  board: (id: string) => `namnd/${id}/index.html`,
  /** A node under a board. */
  unit: (id: string) => `enhet/${id}/index.html`,
  /** `place`: a board, or `*` for the whole. */
  report: (place: string) => `${reportFolder(place)}/index.html`,
  reportFile: (place: string, format: ReportFormat) => `${reportFolder(place)}/rapport.${format}`,
  metrics: 'nyckeltal/index.html',
  metric: (metric: string) => `nyckeltal/${metric}/index.html`,
  /** `node`: a board, or `*` for the whole. */
  metricAt: (metric: string, node: string) => (node === '*' ? paths.metric(metric) : `nyckeltal/${metric}/${node}/index.html`),
  compare: 'jamfor/index.html',
  compareMetric: (metric: string) => `jamfor/${metric}/index.html`,
  map: 'karta/index.html',
  mapMetric: (metric: string) => `karta/${metric}/index.html`,
  explore: 'utforska/index.html',
  dataQuality: 'datakvalitet/index.html',
  sources: 'kallor/index.html',
  openData: 'oppna-data/index.html',
  about: 'om/index.html',
  search: 'sok/index.html',
  offline: 'utan-nat/index.html',
  notFound: '404.html',
  worker: 'sw.js',
  editions: 'utgavor/index.html',
  followUp: (id: string) => paths.inFollowUp(id, 'index.html'),
  /** A page of a follow-up's own tree. */
  inFollowUp: (id: string, page: string) => `uppfoljning/${id}/${page}`,
  observations: (metric: string, format: 'csv' | 'json' | 'parquet') => `data/observations/${metric}.${format}`,
  excel: (metric: string) => `data/excel/${metric}.csv`,
  judgements: (metric: string) => `data/judgements/${metric}.json`,
  parts: (metric: string) => `data/parts/${metric}.csv`,
  manifest: 'data/manifest.json',
  goalsFile: 'data/goals.json',
  changes: 'data/changes.json',
  editionsFile: 'data/editions.json',
  dataPackage: 'data/datapackage.json',
  catalogue: (format: 'rdf' | 'ttl') => `data/catalogue.${format}`,
  feed: 'data/changes.atom',
  status: 'status.js',
};

/** From a page to the tree's root: `../../` for `mal/2026/index.html`. */
export const rootFrom = (page: string): string => '../'.repeat(page.split('/').length - 1);

/** A relative link from a page to a path of the tree, which may end with a fragment. */
export function link(page: string, target: string): string {
  const [path = '', fragment] = target.split('#');
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return `${rootFrom(page)}${encoded}${fragment === undefined ? '' : `#${fragment}`}`;
}
