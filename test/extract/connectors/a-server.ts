import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface LocalServer {
  /** `http://127.0.0.1:<port>`. */
  url: string;
  /** What was asked for, in order. */
  asked: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[];
}

/** Answers one request; `nth` counts them from 1. */
export type Handler = (request: LocalServer['asked'][number], response: ServerResponse, nth: number) => void;

/** A server on a free port of this machine, stopped when the test has ended. */
export async function aServer(handle: Handler, tls: { key: string; cert: string } | null = null): Promise<LocalServer> {
  const asked: LocalServer['asked'] = [];
  const listen = (request: IncomingMessage, response: ServerResponse) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const one = { method: request.method!, url: request.url!, headers: request.headers, body: Buffer.concat(pieces).toString() };
      handle(one, response, asked.push(one));
    });
  };
  const server = tls === null ? http.createServer(listen) : https.createServer(tls, listen);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise<void>(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return { url: `${tls === null ? 'http' : 'https'}://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** A whole answer. */
export const answer = (
  response: ServerResponse,
  status: number,
  body: string | Uint8Array = '',
  headers: Record<string, string> = {},
): void => {
  response.writeHead(status, headers);
  response.end(body);
};
