/** What publish puts in a page after it is known which pages changed: the id and date of the edition that last changed it. */
export const EDITION_TOKEN = '@@edition@@';
/** Printed as `17 november 2026`. */
export const EDITION_DATE_TOKEN = '@@edition-date@@';
