import { FLAGS } from '../../pipeline/contract/observation.ts';
import { GRAINS } from '../../pipeline/contract/period.ts';
import type { Site, SiteMetric } from '../../pipeline/contract/site.ts';
import { paths } from '../paths.ts';
import { catalogueTexts } from '#texts/catalogue.ts';
import { openDataTexts as t } from '#texts/open-data.ts';
import { LICENSES } from './licenses.ts';

interface Field {
  name: string;
  title?: string;
  type: 'string' | 'date' | 'number' | 'integer';
  description?: string;
  constraints?: { required?: true; enum?: readonly string[] };
}

/** `data/datapackage.json`: the tables of a tree by Data Package 2 (datapackage.org), a resource a metric. */
export function dataPackage(site: Site): object {
  const { name, open_data } = site.municipality;
  const license = open_data === null ? null : LICENSES[open_data.license];
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'malbild',
    title: catalogueTexts.title(name),
    description: catalogueTexts.description(name),
    ...(open_data === null ? {} : { homepage: open_data.address }),
    ...(license === null ? {} : { licenses: [{ name: open_data!.license, title: license.name, path: license.address }] }),
    contributors: [{ title: name, roles: ['publisher'] }],
    resources: site.metrics.map(metric => resource(site, metric)),
  };
}

/** Paths are relative to the package's own file, in `data/`. */
function resource({ dimensions }: Site, metric: SiteMetric): object {
  const optional = (field: keyof typeof t.columnWords, type: Field['type'], constraints?: Field['constraints']): Field => ({
    name: field,
    type,
    description: t.columnWords[field],
    ...(constraints ? { constraints } : {}),
  });
  const required = (field: keyof typeof t.columnWords, type: Field['type'], allowed?: readonly string[]): Field =>
    optional(field, type, { required: true, ...(allowed ? { enum: allowed } : {}) });
  const fields: Field[] = [
    required('metric', 'string'),
    required('grain', 'string', GRAINS),
    required('window', 'string'),
    required('period_start', 'date'),
    required('period_end', 'date'),
    ...metric.dimensions.map((id): Field => ({
      name: id,
      title: dimensions.find(dimension => dimension.id === id)?.name ?? id,
      type: 'string',
      constraints: { required: true },
    })),
    optional('value', 'number'),
    optional('numerator', 'number'),
    optional('denominator', 'number'),
    optional('population', 'integer'),
    optional('flag', 'string', { enum: FLAGS }),
    optional('marks', 'string'),
  ];
  return {
    name: metric.id,
    type: 'table',
    title: metric.name,
    description: metric.question,
    path: paths.observations(metric.id, 'csv').replace(/^data\//, ''),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\r\n', header: true },
    schema: { fields, missingValues: [''], primaryKey: ['grain', 'window', 'period_start', ...metric.dimensions] },
  };
}
