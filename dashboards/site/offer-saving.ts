import { offlineTexts } from '#texts/offline.ts';

/** A button last on the page that saves it for reading without a network. What weighs, saves and tells is loaded at the first press. */
export function offerSaving(registration: ServiceWorkerRegistration): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = offlineTexts.save;
  const line = document.createElement('p');
  line.className = 'keep scripted';
  line.append(button);
  document.querySelector('.foot .wrap')!.append(line);
  const start = (): void => {
    import('./save-pages.ts').then(({ startSaving }) => {
      button.removeEventListener('click', start);
      startSaving(line, button, registration);
    }, reportError);
  };
  button.addEventListener('click', start);
}
