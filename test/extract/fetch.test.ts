import { chmod, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extract } from '../../pipeline/extract/extract.ts';
import { load } from '../../pipeline/load/load.ts';
import { findingText, publicFindingText } from '../../pipeline/messages/findings.ts';
import { editionInputs } from '../../pipeline/occasions/edition-inputs.ts';
import type { ConnectorDeclaration } from '../../pipeline/words/connector.ts';
import type { Deliveries } from '../../pipeline/words/delivery.ts';
import type { FetchWhen } from '../../pipeline/words/run.ts';
import { aTown, type Town } from '../load/a-town.ts';
import { column, declare } from '../load/declare.ts';
import { answer, aServer, type Handler, type LocalServer } from './connectors/a-server.ts';
import { aWorld, httpFile, type World } from './connectors/fetching.ts';

const CANARY = 'canary-5f3a91';

interface Fetching {
  town: Town;
  asked: LocalServer['asked'];
  run(day: string, fetch?: FetchWhen, environment?: World['effects']['environment']): Promise<Deliveries>;
  log: string[];
}

async function fetching(handle: Handler, said: Partial<Extract<ConnectorDeclaration, { type: 'http' }>> = {}): Promise<Fetching> {
  const server = await aServer(handle);
  const source = declare({ id: 'invoices', columns: [column('id')], connector: httpFile(`${server.url}/export?unit=4`, said) });
  const town = await aTown(source, declare({ columns: [column('id')] }));
  const log: string[] = [];
  return {
    town,
    asked: server.asked,
    log,
    run: async (day, fetch = 'due', environment = {}) => {
      const world = aWorld(environment, `${day}T08:00:00Z`);
      const deliveries = await extract(town.project, town.state, world.effects, { rehash: false, fetch });
      log.push(...world.log);
      return deliveries;
    },
  };
}

/** Every byte under a folder, as text. */
async function everything(folder: string): Promise<string> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile());
  return (await Promise.all(files.map(file => readFile(join(file.parentPath, file.name), 'latin1')))).join('\n');
}

const arrivals = ({ deliveries }: Deliveries) => deliveries.map(({ name, received, sequence }) => `${received} ${sequence} ${name}`);
const contents = ({ deliveries }: Deliveries) => Promise.all(deliveries.map(({ path }) => readFile(path, 'utf8')));

describe('a source that is fetched', () => {
  it('becomes deliveries, received when it was fetched', async () => {
    const { run, town } = await fetching((_, response, nth) => answer(response, 200, `id\n${nth}\n`));
    await run('2026-10-15');
    const all = await run('2026-10-16');
    expect(arrivals(all)).toEqual(['2026-10-15 0 invoices.csv', '2026-10-16 0 invoices.csv']);
    expect(await contents(all)).toEqual(['id\n1\n', 'id\n2\n']);
    expect((await readdir(join(town.state, 'extracts'))).sort()).toEqual(all.deliveries.map(({ sha256 }) => sha256).sort());
  });

  it('is a delivery again when the bytes are the same, also by HTTP 304', async () => {
    const { run, town, asked } = await fetching(({ headers }, response) => {
      if (headers['if-none-match'] === '"a"') answer(response, 304);
      else answer(response, 200, 'id\n1\n', { etag: '"a"' });
    });
    for (const day of ['2026-10-15', '2026-10-16', '2026-10-17']) await run(day);
    const all = await run('2026-10-17');
    expect(arrivals(all)).toEqual(['2026-10-15 0 invoices.csv', '2026-10-16 0 invoices.csv', '2026-10-17 0 invoices.csv']);
    expect(await readdir(join(town.state, 'extracts'))).toHaveLength(1);
    expect(asked).toHaveLength(3);
  });

  it('is asked for whole where the kept bytes are gone, or the address is another', async () => {
    const { run, town, asked } = await fetching((_, response) => answer(response, 200, 'id\n1\n', { etag: '"a"' }));
    const [delivery] = (await run('2026-10-15')).deliveries;
    await rm(delivery!.path);
    expect(await contents(await run('2026-10-16'))).toEqual(['id\n1\n', 'id\n1\n']);
    const [invoices, absence] = town.project.sources;
    const connector = { ...invoices!.connector!, name: 'x.csv' } as ConnectorDeclaration;
    town.project = { ...town.project, sources: [{ ...invoices!, connector }, absence!] };
    await run('2026-10-16');
    expect(asked.map(one => one.headers['if-none-match'])).toEqual([undefined, undefined, undefined]);
  });

  it('is fetched once a day of the municipality’s, again when told to, and never offline', async () => {
    const { run, asked } = await fetching((_, response) => answer(response, 200, 'id\n1\n'));
    await run('2026-10-15');
    await run('2026-10-15');
    expect(asked).toHaveLength(1);
    expect(arrivals(await run('2026-10-15', 'always'))).toEqual(['2026-10-15 0 invoices.csv', '2026-10-15 1 invoices.csv']);
    const online = await run('2026-10-15');
    expect(await run('2026-12-24', 'never')).toEqual(online);
    expect(asked).toHaveLength(2);
  });

  it('keeps what it had when a fetch fails, says so, and takes the other sources', async () => {
    const { run, town, asked } = await fetching((_, response, nth) =>
      nth === 1 ? answer(response, 200, 'id\n1\n') : answer(response, 403),
    );
    await town.drop('a.csv', 'id\n1\n', 'absence');
    await run('2026-10-15');
    const all = await run('2026-10-16');
    expect(arrivals(all)).toEqual(['2026-10-15 0 a.csv', '2026-10-15 0 invoices.csv']);
    expect(all.refused).toEqual([
      {
        source: 'invoices',
        name: 'http',
        code: 'fetch-failed',
        detail: 'refused: HTTP 403',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        day: '2026-10-16',
      },
    ]);
    expect(await run('2026-10-17', 'never')).toEqual(all);
    await run('2026-10-16');
    expect(asked).toHaveLength(3);

    const loaded = await load(town.project, all, '2026-10-16', await town.warehouse(), town.state, aWorld().effects);
    const [finding] = loaded.findings;
    expect(finding).toMatchObject({ code: 'fetch-failed', severity: 'warn', sources: ['invoices'], file: 'sources/invoices/source.yaml' });
    expect(findingText(finding!)).toBe(
      'Sjukfrånvaro: hämtningen (http) gav inget nytt: svaret var nej (HTTP 403); det som hämtats tidigare gäller',
    );
    expect(publicFindingText(finding!)).toBe('Sjukfrånvaro: nya uppgifter kunde inte hämtas; de som hämtats tidigare gäller');
    const earlier = await load(town.project, all, '2026-10-15', await town.warehouse(), town.state, aWorld().effects);
    expect(earlier.findings).toEqual([]);
  });

  it('makes another edition when another fault is told', async () => {
    let status = 403;
    const { run, town } = await fetching((_, response) => answer(response, status));
    const project = { ...town.project, files: [] } as unknown as Town['project'];
    const inputs = (deliveries: Deliveries, asOf: string) =>
      editionInputs(project, deliveries, { asOf, followUp: null }, {} as never, { previous: null, followUps: [], withdrawn: [] }).refused;
    const first = await run('2026-10-15');
    status = 404;
    const second = await run('2026-10-15', 'always');
    expect(inputs(second, '2026-10-15')).not.toEqual(inputs(first, '2026-10-15'));
    expect(inputs(second, '2026-10-14')).toEqual([]);
  });
});

