import { offlineTexts } from './offline.ts';

const NB = '\u00a0';

/** Saving pages for reading without a network. */
export const saveTexts = {
  save: offlineTexts.save,
  size: (bytes: number) => `${(bytes / 1e6).toLocaleString('sv-SE', { minimumFractionDigits: 1, maximumFractionDigits: 1 })}${NB}MB`,
  weighing: 'Räknar ihop storleken …',
  /** `others`: pages beside the open one. */
  offer: (others: number, size: string) =>
    `${others === 0 ? 'Den här sidan' : `Den här sidan och de ${others} som den leder till`}, med siffrorna bakom diagrammen: ${size} i webbläsaren.`,
  confirm: (size: string) => `Spara ${size}`,
  saving: 'Sparar …',
  progress: 'Hur mycket som är sparat',
  saved: (pages: number, size: string) =>
    `Klart: ${pages === 1 ? 'en sida' : `${pages} sidor`}, ${size}, går att läsa utan nät. En ny utgåva sparas nästa gång du läser här med nät.`,
  missed: (missed: number, all: number) => `Det gick inte: ${missed} av ${all} filer kom inte. Resten är sparat.`,
  unknown: 'Det gick inte att få veta vad som ska sparas. Försök igen när det finns nät.',
  again: 'Försök igen',
};
