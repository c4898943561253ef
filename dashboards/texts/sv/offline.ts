/** Reading without a network. */
export const offlineTexts = {
  notice: (date: string) => `Visas utan nät, från utgåvan ${date}. Ladda om sidan när nätet är tillbaka.`,
  noticeLabel: 'Utan nät',
  title: 'Sidan är inte sparad',
  lede: 'Det finns inget nät just nu, och den här sidan är inte sparad i webbläsaren.',
  saved: 'Sparat är översikten, målen, nämnderna och det de leder till, så långt utrymmet räcker, och sidor som du har läst.',
  save: 'Spara för läsning utan nät',
  failed: 'Det finns inget nät just nu.',
};
