/** The page for an address that there is nothing at. */
export const notFoundTexts = {
  title: 'Sidan finns inte',
  lede: 'Adressen leder ingenstans. Den kan vara felskriven, eller så finns sidan inte i den här utgåvan.',
  toOverview: 'Till översikten',
  toSearch: 'Allt som finns, i en lista',
};
