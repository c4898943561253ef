import { expect, test } from 'vitest';
import { multipleScale } from '../../dashboards/charts/multiple-scale.ts';
import { month } from './fixture/observations.ts';

const percent = { unit: '%', unit_id: 'percent', decimals: 1 };

test('small multiples have one scale that holds every unit, however many there are', () => {
  const units = Array.from({ length: 4000 }, (_, unit) =>
    Array.from({ length: 36 }, (_, i) => ({ month: month('2023-11') + i, value: 10 + (unit % 7) + i / 36, open: false })),
  );
  const options = { unit: percent, grain: 'month' as const, isLevel: false, target: null };
  const whole = units[0]!;
  expect(multipleScale(whole, units, options)).toMatchObject({ xdom: [whole[0]!.month, whole.at(-1)!.month], ydom: [10, 20] });
  expect(multipleScale(whole, [], options).ydom).toEqual([0, 1]);
});
