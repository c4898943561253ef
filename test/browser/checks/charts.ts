import type { Page } from 'playwright-core';

/** Drawings that are neither named nor hidden, charts without a text, and charts without a table of real rows beside them. */
export const findByCharts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const lines: string[] = [];
    const about = (element: Element) => element.outerHTML.slice(0, 80);
    for (const svg of document.querySelectorAll('svg')) {
      if (svg.parentElement?.closest('svg') || svg.closest('[aria-hidden=true]')) continue;
      const text = svg.getAttribute('aria-label') ?? svg.querySelector(':scope > title')?.textContent ?? '';
      if (svg.getAttribute('role') !== 'img' || text.trim() === '') lines.push(`neither named nor hidden: ${about(svg)}`);
    }
    for (const figure of document.querySelectorAll('figure')) {
      const svg = figure.querySelector('svg[role=img]');
      if (svg === null) continue;
      if ((svg.querySelector(':scope > desc')?.textContent ?? '').trim() === '') lines.push(`without a text: ${about(svg)}`);
      const near = figure.closest('mb-drill, section, main')!;
      if (near.querySelector('table tbody td') === null) lines.push(`without a table: ${about(figure)}`);
    }
    return lines;
  });
