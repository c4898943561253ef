import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntryGroup } from '../../../dashboards/search/entry.ts';
import { findEntries, indexEntries } from '../../../dashboards/search/find-entries.ts';

const entry = (name: string, detail = '', terms = '') => ({ name, detail, terms, href: `${name}/index.html` });
const groups: EntryGroup[] = [
  {
    id: 'nyckeltal',
    kind: 'Nyckeltal',
    entries: [
      entry('Sjukfrånvaro', 'Hur stor del av arbetstiden är medarbetarna sjuka?', 'sick-leave N00090'),
      entry('Franvard', '', 'franvard'),
      entry('Frånvård', '', 'franvard-2'),
      entry('Handläggningstid för bygglov', 'Hur lång tid tar ett beslut?', 'lead-time'),
      entry('Skillnad, procent\u00adenheter'),
    ],
  },
  { id: 'namnder', kind: 'Nämnder', entries: [entry('Vård- och omsorgsnämnden', 'Nämnd', 'SOC'), entry('Byggnadsnämnden', 'Nämnd', 'BN')] },
];
const index = indexEntries(groups);
const names = (query: string, limit = 10): string[] =>
  findEntries(index, query, limit).groups.flatMap(({ entries }) => entries.map(e => e.name));

test.each([
  ['sjukfrånvaro', ['Sjukfrånvaro']],
  ['sjukfranvaro', ['Sjukfrånvaro']],
  ['SJUKFRÅ', ['Sjukfrånvaro']],
  ['frånvaro', ['Sjukfrånvaro']],
  ['N00090', ['Sjukfrånvaro']],
  ['sick-leave', ['Sjukfrånvaro']],
  ['medarbetarna sjuka', ['Sjukfrånvaro']],
  ['procentenheter', ['Skillnad, procent\u00adenheter']],
  ['bygg', ['Byggnadsnämnden', 'Handläggningstid för bygglov']],
  ['bygglov tid', ['Handläggningstid för bygglov']],
  ['sjukfråvaro', ['Sjukfrånvaro']],
  ['byggnadsnamden', ['Byggnadsnämnden']],
  ['', []],
  ['  –  ', []],
  ['zebra', []],
])('%s finds %j', (query, expected) => {
  expect(names(query).sort()).toEqual([...expected].sort());
});

test('what is written as asked comes before what is so only without å, ä and ö, which are letters of their own', () => {
  expect(names('franvard')).toEqual(['Franvard', 'Frånvård']);
  expect(names('vård')).toEqual(['Vård- och omsorgsnämnden', 'Frånvård']);
  expect(names('frånvård')[0]).toBe('Frånvård');
});

test('groups come by their best, and how many there are is told where not all are shown', () => {
  const found = findEntries(index, 'nämnd', 1);
  expect(found).toMatchObject({ shown: 1, all: 2 });
  expect(found.groups.map(({ kind, entries }) => [kind, entries.length])).toEqual([['Nämnder', 1]]);
});

test('every entry is found by its own name, by every beginning of its words, and without its diacritics', () => {
  const all = groups.flatMap(({ entries }) => entries);
  const word = fc
    .constantFrom(...all)
    .chain(found => fc.constantFrom(...found.name.replaceAll('\u00ad', '').split(/[ ,-]+/)).map(written => ({ found, written })));
  fc.assert(
    fc.property(word, fc.nat(20), ({ found, written }, cut) => {
      const begun = written.slice(0, 1 + (cut % written.length));
      expect(names(begun)).toContain(found.name);
      expect(names(begun.normalize('NFD').replace(/\p{M}/gu, ''))).toContain(found.name);
      expect(names(found.name)).toContain(found.name);
    }),
  );
});

test('no query breaks the search', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), query => void names(query)));
});
