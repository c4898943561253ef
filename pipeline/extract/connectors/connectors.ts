import type { ConnectorDeclaration, ConnectorOf, ConnectorType } from '../../words/connector.ts';
import type { Brought, Connector, FetchContext } from './connector.ts';
import { fetchHttp } from './http/fetch-http.ts';
import { fetchKolada } from './kolada/fetch-kolada.ts';
import { fetchPxweb } from './pxweb/fetch-pxweb.ts';

const CONNECTORS: { [T in ConnectorType]: Connector<ConnectorOf<T>> } = {
  http: fetchHttp,
  kolada: fetchKolada,
  pxweb: fetchPxweb,
  postgresql: whenAsked(async () => (await import('./postgresql/fetch-postgresql.ts')).fetchPostgresql),
  mariadb: whenAsked(async () => (await import('./mariadb/fetch-mariadb.ts')).fetchMariadb),
  sftp: whenAsked(async () => (await import('./sftp/fetch-sftp.ts')).fetchSftp),
};

/** A connector whose client is large, and loaded only where a source is fetched by it: most runs fetch by none. */
function whenAsked<D extends ConnectorDeclaration>(load: () => Promise<Connector<D>>): Connector<D> {
  return async function* (declaration, context) {
    yield* (await load())(declaration, context);
  };
}

/** What fetches by a declaration. */
export const connectorOf = (declaration: ConnectorDeclaration): ((context: FetchContext) => AsyncIterable<Brought>) => {
  const connector = CONNECTORS[declaration.type] as Connector<ConnectorDeclaration>;
  return context => connector(declaration, context);
};
