import type { ServerResponse } from 'node:http';
import { answer, aServer, type LocalServer } from './a-server.ts';

/** What the double knows: values by `kpi municipality year`, as `gender: value or status`, in the order they are sent. */
export interface KoladaDouble {
  values: Readonly<Record<string, Readonly<Record<string, number | 'Missing' | 'Privacy' | 'Not applicable' | 'deleted'>>>>;
  groups?: Readonly<Record<string, readonly string[]>>;
  kpis?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Rows on a page. */
  page?: number;
  /** The longest list in a path. */
  most?: number;
}

/** A double of Kolada's API v3, with its limits: long lists get 422, ids in the query an empty list, unknown ids nothing. */
export function aKolada({ values, groups = {}, kpis = {}, page = 5000, most = 25 }: KoladaDouble): Promise<LocalServer> {
  return aServer(({ url }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://kolada');
    const [, , what, ...rest] = pathname.split('/').map(decodeURIComponent);
    const lists = rest.map(segment => segment.split(','));
    if (Number(searchParams.get('per_page')) > 5000 || lists.some(list => list.length > most))
      return answer(response, 422, '{"detail": []}');
    if (what === 'municipality_groups') return send(response, url, page, membersOf(groups, lists[0]!));
    if (what === 'kpi')
      return send(
        response,
        url,
        page,
        (lists[0] ?? []).flatMap(id => (kpis[id] ? [{ id, ...kpis[id] }] : [])),
      );
    const [, ids = [], , codes = [], , years] = lists;
    const items = Object.entries(values).flatMap(([key, genders]) => {
      const [kpi, code, year] = key.split(' ') as [string, string, string];
      if (!ids.includes(kpi) || !codes.includes(code) || (years && !years.includes(year))) return [];
      return [{ values: Object.entries(genders).map(([gender, it]) => valueOf(gender, it)), kpi, period: Number(year), [rest[2]!]: code }];
    });
    send(response, url, page, items);
  });
}

const valueOf = (gender: string, it: number | string) => ({
  gender,
  count: typeof it === 'number' || it === 'deleted' ? 1 : 0,
  status: typeof it === 'number' || it === 'deleted' ? '' : it,
  value: typeof it === 'number' ? it : it === 'deleted' ? 1 : null,
  isdeleted: it === 'deleted',
});

const membersOf = (groups: NonNullable<KoladaDouble['groups']>, ids: readonly string[]) =>
  ids.flatMap(id =>
    groups[id]
      ? [{ id, title: `Grupp ${id}`, members: groups[id].map(code => ({ member_id: code, member_title: `Kommun ${code}` })) }]
      : [],
  );

function send(response: ServerResponse, url: string, page: number, items: readonly unknown[]): void {
  const at = new URL(url, 'http://kolada');
  const number = Number(at.searchParams.get('page') ?? 1);
  const values = items.slice((number - 1) * page, number * page);
  at.searchParams.set('page', String(number + 1));
  const next_url = number * page < items.length ? `${at.pathname}${at.search}` : null;
  answer(response, 200, JSON.stringify({ values, next_url, previous_url: null, count: values.length }));
}
