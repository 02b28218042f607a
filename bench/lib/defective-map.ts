const HEADER =
  'Macro Funzione;Tema (MacroProcess);Funzione (Processo);Servizio/Ambito (SottoProcesso);Attività (Azione);Codice;Tipo;Cod';
const LETTERS = 'ABCDEFHIJKLMNOPQRSTUVWXYZ';

/**
 * The file of a local map: 8 macro-processes a letter, 10 processes each, 8 sub-processes each, 7 activities each; now and
 * then a defect, for `procmap check` to find.
 */
export function defectiveMap(rows: number): string {
  const lines = [HEADER];
  for (let m = 0; lines.length <= rows; m++) {
    const macro = `${LETTERS[Math.floor(m / 8) % 25]}${1 + (m % 8) + 8 * Math.floor(m / 200)}`;
    lines.push(
      `;${macro} Area di intervento ${m};${macro}.C Coordinamento Area di intervento ${m};;;${macro};M;${macro}`,
    );
    for (let p = 1; p <= 10; p++) addProcess(lines, `${macro}.${p}`, m);
  }
  return `${lines.slice(0, rows + 1).join('\r\n')}\r\n`;
}

function addProcess(lines: string[], process: string, m: number): void {
  const training = `${process}.F Formazione Gestione delle pratiche ${process}`;
  lines.push(`;;${process} Gestione delle pratiche ${process};${training};;${process}.F.F;A;${process}.F.F`);
  for (let s = 1; s <= 8; s++) {
    const sub = `${process}.${s}`;
    for (let a = 1; a <= 7; a++) {
      if (a === 4 && s === 5) continue;
      const code = `${sub}.${a}`;
      const written = a === 6 && s === 2 ? `${code}.` : code;
      const label =
        a === 7 && m % 10 === 0 ? '' : `Istruttoria, controllo e archiviazione delle istanze ${code}`;
      lines.push(`;;;${a === 1 ? `${sub} Servizi alle imprese ${sub}` : ''};${label};${written};A;${code}`);
    }
  }
}
