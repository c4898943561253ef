import { describe, expect, it } from 'vitest';
import { model } from '../../pipeline/model/model.ts';
import type { Check } from '../../pipeline/words/metric.ts';
import type { Project, SqlFile } from '../../pipeline/words/project.ts';
import { noRecall, type Recall } from '../../pipeline/words/recall.ts';
import type { Loaded } from '../../pipeline/words/stages.ts';
import { rows, run } from '../../pipeline/warehouse/query.ts';
import { createTable, tableOf, testWarehouse } from '../measure/measure-over.ts';
import { effectsAt } from '../effects-at.ts';

const warehouse = testWarehouse();
const sql = (id: string, text: string, reads: readonly string[], said: Partial<SqlFile> = {}): SqlFile => ({
  id,
  text,
  reads,
  file: `sql/${id.replace('.', '/')}.sql`,
  columns: [],
  carriesRow: false,
  ...said,
});
const check = (id: string, query: string, reads: readonly string[], said: Partial<Check> = {}): Check => ({
  id,
  query,
  reads,
  message: `${id} hittade något`,
  severity: 'warn',
  holds: [],
  file: `sql/checks/${id}.sql`,
  ...said,
});

interface Given {
  staging?: SqlFile[];
  marts?: SqlFile[];
  checks?: Check[];
  /** Dimension id to its mart. */
  trees?: Readonly<Record<string, string>>;
  /** Sources and whether they could not be loaded. */
  sources?: Readonly<Record<string, 'loaded' | 'broken'>>;
}

async function modelOf({ staging = [], marts = [], checks = [], trees = {}, sources = {} }: Given, recall: Recall = noRecall) {
  const dimensions = Object.entries(trees).map(([id, hierarchy]) => ({ id, name: id, hierarchy }));
  const project = { staging, marts, checks, municipality: { dimensions }, geographies: [], eventPlaces: [] } as unknown as Project;
  const loaded = {
    sources: Object.entries(sources).map(([id, how]) => ({ declaration: { id }, deliveries: [], broken: how === 'broken' })),
  } as unknown as Loaded;
  return model(project, loaded, await warehouse(), effectsAt(new Date(0)), recall);
}

