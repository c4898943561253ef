import { describe, expect, it } from 'vitest';
import type { Problem } from '../../pipeline/words/problem.ts';
import { SIE_KEYS } from '../../pipeline/words/sie.ts';
import { readProject } from '../../pipeline/read/read-project.ts';
import { at, ownProblemsOf } from './problems-of.ts';
import { smallProject, writeProject } from './small-project.ts';

const file = 'sources/accounts/source.yaml';
const LEVEL = '`total`, `parts` or a dimension, as `dim.1`';
const town = Object.fromEntries(Object.entries(smallProject).filter(([name]) => !/^sql\/(metrics|checks)|plans/.test(name)));

/** A SIE source beside the small project's; its format stands on line 9, its first column on line 11. */
const withAccounts = (format: string, ...columns: string[]) => ({
  ...town,
  [file]: `id: accounts
name: Redovisning
owner: Ekonomikontoret
class: internal
synthetic: true
location: in/*.se
name_pattern: '^(?<received>\\d{4}-\\d{2}-\\d{2})\\.se$'
kind: snapshot
format: { type: sie, ${format} }
columns:
${columns.map(column => `  ${column}\n`).join('')}`,
});
const amount = 'belopp: { name: amount, type: "decimal(14,2)" }';
const problems = async (format: string, ...columns: string[]): Promise<Problem[]> => ownProblemsOf(withAccounts(format, ...columns));
const expected = (...all: ReturnType<typeof at>[]) => all.map(problem => problem(file));

describe('a source of SIE', () => {
  it('is read with its keys, and cp437 unless it says another encoding', async () => {
    const columns = [
      amount,
      'konto: { name: account, type: text }',
      'dim.1.namn: { name: unit, type: text }',
      'sign: { name: sign, type: text, personal: hash }',
    ];
    const { sources } = await readProject(await writeProject(withAccounts('records: transactions', ...columns)));
    expect(sources.find(({ id }) => id === 'accounts')!.format).toMatchObject({
      type: 'sie',
      records: 'transactions',
      level: null,
      encoding: 'cp437',
    });
    expect(
      await problems(
        'records: period-budget, level: dim.1, encoding: utf-8',
        amount,
        'dim.1: { name: unit, type: text }',
        'år: { name: year, type: integer }',
      ),
    ).toEqual([]);
  });

  it('says which posts, and a level where files give them twice', async () => {
    expect(await problems('records: period-balances', amount)).toEqual(
      expected(at(9, 'needs-key', 'level', `files give period-balances for accounts and for objects, and both are never added: ${LEVEL}`)),
    );
    expect(await problems('records: period-budget, level: object', amount)).toEqual(expected(at(9, 'wrong-value', 'object', LEVEL)));
    expect(await problems('records: transactions, level: total', amount)).toEqual(
      expected(at(9, 'not-with', 'level', 'transactions have one level')),
    );
    expect(await problems('records: vouchers', amount)).toMatchObject([{ line: 9, found: 'vouchers' }]);
  });

  it('has columns that are keys of its records', async () => {
    expect(await problems('records: transactions', amount, 'kostnadsställe: { name: unit, type: text }')).toEqual(
      expected(at(12, 'unknown-name', 'key of transactions', 'kostnadsställe', [...SIE_KEYS.transactions, 'dim.1'])),
    );
    expect(await problems('records: period-budget, level: total', amount, 'dim.1: { name: unit, type: text }')).toEqual(
      expected(at(12, 'not-with', 'dim.1', 'posts of level `total` have no object there')),
    );
  });

  it.each(['dim.7', 'dim.8.namn', 'dim.9.över', 'sign', 'versign'])('has %s only with personal', async key => {
    const of = (said: string) => problems('records: transactions', amount, `${key}: { name: someone, type: text${said} }`);
    expect(await of('')).toEqual(expected(at(12, 'needs-key', 'personal', `\`${key}\` names people`)));
    expect(await of(', personal: drop')).toEqual([]);
  });

  it('tells balances of different kinds and years apart', async () => {
    expect(await problems('records: year-balances', amount)).toEqual(
      expected(
        at(10, 'needs-key', 'post', 'posts that must not be added up are told apart by it'),
        at(10, 'needs-key', 'år', 'balances of different years are told apart by it'),
      ),
    );
    expect(
      await problems(
        'records: object-balances, level: total',
        amount,
        'post: { name: post, type: text }',
        'år: { name: year, type: integer }',
      ),
    ).toEqual(expected(at(9, 'wrong-value', 'total', '`parts` or a dimension, as `dim.1`: object-balances have no totals')));
  });
});
