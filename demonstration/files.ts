import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

let sources = path.join(import.meta.dirname, '..', 'sources');

export type Cell = string | number | undefined;

// Elsewhere than among the demonstration's own sources.
export function writeInto(folder: string): void {
  sources = folder;
}

export function emptyFolder(source: string): void {
  const folder = path.join(sources, source, 'in');
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name));
}

// The way business systems in Sweden write: semicolons, decimal comma, Windows-1252.
export function writeSwedishCsv(source: string, name: string, header: string[], rows: Cell[][]): void {
  const text = [header, ...rows].map(row => row.map(swedish).join(';') + '\r\n').join('');
  write(source, name, Buffer.from(text, 'latin1')); // å, ä and ö are the same bytes in both
}

export function writeCsv(source: string, name: string, header: string[], rows: Cell[][]): void {
  write(source, name, [header, ...rows].map(row => row.map(quoted).join(',') + '\n').join(''));
}

// One record a line, so that a difference between two deliveries can be read.
export function writeRecords(source: string, name: string, key: string, records: object[]): void {
  write(source, name, `{"${key}":[\n${records.map(record => JSON.stringify(record)).join(',\n')}\n]}\n`);
}

export function write(source: string, name: string, content: string | Buffer): void {
  writeFileSync(path.join(sources, source, 'in', name), content);
}

// What SIE calls PC8, code page 437, as far as these files need it.
export function pc8(text: string): Buffer {
  return Buffer.from(Array.from(text, letter => pc8Letters[letter] ?? letter.charCodeAt(0)));
}

const pc8Letters: Record<string, number> = { å: 0x86, ä: 0x84, ö: 0x94, Å: 0x8f, Ä: 0x8e, Ö: 0x99 };

function swedish(cell: Cell): string {
  return typeof cell === 'number' ? String(cell).replace('.', ',') : (cell ?? '');
}

function quoted(cell: Cell): string {
  const text = String(cell ?? '');
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
