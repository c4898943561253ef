import type { FetchLimits } from '../connector.ts';

/** A server that a source is fetched from, and as whom. */
export interface Server {
  host: string;
  port: number;
  user: string;
  limits: FetchLimits;
}

/** What is kept out of the file: the name of the environment variable that holds it. */
export interface SecretName {
  secret: string;
}

export interface Database extends Server {
  database: string;
  password: SecretName;
  /** How the server proves who it is; null: nothing is encrypted, and no one does. */
  tls: Tls | null;
  /** A file beside source.yaml, with one query. */
  query: string;
}

/** `ca`: a file beside source.yaml (or absolute) with the certificates that are trusted; null: those that Node.js trusts. */
export interface Tls {
  ca: string | null;
}
