import { describe, expect, it } from 'vitest';
import { chooseEncoding, createEncoder } from '../../pipeline/serve/encode.ts';

describe('chooseEncoding', () => {
  it.each([
    [undefined, null],
    ['', null],
    ['gzip', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0, *;q=0.5', 'gzip'],
    ['BR ; Q=0.2', 'br'],
  ])('of %s is %s', (accepted, encoding) => {
    expect(chooseEncoding(accepted)).toBe(encoding);
  });
});

describe('createEncoder', () => {
  const bytes = Buffer.alloc(5000, 'a');

  it('compresses a name once', async () => {
    const encode = createEncoder();
    expect(await encode('x', 'br', bytes)).toBe(await encode('x', 'br', bytes));
    expect(await encode('x', 'gzip', bytes)).not.toEqual(await encode('x', 'br', bytes));
  });

  it('forgets what was asked for longest ago when there is no more room', async () => {
    const encode = createEncoder(1);
    const first = await encode('x', 'br', bytes);
    expect(await encode('x', 'br', bytes)).not.toBe(first);
  });
});
