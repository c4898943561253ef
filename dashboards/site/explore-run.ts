import { render } from 'lit';
import type { ExploreDimension } from '../../pipeline/contract/explore.ts';
import type { Grain, Window } from '../../pipeline/contract/period.ts';
import { branchChoices } from '../explore/branches.ts';
import type { Choice } from '../explore/choose.ts';
import { choose } from '../explore/choose.ts';
import { hashOf, stateOf } from '../explore/explore-hash.ts';
import type { Chart, ExploreState } from '../explore/explore-state.ts';
import { NO_AXIS } from '../explore/explore-state.ts';
import type { ExploreTable } from '../explore/explore-table.ts';
import type { Offer } from '../explore/offer.ts';
import { offerOf } from '../explore/offer.ts';
import { resultCsv, resultTemplate } from '../explore/result-template.ts';
import type { PivotSort } from '../explore/sort-pivot.ts';
import { drillTexts } from '#texts/drill.ts';
import { exploreTexts } from '#texts/explore.ts';
import { readArrow } from './read-arrow.ts';
import { saveFile } from './save-file.ts';
import { tools } from './template-tools.ts';

const loaded = new Map<string, Promise<ExploreTable>>();

/** What is shown, once the reader has started: tables of the chosen metrics, as the address says. */
export class Explorer {
  readonly #place: HTMLElement;
  readonly #edition: string;
  #tables: readonly ExploreTable[] = [];
  #offer!: Offer;
  #state!: ExploreState;
  #problems: readonly string[] = [];
  #sort: PivotSort | null = null;
  #more = 0;
  #said = '';

  constructor(place: HTMLElement, edition: string) {
    this.#place = place;
    this.#edition = edition;
    place.replaceChildren();
    place.addEventListener('change', this.#onChange);
    place.addEventListener('click', this.#onClick);
    place.addEventListener('submit', event => event.preventDefault());
  }

  /** Shows metrics, whose files are at the addresses, by the choice in a fragment. Rejects where a file cannot be had. */
  async show(addresses: readonly string[], hash: string, problems: readonly string[]): Promise<void> {
    this.#tables = await Promise.all(addresses.map(fetchTable));
    this.#offer = offerOf(this.#tables);
    const found = stateOf(this.#offer, hash);
    this.#state = found.state;
    this.#problems = [...problems, ...found.problems];
    this.#sort = null;
    this.#more = 0;
    this.#said = '';
    this.#render();
  }

  /** The address of what is shown. */
  get hash(): string {
    return hashOf(this.#offer, this.#state);
  }

  #render(): void {
    const view = {
      offer: this.#offer,
      tables: this.#tables,
      state: this.#state,
      problems: this.#problems,
      sort: this.#sort,
      more: this.#more,
      said: this.#said,
      edition: this.#edition,
    };
    render(resultTemplate(tools, view), this.#place);
  }

  #choose(choice: Choice): void {
    this.#state = choose(this.#offer, this.#state, choice);
    this.#problems = [];
    this.#sort = null;
    this.#more = 0;
    this.#said = '';
    history.pushState(null, '', `#${this.hash}`);
    this.#render();
  }

  readonly #onChange = ({ target }: Event): void => {
    const choice = choiceOf(this.#offer, target as HTMLInputElement | HTMLSelectElement);
    if (choice !== null) this.#choose(choice);
  };

  readonly #onClick = ({ target }: Event): void => {
    const button = (target as Element).closest<HTMLButtonElement>('button');
    if (button?.dataset.sort !== undefined) this.#sortBy(Number(button.dataset.sort), button.textContent.trim());
    if (button?.dataset.act === 'more') {
      this.#more++;
      this.#render();
    }
    if (button?.dataset.act === 'download') this.#download();
  };

  /** Names from A and figures from the highest; the other way the second time. */
  #sortBy(column: number, name: string): void {
    const first = column < 0;
    const ascending = this.#sort?.column === column ? !this.#sort.ascending : first;
    this.#sort = { column, ascending };
    this.#said = drillTexts.sortedBy(name, ascending);
    this.#render();
  }

  #download(): void {
    const text = resultCsv({
      offer: this.#offer,
      tables: this.#tables,
      state: this.#state,
      sort: this.#sort,
      edition: this.#edition,
      address: location.href,
    });
    saveFile(new Blob([text], { type: 'text/csv;charset=utf-8' }), exploreTexts.csv.file);
  }
}

/** What a control that was changed says; null for one that says nothing. */
function choiceOf(offer: Offer, control: HTMLInputElement | HTMLSelectElement): Choice | null {
  const { name, value } = control;
  const dimension = (prefix: string): ExploreDimension | undefined => offer.dimensions.find(({ id }) => name === `${prefix}-${id}`);
  switch (name) {
    case 'rader':
      return { type: 'rows', axis: value };
    case 'kolumner':
      return { type: 'columns', axis: value === NO_AXIS ? null : value };
    case 'period':
      return { type: 'grain', grain: value as Grain };
    case 'avser':
      return { type: 'window', window: value as Window };
    case 'fran':
      return { type: 'from', period: value };
    case 'till':
      return { type: 'to', period: value };
    case 'diagram':
      return { type: 'chart', chart: value as Chart };
  }
  const branch = dimension('gren');
  if (branch !== undefined) return { type: 'members', dimension: branch.id, members: branchChoices(branch)[Number(value)] ?? [] };
  const chosen = dimension('urval');
  if (chosen === undefined) return null;
  if (control instanceof HTMLSelectElement) return { type: 'members', dimension: chosen.id, members: [value] };
  const boxes = control.closest('fieldset')!.querySelectorAll<HTMLInputElement>('input:checked');
  return { type: 'members', dimension: chosen.id, members: [...boxes].map(box => box.value) };
}

/** A metric's table, fetched once; the next call tries again where it could not be had. */
function fetchTable(address: string): Promise<ExploreTable> {
  const known = loaded.get(address);
  if (known) return known;
  const table = fetch(address).then(async response => {
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return readArrow(new Uint8Array(await response.arrayBuffer()));
  });
  loaded.set(address, table);
  table.catch(() => loaded.delete(address));
  return table;
}
