import { describe, expect, it } from 'vitest';
import { fetchHttp } from '../../../pipeline/extract/connectors/http/fetch-http.ts';
import type { HttpPages } from '../../../pipeline/words/connector.ts';
import { answer, aServer, type Handler } from './a-server.ts';
import { aContext, aWorld, faultOf, fetchAll, httpFile } from './fetching.ts';

const NEXT: HttpPages = { paging: { by: 'next', path: 'links.next' }, records: 'data.items', most: 10 };

async function pagesFrom(pages: HttpPages, handle: Handler) {
  const server = await aServer(handle);
  const fetch = () => fetchHttp(httpFile(`${server.url}/list?year=2026`, { name: 'list.json', pages }), aContext(aWorld()));
  return { server, fetch };
}
const page = (items: string, next: string | null = null) => `{"data": {"items": [${items}]}, "links": {"next": ${JSON.stringify(next)}}}`;

describe('paged JSON', () => {
  it('becomes one document of the pages’ shape, with numbers as they were written', async () => {
    const { server, fetch } = await pagesFrom(NEXT, ({ url }, response) =>
      answer(
        response,
        200,
        url.includes('p=2') ? page('{"n": 0.10}, {"n": 1e-7}') : page('{"n": 12345678901234567890, "t": "å"}', '/list?p=2'),
      ),
    );
    expect(await fetchAll(fetch())).toEqual([
      {
        name: 'list.json',
        version: null,
        text: '{"data":{"items":[\n{"n":12345678901234567890,"t":"å"},\n{"n":0.10},\n{"n":1e-7}\n]}}\n',
        lacking: {},
      },
    ]);
    expect(server.asked.map(({ url }) => url)).toEqual(['/list?year=2026', '/list?p=2']);
  });

  it.each<[string, HttpPages['paging'], string[]]>([
    ['page number', { by: 'page', parameter: 'sida', first: 1 }, ['1', '2', '3']],
    ['offset', { by: 'offset', parameter: 'sida' }, ['0', '2', '3']],
  ])('goes on by %s until a page without records', async (_, paging, numbers) => {
    const bodies = ['[{"a": 1}, {"a": 2}]', '[{"a": 3}]', '[]'];
    const { server, fetch } = await pagesFrom({ paging, records: '', most: 10 }, (_, response, nth) =>
      answer(response, 200, bodies[nth - 1]),
    );
    expect(await fetchAll(fetch())).toMatchObject([{ text: '[\n{"a":1},\n{"a":2},\n{"a":3}\n]\n' }]);
    expect(server.asked.map(({ url }) => url)).toEqual(numbers.map(n => `/list?year=2026&sida=${n}`));
  });

  it('tries a page again without losing or doubling any', async () => {
    const { fetch } = await pagesFrom(NEXT, ({ url }, response, nth) => {
      if (nth === 2) return void response.writeHead(200, { 'content-length': '500' }).write('{"data"', () => response.socket!.end());
      answer(response, 200, url.includes('p=2') ? page('{"n": 2}') : page('{"n": 1}', '/list?p=2'));
    });
    expect(await fetchAll(fetch())).toMatchObject([{ text: '{"data":{"items":[\n{"n":1},\n{"n":2}\n]}}\n' }]);
  });

  it.each<[string, string, string]>([
    ['a loop', page('{}', '/list?year=2026'), 'wrong-answer: page 2 is one that has been'],
    ['a next page elsewhere', page('{}', 'http://example.org/'), 'wrong-answer: page 1 names a next page elsewhere'],
    ['no list', '{"data": {}}', 'wrong-answer: page 1 has no list of records'],
    ['records that are none', page('1'), 'wrong-answer: page 1 has no list of records'],
    ['half of a document', '{"data": {"items": [', 'wrong-answer: an answer that is not JSON'],
    ['nesting without end', '['.repeat(200_000), 'wrong-answer: an answer that is not JSON'],
    ['a key twice', '{"data": 1, "data": 2}', 'wrong-answer: an answer that is not JSON'],
  ])('refuses %s', async (_, body, fault) => {
    const { fetch } = await pagesFrom(NEXT, (_, response) => answer(response, 200, body));
    expect(await faultOf(fetch())).toBe(fault);
  });

  it('refuses pages that never end, and a server that knows no page numbers', async () => {
    const endless = await pagesFrom(NEXT, (_, response, nth) => answer(response, 200, page(`{"n": ${nth}}`, `/list?p=${nth}`)));
    expect(await faultOf(endless.fetch())).toBe('too-large: more than 10 pages');
    const same = await pagesFrom({ ...NEXT, paging: { by: 'page', parameter: 'p', first: 1 } }, (_, response) =>
      answer(response, 200, page('{}')),
    );
    expect(await faultOf(same.fetch())).toBe('wrong-answer: page 2 is the same as the one before');
  });
});
