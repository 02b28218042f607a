import { readFileSync } from 'node:fs';

/** What the library does when it is loaded by Node: it looks for a canvas to draw on, and complains of none to find. */
const LOOKS_FOR_CANVAS = 'if (isNodeJS) {\n  let canvas;';

/**
 * Bundles of pdfjs-dist what reads documents. Nothing is drawn here, so no canvas is looked for: its complaints would go to
 * standard output, into the report.
 */
export function pdfReader() {
  return {
    name: 'pdf-reader',
    setup({ onLoad }) {
      onLoad({ filter: /pdfjs-dist[/\\]legacy[/\\]build[/\\]pdf\.mjs$/ }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        if (!text.includes(LOOKS_FOR_CANVAS))
          throw new Error('pdfjs-dist no longer looks for a canvas there');
        return { contents: text.replace(LOOKS_FOR_CANVAS, 'if (false) {\n  let canvas;'), loader: 'js' };
      });
    },
  };
}
