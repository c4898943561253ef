import { problemText } from '../../messages/problems.ts';
import type { ConnectorDeclaration } from '../../words/connector.ts';
import type { Format } from '../../words/format.ts';
import type { issue } from '../issue.ts';

/** Checks that a source's format can read what its connector brings. */
export function checkConnector(connector: ConnectorDeclaration, format: Format, report: (...args: Parameters<typeof issue>) => void): void {
  // What has problems of its own comes here as it is written, without what is not said.
  if (connector.type === 'http' && connector.pages && format.type !== 'json')
    report(problemText('wrong-value', `format \`${format.type}\``, 'format `json`, which `pages` are merged to'), ['format', 'type']);
  if (connector.type === 'pxweb' && format.type !== 'json-stat2')
    report(problemText('wrong-value', `format \`${format.type}\``, 'format `json-stat2`'), ['format', 'type']);
  if (connector.type === 'kolada') {
    const values = connector.what === 'values' || connector.what === 'unit-values' || connector.what === undefined;
    if (format.type !== (values ? 'kolada-v3' : 'json'))
      report(
        problemText('wrong-value', `format \`${format.type}\``, values ? 'format `kolada-v3`' : 'format `json` with `records: values`'),
        ['format', 'type'],
      );
    else if (format.type === 'json' && format.records !== 'values')
      report(problemText('needs-key', 'records: values', 'Kolada has its records there'), ['format']);
  }
}

/** A connector that knows where the format finds its records. */
export const withFormat = (connector: ConnectorDeclaration, format: Format): ConnectorDeclaration =>
  connector.type === 'http' && connector.pages !== null && format.type === 'json'
    ? { ...connector, pages: { ...connector.pages, records: format.records } }
    : connector;
