import { ReactiveElement } from 'lit';
import { hashOf, notUnderstood, stateOf } from '../drill/drill-hash.ts';
import type { DrillState, MetricSetup } from '../drill/metric-setup.ts';
import { defaultState } from '../drill/metric-setup.ts';
import { drillTexts } from '#texts/drill.ts';
import { chosenHash, setControls } from './drill-controls.ts';
import { makeRest, showFirstRows } from './long-table.ts';
import { makeSortable } from './sort-table.ts';

export type DrillPart = 'answer' | 'trail' | 'trend' | 'years' | 'units';
const PARTS: readonly DrillPart[] = ['answer', 'trail', 'trend', 'years', 'units'];

/**
 * Drills in a metric page without reload: to a node's units, another grain, window or member. It wraps what the page
 * shows, and takes over when a reader chooses something, with code that is loaded then; the choice is in the address, so
 * back and links work. The usual choice shows the page's own content again.
 */
export class MbDrill extends ReactiveElement {
  static override properties = { state: { attribute: false } };

  /** What the reader has chosen; null until there has been a choice. */
  declare state: DrillState | null;

  #setup!: MetricSetup;
  /** What the page showed, by part, to show again. */
  readonly #original = new Map<DrillPart, readonly Node[]>();
  /** Addresses of units that have pages of their own. */
  readonly #pages = new Map<string, string>();
  /** Where it is said that an address asks for what there is not. */
  readonly #said = document.createElement('p');
  #shown: DrillState | null = null;
  #choice = 0;
  /** Whether the reader has chosen anything, or gone back: a page that opens at a choice leaves the focus alone. */
  #hasStepped = false;
  /** Set until the latest choice is shown. */
  #showing: Promise<void> | null = null;

