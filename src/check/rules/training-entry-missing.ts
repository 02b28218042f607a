import { defineRule } from '../define-rule.ts';
import { withoutService } from '../without-service.ts';

/** A process without its training entry, in a map that gives the others one. */
export const trainingEntryMissing = defineRule({
  id: 'training-entry-missing',
  severity: 'info',
  check: (index) =>
    withoutService(index, 'process', 'training', [{ type: 'training' }, { type: 'training' }]),
});
