import { quotedIdentifier, quotedString } from '@duckdb/node-api';

/** `kolada-n00090` as SQL writes it: `"kolada-n00090"`. */
export const identifier = quotedIdentifier;
/** Text as SQL writes it, quotes doubled. */
export const literal = quotedString;

/** The SQL without a trailing semicolon, on lines of its own, so that a last line that is a comment ends there. */
export const asSubquery = (sql: string): string => `(\n${sql.replace(/;\s*$/, '')}\n)`;
