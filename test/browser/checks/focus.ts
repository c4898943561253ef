import type { Page } from 'playwright-core';

const STOPS = 60;

/** Stops of the keyboard, the first sixty of a page on a phone, that are not seen to have the focus, or lie outside what is shown. */
export async function findByFocus(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.evaluate(() => scrollTo(0, 0));
  const found: string[] = [];
  for (let stop = 0; stop < STOPS; stop++) {
    await page.keyboard.press('Tab');
    const told = await page.evaluate(() => {
      const at = document.activeElement;
      if (at === null || at === document.body) return 'end';
      const about = at.outerHTML.slice(0, 80);
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return `focus is not seen: ${about}`;
      const boxes = [...at.getClientRects()];
      const isSeen = boxes.some(({ x, y, width, height }) => {
        const shown = document.elementFromPoint(Math.min(x + width / 2, innerWidth - 1), Math.min(y + height / 2, innerHeight - 1));
        return shown !== null && (at.contains(shown) || shown.contains(at));
      });
      return isSeen ? null : `focus is hidden: ${about}`;
    });
    if (told === 'end') break;
    if (told !== null) found.push(told);
  }
  return found;
}
