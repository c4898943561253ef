/**
 * Does something while the page's tokens are the light ones, whatever the reader's screen has: a file is for a report. All in one
 * turn, so nothing of it is seen.
 */
export function withLightTokens<T>(make: () => T): T {
  const { style } = document.documentElement;
  const light = lightTokens();
  for (const [token, value] of light) style.setProperty(token, value);
  try {
    return make();
  } finally {
    for (const token of light.keys()) style.removeProperty(token);
  }
}

/** What `:root` says outside every media query; later rules, as a municipality's own, come last. */
function lightTokens(): Map<string, string> {
  const tokens = new Map<string, string>();
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSStyleRule) || rule.selectorText !== ':root') continue;
      for (const property of rule.style) if (property.startsWith('--')) tokens.set(property, rule.style.getPropertyValue(property));
    }
  }
  return tokens;
}
