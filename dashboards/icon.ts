/** The site's mark: the half disc of the status marks. One file for all pages, named by `ICON_PATH` from a tree's root. */
export const ICON_PATH = 'icon.svg';
export const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.75" fill="#fff" stroke="#0b5c74" stroke-width="2.5"/><path d="M8 1.25a6.75 6.75 0 0 0 0 13.5z" fill="#0b5c74"/></svg>\n';
