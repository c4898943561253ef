import { Readable } from 'node:stream';
import fc from 'fast-check';
import { Parser, type Quad } from 'n3';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../dashboards/open-data/catalogue.ts';
import type { Resource } from '../../../dashboards/open-data/resource.ts';
import { writeRdfXml } from '../../../dashboards/open-data/write-rdf-xml.ts';
import { writeTurtle } from '../../../dashboards/open-data/write-turtle.ts';
import type { Site } from '../../../pipeline/contract/site.ts';
import { fixtureSite } from '../fixture-site.ts';

const ADDRESS = 'https://aby.example/mal/';
const written = (resources: readonly Resource[]) => ({ turtle: writeTurtle(resources), xml: writeRdfXml(resources) });

/** A statement in one line, of either parser's. */
const line = ({ subject, predicate, object }: Pick<Quad, 'subject' | 'predicate' | 'object'>): string =>
  JSON.stringify([
    subject.value,
    predicate.value,
    object.termType,
    object.value,
    ...('language' in object ? [object.language, object.datatype.value] : []),
  ]);
const fromTurtle = (text: string): string[] => new Parser({ format: 'text/turtle' }).parse(text).map(line).sort();
const fromXml = async (text: string): Promise<string[]> => {
  const quads: string[] = [];
  for await (const quad of Readable.from([text]).pipe(new RdfXmlParser())) quads.push(line(quad as Quad));
  return quads.sort();
};
const catalogueOf = (site: Site = fixtureSite()) => catalogue(site, site.municipality.open_data!);
/** What is said of a resource: property to values. */
const saidOf = (resources: readonly Resource[], iri: string): Record<string, string[]> => {
  const { properties } = resources.find(resource => resource.iri === iri)!;
  const said: Record<string, string[]> = {};
  for (const [property, value] of properties) (said[property] ??= []).push('iri' in value ? value.iri : value.text);
  return said;
};

describe('the catalogue of open data', () => {
  const resources = catalogueOf();

  it('says the same in RDF/XML and Turtle, as other programs read them', async () => {
    const { turtle, xml } = written(resources);
    const statements = fromTurtle(turtle);
    expect(statements.length).toBe(resources.reduce((sum, { properties }) => sum + properties.length + 1, 0));
    expect(await fromXml(xml)).toEqual(statements);
  });

  it('is about days through the latest period of the finest grain, not through the year that goes on', () => {
    const site = fixtureSite();
    const row = (grain: 'month' | 'year', period_start: string, period_end: string) => ({
      ...site.metrics[0]!.observations[0]!,
      ...{ grain, window: 'period' as const, period_start, period_end },
    });
    const metric = {
      ...site.metrics[0]!,
      finest: 'month' as const,
      observations: [
        row('month', '2026-01-01', '2026-01-31'),
        row('month', '2026-10-01', '2026-10-31'),
        row('year', '2026-01-01', '2026-12-31'),
      ],
    };
    const period = catalogueOf({ ...site, metrics: [metric] }).find(({ type }) => type === 'dcterms:PeriodOfTime')!;
    expect(period.properties.map(([, value]) => ('text' in value ? value.text : ''))).toEqual(['2026-01-01', '2026-10-31']);
  });

  it('has a dataset for each metric, with what DCAT-AP-SE requires and recommends', () => {
    const about = `${ADDRESS}oppna-data/index.html`;
    const datasets = saidOf(resources, `${about}#katalog`)['dcat:dataset']!;
    expect(datasets).toEqual(fixtureSite().metrics.map(({ id }) => `${about}#nyckeltal-${id}`));
    const said = saidOf(resources, `${about}#nyckeltal-sick-leave`);
    expect(said).toMatchObject({
      'dcterms:title': ['Sjukfrånvaro'],
      'dcterms:publisher': [`${about}#utgivare`],
      'dcat:contactPoint': [`${about}#kontakt`],
      'dcat:theme': ['http://publications.europa.eu/resource/authority/data-theme/GOVE'],
      'dcterms:accessRights': ['http://publications.europa.eu/resource/authority/access-right/PUBLIC'],
      'dcterms:accrualPeriodicity': ['http://publications.europa.eu/resource/authority/frequency/MONTHLY'],
      'dcterms:modified': ['2026-11-05'],
      'dcat:landingPage': [`${ADDRESS}nyckeltal/sick-leave/index.html`],
    });
    expect(said['dcterms:description']![0]).toMatch(/\S/);
    for (const distribution of said['dcat:distribution']!)
      expect(saidOf(resources, distribution)).toMatchObject({
        'dcat:accessURL': [expect.stringMatching(/^https:\/\/aby\.example\/mal\/data\//)],
        'dcterms:license': ['http://creativecommons.org/publicdomain/zero/1.0/'],
      });
  });

  it('speaks of nothing that it does not describe, but of addresses elsewhere and of files', () => {
    const described = new Set(resources.map(({ iri }) => iri));
    const spoken = resources.flatMap(({ properties }) => properties.flatMap(([, value]) => ('iri' in value ? [value.iri] : [])));
    const own = spoken.filter(iri => iri.startsWith(`${ADDRESS}oppna-data/`));
    expect(own.filter(iri => !described.has(iri))).toEqual([]);
  });

  it('says nothing of a contact that is not stated, and names the publisher as dataportal.se knows it', () => {
    const { municipality } = fixtureSite();
    const publisher = 'http://dataportal.se/organisation/SE2120000000';
    const open_data = { ...municipality.open_data!, publisher };
    const without = catalogueOf(fixtureSite({ municipality: { ...municipality, contact: null, open_data } }));
    const properties = without.flatMap(resource => resource.properties);
    expect(properties.filter(([name]) => name === 'dcat:contactPoint')).toEqual([]);
    expect(
      properties.filter(([name]) => name === 'dcterms:publisher').every(([, value]) => 'iri' in value && value.iri === publisher),
    ).toBe(true);
  });
});

describe('for any text', () => {
  it('both formats read back as the text that was written', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('a', 'å', '"', '\\', '\n', '<', '&', '>', "'", ' ', ']]>', '€', '😀') }),
        async text => {
          const { turtle, xml } = written([
            { iri: 'https://aby.example/a', type: 'dcat:Dataset', properties: [['dcterms:title', { text, lang: 'sv' }]] },
          ]);
          expect(fromTurtle(turtle).join()).toContain(JSON.stringify(text));
          expect(await fromXml(xml)).toEqual(fromTurtle(turtle));
        },
      ),
      { numRuns: 50 },
    );
  });
});
