import { useEffect, useReducer, useRef } from 'preact/hooks';
import type { Answer } from '../calls/protocol.ts';
import { usePage } from './page-context.ts';

interface Cache {
  readonly report: Answer<'report'>;
  readonly cells: Map<string, string>;
  readonly asked: Set<string>;
}

/** Cells of the rows in sight, as they come; a report that has changed has other cells. */
export function useCells(
  report: Answer<'report'>,
  ids: readonly string[],
): (id: string) => string | undefined {
  const { actions } = usePage();
  const [, draw] = useReducer((times: number) => times + 1, 0);
  const cache = useRef<Cache | null>(null);
  if (cache.current?.report !== report) {
    // What was drawn before stands until it is drawn anew, so that nothing jumps.
    cache.current = { report, cells: new Map(cache.current?.cells), asked: new Set() };
  }
  const { cells, asked } = cache.current;
  const missing = ids.filter((id) => !asked.has(id));
  const wanted = missing.join('\n');
  useEffect(() => {
    if (missing.length === 0) return;
    for (const id of missing) asked.add(id);
    void actions.cells(missing).then((drawn) => {
      if (drawn === null || cache.current?.report !== report) return;
      missing.forEach((id, i) => {
        cells.set(id, drawn[i] ?? '');
      });
      draw(undefined as never);
    });
  }, [wanted, report]);
  return (id) => cells.get(id);
}
