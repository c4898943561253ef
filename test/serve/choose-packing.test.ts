import { describe, expect, it } from 'vitest';
import { choosePacking } from '../../pipeline/serve/choose-packing.ts';

describe('choosePacking', () => {
  it.each([
    [undefined, null],
    ['', null],
    ['gzip', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0, *;q=0.5', 'gzip'],
    ['BR ; Q=0.2', 'br'],
  ])('of %s is %s', (accepted, packing) => {
    expect(choosePacking(accepted)).toBe(packing);
  });
});
