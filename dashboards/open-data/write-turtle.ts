import type { Resource, Value } from './resource.ts';
import { VOCABULARIES } from './resource.ts';

/** Resources as Turtle (W3C, RDF 1.1 Turtle). */
export function writeTurtle(resources: readonly Resource[]): string {
  const prefixes = Object.entries(VOCABULARIES).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`);
  const described = resources.map(({ iri, type, properties }) => {
    const said = properties.map(([property, value]) => `;\n\t${property} ${valueText(value)} `);
    return `\n${iriText(iri)} a ${type} ${said.join('')}.\n`;
  });
  return [...prefixes, ...described].join('');
}

function valueText(value: Value): string {
  if ('iri' in value) return iriText(value.iri);
  if ('type' in value) return `${literal(value.text)}^^xsd:${value.type}`;
  return `${literal(value.text)}${value.lang === undefined ? '' : `@${value.lang}`}`;
}

/** What an address in angle brackets may not hold. */
const iriText = (iri: string): string => `<${iri.replace(/[\s<>"{}|^`\\]/g, found => encodeURIComponent(found))}>`;

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r' };
const literal = (text: string): string => `"${text.replace(/[\\"\n\r]/g, found => ESCAPES[found]!)}"`;
