import type { ProcessMap } from '../model/process-map.ts';

/**
 * A map as JSON, everything that reading found in it, as `docs/process-map.schema.json` describes. One entry and one note
 * a line, so that differences between revisions read well.
 */
export function renderMapJson(map: ProcessMap): string {
  const { nodes, notes, ...head } = map;
  const fields = Object.entries(head).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  return `{\n${[...fields, list('nodes', nodes), list('notes', notes)].join(',\n')}\n}\n`;
}

function list(name: string, items: readonly unknown[]): string {
  const lines = items.map((item) => `    ${JSON.stringify(item)}`);
  return `  "${name}": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]`;
}
