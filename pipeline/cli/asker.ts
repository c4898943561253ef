import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/**
 * Asks a person questions, one at a time. Lines that come before they are asked for, as when several are pasted, answer the questions to come; when the input
 * has ended, the answer is nothing. Between questions the input is paused, so that it keeps no process alive.
 */
export function asker(input: Readable, output: Writable): (question: string) => Promise<string> {
  const lines: string[] = [];
  let ended = false;
  let wake = (): void => undefined;
  let terminal: Interface | null = null;

  function open(): Interface {
    const opened = createInterface({ input, output });
    opened.on('line', line => {
      lines.push(line);
      wake();
    });
    opened.on('close', () => {
      ended = true;
      wake();
    });
    return opened;
  }

  return async question => {
    terminal ??= open();
    if (ended) return lines.shift() ?? '';
    terminal.setPrompt(question);
    terminal.prompt();
    while (lines.length === 0 && !ended) await new Promise<void>(resolve => (wake = resolve));
    if (!ended) terminal.pause();
    return lines.shift() ?? '';
  };
}
