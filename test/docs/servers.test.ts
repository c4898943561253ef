import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { contentType } from '../../pipeline/serve/content-types.ts';

const configuration = (name: string): Promise<string> => readFile(`${import.meta.dirname}/../../docs/servers/${name}`, 'utf8');
/** What trees hold beside HTML, scripts and JSON, which every server knows. */
const ENDINGS = ['.csv', '.ttl', '.rdf', '.atom', '.arrow', '.parquet'];

describe('the configuration for IIS', () => {
  it('is well-formed, and names the types that malbild serve names', async () => {
    const types = new Map<string, string>();
    const parser = new SaxesParser();
    parser.on('error', error => {
      throw error;
    });
    parser.on('opentag', ({ name, attributes }) => {
      if (name === 'mimeMap') types.set(String(attributes.fileExtension), String(attributes.mimeType));
    });
    parser.write(await configuration('web.config')).close();
    expect([...types.keys()]).toEqual(expect.arrayContaining(ENDINGS));
    for (const [ending, type] of types) expect([ending, type]).toEqual([ending, contentType(`x${ending}`).replace('; header=present', '')]);
  });

  it('lets the same folders be kept as the other servers', async () => {
    const kept = [...(await configuration('web.config')).matchAll(/<location path="([^"]+)"/g)].map(([, path]) => path);
    expect(kept).toEqual(['assets', 'data/pages', 'data/explore']);
    for (const other of ['nginx.conf', 'Caddyfile']) expect(await configuration(other)).toContain(`(${kept.join('|')})/`);
  });
});

it('nginx has every type that malbild serve has', async () => {
  const nginx = await configuration('nginx.conf');
  for (const ending of [...ENDINGS, '.pdf', '.xlsx']) {
    const type = contentType(`x${ending}`).split(';')[0]!;
    expect(nginx).toContain(`${type} ${extname(`x${ending}`).slice(1)};`);
  }
});
