import { readFileSync } from 'node:fs';
import Papa from 'papaparse';

/** The rows of a CSV file with a header, all values as text. */
export function readRows(path: string): Record<string, string>[] {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}
