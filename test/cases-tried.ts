/** How many cases a costly property is tried with: all of them in `npm run test:properties`, a fifth in `npm test`. */
export const casesTried = (all: number): number => (process.env.MALBILD_ALL_CASES === undefined ? Math.ceil(all / 5) : all);
