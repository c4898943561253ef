/** Plain in YAML 1.2's core schema, also inside braces, and read as text. */
const PLAIN = /^[\p{L}_][\p{L}\p{N}_./* -]*$/u;
const OTHER = /^(true|false|null|yes|no|on|off|nan|inf)$/i;

/** A scalar in YAML: numbers and plain texts as they are, the rest in double quotes. */
export function yamlText(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  const plain = PLAIN.test(value) && !OTHER.test(value) && !/\s$|\s\s|\s-/.test(value);
  return plain
    ? value
    : JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A map on one line. */
export const yamlMap = (entries: readonly (readonly [key: string, value: string])[]): string =>
  `{ ${entries.map(([key, value]) => `${yamlText(key)}: ${value}`).join(', ')} }`;

export const yamlList = (texts: readonly string[]): string => `[${texts.map(yamlText).join(', ')}]`;

/** What stands after `#`: no line ends, no control characters, not endless. */
export const commentText = (text: string): string => {
  // eslint-disable-next-line no-control-regex -- control characters are what it takes out
  const clean = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]+/g, ' ').trim();
  return clean.length > 300 ? `${clean.slice(0, 299)}…` : clean;
};
