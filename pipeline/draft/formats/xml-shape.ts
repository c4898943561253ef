import type { XmlHandler } from '../../load/formats/xml/parse-xml.ts';

/** What all elements at one path of a document have in common. */
export interface PathShape {
  /** From the root. */
  names: readonly string[];
  count: number;
  /** Two of them stand in one parent, somewhere. */
  several: boolean;
  /** None of them holds an element. */
  leaf: boolean;
  attributes: Set<string>;
  /** One of them has a text of its own. */
  text: boolean;
}

/** More paths than this are no table's. */
const MOST = 20_000;

/** Finds the shape of a document as it is parsed; paths are in the order they are met. */
export function xmlShape(): { handler: XmlHandler; paths: ReadonlyMap<string, PathShape> } {
  const paths = new Map<string, PathShape>();
  const open: { key: string; names: readonly string[]; children: Set<string> }[] = [];
  const shapeOf = (key: string, names: readonly string[]): PathShape => {
    const known = paths.get(key) ?? { names, count: 0, several: false, leaf: true, attributes: new Set<string>(), text: false };
    if (paths.size < MOST) paths.set(key, known);
    return known;
  };
  const handler: XmlHandler = {
    open({ name, attributes }) {
      const parent = open.at(-1);
      const names = [...(parent?.names ?? []), name];
      const key = names.join('/');
      const shape = shapeOf(key, names);
      shape.count++;
      if (parent) {
        if (parent.children.has(name)) shape.several = true;
        parent.children.add(name);
        shapeOf(parent.key, parent.names).leaf = false;
      }
      for (const [attribute] of attributes) shape.attributes.add(attribute);
      open.push({ key, names, children: new Set() });
    },
    text(text) {
      const at = open.at(-1);
      if (at !== undefined && text.trim() !== '') shapeOf(at.key, at.names).text = true;
    },
    close: () => void open.pop(),
  };
  return { handler, paths };
}
