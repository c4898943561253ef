/** Boards: the list, and the page of each. */
export const boardTexts = {
  listTitle: 'Nämnder',
  listLede: 'Varje nämnds mål och nyckeltal.',
  listCaption: 'Nämndernas mål och nyckeltal.',
  board: 'Nämnd',
  goalsColumn: 'Mål',
  metricsColumn: 'Nyckeltal',
};
