import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Multiset } from '../../pipeline/measure/multiset.ts';

it('holds what was added and not taken out again, in order', () => {
  const set = new Multiset(10);
  set.add(7, 2);
  set.add(3, 1);
  set.add(9, 4);
  set.add(9, -4);
  expect([set.total, set.distinct]).toEqual([3, 2]);
  expect([0, 1, 2].map(rank => set.atRank(rank))).toEqual([3, 7, 7]);
});

it('has at each rank what a sorted list has there', () => {
  const changes = fc.array(fc.record({ number: fc.nat(99), times: fc.integer({ min: 1, max: 3 }), out: fc.boolean() }), { maxLength: 60 });
  fc.assert(
    fc.property(changes, all => {
      const set = new Multiset(100);
      const list: number[] = [];
      for (const { number, times, out } of all) {
        const there = list.filter(it => it === number).length;
        const change = out ? -Math.min(times, there) : times;
        set.add(number, change);
        for (let i = 0; i < change; i++) list.push(number);
        for (let i = 0; i > change; i--) list.splice(list.indexOf(number), 1);
      }
      list.sort((a, b) => a - b);
      expect(list.map((_, rank) => set.atRank(rank))).toEqual(list);
      expect([set.total, set.distinct]).toEqual([list.length, new Set(list).size]);
    }),
  );
});
