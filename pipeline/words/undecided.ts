/** What a drafted declaration says in place of what only a person knows. */
export const UNDECIDED = 'DECIDE';
