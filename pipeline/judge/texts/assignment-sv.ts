/** What is said of assignments (*uppdrag*), in Swedish, beside `sv`. */
export const assignmentSv = {
  dueOn: (day: string) => `Ska vara klart ${day}.`,
  overdue: (day: string) => `Skulle ha varit klart ${day} och är försenat.`,
  done: (day: string, role: string) => `Klart enligt svar ${day} (${role}).`,
  answered: (day: string, role: string) => `Besvarat ${day} (${role}).`,
  latest: (day: string, role: string, state: 'ongoing' | 'not-done') =>
    `Senaste svaret, ${day} (${role}): ${state === 'ongoing' ? 'pågår' : 'inte klart'}.`,
  noAnswer: 'Inget svar är lämnat.',
};
