import type { SiteDimension } from '../pipeline/contract/site.ts';
import { memberTexts } from '#texts/member.ts';

/** What readers call a member: its name, *okänd*, or a node's own part. An id without a name is shown as it is. */
export function memberName(dimension: Pick<SiteDimension, 'nodes' | 'members'>, member: string): string {
  if (member === 'unknown') return memberTexts.unknown;
  if (member.endsWith('.own')) return memberTexts.own(memberName(dimension, member.slice(0, -4)));
  return dimension.nodes.findLast(node => node.id === member)?.name ?? dimension.members[member] ?? member;
}
