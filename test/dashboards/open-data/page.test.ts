import { expect, test } from 'vitest';
import { formatNumber } from '../../../pipeline/contract/format-number.ts';
import { fixtureSite } from '../fixture-site.ts';
import { wordsOf } from '../plan-pages.ts';

test('the page of open data says how many of a metric’s rows are hidden', async () => {
  const site = fixtureSite({});
  const [first, ...others] = site.metrics;
  const observations = first!.observations.filter(({ flag }) => flag !== 'suppressed');
  const withHidden = observations.map((row, i) => (i < 3 ? { ...row, value: null, flag: 'suppressed' as const } : row));
  const page = await wordsOf({ ...site, metrics: [{ ...first!, observations: withHidden }, ...others] }, 'oppna-data/index.html');
  const words = page.replaceAll(/\s/g, ' ');
  expect(words).toContain('Nyckeltal Rader Varav dolda Filer');
  expect(words).toContain(`${first!.name} Exempeldata ${formatNumber(observations.length, 0).replace(/\s/, ' ')} 3 csv`);
});
