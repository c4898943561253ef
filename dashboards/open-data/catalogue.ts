import type { Grain } from '../../pipeline/contract/period.ts';
import type { OpenData, Site, SiteMetric } from '../../pipeline/contract/site.ts';
import { paths } from '../paths.ts';
import { LICENSES } from './licenses.ts';
import { catalogueTexts as t } from '#texts/catalogue.ts';
import type { Resource, Value } from './resource.ts';

const EU = 'http://publications.europa.eu/resource/authority';

/** How often data come, in the EU's words for it. */
const FREQUENCIES: Readonly<Record<Grain, string>> = {
  month: 'MONTHLY',
  quarter: 'QUARTERLY',
  tertial: 'ANNUAL_3',
  'half-year': 'ANNUAL_2',
  year: 'ANNUAL',
  'school-year': 'ANNUAL',
};

const text = (words: string): Value => ({ text: words, lang: 'sv' });
const iri = (address: string): Value => ({ iri: address });
const day = (date: string): Value => ({ text: date, type: 'date' });

/**
 * The public tree as a catalogue by DCAT-AP-SE 3 (Digg): a dataset a metric, with a distribution a format. Addresses are made of ids and last over
 * editions; each leads to its row of the page *Öppna data*. Nothing is said that is not known: without a contact there is no contact point.
 */
export function catalogue(site: Site, { address, license, theme, publisher }: OpenData): Resource[] {
  const about = (fragment: string): string => `${address}${paths.openData}#${fragment}`;
  const agent = publisher ?? about('utgivare');
  const { name, contact } = site.municipality;
  const contactPoint = contact === null ? null : about('kontakt');
  const shared: Resource['properties'] = [
    ['dcterms:publisher', iri(agent)],
    ['dcterms:language', iri(`${EU}/language/SWE`)],
  ];
  const latest = site.metrics.map(metric => modified(site, metric)).reduce((a, b) => (a > b ? a : b), '');
  return [
    {
      iri: about('katalog'),
      type: 'dcat:Catalog',
      properties: [
        ['dcterms:title', text(t.title(name))],
        ['dcterms:description', text(t.description(name))],
        ...shared,
        ['dcterms:license', iri(LICENSES[license].address)],
        ['foaf:homepage', iri(address)],
        ['dcat:themeTaxonomy', iri(`${EU}/data-theme`)],
        ...(latest === '' ? [] : [['dcterms:modified', day(latest)] as const]),
        ...site.metrics.map(metric => ['dcat:dataset', iri(about(datasetId(metric.id)))] as const),
      ],
    },
    { iri: agent, type: 'foaf:Agent', properties: [['foaf:name', text(name)]] },
    ...(contact === null
      ? []
      : [
          {
            iri: contactPoint!,
            type: 'vcard:Organization',
            properties: [
              ['vcard:fn', text(name)],
              ...(contact.email === null ? [] : [['vcard:hasEmail', iri(`mailto:${contact.email}`)] as const]),
              ...(contact.url === null ? [] : [['vcard:hasURL', iri(contact.url)] as const]),
            ],
          } satisfies Resource,
        ]),
    ...site.metrics.flatMap(dataset),
  ];

  function dataset(metric: SiteMetric): Resource[] {
    const id = about(datasetId(metric.id));
    const files = filesOf(metric.id);
    const cadence = site.sources.find(source => metric.sources.includes(source.id))?.cadence;
    const [first, last] = covered(metric);
    const changed = modified(site, metric);
    const own: Resource = {
      iri: id,
      type: 'dcat:Dataset',
      properties: [
        ['dcterms:title', text(metric.name)],
        ['dcterms:description', text(t.dataset(metric.question, metric.owner, metric.example))],
        ...shared,
        ['dcterms:identifier', { text: metric.id }],
        ['dcterms:accessRights', iri(`${EU}/access-right/PUBLIC`)],
        ['dcat:theme', iri(`${EU}/data-theme/${theme}`)],
        ['dcat:keyword', text(t.keyword)],
        ['dcat:landingPage', iri(`${address}${paths.metric(metric.id)}`)],
        ...(contactPoint === null ? [] : [['dcat:contactPoint', iri(contactPoint)] as const]),
        ...(changed === '' ? [] : [['dcterms:modified', day(changed)] as const]),
        ...(cadence ? [['dcterms:accrualPeriodicity', iri(`${EU}/frequency/${FREQUENCIES[cadence.every as Grain]}`)] as const] : []),
        ...(first === '' ? [] : [['dcterms:temporal', iri(`${id}-tid`)] as const]),
        ...files.map(({ format }) => ['dcat:distribution', iri(`${id}-${format}`)] as const),
      ],
    };
    const period: Resource = {
      iri: `${id}-tid`,
      type: 'dcterms:PeriodOfTime',
      properties: [
        ['dcat:startDate', day(first)],
        ['dcat:endDate', day(last)],
      ],
    };
    const distributions = files.map(({ format, path, media }): Resource => ({
      iri: `${id}-${format}`,
      type: 'dcat:Distribution',
      properties: [
        ['dcterms:title', text(t.distribution(metric.name, format))],
        ['dcterms:description', text(t.formats[format])],
        ['dcterms:format', { text: media }],
        ['dcterms:license', iri(LICENSES[license].address)],
        ['dcat:accessURL', iri(`${address}${path}`)],
        ['dcat:downloadURL', iri(`${address}${path}`)],
      ],
    }));
    return [own, ...(first === '' ? [] : [period]), ...distributions];
  }
}

/** Where a metric's row is on the page *Öppna data*. */
export const datasetId = (metric: string): string => `nyckeltal-${metric}`;

const filesOf = (metric: string) =>
  [
    { format: 'csv', path: paths.observations(metric, 'csv'), media: 'text/csv' },
    { format: 'excel', path: paths.excel(metric), media: 'text/csv' },
    { format: 'json', path: paths.observations(metric, 'json'), media: 'application/json' },
    { format: 'parquet', path: paths.observations(metric, 'parquet'), media: 'application/vnd.apache.parquet' },
  ] as const;

/** The first and last day that the metric has a row about, of its finest grain, since a year that goes on has days to come; empty where it has none. */
function covered({ observations, finest }: SiteMetric): [first: string, last: string] {
  let [first, last] = ['', ''];
  for (const { grain, period_start: start, period_end: end } of observations) {
    if (grain !== finest) continue;
    if (first === '' || start < first) first = start;
    if (end > last) last = end;
  }
  return [first, last];
}

/** When the newest delivery was received of those that the metric rests on; empty where there is none. */
const modified = ({ sources }: Site, metric: SiteMetric): string =>
  sources
    .filter(source => metric.sources.includes(source.id))
    .reduce((latest, { deliveries }) => (deliveries[0] && deliveries[0].received > latest ? deliveries[0].received : latest), '');