describe('relations', () => {
  it('are built in order, and each knows every source it rests on', async () => {
    await createTable(await warehouse(), 'raw."hr-x"', tableOf('n:integer\n1\n2'));
    await createTable(await warehouse(), 'raw.other', tableOf('n:integer\n5'));
    const modelled = await modelOf({
      sources: { 'hr-x': 'loaded', other: 'loaded' },
      staging: [
        sql('staging.a', 'select n * 10 as n from raw."hr-x" -- last line is a comment;', ['raw.hr-x']),
        sql('staging.b', 'from raw.other;', ['raw.other']),
      ],
      marts: [
        sql('marts.both', 'from staging.a union all from staging.b', ['staging.a', 'staging.b']),
        sql('marts.on-top', 'select sum(n)::integer as n from marts.both', ['marts.both']),
      ],
    });
    expect(modelled.findings).toEqual([]);
    expect(modelled.sourcesOf.get('marts.on-top')).toEqual(['hr-x', 'other']);
    expect(modelled.sourcesOf.get('staging.b')).toEqual(['other']);
    expect(await rows(await warehouse(), 'from marts."on-top"')).toEqual([[35]]);
  });

  it('those that are known to be sound are built when they are needed, with what they read', async () => {
    await createTable(await warehouse(), 'raw.late', tableOf('n:integer\n3'));
    const answers = new Map<string, unknown>();
    const recall: Recall = async (kind, key, make) => {
      if (!answers.has(kind + key)) answers.set(kind + key, await make());
      return answers.get(kind + key) as never;
    };
    const given = (text = 'from staging.late'): Given => ({
      sources: { late: 'loaded' },
      staging: [sql('staging.late', 'from raw.late', ['raw.late'])],
      marts: [sql('marts.late', text, ['staging.late'])],
      checks: [check('over-two', 'from marts.late where n > 2', ['marts.late'])],
    });
    const first = await modelOf(given(), recall);
    for (const table of ['marts.late', 'staging.late']) await run(await warehouse(), `drop table ${table}`);
    const again = await modelOf(given(), recall);
    expect({ ...again, ensure: null }).toEqual({ ...first, ensure: null });
    await expect(rows(await warehouse(), 'from marts.late')).rejects.toThrow('late');
    await again.ensure(['marts.late']);
    expect(await rows(await warehouse(), 'from marts.late')).toEqual([[3]]);
    const changed = await modelOf(given('select n - 1 as n from staging.late'), recall);
    expect([first.findings.length, changed.findings.length]).toEqual([1, 0]);
  });

  it('one that fails is a finding with its line, and takes what reads it, and nothing else', async () => {
    await createTable(await warehouse(), 'raw.hr', tableOf('n:integer\n1'));
    const modelled = await modelOf({
      sources: { hr: 'loaded' },
      staging: [sql('staging.wrong', 'select n,\n  nothing\nfrom raw.hr', ['raw.hr']), sql('staging.right', 'from raw.hr', ['raw.hr'])],
      marts: [
        sql('marts.lost', 'from staging.wrong', ['staging.wrong']),
        sql('marts.lost-too', 'from marts.lost', ['marts.lost', 'staging.right']),
        sql('marts.kept', 'from staging.right', ['staging.right']),
      ],
    });
    expect([...modelled.broken].sort()).toEqual(['marts.lost', 'marts.lost-too', 'staging.wrong']);
    expect(modelled.findings).toMatchObject([
      {
        code: 'sql-failed',
        severity: 'warn',
        file: 'sql/staging/wrong.sql',
        line: 2,
        sources: ['hr'],
        details: { relation: 'staging.wrong' },
      },
    ]);
    expect(modelled.sourcesOf.get('marts.lost-too')).toEqual(['hr']);
  });

  it('what rests on a source that could not be loaded, or on what is not there, is broken without a second finding', async () => {
    const modelled = await modelOf({
      sources: { gone: 'broken' },
      staging: [sql('staging.x', 'from raw.gone', ['raw.gone']), sql('staging.y', 'from raw.never', ['raw.never'])],
    });
    expect([...modelled.broken].sort()).toEqual(['raw.gone', 'staging.x', 'staging.y']);
    expect(modelled.findings).toEqual([]);
  });

  it('a mart that should carry _row and does not is a finding', async () => {
    const modelled = await modelOf({
      marts: [
        sql('marts.a', 'select 1 as n', [], { carriesRow: true }),
        sql('marts.b', 'select 1 as _row', [], { carriesRow: true }),
        sql('marts.c', 'select 1 as n', []),
      ],
    });
    expect(modelled.findings).toMatchObject([{ code: 'no-row-lineage', severity: 'warn', details: { relation: 'marts.a' } }]);
  });
});

