import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../pipeline/cli/arguments.ts';
import { texts } from '../../pipeline/cli/texts.ts';

const COMMANDS = [
  'run',
  'check',
  'serve',
  'schedule',
  'start',
  'dev',
  'rejects',
  'preview',
  'diff',
  'new',
  'spc',
  'audit',
  'schemas',
  'editions',
  'rollback',
  'reported',
  'withdraw',
  'approve',
  'explain',
  'template',
  'help',
];
const RUN = ['--project', '--out', '--as-of', '--json', '--rehash', '--fetch', '--offline'];
const ALLOWED_ID = 'letters, digits, `_`, `-` and `.`, beginning with a letter or digit';
const parse = (line: string) => parseArguments(line.split(' ').filter(word => word !== ''));

describe('parseArguments', () => {
  it('reads a command and its options, in either form', () => {
    expect(parse('run --project a --out=b --as-of 2026-10-15 --json --rehash')).toEqual({
      command: 'run',
      options: { project: 'a', out: 'b', 'as-of': '2026-10-15', json: '', rehash: '' },
      operands: [],
    });
    expect(parse('serve --audience internal')).toEqual({ command: 'serve', options: { audience: 'internal' }, operands: [] });
  });

  it('takes what to make, and from which file', () => {
    expect(parse('new source fel.csv --id faults')).toEqual({ command: 'new', options: { id: 'faults' }, operands: ['source', 'fel.csv'] });
    expect(parse('new --project a source -- -fel.csv')).toMatchObject({ options: { project: 'a' }, operands: ['source', '-fel.csv'] });
  });

  it.each(['help', '--help', '-h', 'run --help', 'serve -h'])('shows help for %s', line => {
    expect(parse(line)).toEqual({ command: 'help', options: {}, operands: [] });
  });

  it.each([
    ['', texts.noCommand(COMMANDS)],
    ['rnu', texts.unknownCommand('rnu', 'run', COMMANDS)],
    ['shedule', texts.unknownCommand('shedule', 'schedule', COMMANDS)],
    ['frobnicate', texts.unknownCommand('frobnicate', null, COMMANDS)],
    ['toString', texts.unknownCommand('toString', null, COMMANDS)],
    ['run --porject x', texts.unknownOption('run', '--porject', '--project', RUN)],
    ['run --audience public', texts.unknownOption('run', '--audience', null, RUN)],
    ['run -p x', texts.unknownOption('run', '-p', null, RUN)],
    ['run --no-json', texts.unknownOption('run', '--no-json', null, RUN)],
    ['run extra', texts.unexpectedArgument('run', 'extra')],
    ['run -- extra', texts.unexpectedArgument('run', 'extra')],
    ['run --project', texts.missingValue('run', '--project', 'a folder')],
    ['run --project --json', texts.missingValue('run', '--project', 'a folder')],
    ['run --project=', texts.wrongValue('run', '--project', '', 'a folder')],
    ['run --as-of 2026-02-30', texts.wrongValue('run', '--as-of', '2026-02-30', 'a day, as 2026-10-15')],
    ['serve --require-header X:y', texts.wrongValue('serve', '--require-header', 'X:y', 'the name of a header, as X-Forwarded-User')],
    ['serve --audience all', texts.wrongValue('serve', '--audience', 'all', 'public, internal')],
    ['run --json=yes', texts.needlessValue('run', '--json', 'yes')],
    ['run --out a --out b', texts.repeated('run', '--out')],
    ['new', texts.missingOperand('new', 'what', ['source', 'metric', 'plan'])],
    ['new sorce a.csv', texts.wrongOperand('new', 'sorce', 'source', ['source', 'metric', 'plan'])],
    ['new source', texts.missingOperand('new', 'FILE', null)],
    ['new source a.csv b.csv', texts.unexpectedArgument('new', 'b.csv')],
    ['new source a.csv --id ../x', texts.wrongValue('new', '--id', '../x', ALLOWED_ID)],
    ['spc', texts.missingOperand('spc', 'FILE', null)],
    ['spc a.json b.json', texts.unexpectedArgument('spc', 'b.json')],
    ['run --fetch --offline', texts.notTogether('run', '--fetch', '--offline')],
  ])('refuses `malbild %s`', (line, message) => {
    expect(() => parse(line)).toThrow(expect.objectContaining({ message, exitCode: 2 }) as Error);
  });
});
