import { downloadTexts } from '#texts/download.ts';
import { pngOf } from './draw-png.ts';
import { drawLater } from './later-charts.ts';
import { makeRest } from './long-table.ts';
import { standaloneSvg } from './standalone-svg.ts';
import { saveFile } from './save-file.ts';
import { tableCsv } from './table-csv.ts';

/**
 * Makes a file of what a figure shows. A figure is the button's nearest `[data-figure]`: its table, its chart as it is drawn on a
 * wide screen, and its words, which go into the file with what is chosen, the edition and the address.
 */
export async function download(button: HTMLButtonElement): Promise<void> {
  const figure = button.closest<HTMLElement>('[data-figure]')!;
  drawLater(figure);
  const chart = figure.querySelector<SVGSVGElement>('figure .plot.broad > svg');
  const name = fileName(figure.dataset.figure!);
  if (button.dataset.download === 'csv') {
    const table = figure.querySelector('table')!;
    makeRest(table);
    saveFile(new Blob([tableCsv(table, [titleOf(figure), ...wordsOf(figure)])], { type: 'text/csv' }), `${name}.csv`);
    return;
  }
  const svg = standaloneSvg(chart!, titleOf(figure), wordsOf(figure));
  if (button.dataset.download === 'svg') saveFile(new Blob([svg.markup], { type: 'image/svg+xml' }), `${name}.svg`);
  else saveFile(await pngOf(svg), `${name}.png`);
}

const titleOf = (figure: HTMLElement): string =>
  figure.querySelector('figure .plot.broad > svg > title')?.textContent ?? textOf(figure.querySelector('h2'));

/** What stands around a figure, what is chosen, the edition and where it is from: a line each. */
function wordsOf(figure: HTMLElement): string[] {
  const page = document.querySelector('h1');
  const labels = [...(figure.closest('mb-drill') ?? figure).querySelectorAll('form label')];
  // Another figure's controls are none of this one's.
  const own = labels.filter(label => figure.contains(label) || label.closest('[data-figure]') === null);
  const choices = own.map(label => {
    const select = label.querySelector('select');
    return select ? `${(label.firstChild?.textContent ?? '').trim()}: ${select.selectedOptions[0]?.text ?? ''}` : '';
  });
  const edition = document.querySelector<HTMLElement>('[data-edition]')?.dataset.edition ?? '';
  return [
    textOf(page),
    ...[...figure.querySelectorAll('.intro')].map(textOf),
    choices.filter(Boolean).join('. '),
    textOf(figure.querySelector('figcaption')),
    downloadTexts.edition(edition),
    downloadTexts.address(location.href),
  ].filter(Boolean);
}

/** An element's words in one line, without what the other width has. */
function textOf(element: Element | null): string {
  if (element === null) return '';
  const copy = element.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('.narrow, select')) hidden.remove();
  return copy.textContent.replace(/\s+/g, ' ').trim();
}

/** `sick-leave-enhet-von-16-november-2026`: the figure, the choice and the edition's date. */
function fileName(figure: string): string {
  const edition = document.querySelector<HTMLElement>('[data-edition]')?.dataset.edition ?? '';
  const words = [figure, decodeURIComponent(location.hash.slice(1)), edition].join('-').toLowerCase();
  const plain = words.normalize('NFD').replace(/\p{Mark}/gu, '');
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 120);
}