describe('trees', () => {
  const tree = async (text: string) => {
    await createTable(await warehouse(), 'raw.tree', tableOf(text));
    return modelOf({
      sources: { tree: 'loaded' },
      marts: [
        sql('marts.organisation', "select id, parent, 'unit' as level, 'Namn ' || id as name, valid_from, valid_to from raw.tree", [
          'raw.tree',
        ]),
      ],
      trees: { organisation: 'marts.organisation' },
    });
  };
  const header = 'id parent valid_from:date valid_to:date\n';
  const found = async (text: string) =>
    (await tree(header + text)).findings.map(f =>
      `${f.severity} ${f.code} ${f.details.node} ${f.details.day ?? f.details.parent ?? ''}`.trim(),
    );

  it('are read with their validity; an empty parent is none', async () => {
    const { hierarchies, findings } = await tree(`${header}B '' - -\nA - 2025-01-01 2025-06-30\nU A - -\nA B 2025-07-01 -`);
    const node = (id: string, parent: string | null, valid_from: string | null, valid_to: string | null) => ({
      id,
      parent,
      level: 'unit',
      name: `Namn ${id}`,
      valid_from,
      valid_to,
    });
    expect(hierarchies.organisation).toEqual([
      node('A', null, '2025-01-01', '2025-06-30'),
      node('A', 'B', '2025-07-01', null),
      node('B', null, null, null),
      node('U', 'A', null, null),
    ]);
    expect(findings).toEqual([]);
  });

  it('a node without a name is called by its id', async () => {
    const modelled = await modelOf({
      marts: [
        sql(
          'marts.organisation',
          "select 'A' as id, '' as parent, null as level, null as name, null::date as valid_from, null::date as valid_to",
          [],
        ),
      ],
      trees: { organisation: 'marts.organisation' },
    });
    expect(modelled.hierarchies.organisation).toEqual([{ id: 'A', parent: null, level: '', name: 'A', valid_from: null, valid_to: null }]);
  });

  it('overlapping validity of one node holds the edition', async () => {
    expect(await found('A - - 2025-01-31\nA - 2025-01-31 -')).toContain('hold-edition overlapping-validity A 2025-01-31');
    expect(await found('A - - -\nA - 2025-02-01 2025-02-28\nA - 2025-05-01 -')).toContain('hold-edition overlapping-validity A 2025-02-01');
    expect(await found('A - - 2025-01-31\nA - 2025-02-01 -')).toEqual([]);
  });

  it('a parent that is not there and a change inside a month are warnings', async () => {
    expect(await found('A nobody - -')).toEqual(['warn unknown-parent A nobody']);
    expect(await found('A - 2025-01-15 -')).toEqual(['warn change-inside-month A 2025-01-15']);
    expect(await found('A - - 2025-02-27')).toEqual(['warn change-inside-month A 2025-02-27']);
    expect(await found('A - 2024-02-01 2024-02-29')).toEqual([]);
  });

  it('nodes that are under each other in a circle are a warning that names them', async () => {
    expect(await found('A B - -\nB A - -\nU A - -\nS S - -')).toEqual([
      'warn circular-parent A B',
      'warn circular-parent B A',
      'warn circular-parent S S',
    ]);
    expect(await found('A B - 2025-01-31\nA - 2025-02-01 -\nB - - 2025-01-31\nB A 2025-02-01 -')).toEqual([]);
  });

  it('a mart that has not the shape of a tree takes its dimension, and the run goes on', async () => {
    const marts = [sql('marts.organisation', "select 'A' as id, null as parent", [])];
    const modelled = await modelOf({ marts, trees: { organisation: 'marts.organisation' } });
    expect(modelled.hierarchies).toEqual({});
    expect([...modelled.broken]).toEqual(['marts.organisation']);
    expect(modelled.findings).toMatchObject([
      { code: 'sql-failed', file: 'sql/marts/organisation.sql', line: null, details: { relation: 'marts.organisation' } },
    ]);
  });

  it('a tree whose mart is broken is not read', async () => {
    const modelled = await modelOf({
      marts: [sql('marts.organisation', 'from raw.nothing', ['raw.nothing'])],
      trees: { organisation: 'marts.organisation' },
    });
    expect(modelled.hierarchies).toEqual({});
  });
});

describe('checks', () => {
  it('rows found are a finding of the check’s severity that names what it holds and rests on', async () => {
    await createTable(await warehouse(), 'raw.hr', tableOf('n:integer\n1\n2\n3'));
    const modelled = await modelOf({
      sources: { hr: 'loaded' },
      checks: [
        check('large', 'from raw.hr where n > 1;', ['raw.hr'], { severity: 'hold-metric', holds: ['sick-leave'] }),
        check('none', 'from raw.hr where n > 9 -- nothing', ['raw.hr']),
      ],
    });
    expect(modelled.findings).toEqual([
      {
        code: 'check',
        severity: 'hold-metric',
        sources: ['hr'],
        metrics: ['sick-leave'],
        file: 'sql/checks/large.sql',
        line: null,
        details: { check: 'large', message: 'large hittade något', rows: 2 },
      },
    ]);
  });

  it('one that cannot be run is a warning with its line; one over what is broken is not run', async () => {
    await createTable(await warehouse(), 'raw.hr', tableOf('n:integer\n1'));
    const modelled = await modelOf({
      sources: { hr: 'loaded', gone: 'broken' },
      checks: [
        check('wrong', 'select n\nfrom raw.hr\nwhere nothing = 1', ['raw.hr'], { severity: 'hold-edition' }),
        check('skipped', 'from raw.gone', ['raw.gone']),
      ],
    });
    expect(modelled.findings).toMatchObject([{ code: 'check-failed', severity: 'warn', line: 3, details: { check: 'wrong' } }]);
  });
});
