import fs from 'node:fs';
import { FetchError } from './connector.ts';

export interface Secrets {
  /** The value of an environment variable, or of the file that `<name>_FILE` names. Throws FetchError. */
  secret(name: string): string;
  /** True for a text that holds a secret that was given out. */
  isIn(text: string): boolean;
  /** A text without any secret that was given out. */
  hide(text: string): string;
}

/** The secrets of one fetch, and what must never be told because of them. */
export function keepSecrets(environment: Readonly<Record<string, string | undefined>>): Secrets {
  const given = new Set<string>();
  return {
    secret(name) {
      const value = environment[name] || fromFile(environment[`${name}_FILE`], name);
      // eslint-disable-next-line no-control-regex -- control characters are what is looked for
      if (/[\u0000-\u001f\u007f]/.test(value)) throw new FetchError('no-secret', `${name} has control characters`);
      given.add(value);
      return value;
    },
    isIn: text => [...given].some(value => text.includes(value)),
    hide: text => [...given].reduce((told, value) => told.replaceAll(value, '***'), text),
  };
}

function fromFile(file: string | undefined, name: string): string {
  if (!file) throw new FetchError('no-secret', `${name} is not set, nor ${name}_FILE`);
  try {
    const handle = fs.openSync(file, 'r');
    try {
      const { mode } = fs.fstatSync(handle);
      if ((mode & 0o077) !== 0)
        throw new FetchError('no-secret', `${name}_FILE has mode ${(mode & 0o777).toString(8)}, others can read it; 600 or 400 is allowed`);
      const value = fs.readFileSync(handle, 'utf8').replace(/\r?\n$/, '');
      if (value === '') throw new FetchError('no-secret', `${name}_FILE is empty`);
      return value;
    } finally {
      fs.closeSync(handle);
    }
  } catch (error) {
    if (error instanceof FetchError) throw error;
    throw new FetchError('no-secret', `${name}_FILE cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`, {
      cause: error,
    });
  }
}
