import { codeOf } from '../../model/code.ts';
import type { MapNode } from '../../model/process-map.ts';
import { defineRule } from '../define-rule.ts';
import { kindByCode, type MapIndex } from '../map-index.ts';

/** An entry with a code of another level: an activity that bears the code of its sub-process. */
export const levelMismatch = defineRule({
  id: 'level-mismatch',
  severity: 'error',
  check: (index) => {
    const noted = new Map(index.notes('level-mismatch').map(({ nodeId, proposed }) => [nodeId, proposed]));
    return index.map.nodes
      .filter((node) => index.mislevelled.has(node.id))
      .map((node) => {
        const expected = kindByCode(node) ?? node.kind;
        const proposed = noted.get(node.id) ?? proposalFor(node, index);
        const owner = index.byCode.get(node.code.text)?.[0];
        return {
          place: node.place,
          code: node.code.text,
          args: { code: node.code.text, found: node.kind, expected, proposed },
          ...(owner ? { related: [owner.place] } : {}),
        };
      });
  },
});

/** The first free number below the code, where the entry stands one level below it. */
function proposalFor(node: MapNode, { byCode }: MapIndex): string {
  if (node.kind !== 'activity' || kindByCode(node) !== 'sub-process') return '';
  for (let number = 1; ; number++) {
    const { text } = codeOf([...node.code.segments, { type: 'number', number, suffix: '' }]);
    if (!byCode.has(text)) return text;
  }
}
