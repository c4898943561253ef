import { problemText } from '../../messages/problems.ts';
import type { ConnectorDeclaration } from '../../words/connector.ts';
import type { Format } from '../../words/format.ts';
import type { issue } from '../issue.ts';

/** Checks that a source's format can read what its connector brings. */
export function checkConnector(connector: ConnectorDeclaration, format: Format, report: (...args: Parameters<typeof issue>) => void): void {
  // What has problems of its own comes here as it is written, without what is not said.
  if (connector.type === 'http' && connector.pages && format.type !== 'json')
    report(problemText('wrong-value', `format \`${format.type}\``, 'format `json`, which `pages` are merged to'), ['format', 'type']);
}

/** A connector that knows where the format finds its records. */
export const withFormat = (connector: ConnectorDeclaration, format: Format): ConnectorDeclaration =>
  connector.type === 'http' && connector.pages !== null && format.type === 'json'
    ? { ...connector, pages: { ...connector.pages, records: format.records } }
    : connector;
