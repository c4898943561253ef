import { expect, it } from 'vitest';
import { findBrowser, USUAL_PLACES } from '../../pipeline/print/find-browser.ts';
import { printingOf } from '../../pipeline/print/printing.ts';
import type { Municipality } from '../../pipeline/words/project.ts';

const asking = (pdf: boolean) => ({ reports: { pdf, metrics: null, boards: {} } }) as unknown as Municipality;

it('the browser is the one that CHROME_PATH names and no other, else one in the usual places', () => {
  expect(findBrowser({ CHROME_PATH: process.execPath })).toBe(process.execPath);
  expect(findBrowser({ CHROME_PATH: '/nowhere/chromium' })).toBeNull();
  expect([...USUAL_PLACES, null]).toContain(findBrowser({}));
  expect(findBrowser({ CHROME_PATH: '' })).toBe(findBrowser({}));
});

it('nothing is looked for where no PDF is asked for; that there is no browser is a finding that fails nothing', () => {
  expect(printingOf(asking(false), { CHROME_PATH: process.execPath })).toEqual({ browser: null, finding: null });
  expect(printingOf(asking(true), { CHROME_PATH: process.execPath })).toEqual({ browser: process.execPath, finding: null });
  expect(printingOf(asking(true), { CHROME_PATH: '/nowhere/chromium' })).toMatchObject({
    browser: null,
    finding: { code: 'reports-no-browser', severity: 'warn' },
  });
});
