import { describe, expect, it } from 'vitest';
import { crosswalkOf, recodeText } from '../../support/recode.ts';

const CROSSWALK = crosswalkOf('A1.1.1.1 B1.1.1.1\nA1.1.1.3 B1.1.1.3');

/** Rows as they come out, and what the hours of each column come to: before, after. */
async function outcome(lines: readonly string[]) {
  const { recoded, report } = await recodeText(`${lines.join('\n')}\n`, CROSSWALK);
  return {
    rows: recoded.trim().split('\n'),
    hours: report.balances.map(({ before, after }) => [before, after]),
  };
}

describe('a column that sums up its row', () => {
  it('is one whatever a row of totals says that was wrong before', async () => {
    const lines = ['Codice;1;2;3;Totale', 'A1.1.1.1;1;2;;3', 'A1.1.1.2;1;1;2', 'Totale;1;3;1;5'];
    expect(await outcome(lines)).toEqual({
      rows: ['Codice;1;2;3;Totale', 'B1.1.1.1;1;2;;3', 'Totale;1;2;1;5'],
      hours: [['7', '3']],
    });
  });

  it('is one beside a right row of totals', async () => {
    const lines = ['Codice;1;2;Totale', 'A1.1.1.1;1;2;3', 'A1.1.1.2;1;1;2', 'Totale;2;3;5'];
    expect(await outcome(lines)).toEqual({
      rows: ['Codice;1;2;Totale', 'B1.1.1.1;1;2;3', 'Totale;1;2;3'],
      hours: [['5', '3']],
    });
  });

  it('is none where its rows say something else, though a row of totals would agree', async () => {
    const lines = ['Codice;1;2;Totale', 'A1.1.1.1;1;2;7', 'A1.1.1.3;1;1;9', 'Totale;2;3;5'];
    expect(await outcome(lines)).toEqual({
      rows: ['Codice;1;2;Totale', 'B1.1.1.1;1;2;7', 'B1.1.1.3;1;1;9', 'Totale;2;3;5'],
      hours: [
        ['5', '5'],
        ['16', '16'],
      ],
    });
  });
});
