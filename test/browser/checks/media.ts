import type { Page } from 'playwright-core';

/** Paint that is not one of the reader's own colours when they are forced, or that cannot be told from the background. */
export async function findByForcedColours(page: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: 'active' });
  const found = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'));
    const system = (name: string): string => {
      probe.style.color = name;
      return getComputedStyle(probe).color;
    };
    const canvas = system('Canvas');
    const own = new Set(['CanvasText', 'LinkText', 'GrayText', 'Highlight', 'ButtonText', 'Mark'].map(system));
    probe.remove();
    const lines = new Set<string>();
    // A map's classes are steps between the reader's own two colours: no two may look the same.
    const classes = new Map<string, string>();
    for (const area of document.querySelectorAll('main svg [data-area]')) {
      const { fill } = getComputedStyle(area);
      const [name = ''] = area.classList;
      const other = classes.get(fill);
      if (other !== undefined && other !== name) lines.add(`${name} looks as ${other}`);
      classes.set(fill, name);
    }
    for (const shape of document.querySelectorAll(
      'main svg :is(path, circle, rect, line, use):not(.q1, .q2, .q3, .q4, .q5, .na, defs *, .halo)',
    )) {
      const { color, fill, stroke, opacity } = getComputedStyle(shape);
      const paints = shape.localName === 'use' ? [color] : [fill, stroke].filter(paint => paint !== 'none');
      for (const paint of paints) {
        if (paint !== canvas && !own.has(paint)) lines.add(`${shape.getAttribute('class') ?? shape.outerHTML.slice(0, 60)}: ${paint}`);
      }
      if (opacity !== '0' && paints.length > 0 && paints.every(paint => paint === canvas))
        lines.add(`not to be seen: ${shape.getAttribute('class') ?? shape.outerHTML.slice(0, 60)}`);
    }
    return [...lines];
  });
  await page.emulateMedia({ forcedColors: 'none' });
  return found;
}

/** What moves for a reader who has asked for less movement: a rule that moves must stand where no preference is known. */
export async function findByMotion(page: Page): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const found = await page.evaluate(() => {
    const rules = (list: CSSRuleList): string[] =>
      [...list].flatMap(rule => {
        if (rule instanceof CSSMediaRule && !matchMedia(rule.conditionText).matches) return [];
        if (rule instanceof CSSStyleRule) {
          const { transitionDuration, animationName, scrollBehavior } = rule.style;
          return /[1-9]/.test(transitionDuration) || !/^(|none)$/.test(animationName) || scrollBehavior === 'smooth' ? [rule.cssText] : [];
        }
        return 'cssRules' in rule ? rules(rule.cssRules as CSSRuleList) : [];
      });
    return [...document.styleSheets].flatMap(sheet => rules(sheet.cssRules));
  });
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  return found;
}
