import { describe, expect, it } from 'vitest';
import { shareRows } from '../../pipeline/protect/share-rows.ts';
import { measured, part, protectOver, row } from './protect-over.ts';

const both = async (rows: Parameters<typeof measured>[1]) => {
  const metric = () => measured({ threshold: 5, internal_full: true }, structuredClone(rows));
  const open = await protectOver([metric()], { audience: 'public' });
  const within = await protectOver([metric()], { audience: 'internal' });
  return { open: open.metrics[0]!, within: shareRows(within, open).metrics[0]!, alone: within.metrics[0]! };
};

describe('audiences share rows', () => {
  it('when they see the very same', async () => {
    const { open, within } = await both({ observations: [row('A', 9)] });
    expect(within.observations).toBe(open.observations);
  });

  it('not when a row is hidden from one', async () => {
    const { within, alone } = await both({ observations: [row('A', 4)] });
    expect(within).toEqual(alone);
  });

  it('not when only a part of a moved unit is', async () => {
    const { open, within, alone } = await both({ observations: [row('A', 9)], parts: [part('A', 'P', 4)] });
    expect(within).toEqual(alone);
    expect(within.observations).not.toBe(open.observations);
  });
});
