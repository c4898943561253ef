/** Any button with `data-download` makes a file of the figure it stands in. What makes files is loaded at the first click. */
export function offerDownloads(): void {
  document.addEventListener('click', event => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[data-download]');
    if (button) void import('./download.ts').then(({ download }) => download(button));
  });
}
