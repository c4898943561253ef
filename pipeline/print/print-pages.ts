import { readFile, writeFile } from 'node:fs/promises';
import type { BrowserContext } from 'playwright-core';
import type { Day } from '../contract/period.ts';
import type { PrintedReport } from '../words/stages.ts';
import { normalisePdf } from './normalise-pdf.ts';

/** The browser did not start, or a page could not be printed. */
export class PrintError extends Error {
  override readonly name = 'PrintError';
}

/** How many pages are printed at a time: one lays out while another is written. */
const TABS = 2;
/** ms that a page may take; the largest takes some seconds. */
const PATIENCE = 60_000;
/** Where a page without an address is printed (RFC 6761). */
const NOWHERE = 'http://malbild.invalid/';

/**
 * Prints pages as they lie on the disk, in one browser without a window: tagged, with an outline of their headings, on the paper that their style
 * sheet asks for, dated `day`. They have all they need in them, and get neither script nor network. Throws PrintError.
 */
export async function printPages(executablePath: string, pages: readonly PrintedReport[], day: Day): Promise<void> {
  try {
    const { chromium } = await import('playwright-core');
    const browser = await chromium.launch({
      executablePath,
      timeout: PATIENCE,
      args: ['--disable-gpu', '--disable-background-networking'],
    });
    try {
      const context = await browser.newContext({ javaScriptEnabled: false });
      await context.route('**', route => route.abort());
      const queue = pages.values();
      const printRest = async (): Promise<void> => {
        for (const page of queue) await printPage(context, page, day);
      };
      await Promise.all(Array.from({ length: TABS }, printRest));
    } finally {
      await browser.close();
    }
  } catch (error) {
    throw new PrintError(firstLine(error), { cause: error });
  }
}

async function printPage(context: BrowserContext, { page: path, pdf, address }: PrintedReport, day: Day): Promise<void> {
  const html = await readFile(path, 'utf8');
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const body = address === null ? withoutLinks(html) : html;
  await page.route(address ?? NOWHERE, route => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
  await page.goto(address ?? NOWHERE);
  await writeFile(pdf, normalisePdf(await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true }), day), { flag: 'wx' });
  await page.close();
}

/** A page without links to other pages: they would lead to where it was printed. */
const withoutLinks = (html: string): string => html.replace(/(<a\b[^>]*?)\shref="(?!https?:|mailto:|tel:|#)[^"]*"/g, '$1');

/** What went wrong, without the log of the browser's start. */
const firstLine = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n')[0]!;
