/** Nothing runs but the site's own files, and no style but the one page's own sheet, by its hash. `blob:` is an image that the page makes itself, to download. */
export const contentPolicy = (styleHash: string): string =>
  `default-src 'none'; script-src 'self'; style-src ${styleHash}; img-src 'self' blob:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'`;
