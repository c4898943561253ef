import type { Finding } from '../words/finding.ts';
import type { Municipality } from '../words/project.ts';
import { findBrowser } from './find-browser.ts';

/** How the reports of a run become PDF. */
export interface Printing {
  /** The browser that prints them; null where nothing is printed. */
  browser: string | null;
  /** Why nothing is, where `malbild.yaml` asks for it. */
  finding: Finding | null;
}

export const NO_PRINTING: Printing = { browser: null, finding: null };

/** Reports are printed where `malbild.yaml` asks for it and there is a browser; that there is none takes nothing else out. */
export function printingOf(municipality: Municipality, environment: Readonly<Record<string, string | undefined>>): Printing {
  if (!municipality.reports.pdf) return NO_PRINTING;
  const browser = findBrowser(environment);
  return browser === null ? notPrinted('reports-no-browser', {}) : { browser, finding: null };
}

/** A browser that was there and could not print. */
export const couldNotPrint = (why: string) => notPrinted('reports-not-printed', { why });

const notPrinted = (code: string, details: Finding['details']) => ({
  browser: null,
  finding: { code, severity: 'warn', sources: [], metrics: [], file: 'malbild.yaml', line: null, details } satisfies Finding,
});
