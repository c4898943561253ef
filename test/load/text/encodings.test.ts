import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { BrokenExtract } from '../../../pipeline/load/formats/broken-extract.ts';
import { CODE_PAGES } from '../../../pipeline/load/text/code-pages.ts';
import { decodeText } from '../../../pipeline/load/text/decode-text.ts';
import { decoderOf } from '../../../pipeline/load/text/decoder-of.ts';
import type { DecodedEncoding } from '../../../pipeline/load/text/decoder-of.ts';
import { ENCODINGS } from '../../../pipeline/words/format.ts';
import type { Encoding } from '../../../pipeline/words/format.ts';

const folder = mkdtempSync(join(tmpdir(), 'malbild-encodings-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a file of these bytes says, or the fault. */
async function read(bytes: Uint8Array, encoding: Encoding): Promise<string | { looks: unknown; line: number | null }> {
  writeFileSync(join(folder, 'text'), bytes);
  let text = '';
  try {
    for await (const piece of decodeText(join(folder, 'text'), encoding)) text += piece;
    return text;
  } catch (error) {
    if (!(error instanceof BrokenExtract)) throw error;
    expect(error.faults).toHaveLength(1);
    expect(error.faults[0]).toMatchObject({ code: 'encoding', details: { encoding } });
    return { looks: error.faults[0]!.details.looks, line: error.faults[0]!.line };
  }
}

/** An encoder of single bytes, made of what the decoder gives for each byte: only the decoder is under test elsewhere. */
function encode(text: string, encoding: DecodedEncoding): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoderOf(encoding)(Uint8Array.of(byte), true), byte] as const));
  return Buffer.from(
    [...text].map(sign => {
      const byte = bytes.get(sign);
      if (byte === undefined) throw new Error(`${encoding} has no ${sign}`);
      return byte;
    }),
  );
}

const DECODED = ENCODINGS.filter(encoding => encoding !== 'utf-16');

describe('code pages', () => {
  // Computed with Python's codecs: sha256(bytes(range(0x80, 0x100)).decode(page).encode('utf8')).
  it.each([
    ['cp437', '6395cab87eae09bf6758684afcf3c8ed89423d4805a965c1ff438bbdd71f5816'],
    ['cp850', '4ca3112428df72e8b152b5a552dc82d56b73c1ea8a13b768be5119252027043e'],
    ['cp865', '0f57c0ee1a135ef8615abe62af8191bd28b7841f29f33665ace8c78a039c49a8'],
  ] as const)('%s has 128 signs, those that others have too', (page, sum) => {
    expect(CODE_PAGES[page]).toHaveLength(128);
    expect(createHash('sha256').update(CODE_PAGES[page]).digest('hex')).toBe(sum);
  });

  it.each<[Encoding, string]>([
    ['cp437', 'åäöÅÄÖéü¢¥½σ÷─┼'],
    ['cp850', 'åäöÅÄÖéüøØ½Õ÷─┼'],
    ['cp865', 'åäöÅÄÖéüøØ½σ÷─┼'],
  ])('%s reads its letters', async (encoding, text) => {
    const bytes = [0x86, 0x84, 0x94, 0x8f, 0x8e, 0x99, 0x82, 0x81, 0x9b, 0x9d, 0xab, 0xe5, 0xf6, 0xc4, 0xc5];
    expect(await read(Buffer.from(bytes), encoding)).toBe(text);
  });
});

/** Texts as they stand in extracts: names and places, capitals, prose, a table with few letters that are not ASCII. */
const SAMPLES = {
  names: 'enhet;namn\r\n1;Åby förskola\r\n2;Sjögårdens äldreboende\r\n3;Växjö\r\n',
  capitals: 'ENHET;FÖRVALTNING\r\n1;VÅRD OCH OMSORG\r\n2;LÄRARE I SJÖGÅRD\r\n',
  header: 'År;Kön;Värde\r\n2024;Kvinnor;12,5\r\n2025;Män;13,1\r\n',
  prose: 'id;text\r\n1;Kommunstyrelsen beslutar att för år 2026 anslå medel till hälsoskydd. Ärendet återremitteras.\r\n',
  late: `id;namn\r\n${'1;Stockholm\r\n'.repeat(20_000)}2;Göteborg\r\n3;Malmö\r\n4;Västerås\r\n`,
};

