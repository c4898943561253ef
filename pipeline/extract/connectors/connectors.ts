import type { ConnectorDeclaration, ConnectorOf, ConnectorType } from '../../words/connector.ts';
import type { Brought, Connector, FetchContext } from './connector.ts';
import { fetchHttp } from './http/fetch-http.ts';
import { fetchKolada } from './kolada/fetch-kolada.ts';
import { fetchMariadb } from './mariadb/fetch-mariadb.ts';
import { fetchPostgresql } from './postgresql/fetch-postgresql.ts';
import { fetchPxweb } from './pxweb/fetch-pxweb.ts';
import { fetchSftp } from './sftp/fetch-sftp.ts';

const CONNECTORS: { [T in ConnectorType]: Connector<ConnectorOf<T>> } = {
  http: fetchHttp,
  kolada: fetchKolada,
  pxweb: fetchPxweb,
  postgresql: fetchPostgresql,
  mariadb: fetchMariadb,
  sftp: fetchSftp,
};

/** What fetches by a declaration. */
export const connectorOf = (declaration: ConnectorDeclaration): ((context: FetchContext) => AsyncIterable<Brought>) => {
  const connector = CONNECTORS[declaration.type] as Connector<ConnectorDeclaration>;
  return context => connector(declaration, context);
};
