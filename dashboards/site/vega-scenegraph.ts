/** Stands in for vega-scenegraph in the browser: marks and items without bounds, which nothing reads. */
interface Mark {
  marktype: string;
  name: string | undefined;
  group: Group | undefined;
  items: object[];
  source?: unknown;
}
interface Group {
  mark: Mark;
  items: object[];
}

export class Scenegraph {
  readonly root: Mark = createMark({ marktype: 'group', name: 'root' }, undefined);

  constructor() {
    this.root.items = [{ mark: this.root, items: [] } satisfies Group];
  }

  mark(definition: { marktype: string; name?: string }, group: Group | null, index: number): Mark {
    const parent = group ?? (this.root.items[0] as Group);
    const mark = createMark(definition, parent);
    parent.items[index] = mark;
    return mark;
  }
}

const createMark = ({ marktype, name }: { marktype: string; name?: string }, group: Group | undefined): Mark => ({
  marktype,
  name,
  group,
  items: [],
});

/** Called with an item that exists as `this`, as Vega's own are. */
export function Item(this: { mark?: Mark }, mark: Mark): void {
  this.mark = mark;
}

export function GroupItem(this: { mark?: Mark; items?: object[] }, mark: Mark): void {
  this.mark = mark;
  this.items ??= [];
}
