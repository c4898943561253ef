/** What a property says: something that has an address, or a text, in Swedish or of a datatype of XML Schema. */
export type Value = { iri: string } | { text: string; lang?: 'sv' } | { text: string; type: 'date' | 'nonNegativeInteger' };

/** Something that a catalogue describes. Types and properties are prefixed names, as `dcterms:title`. */
export interface Resource {
  iri: string;
  type: string;
  properties: readonly (readonly [property: string, value: Value])[];
}

/** Prefix to vocabulary, those that the catalogue uses. */
export const VOCABULARIES = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;
