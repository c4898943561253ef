import { parseArgs } from 'node:util';
import { closest, distance } from 'fastest-levenshtein';
import { isDay, parsePeriod } from '../contract/period.ts';
import { texts } from './texts.ts';
import { UsageError } from './usage-error.ts';

interface OptionKind {
  /** Null for a switch; else what its value may be, as messages say it. */
  value: string | null;
  allows(value: string): boolean;
}

const any = (value: string): boolean => value !== '';
const OPTIONS = {
  project: { value: 'a folder', allows: any },
  out: { value: 'a folder', allows: any },
  'as-of': { value: 'a day, as 2026-10-15', allows: isDay },
  audience: { value: 'public, internal', allows: value => value === 'public' || value === 'internal' },
  'require-header': {
    value: 'the name of a header, as X-Forwarded-User',
    allows: value => /^[A-Za-z0-9-]+$/.test(value),
  },
  json: { value: null, allows: any },
  html: { value: null, allows: any },
  rehash: { value: null, allows: any },
  fetch: { value: null, allows: any },
  'exit-code': { value: null, allows: any },
  offline: { value: null, allows: any },
  id: {
    value: 'letters, digits, `_`, `-` and `.`, beginning with a letter or digit',
    allows: value => /^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u.test(value),
  },
  // What `new metric` is told of its header, as it is written there.
  name: { value: 'a text', allows: any },
  question: { value: 'a text', allows: any },
  mart: { value: 'a mart, as marts.cases', allows: any },
  time: { value: 'a DATE column', allows: any },
  where: { value: 'a condition, as "closed is not null"', allows: any },
  numerator: { value: 'an aggregate, as sum(hours)', allows: any },
  denominator: { value: 'an aggregate, as count(*)', allows: any },
  measure: { value: 'an aggregate, as count(*)', allows: any },
  unit: { value: 'a unit, as percent', allows: any },
  desired: { value: 'higher, lower, target, none', allows: value => ['higher', 'lower', 'target', 'none'].includes(value) },
  population: { value: 'an aggregate, as count(distinct employee)', allows: any },
  breakdowns: { value: 'lists of dimensions, as "organisation; organisation, sex"', allows: any },
  target: { value: 'a target, as "at_least: 65, partly: 60"', allows: any },
  by: { value: 'a day, as 2026-12-31', allows: isDay },
  'decided-by': { value: 'who decided', allows: any },
  date: { value: 'a day, as 2026-10-21', allows: isDay },
  paragraph: { value: 'a paragraph, as "§ 152"', allows: any },
  reason: { value: 'a text', allows: any },
  decided: { value: 'a day, as 2026-11-20', allows: isDay },
  board: { value: 'the id of a board', allows: any },
  from: { value: 'the id of a plan, as 2026', allows: any },
  period: { value: 'a period, as 2026, 2026-T2 or 2026-08', allows: value => parsePeriod(value) !== null },
  window: { value: 'period, ytd, rolling-12', allows: value => /^(period|ytd|rolling-[1-9]\d*)$/.test(value) },
} as const satisfies Record<string, OptionKind>;
type OptionName = keyof typeof OPTIONS;

const METRIC_OPTIONS = [
  'name',
  'question',
  'mart',
  'time',
  'where',
  'numerator',
  'denominator',
  'measure',
  'unit',
  'desired',
  'population',
  'breakdowns',
  'audience',
  'target',
  'by',
  'decided-by',
  'decided',
] as const;

/** Every command, and the options it takes. */
export const COMMANDS = {
  run: ['project', 'out', 'as-of', 'json', 'rehash', 'fetch', 'offline'],
  check: ['project', 'json'],
  serve: ['project', 'out', 'audience', 'require-header'],
  schedule: ['project', 'out', 'rehash', 'offline'],
  start: ['project', 'out', 'as-of', 'audience', 'rehash', 'fetch', 'offline'],
  dev: ['project', 'out', 'audience'],
  rejects: ['project', 'id', 'json'],
  preview: ['project', 'out', 'audience', 'by', 'html'],
  diff: ['project', 'out', 'json', 'exit-code'],
  new: ['project', 'id', ...METRIC_OPTIONS],
  spc: [],
  audit: ['json'],
  schemas: ['project'],
  editions: ['project', 'out', 'json'],
  rollback: ['project', 'out'],
  reported: ['project', 'out', 'audience', 'json'],
  withdraw: ['project', 'out', 'by', 'reason'],
  approve: ['project', 'by', 'date', 'paragraph'],
  explain: ['project', 'out', 'audience', 'window', 'json'],
  template: ['project', 'out', 'board', 'period', 'from'],
  help: [],
} as const satisfies Record<string, readonly OptionName[]>;
export type CommandName = keyof typeof COMMANDS;
/** Options that mean something else to a command. */
const OWN_KINDS: Partial<Record<CommandName, Partial<Record<OptionName, OptionKind>>>> = {
  preview: { by: { value: 'a dimension, or board', allows: any } },
  approve: { by: { value: 'who decided, as Kommunfullmäktige', allows: any } },
  withdraw: { by: { value: 'who withdraws it, as Kommunstyrelsen', allows: any } },
};
const NAMES = Object.keys(COMMANDS).filter(isCommand);

