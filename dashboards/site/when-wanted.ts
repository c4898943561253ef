/** Calls `load` once: when the element is in view and the page idle, at the first touch of it, or at once where the address has a choice. */
export function whenWanted(element: Element, load: () => void): void {
  const signs = ['pointerdown', 'pointerover', 'focusin'] as const;
  let isLoaded = false;
  const once = (): void => {
    if (isLoaded) return;
    isLoaded = true;
    seen.disconnect();
    for (const sign of signs) element.removeEventListener(sign, once);
    load();
  };
  const seen = new IntersectionObserver(entries => {
    if (!entries.some(entry => entry.isIntersecting)) return;
    // WebKit has no idle callback.
    if ('requestIdleCallback' in window) requestIdleCallback(once);
    else once();
  });
  seen.observe(element);
  for (const sign of signs) element.addEventListener(sign, once);
  if (location.hash !== '') once();
}
