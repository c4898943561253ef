/** One field of a post: text, or the texts inside the braces of an object list. */
export type SieField = string | readonly string[];

/**
 * A line's fields, the tag first. They are separated by spaces or tabs; a quoted one may hold them, and `\"` is a quotation
 * mark. Null where quotation marks or braces do not pair off, or nothing separates two fields. (SIE filformat 4B, 5.7.)
 */
export function splitFields(line: string): SieField[] | null {
  const fields: SieField[] = [];
  let list: string[] | null = null;
  let at = 0;
  let apart = true;
  while (at < line.length) {
    const sign = line[at]!;
    if (sign === ' ' || sign === '\t') {
      apart = true;
      at++;
    } else if (sign === '}') {
      if (list === null) return null;
      fields.push(list);
      list = null;
      apart = false;
      at++;
    } else if (!apart) return null;
    else if (sign === '{') {
      if (list !== null) return null;
      list = [];
      at++;
    } else {
      const end = sign === '"' ? endOfQuoted(line, at + 1) : endOfPlain(line, at, list !== null);
      if (end === -1) return null;
      const text = (sign === '"' ? line.slice(at + 1, end) : line.slice(at, end)).replaceAll('\\"', '"');
      (list ?? fields).push(text);
      at = sign === '"' ? end + 1 : end;
      apart = false;
    }
  }
  return list === null ? fields : null;
}

function endOfQuoted(line: string, from: number): number {
  let at = line.indexOf('"', from);
  while (at > from && line[at - 1] === '\\') at = line.indexOf('"', at + 1);
  return at;
}

/** An unquoted field ends at a space, in an object list also at its brace. */
function endOfPlain(line: string, from: number, inList: boolean): number {
  let at = from;
  while (at < line.length && line[at] !== ' ' && line[at] !== '\t' && !(inList && line[at] === '}')) at++;
  return at;
}