describe('declared and actual', () => {
  const same = (a: DecodedEncoding, b: DecodedEncoding) =>
    [
      ['windows-1252', 'iso-8859-1', 'iso-8859-15'],
      ['cp437', 'cp850', 'cp865'],
    ].some(family => family.includes(a) && family.includes(b)) || a === b;
  const looks = (actual: DecodedEncoding) => (actual.startsWith('cp') ? 'cp850' : actual.startsWith('iso') ? 'windows-1252' : actual);

  for (const [name, text] of Object.entries(SAMPLES))
    it.each(DECODED.flatMap(declared => DECODED.map(actual => [declared, actual] as const)))(
      `${name}: %s, where the file is in %s`,
      async (declared, actual) => {
        const told = await read(encode(text, actual), declared);
        if (same(declared, actual)) expect(told).toBe(text);
        else expect(told).toMatchObject({ looks: looks(actual) });
      },
    );

  it('one letter is enough, where no word has it', async () => {
    expect(await read(encode('id;namn\n1;Håkansson\n', 'windows-1252'), 'cp850')).toMatchObject({ looks: 'windows-1252' });
    expect(await read(encode('id;namn\n1;Västra\n', 'cp850'), 'windows-1252')).toMatchObject({ looks: 'cp850' });
  });

  it.each<DecodedEncoding>(['windows-1252', 'iso-8859-1', 'iso-8859-15', 'cp437', 'cp850', 'cp865'])(
    'a file of an old Macintosh is not read as %s',
    async declared => {
      const bytes = Buffer.from('id;namn\r1;V\x8axj\x9a\r2;Sj\x9ag\x8crden\r', 'latin1');
      expect(await read(bytes, declared)).toMatchObject({ looks: 'macintosh' });
    },
  );

  it('says the first line that shows it', async () => {
    expect(await read(encode(SAMPLES.late, 'cp850'), 'windows-1252')).toEqual({ looks: 'cp850', line: 20_002 });
    expect(await read(encode(SAMPLES.names, 'windows-1252'), 'cp850')).toEqual({ looks: 'windows-1252', line: 2 });
  });
});

describe('a file that is in its encoding', () => {
  it.each<[string, DecodedEncoding, string]>([
    ['quotes and a space forgotten', 'windows-1252', 'Han sa ”hej”och gick.\n'],
    ['a sign of the dead, a trademark, a low quote', 'windows-1252', 'Anders† Svensson; Lego™; „zitat“; 10‚5\n'],
    ['names of Czechs and Estonians', 'windows-1252', 'Žižek;Božena;Dušan;Õnne;Jõgi\n'],
    ['names of Czechs among Swedes', 'windows-1252', `${'Dušan Sjögård;Žarko Åkesson\n'.repeat(50)}`],
    ['dots that stand for a pause', 'windows-1252', 'Vi väntar…och väntar…och väntar; så…kom…den\n'],
    ['names of Croats', 'windows-1252', 'Dušan;Miša;Košice;ŠKODA;MIŠA\n'],
    ['a French name among Swedes', 'cp850', 'Hélène;Lefèvre;Sjögård;Müller\n'],
    ['many quotes without spaces, among Swedish', 'windows-1252', 'Sjögård”a”b”c d”e och gårdshöns; x”y\n'],
    ['a table in lines', 'cp437', '┌──────┬──────┐\n│Namn  │Värde │\n├──Åby─┼──12──┤\n└──────┴──────┘\n'],
    ['a line for a hyphen', 'cp437', 'Malung─Sälen\n'],
    ['a line for a hyphen, once, without other letters', 'cp850', 'Stockholm─Uppsala\n'],
    ['an Estonian', 'cp850', 'Jõgi;Põld\n'],
    ['Greek among formulas', 'cp437', 'Σ = α + π; 5÷2; ± ½\n'],
    ['Danish', 'cp865', 'Rødgrød med fløde på Ærø\n'],
    ['French', 'iso-8859-15', 'À l’œuvre'.replace('’', "'") + ' garçon, Noël\n'],
    ['Chinese in UTF-16', 'utf-16le', '名前\n東京都\n'],
    ['one line end of UTF-16', 'utf-16be', '東京都\n'],
  ])('is not stopped by %s', async (_, encoding, text) => {
    expect(await read(encode(text, encoding), encoding)).toBe(text);
  });
});

describe('for every text', () => {
  // What is no control character, no half of a surrogate pair, and no mark at the beginning.
  // eslint-disable-next-line no-control-regex -- control characters are what it leaves out
  const isText = (sign: string) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff]|\p{Cs}/u.test(sign);
  const signsOf = (encoding: DecodedEncoding) =>
    encoding.startsWith('utf')
      ? fc.string({ unit: 'binary' }).filter(isText)
      : fc.string({
          unit: fc.constantFrom(...Array.from({ length: 256 }, (_, byte) => decoderOf(encoding)(Uint8Array.of(byte), true)).filter(isText)),
        });

  it.each(DECODED)('%s comes back, wherever its bytes are cut', encoding => {
    fc.assert(
      fc.property(signsOf(encoding), fc.array(fc.nat(64)), (text, cuts) => {
        const bytes = encode(text, encoding);
        const decode = decoderOf(encoding);
        let back = '';
        let at = 0;
        for (const cut of cuts) {
          back += decode(bytes.subarray(at, at + cut), false);
          at += cut;
        }
        expect(back + decode(bytes.subarray(at), true)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it.each(DECODED)('%s is read from a file of several chunks', async encoding => {
    const text = `${'Åby sjögård; '.repeat(11_003)}å`;
    expect(await read(encode(text, encoding), encoding)).toBe(text);
  });

  it('any bytes give text or a fault, in every encoding', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), fc.constantFrom(...ENCODINGS), async (bytes, encoding) => {
        const told = await read(bytes, encoding);
        if (typeof told === 'string') expect(isText(told.replaceAll('\ufeff', ''))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
