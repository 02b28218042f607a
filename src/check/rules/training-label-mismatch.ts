import { foldLabel } from '../../language/fold-label.ts';
import type { Severity } from '../../model/finding.ts';
import { nodeAt } from '../../model/tree.ts';
import { defineRule } from '../define-rule.ts';

const OPENING = /^(formazione|training)\b/;

/** A training entry that is not labelled after its process. A shortened label is only worth knowing. */
export const trainingLabelMismatch = defineRule({
  id: 'training-label-mismatch',
  severity: 'warning',
  check: ({ map, shifted }) =>
    map.nodes.flatMap((node) => {
      if (node.kind !== 'training' || node.parent === null || node.label === '') return [];
      const process = nodeAt(map, node.parent);
      if (process.kind !== 'process' || process.label === '') return [];
      if (shifted.has(node.id) || shifted.has(process.id)) return [];
      const severity = judge(foldLabel(node.label), foldLabel(process.label));
      if (severity === null) return [];
      const args = { code: node.code.text, label: node.label, expected: `Formazione ${process.label}` };
      return [{ place: node.place, code: node.code.text, args, related: [process.place], severity }];
    }),
});

/** `null` when the labels agree, `info` when most words of the training label are the process's, else `warning`. */
function judge(training: string, process: string): Severity | null {
  const subject = training.replace(OPENING, '').trim();
  if (OPENING.test(training) && subject === process) return null;
  const words = subject.split(' ').filter(Boolean);
  const known = new Set(process.split(' ').map(stem));
  const shared = words.filter((word) => known.has(stem(word))).length;
  return OPENING.test(training) && shared * 2 >= words.length ? 'info' : 'warning';
}

/** Enough of a word to tell it from others in a label, and to forgive its ending. */
function stem(word: string): string {
  return word.slice(0, 5);
}
