const LONGEST = 60;
/** What a column of `raw` may not be called: Målbild's own. */
const TAKEN = ['_row'];

/**
 * Gives headers their names in SQL: lower case, `_` between words, Swedish letters as they are (authors have them on their
 * keyboards, and `år` is not `ar`), other letters without their marks. No name is given twice.
 */
export function namer(): (header: string) => string {
  const given = new Set(TAKEN);
  return header => {
    const name = nameOf(header);
    let unique = name;
    for (let n = 2; given.has(unique) || (given.has(unique.replace(/_mark$/, '')) && unique.endsWith('_mark')); n++)
      unique = `${name}_${n}`;
    given.add(unique);
    return unique;
  };
}

function nameOf(header: string): string {
  const place = /^#(\d+)$/.exec(header)?.[1];
  const words = plain(header.replace(/(?<=[a-zåäö0-9])(?=[A-ZÅÄÖ][a-zåäö])/g, '_').toLowerCase())
    .replace(/[^a-zåäö0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const name = place !== undefined ? `column_${place}` : /^[a-zåäö]/.test(words) ? words : `c_${words}`;
  return name.slice(0, LONGEST).replace(/_+$/, '');
}

/** Without the marks of letters but å, ä and ö. */
const plain = (text: string): string =>
  [...text.normalize('NFC')]
    .map(letter => ('åäö'.includes(letter) ? letter : letter.normalize('NFD').replace(/\p{M}/gu, '')))
    .join('')
    .replaceAll('ø', 'ö')
    .replaceAll('æ', 'ä')
    .replaceAll('ß', 'ss');
