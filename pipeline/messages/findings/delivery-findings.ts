import type { Reject } from '../../words/delivery.ts';
import { day, rows, sameForAll, unreadable } from './finding-text.ts';
import type { FindingText } from './finding-text.ts';

/** What is wrong with a rejected row, by the rule it breaks. */
export const ruleTexts: Readonly<Record<Reject['rule'], string>> = {
  type: 'värdet har inte rätt form',
  required: 'värdet saknas',
  key: 'nyckeln finns flera gånger',
  min: 'värdet är för litet',
  max: 'värdet är för stort',
  allowed: 'värdet är inte ett av de tillåtna',
  pattern: 'värdet följer inte mönstret',
  period: 'raden gäller en annan period än leveransen',
};

/** What a fetch that failed met, by the first word of its detail (`refused: HTTP 403`). */
const fetchFaults: Readonly<Record<string, string>> = {
  'no-secret': 'hemligheten saknas eller kan läsas av andra',
  unreachable: 'inget fullständigt svar kom',
  refused: 'svaret var nej',
  'too-large': 'svaret är större än tillåtet',
  'too-slow': 'svaret tog för lång tid',
  'too-many-redirects': 'svaret hänvisade vidare för många gånger',
  'wrong-answer': 'svaret är inte vad som efterfrågades',
};

function fetchFault(detail: string): string {
  const [, fault = '', rest = ''] = /^([a-z-]+): (.*)$/s.exec(detail) ?? [];
  return `${fetchFaults[fault] ?? fault} (${rest})`;
}

const askedFor = (kind: string): string =>
  ({ kpi: 'nyckeltalen', municipality: 'kommunerna', group: 'grupperna', ou: 'enheterna' })[kind] ?? kind;

/** What is found about deliveries and the records in them. */
export const deliveryFindings = {
  'name-pattern': {
    text: d => `${d.source}: filnamnet ${d.file} följer inte mönstret${d.detail === '' ? '' : ` (${d.detail})`}, så filen läses inte`,
    public: d => `${d.source}: en fil har ett namn som inte känns igen och läses inte`,
  },
  'period-in-name': {
    text: d =>
      `${d.source}: perioden ${d.detail} i filnamnet ${d.file} är varken en månad eller en längre period vars månader raderna anger, så filen läses inte`,
    public: d => `${d.source}: en fil har ett namn som inte känns igen och läses inte`,
  },
  unreadable: {
    text: d =>
      `${d.source}: ${d.file} ${d.detail === 'changing' ? 'ändrades medan den lästes och läses vid nästa körning' : `går inte att läsa (${d.detail})`}`,
    public: unreadable,
  },
  'no-delivery': {
    text: d =>
      d.location === ''
        ? `${d.source}: inget hade hämtats den ${day(d.day)}`
        : `${d.source}: ingen leverans hade kommit till ${d.location} den ${day(d.day)}`,
    public: d => `${d.source}: ingen leverans hade kommit den ${day(d.day)}`,
  },
  'fetch-failed': {
    text: d => `${d.source}: hämtningen (${d.file}) gav inget nytt: ${fetchFault(String(d.detail))}; det som hämtats tidigare gäller`,
    public: d => `${d.source}: nya uppgifter kunde inte hämtas; de som hämtats tidigare gäller`,
  },
  'ids-without-data': {
    text: d => `${d.source}: ${d.file} har inga uppgifter för ${askedFor(String(d.kind))} ${d.ids}, som efterfrågades`,
    public: d => `${d.source}: en del av det som efterfrågades gav inga uppgifter`,
  },
  'late-source': sameForAll(
    d => `${d.source}: nästa leverans skulle ha kommit senast ${day(d.due)}; uppgifterna sträcker sig till ${day(d.last)}`,
  ),
  'rejected-rows': {
    text: d =>
      `${d.source}: ${rows(d.rows)} ${d.rows === 1 ? 'är avvisad' : 'är avvisade'} i ${d.file}: ${ruleTexts[d.rule as Reject['rule']]}${d.column === '' ? '' : ` (${d.column})`}`,
    public: d => `${d.source}: ${rows(d.rows)} ${d.rows === 1 ? 'är avvisad' : 'är avvisade'}: ${ruleTexts[d.rule as Reject['rule']]}`,
  },
} satisfies Record<string, FindingText>;
