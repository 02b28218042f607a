import type { ProcessMap } from '../../model/process-map.ts';
import type { Place } from '../../values/place.ts';
import { damageOf } from '../damage-of.ts';
import { defineRule } from '../define-rule.ts';

/** Text that went through a wrong encoding: mojibake, replacement characters, control characters, lost bytes. */
export const encodingDamage = defineRule({
  id: 'encoding-damage',
  severity: 'warning',
  check: ({ map, notes }) => [
    ...texts(map).flatMap(({ value, place, code }) => {
      const damage = damageOf(value);
      if (damage === null) return [];
      // It reads right everywhere, and only compares as another text.
      const severity = damage === 'decomposed' ? { severity: 'info' as const } : {};
      return [{ place, ...severity, ...(code ? { code } : {}), args: { value, damage } }];
    }),
    ...notes('undecodable-bytes').map(({ place, count, encoding }) => ({
      place,
      args: { value: `${count} x ${encoding}`, damage: 'undecodable' as const },
    })),
    ...notes('encoding-guessed').map(({ place, encoding, sample }) => ({
      place,
      severity: 'info' as const,
      args: { value: `${encoding}: ${sample}`, damage: 'guessed' as const },
    })),
  ],
});

interface Text {
  readonly value: string;
  readonly place: Place;
  readonly code?: string;
}

function texts(map: ProcessMap): readonly Text[] {
  return [
    ...map.macroFunctions.map(({ name, place }) => ({ value: name, place })),
    ...map.nodes.flatMap((node) => [
      { value: node.label, place: node.place, code: node.code.text },
      ...(node.localProcesses ?? []).map(({ name, place }) => ({ value: name, place, code: node.code.text })),
    ]),
  ];
}
