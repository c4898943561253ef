import type { KoladaConnector } from '../../../words/connector.ts';
import { FetchError } from '../connector.ts';
import type { Client } from '../http/client.ts';
import { isObject, textOf } from '../http/json.ts';
import { itemsOf } from './kolada-api.ts';

export interface Member {
  [key: string]: string;
  group: string;
  title: string;
  member: string;
  member_title: string;
}

/** The members that the groups have now, group by group. Throws FetchError. */
export async function* membersOf(client: Client, { url, groups }: KoladaConnector): AsyncGenerator<Member> {
  if (groups.length === 0) return;
  for await (const group of itemsOf(client, url, 'municipality_groups', [{ of: '', ids: groups }])) {
    const { members } = group;
    const [id, title] = [textOf(group.id), textOf(group.title)];
    if (id === undefined || title === undefined || !Array.isArray(members)) throw new FetchError('wrong-answer', 'a group without members');
    for (const member of members) {
      const named = isObject(member) ? [textOf(member.member_id ?? member.id), textOf(member.member_title ?? member.title)] : [];
      if (named[0] === undefined || named[1] === undefined) throw new FetchError('wrong-answer', 'a member without an id');
      yield { group: id, title, member: named[0], member_title: named[1] };
    }
  }
}
