import { unreadable } from './finding-text.ts';
import type { Details, FindingText } from './finding-text.ts';

const KINDS: Readonly<Record<string, string>> = {
  transactions: 'transaktioner',
  'period-balances': 'periodsaldon',
  'period-budget': 'periodbudget',
  'year-balances': 'årssaldon',
  'object-balances': 'objektsaldon',
};
const counted = (count: Details[string] | undefined, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;
const vouchers = (d: Details): string => counted(d.vouchers, 'verifikation', 'verifikationer');
const months = (d: Details): string => counted(d.months, 'kontomånad', 'kontomånader');
const accounts = (d: Details): string => counted(d.accounts, 'konto', 'konton');
const added = (d: Details): string => counted(d.posts, 'tillagd rad (#RTRANS)', 'tillagda rader (#RTRANS)');

/** Why a SIE file cannot be read, or what is odd in it. */
export const sieFindings = {
  sie: {
    text: d => `${d.source}: ${d.file} är inte en SIE-fil av typ 1 till 4`,
    public: unreadable,
  },
  'sie-unclosed': {
    text: d => `${d.source}: ${d.file} har en verifikation som aldrig slutar; filen kan vara avkapad`,
    public: unreadable,
  },
  'sie-checksum': {
    text: d =>
      `${d.source}: kontrollsumman (#KSUMMA) i ${d.file} ${d.missing === 1 ? 'saknas i slutet; filen kan vara avkapad' : 'stämmer inte; filen har ändrats på vägen'}`,
    public: unreadable,
  },
  'sie-format': {
    text: d => `${d.source}: ${d.file} säger sig vara skriven i ${d.says} (#FORMAT), men läses som ${d.encoding}; deklarera encoding`,
    public: unreadable,
  },
  'sie-kind': {
    text: d => `${d.source}: ${d.file} är en SIE-fil av typ ${d.type}, som inte har ${KINDS[d.records!]}`,
    public: unreadable,
  },
  'sie-people': {
    text: d =>
      `${d.source}: kolumnen ${d.column} ligger under dimension ${d.dimension} i ${d.file}, där personer anges; deklarera personal`,
    public: unreadable,
  },
  'sie-level': {
    text: d =>
      d.instead === 'parts'
        ? `${d.source}: poster utan objekt är inte kontots total i ${d.file}, utan det som inget objekt bär; level: ${d.level} läser då för lite, deklarera level: parts`
        : `${d.source}: poster utan objekt är kontots total i ${d.file}, och objektens belopp ingår i den; level: ${d.level} räknar dem två gånger, deklarera level: total eller en dimension`,
    public: unreadable,
  },
  'sie-none-at-level': {
    text: d => `${d.source}: ${d.file} har poster, men ingen på den nivå som är deklarerad (${d.level})`,
    public: unreadable,
  },
  'sie-heading': {
    text: d => `${d.source}: ${d.file} saknar poster som alla SIE-filer av sin typ har: ${d.posts}`,
    public: d => `${d.source}: en leverans saknar uppgifter som formatet kräver`,
  },
  'sie-unbalanced': {
    text: d => `${d.source}: ${vouchers(d)} i ${d.file} är inte i balans (rad ${d.lines})`,
    public: d => `${d.source}: ${vouchers(d)} är inte i balans`,
  },
  'sie-added': {
    text: d => `${d.source}: ${added(d)} i ${d.file} följs inte av samma rad som #TRANS, och räknas inte (rad ${d.lines})`,
    public: d => `${d.source}: ${counted(d.posts, 'tillagd rad', 'tillagda rader')} i verifikationer räknas inte`,
  },
  'sie-total-differs': {
    text: d => `${d.source}: för ${months(d)} i ${d.file} är totalen inte summan av objekten (rad ${d.lines})`,
    public: d => `${d.source}: för ${months(d)} är totalen inte summan av delarna`,
  },
  'sie-without-object': {
    text: d => `${d.source}: ${months(d)} i ${d.file} har belopp men inget objekt i dimension ${d.dimension}, och är inte med`,
    public: d => `${d.source}: ${months(d)} har belopp som inte är fördelade, och är inte med`,
  },
  'sie-no-total': {
    text: d => `${d.source}: ${months(d)} i ${d.file} har objekt men ingen total (rad ${d.lines})`,
    public: d => `${d.source}: ${months(d)} saknar total`,
  },
  'sie-control': {
    text: d =>
      `${d.source}: för ${accounts(d)} i ${d.file} är summan en annan än filens egna saldon (#RES, eller #UB minus #IB; rad ${d.lines})`,
    public: d => `${d.source}: för ${accounts(d)} är summan en annan än leveransens egna saldon`,
  },
} satisfies Record<string, FindingText>;
