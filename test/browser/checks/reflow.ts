import type { Page } from 'playwright-core';

/** 320 px is also what 1280 px at 400 % is. */
const WIDTHS = [320, 390, 768, 1280];

/** Where a page scrolls sideways, text is cut off, or something scrolls that a keyboard and a screen reader cannot find. */
export async function findByReflow(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const told = await page.evaluate(() => {
      const lines: string[] = [];
      const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
      if (over > 0) lines.push(`scrolls ${over} px sideways`);
      const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
      /** Read by those who cannot see it, or shortened on purpose. */
      const meant = '.vh, .skip, .edition';
      const scrollerOf = (element: Element | null): Element | null => {
        for (let at = element; at !== null; at = at.parentElement) if (scrolls(at)) return at;
        return null;
      };
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
        const parent = node.parentElement!;
        if (!node.textContent?.trim() || parent.closest(meant) || !parent.checkVisibility({ visibilityProperty: true })) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const box = range.getBoundingClientRect();
        if (box.width > 0 && (box.right > innerWidth + 1 || box.left < -1) && scrollerOf(parent) === null)
          lines.push(`cut off: ${node.textContent.trim().slice(0, 60)}`);
      }
      for (const element of document.querySelectorAll('body *')) {
        if (element.scrollWidth <= element.clientWidth + 1 || element.clientWidth === 0 || element.matches(meant)) continue;
        const { overflowX } = getComputedStyle(element);
        if (/hidden|clip/.test(overflowX) && element.closest('svg, .vh') === null) lines.push(`cut off: ${element.outerHTML.slice(0, 80)}`);
        else if (scrolls(element) && element.matches('select') === false) {
          const named = element.hasAttribute('aria-label') || element.hasAttribute('aria-labelledby');
          if (element.getAttribute('tabindex') !== '0' || !named || !/region|group/.test(element.getAttribute('role') ?? ''))
            lines.push(`scrolls without a name or a stop for the keyboard: ${element.outerHTML.slice(0, 80)}`);
        }
      }
      return lines;
    });
    found.push(...told.map(line => `${width} px: ${line}`));
  }
  return found;
}
