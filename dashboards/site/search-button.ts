/**
 * Makes the header's link to the search page a button that opens the palette, and lets Ctrl-K (⌘K) open it. Its code is loaded the
 * first time; where that fails, the search page is there.
 */
export function openPaletteFrom(link: HTMLAnchorElement): void {
  const { href } = link;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = link.className;
  button.textContent = link.textContent;
  button.setAttribute('aria-haspopup', 'dialog');
  button.setAttribute('aria-keyshortcuts', 'Control+K Meta+K');
  link.replaceWith(button);
  const open = (): void => {
    import('./palette.ts').then(
      ({ openPalette }) => openPalette(href),
      () => location.assign(href),
    );
  };
  button.addEventListener('click', open);
  addEventListener('keydown', event => {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
}
