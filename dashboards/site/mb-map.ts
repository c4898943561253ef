import { classOf } from '../map/map-classes.ts';
import type { MapChoice, MapOptions } from '../map/map-hash.ts';
import { mapChoice, mapHash } from '../map/map-hash.ts';
import { mapTexts as t } from '#texts/map.ts';
import type { MapTable, TableArea } from './map-values.ts';
import { byValue, readMapTable, valueAt } from './map-values.ts';

/**
 * A map that tells an area's name and value where a reader points, and by keyboard in a list in the order of values; and that
 * shows other periods by giving the areas that are there other classes. It reads the page's own table. The choice is in the address.
 */
class MbMap extends HTMLElement {
  #table!: MapTable;
  #options!: MapOptions;
  #breaks: readonly number[] = [];
  #choice: MapChoice = { period: null, area: null };

  connectedCallback(): void {
    this.#table = readMapTable(this.querySelector('table')!);
    this.#options = { usual: this.dataset.usual!, periods: this.#table.periods, areas: this.#table.areas.map(({ id }) => id) };
    this.#breaks = JSON.parse(this.dataset.breaks!) as number[];
    this.querySelector('form')!.addEventListener('change', this.#onChange);
    const map = this.querySelector('.areas')!;
    map.addEventListener('pointerover', this.#onPoint);
    map.addEventListener('pointerleave', this.#onLeave);
    map.addEventListener('click', this.#onClick);
    window.addEventListener('hashchange', this.#onAddress);
    window.addEventListener('popstate', this.#onAddress);
    this.#onAddress();
  }

  disconnectedCallback(): void {
    window.removeEventListener('hashchange', this.#onAddress);
    window.removeEventListener('popstate', this.#onAddress);
  }

  get #period(): string {
    return this.#choice.period ?? this.#options.usual;
  }

  readonly #onAddress = (): void => {
    const { period, area, unknown } = mapChoice(this.#options, location.hash);
    this.#show({ period, area });
    if (unknown) this.#say(t.unknownChoice);
  };

  readonly #onChange = (): void => this.#choose({ period: this.#select('period').value, area: this.#select('omrade').value || null });

  readonly #onClick = (event: Event): void => {
    const area = areaOf(event);
    if (area !== null) this.#choose({ ...this.#choice, area });
  };

  readonly #onPoint = (event: Event): void => {
    const area = areaOf(event);
    if (area !== null) this.#outline(area);
  };

  readonly #onLeave = (): void => this.#outline(this.#choice.area);

  #choose(choice: MapChoice): void {
    const hash = mapHash(this.#options, choice);
    history.pushState(null, '', hash === '' ? location.pathname + location.search : `#${hash}`);
    this.#show(choice);
  }

  #show(choice: MapChoice): void {
    this.#choice = choice;
    this.#colour();
    this.#list();
    this.#outline(choice.area);
  }

  /** Gives each area the class of its value, and the key the number of areas in each. */
  #colour(): void {
    const areas = new Map(this.#table.areas.map(area => [area.id, area]));
    const counts = new Map<string, number>();
    for (const path of this.querySelectorAll<SVGPathElement>('.areas path')) {
      const area = areas.get(path.dataset.area!);
      const style = classOf(area ? valueAt(area, this.#period) : null, this.#breaks);
      const isOwn = path.classList.contains('mine');
      path.setAttribute('class', isOwn ? `${style} mine` : style);
      counts.set(style, (counts.get(style) ?? 0) + 1);
    }
    for (const place of this.querySelectorAll<HTMLElement>('[data-count]'))
      place.textContent = t.count(counts.get(place.dataset.count!) ?? 0);
    const select = this.#select('period');
    select.value = this.#period;
    const name = select.selectedOptions[0]!.text;
    this.querySelector('[data-part="period"]')!.textContent = name.charAt(0).toUpperCase() + name.slice(1);
    this.#labelOwn(areas);
  }

  /** The own area's name on the map carries its value. */
  #labelOwn(areas: ReadonlyMap<string, TableArea>): void {
    const own = areas.get(this.querySelector<SVGPathElement>('.areas .mine')?.dataset.area ?? '');
    const label = this.querySelector('.over text');
    if (own && label) label.textContent = t.own(own.name, valueAt(own, this.#period) === null ? null : own.texts.get(this.#period)!);
  }

  /** Areas to choose among, in the order of their values, so that arrow keys walk from the highest to the lowest. */
  #list(): void {
    const select = this.#select('omrade');
    const options = byValue(this.#table.areas, this.#period).map(
      area => new Option(`${area.name}: ${area.texts.get(this.#period)}`, area.id),
    );
    select.replaceChildren(new Option(t.noArea, ''), ...options);
    select.value = this.#choice.area ?? '';
  }

  #outline(id: string | null): void {
    for (const path of this.querySelectorAll('.areas .shown')) path.classList.remove('shown');
    const path = id === null ? null : this.querySelector(`.areas [data-area="${CSS.escape(id)}"]`);
    // Last, so that its outline lies over its neighbours'. One that is moved under the pointer loses the click that it is in.
    if (path && path !== path.parentElement!.lastElementChild) path.parentElement!.append(path);
    path?.classList.add('shown');
    this.#say(id === null ? '' : this.#words(id));
  }

  /** `Danderyd: 93,1 %, plats 1 av 290 från det högsta`. */
  #words(id: string): string {
    const area = this.#table.areas.find(candidate => candidate.id === id)!;
    const value = valueAt(area, this.#period);
    const text = area.texts.get(this.#period)!;
    const unit = this.dataset.unit ?? '';
    if (value === null) return t.chosen(area.name, text, '');
    const all = this.#table.areas.flatMap(other => valueAt(other, this.#period) ?? []);
    return t.chosen(
      area.name,
      unit === '' ? text : `${text}\u00a0${unit}`,
      t.placeFromTop(1 + all.filter(other => other > value).length, all.length),
    );
  }

  #say(words: string): void {
    this.querySelector('[data-part="said"]')!.textContent = words;
  }

  #select(name: string): HTMLSelectElement {
    return this.querySelector<HTMLSelectElement>(`select[name="${name}"]`)!;
  }
}

const areaOf = (event: Event): string | null => (event.target as Element).closest<SVGPathElement>('path[data-area]')?.dataset.area ?? null;

customElements.define('mb-map', MbMap);
