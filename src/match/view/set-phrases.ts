import { NUMBERS } from '../numbers.ts';
import type { Side } from './side.ts';

/**
 * Finds set phrases: runs of terms that stand in several labels of a map word for word, such as `ad erogazione diretta o
 * mediante accordi e collaborazione con i soggetti pubblici e privati competenti`. All together they say no more than
 * one word. Cost: the terms of the labels.
 *
 * @param sequences per node the term ids in order
 * @returns per node which positions of its sequence belong to a set phrase; `null` where none does
 */
export function findSetPhrases(side: Side, sequences: readonly Int32Array[]): readonly (Uint8Array | null)[] {
  const counts = new Map<number, number>();
  const seen = new Set<string>();
  for (const id of side.matchable) {
    const key = side.text[id]?.key ?? '';
    if (seen.has(key)) continue;
    seen.add(key);
    const sequence = sequences[id] as Int32Array;
    const own = new Set<number>();
    for (let i = 0; i + NUMBERS.view.phraseLength <= sequence.length; i++) own.add(phraseKey(sequence, i));
    for (const phrase of own) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  return sequences.map((sequence) => {
    let marks: Uint8Array | null = null;
    for (let i = 0; i + NUMBERS.view.phraseLength <= sequence.length; i++) {
      if ((counts.get(phraseKey(sequence, i)) ?? 0) < NUMBERS.view.phraseLabels) continue;
      marks ??= new Uint8Array(sequence.length);
      marks.fill(1, i, i + NUMBERS.view.phraseLength);
    }
    return marks;
  });
}

/** Three ids below 2^17 in one number; larger ones may share it, which only calls a rare phrase common. */
function phraseKey(sequence: Int32Array, at: number): number {
  const a = (sequence[at] as number) & 0x1ffff;
  const b = (sequence[at + 1] as number) & 0x1ffff;
  const c = (sequence[at + 2] as number) & 0x1ffff;
  return (a * 0x20000 + b) * 0x20000 + c;
}
