import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AudienceName } from '../words/project.ts';
import { ExpectedError, hasCode } from '../words/expected-error.ts';
import { createAnswer, type ServedSite } from './answer.ts';

/** Never one root for both: each audience has a port of its own. */
const PORTS: Readonly<Record<AudienceName, number>> = { public: 8080, internal: 8081 };

export interface RunningServer {
  port: number;
  /** What a person on this machine opens. */
  address: string;
  /** Takes no more requests and ends those under way. */
  stop(): Promise<void>;
}

/** The port that `PORT` asks for, else the audience's own; 0 takes any that is free. Throws ExpectedError for what is no port. */
export function portFor(audience: AudienceName, environment: Readonly<Record<string, string | undefined>>): number {
  const asked = environment.PORT;
  if (asked === undefined || asked === '') return PORTS[audience];
  if (/^\d{1,5}$/.test(asked) && Number(asked) <= 65_535) return Number(asked);
  throw new ExpectedError(`PORT is '${asked}'; allowed: a number from 0 to 65535`);
}

/** Serves one audience's tree of `dist/current` until it is stopped. Throws ExpectedError where the port cannot be had. */
export async function startServer(site: ServedSite, port: number, tell: (line: string) => void): Promise<RunningServer> {
  const answer = createAnswer(site);
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      tell(`${request.method} ${request.url}: ${error instanceof Error ? error.message : String(error)}`);
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Något gick fel.\n');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', error => reject(portError(error, port)));
    // The internal tree is for this machine, or for a proxy here that knows who asks.
    server.listen({ port, host: site.audience === 'internal' ? '127.0.0.1' : undefined }, resolve);
  });
  const taken = (server.address() as AddressInfo).port;
  return {
    port: taken,
    address: `http://localhost:${taken}/`,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 2000).unref();
      }),
  };
}

/** The error of a port that cannot be had, as a sentence. */
export function portError(error: Error, port: number): Error {
  if (hasCode(error, 'EADDRINUSE'))
    return new ExpectedError(`port ${port} is taken; choose another with PORT, as in PORT=8090 malbild serve`, { cause: error });
  if (hasCode(error, 'EACCES'))
    return new ExpectedError(`port ${port} may not be used by this user; choose another with PORT`, { cause: error });
  return error;
}
