import type { MariadbDeclaration } from './connectors/mariadb.ts';
import type { PostgresqlDeclaration } from './connectors/postgresql.ts';
import type { SftpDeclaration } from './connectors/sftp.ts';

/** Limits on one fetch of one source, all its requests together. */
export interface FetchLimits {
  /** Bytes, after decompression. */
  bytes: number;
  milliseconds: number;
}

/** What a header is sent with: a text, or a secret by the name of its environment variable, after `prefix`. */
export type HeaderValue = string | { secret: string; prefix: string };

/** How paged JSON goes on: by a key path that holds the next page's address, by page number, or by how many records came before. */
export type Paging = { by: 'next'; path: string } | { by: 'page'; parameter: string; first: number } | { by: 'offset'; parameter: string };

export interface HttpPages {
  paging: Paging;
  /** The key path of the array of records in each page; empty where the page is the array. As the source's format has it. */
  records: string;
  most: number;
}

/** One file over HTTP(S), or paged JSON that becomes one file. */
export interface HttpConnector {
  type: 'http';
  url: string;
  /** What the delivery is called. */
  name: string;
  headers: Readonly<Record<string, HeaderValue>>;
  pages: HttpPages | null;
  limits: FetchLimits;
}

/** Kolada (RKA), API v3. */
export interface KoladaConnector {
  type: 'kolada';
  /** `values` of municipalities, `unit-values` of schools and the like, `groups` with their members, `kpis` as they are described. */
  what: 'values' | 'unit-values' | 'groups' | 'kpis';
  url: string;
  kpis: readonly string[];
  /** Codes; a group's id gives the group's own unweighted mean. */
  municipalities: readonly string[];
  groups: readonly string[];
  units: readonly string[];
  /** `to` null: through the year it is. Null: every year there is. */
  years: { from: number; to: number | null } | null;
  limits: FetchLimits;
}

/** A table of a PxWebApi v2, as SCB's. */
export interface PxwebConnector {
  type: 'pxweb';
  url: string;
  table: string;
  language: string;
  /** By variable: codes, patterns (`14*`), `from(2015)`, `to(2020)`, `range(2015,2020)` and `top(3)`. */
  select: Readonly<Record<string, readonly string[]>>;
  limits: FetchLimits;
}

export type ConnectorDeclaration =
  HttpConnector | KoladaConnector | PxwebConnector | PostgresqlDeclaration | MariadbDeclaration | SftpDeclaration;
export type ConnectorType = ConnectorDeclaration['type'];
export type ConnectorOf<T extends ConnectorType> = Extract<ConnectorDeclaration, { type: T }>;
