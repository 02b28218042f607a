import type { MigrationReport } from '../../src/model/report.ts';
import { reportOf } from './report-of.ts';

const WORDS = [
  'Gestione',
  'istruttoria',
  'pratiche',
  'assistenza',
  'servizi',
  'imprese',
  'registro',
  'bilancio',
  'controllo',
  'verifica',
  'adempimenti',
  'promozione',
  'rilascio',
  'certificati',
  'monitoraggio',
];

/** A migration of about this many activities, with every kind of change in it. The same every time. */
export function largeReport(activities: number): MigrationReport {
  const lines = { old: [] as string[], new: [] as string[], links: [] as string[] };
  const both = (code: string) => {
    lines.old.push(`${code} ${labelOf(code, 0)}`);
    lines.new.push(`${code} ${labelOf(code, 0)}`);
    lines.links.push(`${code} -> ${code}`);
  };
  for (let n = 0; n < activities; n++) {
    const [letter, process, sub, last] = [
      Math.floor(n / 500),
      Math.floor(n / 50) % 10,
      Math.floor(n / 10) % 5,
      n % 10,
    ];
    const area = `${String.fromCharCode(65 + (letter % 6))}${1 + Math.floor(letter / 6)}`;
    const above = [area, `${area}.${process + 1}`, `${area}.${process + 1}.${sub + 1}`];
    if (n % 500 === 0) both(above[0] as string);
    if (n % 50 === 0) both(above[1] as string);
    if (n % 10 === 0) both(above[2] as string);
    const branch = above[2] as string;
    const code = `${branch}.${last + 1}`;
    lines.old.push(`${code} ${labelOf(code, 0)}`);
    // Of ten activities: five stay, one is reworded, one is gone (and its number missing), two merge, one is probable; and one is added.
    if (last === 6) continue;
    if (last === 8) {
      lines.links.push(`${code} -> ${branch}.8`);
      continue;
    }
    lines.new.push(`${code} ${labelOf(code, last === 5 ? 1 : 0)}`);
    lines.links.push(`${code} -> ${code}${last === 9 ? '?' : ''}`);
    if (last === 9) lines.new.push(`${branch}.11 ${labelOf(`${branch}.11`, 0)}`);
  }
  return reportOf({ old: lines.old.join('\n'), new: lines.new.join('\n'), links: lines.links.join('\n') });
}

function labelOf(code: string, change: number): string {
  let seed = [...code].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 65_521, 7);
  const words = Array.from({ length: 9 }, () => {
    seed = (seed * 75 + 74) % 65_537;
    return WORDS[seed % WORDS.length] ?? '';
  });
  return [...words.slice(0, 4), ...(change > 0 ? ['e', 'analoghi'] : []), ...words.slice(4), code].join(' ');
}