  constructor() {
    super();
    this.state = null;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#setup = JSON.parse(this.dataset.setup ?? '{}') as MetricSetup;
    const units = this.#unitTable;
    if (units !== null) showFirstRows(units);
    for (const part of PARTS) this.#original.set(part, [...this.#part(part).childNodes]);
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[data-unit]')) {
      const href = link.getAttribute('href') ?? '';
      if (!href.startsWith('#')) this.#pages.set(link.dataset.unit!, href);
    }
    this.#said.className = 'drill-said';
    this.#said.setAttribute('role', 'status');
    this.#part('trail').before(this.#said);
    this.addEventListener('change', this.#onChange);
    this.addEventListener('click', this.#onClick);
    this.addEventListener('input', this.#onInput);
    window.addEventListener('popstate', this.#onStep);
    window.addEventListener('beforeprint', this.#makeRest);
    this.#readAddress();
  }

  override disconnectedCallback(): void {
    window.removeEventListener('popstate', this.#onStep);
    window.removeEventListener('beforeprint', this.#makeRest);
    super.disconnectedCallback();
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    super.update(changed);
    if (!changed.has('state') || this.state === null) return;
    const showing = this.#show(this.state).finally(() => {
      if (this.#showing === showing) this.#showing = null;
    });
    this.#showing = showing;
  }

  readonly #onStep = (): void => {
    this.#hasStepped = true;
    this.#readAddress();
  };

  /** Reads the choice from the address: at first, and when the reader goes back or forward. */
  #readAddress(): void {
    const state = stateOf(this.#setup, location.hash);
    this.#say(notUnderstood(this.#setup, location.hash));
    setControls(this, this.#setup, state);
    if (hashOf(this.#setup, state) !== '' || this.state !== null) this.state = state;
  }

  readonly #onChange = (event: Event): void => {
    const control = event.target as HTMLInputElement | HTMLSelectElement;
    const before = this.#chosen();
    if (control.name === 'jamfor') {
      const beside = before.beside.filter(unit => unit !== control.value);
      const isTicked = (control as HTMLInputElement).checked;
      this.#choose({ ...before, each: null, beside: isTicked ? [...beside, control.value] : beside });
    } else if (control.closest('form')) {
      const state = stateOf(this.#setup, chosenHash(this));
      this.#choose({
        ...state,
        // Another tree has other nodes, and another grain other periods.
        path: state.tree === before.tree ? before.path : [],
        beside: state.tree === before.tree && state.each === null ? before.beside : [],
        until: state.grain === before.grain ? state.until : null,
      });
    }
  };

  #chosen(): DrillState {
    return this.state ?? defaultState(this.#setup);
  }

  readonly #onInput = (event: Event): void => {
    const control = event.target as HTMLInputElement;
    if (control.dataset.read !== undefined) void this.#read(control);
  };

  /** Marks and says the period of the chart that a control stands at. */
  async #read(control: HTMLInputElement): Promise<void> {
    const { readChart, viewOf } = await import('./take-over.ts');
    const view = await viewOf(this.#setup, this.#chosen());
    if (view !== null && control.isConnected) readChart(view, control);
  }

  readonly #onClick = (event: MouseEvent): void => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a');
    const { unit } = link?.dataset ?? {};
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (this.#showing !== null && unit !== undefined) {
      // What is clicked is about to be replaced: its successor leads where the reader means.
      event.preventDefault();
      void this.#showing.then(() => {
        this.#makeRest();
        this.querySelector<HTMLElement>(`a[data-unit="${CSS.escape(unit)}"]`)?.click();
      });
    } else if (link.getAttribute('href')?.startsWith('#')) {
      event.preventDefault();
      this.#choose(stateOf(this.#setup, link.hash));
    }
  };

  #choose(state: DrillState): void {
    this.#hasStepped = true;
    const hash = hashOf(this.#setup, state);
    history.pushState(null, '', hash === '' ? location.pathname + location.search : `#${hash}`);
    this.#say([]);
    setControls(this, this.#setup, state);
    this.state = state;
  }

  /** The address of a choice but for the units that are ticked. */
  readonly #hashBut = (state: DrillState): string => hashOf(this.#setup, { ...state, beside: [] });

  #say(parts: readonly string[]): void {
    this.#said.textContent = parts.length === 0 ? '' : drillTexts.notUnderstood(parts);
  }

  /** Shows a choice. Of several in a row, the last one is shown. */
  async #show(state: DrillState): Promise<void> {
    const choice = ++this.#choice;
    const parts = hashOf(this.#setup, state) === '' ? this.#original : await this.#drawn(state);
    if (choice !== this.#choice) return;
    const before = this.#shown ?? defaultState(this.#setup);
    this.#shown = state;
    // Ticking units changes nothing of their table: its order and the reader's place in it stay.
    const isTick = this.#hashBut(before) === this.#hashBut(state);
    const focused = this.contains(document.activeElement) ? (document.activeElement as HTMLSelectElement).name : undefined;
    for (const [part, nodes] of parts) if (part !== 'units' || !isTick) this.#part(part).replaceChildren(...nodes);
    for (const table of this.querySelectorAll<HTMLTableElement>('table[data-sortable]')) makeSortable(table);
    setControls(this, this.#setup, state);
    // Where the reader went to another unit, the heading tells; where only figures changed, the reader stays at the control.
    if (this.#hasStepped && before.path.join('/') !== state.path.join('/')) this.querySelector<HTMLElement>('h2')?.focus();
    else if (focused && !this.contains(document.activeElement))
      this.querySelector<HTMLElement>(`select[name="${CSS.escape(focused)}"]`)?.focus();
  }

  /** The parts of a choice; where they cannot be had, a line that says so, and the rest stands. */
  async #drawn(state: DrillState): Promise<ReadonlyMap<DrillPart, readonly Node[]>> {
    try {
      const { draw, viewOf } = await import('./take-over.ts');
      const view = await viewOf(this.#setup, state);
      if (view === null) {
        this.#say([`enhet=${state.path.join('/')}`]);
        return this.#original;
      }
      const parts = draw(view, this.#part('trend').dataset.note ?? '', unit => this.#pages.get(unit) ?? null);
      return new Map(PARTS.map(part => [part, parts[part] === null ? this.#original.get(part)! : [parts[part]]]));
    } catch (error) {
      reportError(error);
      const line = document.createElement('p');
      line.className = 'drill-failed';
      line.setAttribute('role', 'alert');
      line.textContent = drillTexts.failed;
      return new Map([['trail', [line]]]);
    }
  }

  get #unitTable(): HTMLTableElement | null {
    return this.#part('units').querySelector<HTMLTableElement>('table[data-sortable]');
  }

  /** Paper has every row, and so has what looks for one. */
  readonly #makeRest = (): void => {
    const table = this.#unitTable;
    if (table !== null) makeRest(table);
  };

  #part(name: DrillPart): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
  }
}

customElements.define('mb-drill', MbDrill);

declare global {
  interface HTMLElementTagNameMap {
    'mb-drill': MbDrill;
  }
}
