import { metricsIn } from '../explore/explore-hash.ts';
import type { Size } from '../explore/pick.ts';
import { addWords, startWords } from '../explore/pick.ts';
import { exploreTexts as t } from '#texts/explore.ts';
import type { Explorer } from './explore-run.ts';

/** A metric that can be chosen, and its file. */
interface Pickable extends Size {
  name: string;
  address: string;
}

/**
 * Utforska: the metrics that a reader picks, how much they are to fetch, and the button that fetches them. What shows them is loaded
 * then. The choice is in the address, so back and links work.
 */
export class MbExplore extends HTMLElement {
  readonly #pickable = new Map<string, Pickable>();
  readonly #fetched = new Set<string>();
  #picked: readonly string[] = [];
  #problems: readonly string[] = [];
  /** Null until the reader has started. */
  #explorer: Explorer | null = null;
  #choice = 0;

  connectedCallback(): void {
    for (const { value, text, dataset } of this.#select.options)
      this.#pickable.set(value, {
        name: text,
        address: new URL(dataset.file!, document.baseURI).href,
        bytes: Number(dataset.bytes),
        packed: Number(dataset.packed),
      });
    this.#picked = [...this.querySelectorAll<HTMLElement>('[data-metric]')].map(item => item.dataset.metric!);
    this.addEventListener('click', this.#onClick);
    this.#select.addEventListener('change', this.#tellSize);
    this.#select.form!.addEventListener('submit', event => event.preventDefault());
    window.addEventListener('popstate', this.#onAddress);
    this.#onAddress();
  }

  disconnectedCallback(): void {
    window.removeEventListener('popstate', this.#onAddress);
  }

  /** The metrics that the address names; before the reader has started nothing is fetched. */
  readonly #onAddress = (): void => {
    const { metrics, problems } = metricsIn(location.hash, new Set(this.#pickable.keys()));
    this.#problems = problems;
    if (metrics.length > 0) this.#pick(metrics);
    if (this.#explorer !== null) void this.#show(location.hash, false);
    else this.#tellSize();
  };

  readonly #onClick = ({ target }: Event): void => {
    const button = (target as Element).closest<HTMLButtonElement>('.pick button');
    const item = button?.closest<HTMLElement>('[data-metric]');
    if (button?.dataset.act === 'start') void this.#show(location.hash, true);
    if (button?.dataset.act === 'add') this.#change([...new Set([...this.#picked, this.#select.value])]);
    if (item?.dataset.metric !== undefined) {
      this.#change(this.#picked.filter(id => id !== item.dataset.metric));
      this.#select.focus();
    }
  };

  /** Other metrics, with what else the address says. */
  #change(picked: readonly string[]): void {
    if (picked.length === 0 || String(picked) === String(this.#picked)) return;
    this.#pick(picked);
    const rest = location.hash
      .replace(/^#/, '')
      .split('&')
      .filter(part => part !== '' && !part.startsWith('nyckeltal='));
    history.pushState(null, '', `#${[`nyckeltal=${picked.map(id => encodeURIComponent(id)).join(',')}`, ...rest].join('&')}`);
    this.#problems = [];
    if (this.#explorer === null) this.#tellSize();
    else void this.#show(location.hash, false);
  }

  #pick(picked: readonly string[]): void {
    this.#picked = picked;
    this.querySelector('.picked')!.replaceChildren(...picked.map(id => this.#item(id)));
  }

  #item(id: string): HTMLElement {
    const item = document.createElement('li');
    item.dataset.metric = id;
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.act = 'remove';
    button.textContent = t.remove;
    const { name } = this.#pickable.get(id)!;
    button.setAttribute('aria-label', t.removeNamed(name));
    item.append(`${name} `, ...(this.#picked.length > 1 ? [button] : []));
    return item;
  }

  /** What a press of the button that fetches will fetch: before the start all that is picked, then what is about to be added. */
  readonly #tellSize = (): void => {
    const selected = this.#select.value;
    if (this.#explorer === null)
      this.#size.textContent = startWords(
        this.#code,
        this.#picked.map(id => this.#pickable.get(id)!),
      );
    else this.#size.textContent = this.#fetched.has(selected) ? '' : addWords(this.#pickable.get(selected)!);
  };

  /** Shows the choice in a fragment; of several in a row, the last. */
  async #show(hash: string, isStart: boolean): Promise<void> {
    const choice = ++this.#choice;
    const start = this.querySelector<HTMLButtonElement>('[data-act=start]')!;
    start.disabled = true;
    this.#size.textContent = t.fetching;
    try {
      const { Explorer } = await import('./explore-run.ts');
      const place = this.querySelector<HTMLElement>('[data-part=result]')!;
      const picked = this.#picked;
      const explorer = this.#explorer ?? new Explorer(place, this.dataset.edition ?? '');
      await explorer.show(
        picked.map(id => this.#pickable.get(id)!.address),
        hash,
        this.#problems,
      );
      for (const id of picked) this.#fetched.add(id);
      if (choice !== this.#choice) return;
      this.#explorer = explorer;
      start.hidden = true;
      if (isStart) place.querySelector<HTMLElement>('h2')?.focus();
      this.#tellSize();
    } catch (error) {
      reportError(error);
      start.disabled = false;
      this.#size.textContent = t.failed;
    }
  }

  get #code(): Size {
    return { bytes: Number(this.dataset.bytes), packed: Number(this.dataset.packed) };
  }

  get #select(): HTMLSelectElement {
    return this.querySelector<HTMLSelectElement>('.pick select')!;
  }

  get #size(): HTMLElement {
    return this.querySelector<HTMLElement>('[data-part=size]')!;
  }
}

customElements.define('mb-explore', MbExplore);
