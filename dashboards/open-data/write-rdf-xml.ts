import type { Resource, Value } from './resource.ts';
import { VOCABULARIES } from './resource.ts';
import { xmlText } from './xml-text.ts';

/** Resources as RDF/XML (W3C, RDF 1.1 XML Syntax), which dataportal.se harvests. */
export function writeRdfXml(resources: readonly Resource[]): string {
  const prefixes = Object.entries(VOCABULARIES).map(([prefix, iri]) => `\n\txmlns:${prefix}="${iri}"`);
  const described = resources.map(({ iri, type, properties }) => {
    const said = properties.map(([property, value]) => `\t<${property}${valueText(property, value)}\n`);
    return `<${type} rdf:about="${xmlText(iri)}">\n${said.join('')}</${type}>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${prefixes.join('')}>\n${described.join('')}</rdf:RDF>\n`;
}

/** The rest of an element after its name. */
function valueText(property: string, value: Value): string {
  if ('iri' in value) return ` rdf:resource="${xmlText(value.iri)}"/>`;
  const about =
    'type' in value ? ` rdf:datatype="${VOCABULARIES.xsd}${value.type}"` : value.lang === undefined ? '' : ` xml:lang="${value.lang}"`;
  return `${about}>${xmlText(value.text)}</${property}>`;
}
