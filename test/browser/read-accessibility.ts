import type { Page } from 'playwright-core';

/** What Chromium tells a screen reader of a page, as far as it is read here. */
interface Told {
  nodeId: string;
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
  description?: { value: string };
  value?: { value: unknown };
  properties?: { name: string; value: { value?: unknown } }[];
  childIds?: string[];
}

/** States that a reader is told; the rest says how a thing is made. */
const STATES = ['expanded', 'checked', 'selected', 'pressed', 'disabled', 'level'];
/** Nodes that say nothing by themselves: their contents stand in their place. */
const SILENT = ['none', 'generic', 'InlineTextBox', 'LineBreak', 'ListMarker', 'LabelText', 'MenuListPopup'];

/** A page's accessibility tree as indented lines, `role "name" state`, as a screen reader goes through it. */
export async function readAccessibility(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: Told[] };
  const byId = new Map(nodes.map(node => [node.nodeId, node]));
  const lines: string[] = [];
  const walk = (node: Told, depth: number, above: string): void => {
    const role = node.role?.value ?? 'none';
    const name = (node.name?.value ?? '').replace(/\s+/g, ' ').trim();
    // A text that only repeats what it stands in is read once.
    const isTold = !node.ignored && !SILENT.includes(role) && !(role === 'StaticText' && (name === '' || name === above));
    if (isTold) lines.push(`${'  '.repeat(depth)}${lineOf(node, role, name)}`);
    const children = (node.childIds ?? []).flatMap(id => byId.get(id) ?? []);
    for (const child of children) walk(child, isTold ? depth + 1 : depth, isTold ? name : above);
  };
  if (nodes[0]) walk(nodes[0], 0, '');
  return `${lines.join('\n')}\n`;
}

function lineOf({ description, value, properties = [] }: Told, role: string, name: string): string {
  const states = properties.flatMap(({ name: state, value }) =>
    STATES.includes(state) && !(state === 'level' && role !== 'heading') && value.value !== false
      ? [value.value === true ? state : `${state} ${String(value.value)}`]
      : [],
  );
  const said = role === 'StaticText' ? `"${name}"` : name === '' ? role : `${role} "${name}"`;
  const rest = [
    ...(value?.value === undefined || value.value === '' ? [] : [`= ${String(value.value)}`]),
    ...states,
    ...(description?.value ? [`– ${description.value.replace(/\s+/g, ' ')}`] : []),
  ];
  return [said, ...rest].join(' ');
}
