/** Members that have no name of their own. */
export const memberTexts = {
  unknown: 'Okänd',
  own: (name: string) => `${name}, gemensamt`,
  whole: 'Hela kommunen',
  all: 'Alla',
};
