import { defineRule } from '../define-rule.ts';

/** A label on a row without a code. Where it was read for the code beside it, that wants a look; else an entry is lost. */
export const labelWithoutCode = defineRule({
  id: 'label-without-code',
  severity: 'error',
  check: ({ notes, shifted }) => [
    ...notes('label-without-code').map(({ place, label }) => ({ place, args: { label, code: '' } })),
    ...notes('label-elsewhere')
      .filter(({ nodeId }) => nodeId === undefined || !shifted.has(nodeId))
      .map(({ place, label, code }) => ({
        place,
        code,
        args: { label, code },
        severity: 'warning' as const,
      })),
  ],
});
