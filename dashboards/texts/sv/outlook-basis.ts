import type { ForecastMethod } from '../../../pipeline/contract/forecast.ts';

/** What usual variation and forecasts are made from, in a metric's definition. */
export const outlookBasisTexts = {
  usual: 'Vanlig variation',
  computedFrom: (count: number, kind: string, span: string, isSeasonal: boolean) =>
    `räknad på ${count} ${kind}, ${span}${isSeasonal ? ', med årstiden borträknad' : ''}`,
  forecast: 'Prognos',
  method: {
    naive: 'perioderna som återstår antas bli som samma period året innan',
    'half-drift': 'samma period året innan, med halva den årliga ändring som varit vanlig',
    drift: 'samma period året innan, med den årliga ändring som varit vanlig',
    average: 'medel av samma period i tre år',
    smoothing: 'exponentiell utjämning med trend och årstid',
  } satisfies Record<ForecastMethod, string>,
};
