import type { RevisionCause } from '../contract/observation.ts';

const REVISED_BY: Readonly<Record<RevisionCause, string>> = {
  'late-rows': 'rows that came later',
  corrected: 'a later delivery took the place of the one that counted',
  definition: 'another definition',
  'moved-unit': 'a unit that has moved',
};

/** What the command line says of its own use. Tests name them here. */
export const texts = {
  unknownCommand: (found: string, nearest: string | null, allowed: readonly string[]): string =>
    `unknown command '${found}'; ${suggestion(nearest)}allowed: ${allowed.join(', ')}`,
  noCommand: (allowed: readonly string[]): string => `a command is missing; allowed: ${allowed.join(', ')}`,
  unknownOption: (command: string, found: string, nearest: string | null, allowed: readonly string[]): string =>
    `${command}: unknown option '${found}'; ${suggestion(nearest)}allowed: ${allowed.length === 0 ? 'none' : allowed.join(', ')}`,
  unexpectedArgument: (command: string, found: string): string => `${command}: unexpected '${found}'; options begin with --`,
  missingOperand: (command: string, name: string, allowed: readonly string[] | null): string =>
    `${command}: ${allowed === null ? `${name} is missing` : `what to make is missing; allowed: ${allowed.join(', ')}`}`,
  wrongOperand: (command: string, found: string, nearest: string | null, allowed: readonly string[]): string =>
    `${command}: unknown '${found}'; ${suggestion(nearest)}allowed: ${allowed.join(', ')}`,
  missingValue: (command: string, option: string, allowed: string): string => `${command}: ${option} has no value; allowed: ${allowed}`,
  needlessValue: (command: string, option: string, found: string): string => `${command}: ${option} takes no value, found '${found}'`,
  wrongValue: (command: string, option: string, found: string, allowed: string): string =>
    `${command}: ${option} is '${found}'; allowed: ${allowed}`,
  repeated: (command: string, option: string): string => `${command}: ${option} is given twice; once is allowed`,
  notTogether: (command: string, one: string, other: string): string => `${command}: ${one} and ${other} together; one of them is allowed`,
  noProject: (folder: string): string => `there is no malbild.yaml in ${folder}; say where the municipality is with --project DIR`,
  noSchedule: (folder: string): string =>
    `${folder}/malbild.yaml has no schedule; allowed: schedule: { cron: '30 5 * * *', grace: 6 hours }`,
  nothingPublished: (dist: string): string => `there is nothing to serve in ${dist}; \`malbild run\` makes the first edition`,
  stopping: (signal: string): string => `${signal}: stopping; once more stops at once`,
  stopped: (signal: string): string => `stopped by ${signal} before the run had ended; readers see the edition before`,
  serving: (audience: string, address: string): string => `serving the ${audience} site at ${address} (Ctrl-C ends it)`,
  rejected: (count: number): string => `${count} rejected record${count === 1 ? '' : 's'}`,
  servingEarlier: 'the run did not make a new edition; serving the last good one',
  exists: (file: string): string => `${file} is there already, and is left as it is; allowed: another --id, or move it away`,
  missingAnswer: (key: string, choices: string): string =>
    `new metric: --${key} is missing${choices === '' ? '' : `; allowed:\n${choices}`}`,
  noSuchMart: (found: string, choices: string): string => `new metric: there is no mart '${found}'; allowed:\n${choices}`,
  nothingToPreview: (id: string, audience: string, findings: readonly string[]): string =>
    `there is no metric '${id}' for the ${audience} audience${findings.length === 0 ? '' : ` (${findings.join(', ')})`}; \`malbild check\` says why a file is left out, --audience internal shows what is not public`,
  noSuchBreakdown: (found: string, allowed: readonly string[]): string =>
    `preview: --by is '${found}', and the metric has no such dimension; allowed: ${allowed.join(', ') || 'none, it has no dimensions'}`,
  heldDiff: 'a finding holds the edition: a run would publish nothing',
  diff: (moved: { statuses: number; ranks: number; figures: number }, edition: string | null): string =>
    `${counted(moved.statuses, 'status', 'statuses')}, ${counted(moved.ranks, 'rank')} and ${counted(moved.figures, 'figure')} would move against ${edition === null ? 'no edition' : `edition ${edition}`}`,
  newMetric: (id: string): string => `next: \`malbild preview ${id}\` shows its figures, \`malbild run\` publishes nyckeltal/${id}/`,
  newMetricToMend: 'next: mend that, then `malbild check`',
  templateNeeds: 'template assessments: --board and --period are both needed; as --board KS --period 2026-T2',
  noEdition: (dist: string): string => `there is no edition in ${dist} to make a form from; \`malbild run\` makes the first`,
  formExists: (file: string): string => `${file} is there already, and is left as it is; allowed: move it away`,
  wroteForm: (file: string, rows: number): string =>
    `wrote ${file}: ${rows} row${rows === 1 ? '' : 's'} to fill in\nwhen it is filled in, put it in the drop folder of the source for assessments (docs/assessments.md)\n`,
  wrotePlanForm: (file: string): string =>
    `wrote ${file}\nwhen it is filled in, \`malbild new plan ${file}\` writes the plan's file, or says what is wrong by sheet and cell (docs/plans.md)\n`,
  noSuchPlan: (found: string, plans: readonly string[]): string =>
    `--from is '${found}', and there is no such plan; allowed: ${plans.join(', ') || 'none, there is no plan'}`,
  planNotWritten: (problems: number): string => `${problems} problem${problems === 1 ? '' : 's'}: nothing is written\n`,
  planExists: (file: string): string => `${file} is there already, and is left as it is; allowed: another version, or move it away`,
  wrotePlan: (file: string): string => `wrote ${file}\nnext: \`malbild diff\` shows what it moves, \`malbild run\` publishes it\n`,
  editions: (count: number): string => `${counted(count, 'edition')}; * is the one that readers see`,
  noSuchEdition: (command: string, found: string, editions: readonly string[]): string =>
    `${command}: '${found}' begins the id of no edition, or of several; allowed: ${editions.join(', ') || 'none, there is no edition'}`,
  isWithdrawn: (command: string, id: string, why: { date: string; by: string; reason: string }): string =>
    `${command}: edition ${id} is ${texts.withdrawnBecause(why)}`,
  withdrawnBecause: ({ date, by, reason }: { date: string; by: string; reason: string }): string => `withdrawn by ${by} ${date}: ${reason}`,
  withdrawalNeeds: 'withdraw: --by and --reason are both needed; as --by Kommunstyrelsen --reason "uppgifter om enskilda"',
  withdrawn: (id: string, asOf: string, followUp: string | null, current: boolean): string =>
    `edition ${id} (${asOf}) is withdrawn: its files are gone, and a page says why${followUp === null ? '' : `, also where ${followUp} was listed`}\n${
      current ? 'readers see that page until `malbild rollback` or the next run; ' : ''
    }mend what was wrong before that run, which publishes what the project gives`,
  rolledBack: (id: string, asOf: string, already: boolean): string =>
    already ? `readers see edition ${id} (${asOf}) already` : `readers see edition ${id} (${asOf}) until the next run`,
  noSuchFollowUp: (found: string, followUps: readonly string[]): string =>
    `approve: there is no follow-up '${found}'; allowed: ${followUps.join(', ') || 'none, there is no follow-up'}`,
  reportedHead: (metric: string, followUp: string, then: string, now: string | null): string =>
    `${metric}: as ${followUp} reported it on ${then}, and as it is ${now === null ? 'now, when nothing is published' : `on ${now}`}`,
  reported: (figures: number, revised: number): string => `${counted(figures, 'figure')} in all members, ${revised} revised`,
  revised: (causes: readonly RevisionCause[] | null): string =>
    causes === null
      ? 'revised'
      : `revised: ${causes.length === 0 ? 'the program or malbild.yaml' : causes.map(cause => REVISED_BY[cause]).join(', ')}`,
  notAPeriod: (found: string): string => `explain: '${found}' is no period; allowed: as 2026, 2026-T2 or 2026-08`,
  notAMember: (found: string): string => `explain: '${found}' is no member; allowed: DIMENSION=MEMBER, as organisation=SOC`,
  explained: {
    stops: {
      audience: 'the public walk ends at the extracts; --audience internal goes on to the lines',
      suppressed: 'the figure is hidden from this audience, and so is which lines it counts',
      'no-rows': 'what the metric reads does not say which rows it comes from (lineage: extract)',
    },
    comesOutOtherwise: 'computed again from these files the figure comes out otherwise: the project has changed since it was published',
    changed: (file: string): string => `${file} is another file now than when this was published`,
    hidden: 'its SQL is not for this audience',
    uncounted: (extracts: number): string => `${counted(extracts, 'extract')} more of the same sources, of which no row counts`,
    lines: (count: number, ranges: string, more: number): string =>
      `${counted(count, 'row')} ${count === 1 ? 'counts' : 'count'}: line${count === 1 ? '' : 's'} ${ranges}${more === 0 ? '' : ` … and ${more} more; --json has them all`}`,
    rejects: (count: number): string =>
      count === 0 ? 'no rejected row could have counted' : `${counted(count, 'rejected row')} could have counted:`,
    moreRejects: (count: number): string => `… and ${count} more; --json has them all`,
  },
  approvalNeeds: 'approve: --by, --date and --paragraph are all needed; as --by Kommunfullmäktige --date 2026-10-21 --paragraph "§ 152"',
  approvedBefore: (id: string, { by, date, paragraph }: { by: string; date: string; paragraph: string }): string =>
    `approve: ${id} is approved already, by ${by} ${date}, ${paragraph}; what was decided is changed in malbild.yaml by hand`,
  approvedTooEarly: (id: string, date: string, asOf: string): string =>
    `approve: --date is ${date}; allowed: ${asOf} or later, since ${id} rests on what was received by then`,
  approved: (id: string, file: string): string => `wrote the approval of ${id} in ${file}; the next edition lists it publicly`,
  unreadable: (file: string, why: string): string => `${file} cannot be read (${why})`,
  wroteSchemas: (names: readonly string[]): string => `wrote ${names.map(name => `schemas/${name}.json`).join(', ')}\n`,
  wroteSettings: (file: string): string => `wrote ${file}, with which VS Code's YAML extension completes and checks the project's files\n`,
  settingsThere: (file: string, text: string): string => `${file} is there already, and is left as it is; it needs\n${text}`,
  unexpected: (detail: string): string => `unexpected error: this is a fault in Målbild, not in your files\n${detail}`,
} as const;

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
const suggestion = (nearest: string | null): string => (nearest === null ? '' : `did you mean '${nearest}'? `);
