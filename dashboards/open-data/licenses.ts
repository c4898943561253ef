import type { License } from '../../pipeline/contract/site.ts';

/** The licences that Digg recommends for open data: what readers call them, and their addresses. */
export const LICENSES: Readonly<Record<License, { name: string; address: string }>> = {
  'CC0-1.0': { name: 'CC0 1.0', address: 'http://creativecommons.org/publicdomain/zero/1.0/' },
  'CC-BY-4.0': { name: 'Creative Commons Erkännande 4.0 (CC BY 4.0)', address: 'http://creativecommons.org/licenses/by/4.0/' },
};
