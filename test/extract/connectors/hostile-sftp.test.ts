import { expect, it } from 'vitest';
import { fetchSftp } from '../../../pipeline/extract/connectors/sftp/fetch-sftp.ts';
import { bytesOf, contextIn, failureOf, fetchAll } from '../../servers/fetched.ts';
import { startHostileSftp } from './hostile-sftp.ts';

const context = contextIn('/', { PROV: 'hemlig' });
const text = Buffer.from('a;b\n');
const honest = (offset: number) => (offset < text.length ? text.subarray(offset) : null);

it('names that lead elsewhere are never asked for, and are told after the files', async () => {
  const names = ['.', '..', '../a.csv', '/etc/passwd', 'x/../../b.csv', 'c\u0000.csv', 'd\u001b[2J.csv', 'e\u0085.csv', 'f.csv'];
  const { declaration, opened } = await startHostileSftp({ names, size: text.length, read: honest });
  const kept: Record<string, string> = {};
  const fetching = (async () => {
    for await (const brought of fetchSftp(declaration, context)) kept[brought.name] = (await bytesOf(brought)).toString();
  })();
  expect(await failureOf(fetching)).toBe('wrong-answer: names that no file can have here: 6');
  expect(kept).toEqual({ 'f.csv': 'a;b\n' });
  expect(opened).toEqual(['ut/f.csv']);
});

it('a file that ends before the size it has is refused', async () => {
  const { declaration } = await startHostileSftp({ names: ['a.csv'], size: 10, read: honest });
  expect(await failureOf(fetchAll(fetchSftp, declaration, context))).toBe('wrong-answer: the file changed while it was read');
});

it.each([
  ['says that it is small', 4],
  ['says how large it is', 2 ** 40],
])('a file without end that %s is broken off', async (_, size) => {
  const { declaration } = await startHostileSftp({ names: ['a.csv'], size, read: (_offset, length) => Buffer.alloc(length) });
  expect(await failureOf(fetchAll(fetchSftp, declaration, context))).toBe('too-large: more than 1 MB');
});
