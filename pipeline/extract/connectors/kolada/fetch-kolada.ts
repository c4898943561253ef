import { LosslessNumber } from 'lossless-json';
import type { KoladaConnector } from '../../../words/connector.ts';
import { FetchError, type Brought, type Connector } from '../connector.ts';
import { createClient, type Client } from '../http/client.ts';
import { textOf, writeRecords, type Value } from '../http/json.ts';
import { itemsOf, ledgerOf, type Asked, type Item } from './kolada-api.ts';
import { membersOf } from './members.ts';

/** `(- 2024)` last in a title: the indicator ended that year. */
const ENDED = /\(\s*[-–]\s*(\d{4})\s*\)\s*$/;

/**
 * Brings what is asked for of Kolada (RKA), as API v3 has it, as one document `{"values": […]}`. Kolada answers ids that it
 * does not know with an empty list: what was asked for and did not come is told.
 */
export const fetchKolada: Connector<KoladaConnector> = async function* (declaration, context) {
  const client = createClient(declaration.limits, context);
  const { what } = declaration;
  const through = Number(context.day.slice(0, 4));
  if (what === 'values') yield await valuesOf(client, declaration, through);
  if (what === 'unit-values')
    yield dataOf(client, declaration, 'oudata', { kpi: declaration.kpis, ou: declaration.units }, through, 'unit-values.json');
  if (what === 'groups') yield groupsOf(client, declaration, context.day.slice(0, 7));
  if (what === 'kpis') yield kpisOf(client, declaration);
};

/** The values of the municipalities, and of those that are members of the groups now. */
async function valuesOf(client: Client, declaration: KoladaConnector, through: number): Promise<Brought> {
  const groups = ledgerOf({ group: declaration.groups });
  const municipalities = new Set(declaration.municipalities);
  for await (const { group, member } of membersOf(client, declaration)) {
    groups.came('group', group);
    municipalities.add(member);
  }
  if (municipalities.size === 0) throw new FetchError('wrong-answer', 'no members in any of the groups');
  const asked = { kpi: declaration.kpis, municipality: [...municipalities] };
  const data = dataOf(client, declaration, 'data', asked, through, 'values.json');
  return { ...data, lacking: () => ({ ...data.lacking!(), ...groups.lacking() }) };
}

function dataOf(
  client: Client,
  { url, years }: KoladaConnector,
  path: string,
  ids: Readonly<Record<string, readonly string[]>>,
  through: number,
  name: string,
): Brought {
  const ledger = ledgerOf(ids);
  const periods = years === null ? null : Array.from({ length: (years.to ?? through) - years.from + 1 }, (_, i) => String(years.from + i));
  const asked: Asked = [
    ...Object.entries(ids).map(([of, list]) => ({ of, ids: list })),
    ...(periods === null ? [] : [{ of: 'year', ids: periods }]),
  ];
  async function* checked(): AsyncGenerator<Value> {
    const keys = new Set<string>();
    for await (const item of itemsOf(client, url, path, asked)) {
      const period = textOf(item.period) ?? '';
      const key = [...Object.keys(ids).map(kind => ledger.came(kind, item[kind])), period].join(' ');
      if (!/^\d{4}$/.test(period) || (periods !== null && !periods.includes(period)))
        throw new FetchError('wrong-answer', 'a year that was not asked for');
      if (!Array.isArray(item.values)) throw new FetchError('wrong-answer', `${path}: not the form of Kolada’s API v3`);
      if (keys.has(key)) throw new FetchError('wrong-answer', 'the same indicator, place and year twice');
      keys.add(key);
      yield item;
    }
  }
  return { name, version: null, bytes: writeRecords(expectSome(checked()), 'values'), lacking: ledger.lacking };
}

/** One record a group and member, with the month: members change while the group's id lives on. */
function groupsOf(client: Client, declaration: KoladaConnector, month: string): Brought {
  const ledger = ledgerOf({ group: declaration.groups });
  async function* rows(): AsyncGenerator<Value> {
    for await (const row of membersOf(client, declaration)) {
      ledger.came('group', row.group);
      yield { ...row, month };
    }
  }
  return { name: 'groups.json', version: null, bytes: writeRecords(expectSome(rows()), 'values'), lacking: ledger.lacking };
}

/** One record an indicator, as Kolada has it, and `ended`: the year in its title after which it is no longer published. */
function kpisOf(client: Client, { url, kpis }: KoladaConnector): Brought {
  const ledger = ledgerOf({ kpi: kpis });
  async function* rows(): AsyncGenerator<Item> {
    for await (const item of itemsOf(client, url, 'kpi', [{ of: '', ids: kpis }])) {
      ledger.came('kpi', item.id);
      const [, year] = ENDED.exec(textOf(item.title) ?? '') ?? [];
      yield { ...item, ended: year === undefined ? null : new LosslessNumber(year) };
    }
  }
  return { name: 'kpis.json', version: null, bytes: writeRecords(expectSome(rows()), 'values'), lacking: ledger.lacking };
}

/** Nothing at all is an answer that failed: what was fetched before is not replaced by it. */
async function* expectSome(records: AsyncIterable<Value>): AsyncGenerator<Value> {
  let some = false;
  for await (const record of records) {
    some = true;
    yield record;
  }
  if (!some) throw new FetchError('wrong-answer', 'nothing for any of the ids');
}
