import { defineRule } from '../define-rule.ts';
import { withoutService } from '../without-service.ts';

/** A macro-process without its coordination entry, in a map that gives the others one. */
export const coordinationEntryMissing = defineRule({
  id: 'coordination-entry-missing',
  severity: 'info',
  check: (index) => withoutService(index, 'macro-process', 'coordination', [{ type: 'coordination' }]),
});
