import { html, nothing, render } from 'lit';
import type { EntryGroup } from '../search/entry.ts';
import type { SearchIndex } from '../search/find-entries.ts';
import { findEntries, indexEntries } from '../search/find-entries.ts';
import { searchTexts as t } from '#texts/search.ts';
import { readSearchPage } from './read-search-page.ts';

/** More would be read by nobody. */
const MOST_SHOWN = 30;

/** What the palette shows. */
interface Shown {
  groups: readonly EntryGroup[];
  said: string;
  /** Which entry Enter opens, counted over all groups; -1 for none. */
  active: number;
}

/**
 * A dialog with a combobox: the keys stay in the field, and the list tells which entry is chosen. The browser gives the focus back when
 * it is closed.
 */
class Palette {
  readonly #dialog = document.createElement('dialog');
  readonly #page: string;
  #index: SearchIndex | null = null;
  #standing: readonly EntryGroup[] = [];
  #shown: Shown = { groups: [], said: t.loading, active: -1 };

  constructor(page: string) {
    this.#page = page;
    this.#dialog.className = 'palette';
    this.#dialog.setAttribute('aria-labelledby', 'palett-namn');
    // The backdrop is the dialog's own; everything else in it is inside.
    this.#dialog.addEventListener('click', event => {
      if (event.target === this.#dialog) this.#dialog.close();
    });
    document.body.append(this.#dialog);
  }

  open(): void {
    if (this.#dialog.open) return;
    this.#draw();
    this.#dialog.showModal();
    this.#field.select();
    if (this.#index === null) void this.#load();
  }

  async #load(): Promise<void> {
    try {
      const groups = await readSearchPage(this.#page);
      this.#index = indexEntries(groups);
      this.#standing = groups.slice(0, 1);
      this.#search();
    } catch (error) {
      reportError(error);
      this.#show({ groups: [], said: t.failed, active: -1 });
    }
  }

  get #field(): HTMLInputElement {
    return this.#dialog.querySelector('input')!;
  }

  readonly #search = (): void => {
    if (this.#index === null) return;
    const query = this.#field.value.trim();
    if (query === '') return this.#show({ groups: this.#standing, said: t.start, active: -1 });
    const { groups, shown, all } = findEntries(this.#index, query, MOST_SHOWN);
    this.#show({ groups, said: t.found(all, shown), active: all === 0 ? -1 : 0 });
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const options = [...this.#dialog.querySelectorAll<HTMLAnchorElement>('[role=option]')];
    if (event.key === 'Enter') options[this.#shown.active]?.click();
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || options.length === 0) return;
    event.preventDefault();
    const from = this.#shown.active === -1 && step === -1 ? 0 : this.#shown.active;
    this.#show({ ...this.#shown, active: (from + step + options.length) % options.length });
  };

  #show(shown: Shown): void {
    this.#shown = shown;
    this.#draw();
    this.#dialog.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  #draw(): void {
    const { groups, said, active } = this.#shown;
    const options = groups.flatMap(({ entries }) => entries).length;
    render(
      html`<div class="palette-head">
          <label id="palett-namn" for="palett-falt">${t.label}</label>
          <input
            id="palett-falt"
            role="combobox"
            autocomplete="off"
            spellcheck="false"
            enterkeyhint="go"
            aria-autocomplete="list"
            aria-controls="palett-lista"
            aria-expanded=${options > 0}
            aria-activedescendant=${active === -1 ? nothing : `palett-${active}`}
            @input=${this.#search}
            @keydown=${this.#onKey}
          />
          <button type="button" @click=${() => this.#dialog.close()}>${t.close}</button>
        </div>
        <p class="palette-said" role="status">${said}</p>
        <div id="palett-lista" class="palette-found" role="listbox" aria-label=${t.results}>${this.#options()}</div>
        <p class="palette-foot"><a href=${this.#page}>${t.all}</a></p>`,
      this.#dialog,
    );
  }

  #options(): unknown {
    let at = 0;
    return this.#shown.groups.map(
      ({ id, kind, entries }) =>
        html`<div role="group" aria-labelledby="palett-slag-${id}">
          <div class="palette-kind" id="palett-slag-${id}">${kind}</div>
          ${entries.map(({ name, detail, href }) => {
            const own = at++;
            return html`<a
              class="palette-entry"
              role="option"
              tabindex="-1"
              id="palett-${own}"
              href=${href}
              aria-selected=${own === this.#shown.active}
              >${name}${detail === '' ? nothing : html`<span>${detail}</span>`}</a
            >`;
          })}
        </div>`,
    );
  }
}

let palette: Palette | null = null;

/** Opens the palette over what the search page lists. */
export function openPalette(page: string): void {
  palette ??= new Palette(page);
  palette.open();
}
