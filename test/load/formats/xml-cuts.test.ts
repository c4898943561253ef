import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BrokenExtract } from '../../../pipeline/load/formats/broken-extract.ts';
import { NESTED } from '../../../pipeline/load/formats/record-sink.ts';
import type { Cell } from '../../../pipeline/load/formats/record-sink.ts';
import { collectRecords } from '../../../pipeline/load/formats/xml/collect-records.ts';
import { xmlParser } from '../../../pipeline/load/formats/xml/parse-xml.ts';
import { column } from '../declare.ts';
import { casesTried } from '../../cases-tried.ts';

type Records = [line: number, ...cells: Cell[]][];

/** What is read of a text that comes in pieces; a fault is its code. */
function read(pieces: readonly string[], records: string, headers: readonly string[]): Records | string {
  const told: Records = [];
  const sink = {
    record: (line: number, cells: readonly Cell[]) => told.push([line, ...cells]),
    misfit: fail,
    ignored: fail,
    header: fail,
    trailer: fail,
    notice: () => undefined,
  };
  const columns = headers.map(header => column(header));
  try {
    const collector = collectRecords(records, columns, sink);
    const parser = xmlParser('utf-8', collector);
    for (const piece of pieces) parser.write(piece);
    parser.end();
    collector.end();
    return told;
  } catch (error) {
    if (error instanceof BrokenExtract) return error.faults[0]!.code;
    throw error;
  }
}

function fail(): never {
  throw new Error('XML has no such records');
}

interface Event {
  kind: string;
  id: string;
}
interface Case {
  number: string;
  status: string | null;
  /** How many times the status stands in the case. */
  times: number;
  events: Event[];
}

/** Text with what XML must escape, letters beyond a byte and beyond a code unit, and no white space at its ends. */
const text = fc
  .array(fc.constantFrom('a', 'å', '€', '😀', '<', '&', '>', '"', "'", ']]>', ' ', '\n', '\u00a0'), { minLength: 1, maxLength: 6 })
  .map(parts => `x${parts.join('')}x`);
const cases: fc.Arbitrary<Case[]> = fc.array(
  fc.record({
    number: text.map(value => value.replace(/\n/g, '')),
    status: fc.option(text),
    times: fc.integer({ min: 1, max: 2 }),
    events: fc.array(fc.record({ kind: text, id: fc.string({ unit: fc.constantFrom('1', '2'), minLength: 1 }) }), { maxLength: 3 }),
  }),
  { maxLength: 4 },
);

/** How a document is written: none of it means anything. */
const layout = fc.record({
  space: fc.constantFrom('', '\n', '\r\n  ', '\n\t'),
  prefix: fc.constantFrom('', 'b:'),
  cdata: fc.boolean(),
  statusLast: fc.boolean(),
  noise: fc.constantFrom('', '<!-- < & -->', '<other><kind>no</kind></other>', '<?go now?>'),
});
type Layout = typeof layout extends fc.Arbitrary<infer T> ? T : never;

function written(all: readonly Case[], { space, prefix, cdata, statusLast, noise }: Layout): string {
  const escaped = (value: string) => value.replace(/[&<>"]/g, sign => `&#x${sign.charCodeAt(0).toString(16)};`);
  const content = (value: string) => (cdata ? `<![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]>` : escaped(value));
  const element = (name: string, inside: string, attributes = '') =>
    `<${prefix}${name}${attributes}>${space}${inside}${space}</${prefix}${name}>`;
  const one = ({ number, status, times, events }: Case) => {
    const state = status === null ? `<${prefix}status/>` : element('status', content(status)).repeat(times);
    const list = element(
      'events',
      events.map(({ kind, id }) => element('event', noise + element('kind', content(kind)), ` id="${id}"`)).join(space),
    );
    return element('case', noise + (statusLast ? list + state : state + list), ` ${space}number="${escaped(number)}"`);
  };
  return element('answer', element('cases', all.map(one).join(space)));
}

const statusOf = ({ status, times }: Pick<Case, 'status' | 'times'>): Cell => (status !== null && times > 1 ? NESTED : status);
const expectedCases = (all: readonly Case[]): Cell[][] => all.map((each): Cell[] => [each.number, statusOf(each)]);
const expectedEvents = (all: readonly Case[]): Cell[][] =>
  all.flatMap(each => each.events.map(({ kind, id }): Cell[] => [kind, id, each.number, statusOf(each)]));
const CASE: [string, string[]] = ['answer/cases/case', ['@number', 'status']];
const EVENT: [string, string[]] = ['answer/cases/case/events/event', ['kind', '@id', '../../@number', '../../status']];

const cut = (whole: string, places: readonly number[]): string[] => {
  const ends = [...new Set(places.map(place => place % (whole.length + 1)))].sort((a, b) => a - b);
  return [...ends, whole.length].map((end, i) => whole.slice(ends[i - 1] ?? 0, end));
};

it('any records, laid out in any way and read in any pieces, come back as the same cells', () => {
  fc.assert(
    fc.property(cases, layout, fc.array(fc.nat(), { maxLength: 8 }), (all, how, places) => {
      const whole = written(all, how);
      const cells = (records: Records | string) => (typeof records === 'string' ? records : records.map(([, ...rest]) => rest));
      expect(cells(read([whole], ...CASE))).toEqual(expectedCases(all));
      expect(cells(read([whole], ...EVENT))).toEqual(expectedEvents(all));
      for (const path of [CASE, EVENT]) {
        expect(read(cut(whole, places), ...path)).toEqual(read([whole], ...path));
        expect(
          read(
            [...whole].flatMap(sign => sign.split('')),
            ...path,
          ),
        ).toEqual(read([whole], ...path));
      }
    }),
    { numRuns: casesTried(300) },
  );
});

it('a document that is cut anywhere is a fault', () => {
  fc.assert(
    fc.property(cases, layout, fc.nat(), (all, how, place) => {
      const whole = written(all, how);
      const part = whole.slice(0, place % whole.length);
      expect(read([part], ...CASE)).toBe('xml');
      expect(read([part], ...EVENT)).toBe('xml');
    }),
    { numRuns: casesTried(300) },
  );
});

it('the line is that of the element’s first sign, whatever line ends and pieces', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('<a/>', '<a></a>', '<a\nx="1"/>', '<a\r\n/>', '\n', '\r\n', ' ', '<b>\n</b>')),
      fc.nat(),
      (parts, place) => {
        const whole = `<r>${parts.join('')}</r>`;
        const lines = [...whole.matchAll(/<a(?![a-z])/g)].map(({ index }) => whole.slice(0, index).split('\n').length);
        const told = read(cut(whole, [place]), 'r/a', ['.']);
        if (lines.length > 0) expect(told).toEqual(lines.map(line => [line, null]));
      },
    ),
    { numRuns: casesTried(500) },
  );
});