describe('secrets', () => {
  const headers = { Authorization: { secret: 'TOKEN', prefix: 'Bearer ' } };
  const told = async ({ town, log }: Fetching, deliveries: Deliveries) =>
    JSON.stringify([log, deliveries]) + (await everything(town.state));

  it('come from the environment, or a file that others cannot read', async () => {
    const { run, town, asked } = await fetching((_, response) => answer(response, 200, 'id\n1\n'), { headers });
    const file = join(town.project.root, 'token');
    await writeFile(file, `${CANARY}\n`, { mode: 0o600 });
    await run('2026-10-15', 'always', { TOKEN: CANARY });
    await run('2026-10-15', 'always', { TOKEN_FILE: file });
    expect(asked.map(one => one.headers.authorization)).toEqual(Array(2).fill(`Bearer ${CANARY}`));
  });

  it('are missing, or readable by others: nothing is asked', async () => {
    const { run, town, asked } = await fetching((_, response) => answer(response, 200), { headers });
    const file = join(town.project.root, 'token');
    await writeFile(file, CANARY);
    await chmod(file, 0o640);
    const of = async (environment: Record<string, string>) => (await run('2026-10-15', 'due', environment)).refused[0]!.detail;
    expect(await of({})).toBe('no-secret: TOKEN is not set, nor TOKEN_FILE');
    expect(await of({ TOKEN: '' })).toBe('no-secret: TOKEN is not set, nor TOKEN_FILE');
    expect(await of({ TOKEN_FILE: file })).toBe('no-secret: TOKEN_FILE has mode 640, others can read it; 600 or 400 is allowed');
    expect(await of({ TOKEN_FILE: `${file}s` })).toBe('no-secret: TOKEN_FILE cannot be read (ENOENT)');
    expect(await of({ TOKEN: `${CANARY}\nX: y` })).toBe('no-secret: TOKEN has control characters');
    expect(await of({ TOKEN: `${CANARY}→` })).toBe('no-secret: TOKEN has characters that no header takes');
    await chmod(file, 0o600);
    await writeFile(file, '\n');
    expect(await of({ TOKEN_FILE: file })).toBe('no-secret: TOKEN_FILE is empty');
    expect(asked).toEqual([]);
  });

  it.each<[string, Handler]>([
    ['an echo in every header', (request, response) => answer(response, 200, 'id\n1\n', { etag: `"${request.headers.authorization}"` })],
    ['a refusal that repeats it', (request, response) => answer(response, 403, request.headers.authorization)],
    ['a status line with it', (request, response) => void response.writeHead(500, request.headers.authorization).end()],
    ['a redirect to it', (request, response) => answer(response, 302, '', { location: `ftp://x/${request.headers.authorization}` })],
    ['a redirect with it as a host', (_, response) => answer(response, 302, '', { location: `http://${CANARY}.invalid/` })],
    ['a wait named by it', (request, response) => answer(response, 429, '', { 'retry-after': String(request.headers.authorization) })],
    [
      'an encoding named by it',
      (request, response) => answer(response, 200, 'x', { 'content-encoding': String(request.headers.authorization) }),
    ],
    ['a page that holds it', (request, response) => answer(response, 200, `<html>${request.headers.authorization}`)],
    ['a cut answer', (_, response) => void response.writeHead(200, { 'content-length': '99' }).write('x', () => response.socket!.end())],
  ])('are told by nothing that a run keeps or says: %s', async (_, handle) => {
    const it = await fetching(handle, { headers });
    const deliveries = await it.run('2026-10-15', 'due', { TOKEN: CANARY });
    expect(await told(it, deliveries)).not.toContain(CANARY);
    expect(await told(it, deliveries)).not.toContain('unit=4');
    const loaded = await load(it.town.project, deliveries, '2026-10-15', await it.town.warehouse(), it.town.state, aWorld().effects);
    expect(loaded.findings.map(finding => findingText(finding)).join()).not.toContain(CANARY);
  });
});