/** What stands after a command that takes more than options: a name for each, and what it may be where there is a choice. */
const OPERANDS: Partial<Record<CommandName, readonly Operand[]>> = {
  preview: [{ name: 'METRIC', allowed: null }],
  new: [
    { name: 'what', allowed: ['source', 'metric', 'plan'] },
    { name: 'FILE', allowed: null, after: ['source', 'plan'] },
  ],
  template: [{ name: 'what', allowed: ['assessments', 'plan'] }],
  spc: [{ name: 'FILE', allowed: null }],
  rollback: [{ name: 'EDITION', allowed: null }],
  withdraw: [{ name: 'EDITION', allowed: null }],
  reported: [
    { name: 'FOLLOW-UP', allowed: null },
    { name: 'METRIC', allowed: null },
  ],
  approve: [{ name: 'FOLLOW-UP', allowed: null }],
  explain: [
    { name: 'METRIC', allowed: null },
    { name: 'PERIOD', allowed: null },
    { name: 'DIMENSION=MEMBER', allowed: null, repeats: true },
  ],
  audit: [{ name: 'DIR|TABLE', allowed: null }],
};

interface Operand {
  name: string;
  allowed: readonly string[] | null;
  /** It follows one of these words alone. */
  after?: readonly string[];
  /** The last: there may be none, or several. */
  repeats?: true;
}

const operandAt = (command: CommandName, before: readonly string[]): Operand | undefined => {
  const operands = OPERANDS[command] ?? [];
  const last = operands.at(-1);
  const operand = operands[before.length] ?? (last?.repeats ? last : undefined);
  return operand?.after === undefined || operand.after.includes(before.at(-1)!) ? operand : undefined;
};

export interface Arguments {
  command: CommandName;
  options: Readonly<Partial<Record<OptionName, string>>>;
  /** What stands beside the options, as many as the command takes. */
  operands: readonly string[];
}

/** The command line as a command and its options; a switch that is given has the value ''. Throws UsageError for anything else. */
export function parseArguments(argv: readonly string[]): Arguments {
  const [command, ...rest] = argv;
  if (command === undefined) throw new UsageError(texts.noCommand(NAMES));
  if (command === '--help' || command === '-h' || rest.includes('--help') || rest.includes('-h'))
    return { command: 'help', options: {}, operands: [] };
  if (!isCommand(command)) throw new UsageError(texts.unknownCommand(command, nearest(command, NAMES), NAMES));

  const allowed: readonly OptionName[] = COMMANDS[command];
  const options: Partial<Record<OptionName, string>> = {};
  const operands: string[] = [];
  for (const token of tokensOf(rest)) {
    if (token.kind === 'positional') {
      operands.push(operandOf(command, operands, token.value));
      continue;
    }
    if (token.kind !== 'option') continue;
    const name = allowed.find(option => option === token.name);
    if (name === undefined) throw new UsageError(unknownOption(command, token.rawName, allowed));
    if (options[name] !== undefined) throw new UsageError(texts.repeated(command, `--${name}`));
    options[name] = valueOf(command, name, token.value);
  }
  if (options.fetch !== undefined && options.offline !== undefined)
    throw new UsageError(texts.notTogether(command, '--fetch', '--offline'));
  if (options.html !== undefined && options.by !== undefined) throw new UsageError(texts.notTogether(command, '--html', '--by'));
  const lacking = operandAt(command, operands);
  if (lacking && !lacking.repeats) throw new UsageError(texts.missingOperand(command, lacking.name, lacking.allowed));
  return { command, options, operands };
}

/** The next word that is no option, where the command takes one more. */
function operandOf(command: CommandName, before: readonly string[], value: string): string {
  const operand = operandAt(command, before);
  if (!operand) throw new UsageError(texts.unexpectedArgument(command, value));
  if (value === '') throw new UsageError(texts.missingOperand(command, operand.name, operand.allowed));
  if (operand.allowed?.includes(value) === false)
    throw new UsageError(texts.wrongOperand(command, value, nearest(value, operand.allowed), operand.allowed));
  return value;
}

function tokensOf(args: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries<OptionKind>(OPTIONS).map(([name, { value }]) => [
      name,
      { type: value === null ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  return parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true }).tokens;
}

function valueOf(command: CommandName, name: OptionName, value: string | undefined): string {
  const kind: OptionKind = OWN_KINDS[command]?.[name] ?? OPTIONS[name];
  if (kind.value === null) {
    if (value !== undefined) throw new UsageError(texts.needlessValue(command, `--${name}`, value));
    return '';
  }
  if (value === undefined || value.startsWith('--')) throw new UsageError(texts.missingValue(command, `--${name}`, kind.value));
  if (!kind.allows(value)) throw new UsageError(texts.wrongValue(command, `--${name}`, value, kind.value));
  return value;
}

function unknownOption(command: string, found: string, allowed: readonly string[]): string {
  const written = allowed.map(name => `--${name}`);
  return texts.unknownOption(command, found, nearest(found, written), written);
}

/** The allowed word that was probably meant; null when none is near. */
function nearest(found: string, allowed: readonly string[]): string | null {
  if (allowed.length === 0) return null;
  const word = closest(found, allowed);
  return distance(found, word) <= Math.max(2, Math.floor(word.length / 3)) ? word : null;
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}
