import type { SavedFile } from '../offline/files-to-save.ts';
import { saveTexts as t } from '#texts/save.ts';
import { isPage, save, weigh } from './saved-files.ts';

/** The first press says how much there is to save, and is over when this is called; the second saves it, and says when that is done. */
export function startSaving(line: HTMLElement, button: HTMLButtonElement, registration: ServiceWorkerRegistration): void {
  const said = document.createElement('span');
  said.setAttribute('role', 'status');
  line.append(' ', said);
  let weighed: readonly SavedFile[] | null = null;
  let isBusy = false;
  const press = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    await (weighed === null ? weighIt() : saveIt(weighed));
    isBusy = false;
  };
  button.addEventListener('click', () => void press());
  void press();

  async function weighIt(): Promise<void> {
    say(t.weighing, t.save);
    weighed = await weigh(registration);
    if (weighed === null) return say(t.unknown, t.again);
    const size = sizeOf(weighed);
    say(t.offer(countPages(weighed) - 1, size), t.confirm(size));
  }

  async function saveIt(files: readonly SavedFile[]): Promise<void> {
    const progress = document.createElement('progress');
    progress.max = files.length;
    progress.setAttribute('aria-label', t.progress);
    say(t.saving, t.confirm(sizeOf(files)));
    line.append(progress);
    const missed = await save(files, registration, done => (progress.value = done));
    progress.remove();
    if (missed > 0) return say(t.missed(missed, files.length), t.again);
    weighed = null;
    say(t.saved(countPages(files), sizeOf(files)), t.save);
  }

  function say(what: string, next: string): void {
    said.textContent = what;
    button.textContent = next;
  }
}

const countPages = (files: readonly SavedFile[]): number => files.filter(({ path }) => isPage(path)).length;
const sizeOf = (files: readonly SavedFile[]): string => t.size(files.reduce((sum, { bytes }) => sum + bytes, 0));
