import { dueMessage } from './due-message.ts';

// From a file share no module comes, and what waits for one is not to keep its room.
if (location.protocol === 'file:') document.documentElement.dataset.file = '';

/** A classic script: `status.js` before it has set what is due, and the reader's clock says whether that has passed. */
const place = document.getElementById('due');
const status = (window as { malbildStatus?: unknown }).malbildStatus;
if (place) {
  const names = JSON.parse(place.dataset.sources ?? '{}') as Record<string, string>;
  for (const line of dueMessage(status, names, new Date())) {
    const paragraph = document.createElement('p');
    paragraph.className = 'wrap';
    paragraph.textContent = line;
    place.append(paragraph);
  }
}
