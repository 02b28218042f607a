import { describe, expect, it } from 'vitest';
import { evidenceText, tellingEvidence } from '../../src/render/evidence-text.ts';
import { wrapText } from '../../src/render/wrap.ts';

describe('evidence in words', () => {
  it.each([
    [
      { kind: 'same-parent', score: 1, weight: 0.2, detail: 'A1 -> A2' },
      'en',
      'the branches above correspond: A1 -> A2',
    ],
    [{ kind: 'same-parent', score: 0.4, weight: 0.2 }, 'en', 'the branches above correspond in part (40%)'],
    [
      { kind: 'same-code', score: 0.3, weight: -0.1 },
      'en',
      'the code is the same, but few codes are kept around it (30%)',
    ],
    [
      { kind: 'label-contained', score: 0.55, weight: 0.1 },
      'it',
      "una descrizione è contenuta in parte nell'altra (55\u00a0%)",
    ],
    [
      { kind: 'label-similarity', score: 0.5, weight: 0.1, detail: 'piano' },
      'it',
      'le descrizioni hanno in comune le parole significative (50\u00a0%): piano',
    ],
  ] as const)('%j, %s', (piece, lang, text) => {
    expect(evidenceText(piece, lang)).toBe(text);
  });

  it('leave out what says nothing, the weightiest first', () => {
    const pieces = [
      { kind: 'position', score: 0.5, weight: 0.1 },
      { kind: 'same-parent', score: 0, weight: 0.6 },
      { kind: 'label-similarity', score: 0.9, weight: 0.3 },
      { kind: 'same-code', score: 0, weight: -0.2 },
    ] as const;
    expect(tellingEvidence(pieces).map(({ kind }) => kind)).toEqual([
      'label-similarity',
      'same-code',
      'position',
    ]);
  });

  it('keep a number and its percent sign on one line', () => {
    expect(wrapText('parole (75\u00a0%)', 11, { first: '', rest: '' })).toEqual(['parole', '(75\u00a0%)']);
  });
});
