// What of the page is heavy and seldom needed. Each part is a text of its own in the page, and runs in a worker of its own
// when it is first called: the policy of the page admits no script but its own, so nothing can be loaded into a worker that
// runs already. The functions of these modules take data and promise data, so that it is all one where they run.
import { resolve } from 'node:path';

const FAR = {
  pdf: { 'src/read/pdf/read-pdf.ts': ['readPdf'] },
  'old-workbook': { 'src/read/sheets/read-old-workbook.ts': ['readOldWorkbook'] },
  'workbook-writer': {
    'src/render/adoption/adoption-workbook.ts': ['renderAdoptionWorkbook'],
    'src/render/crosswalk-workbook.ts': ['renderCrosswalkWorkbook'],
    'src/render/map-workbook.ts': ['renderMapWorkbook'],
    'src/render/report-workbook.ts': ['renderReportWorkbook'],
    'src/render/review-workbook.ts': ['renderReviewWorkbook'],
  },
};

/** The parts, and the module each begins with. */
export const PAGE_PARTS = Object.fromEntries(
  Object.keys(FAR).map((part) => [part, `src/page/parts/${part}.ts`]),
);

/** Puts calls of the parts in the place of their modules. */
export function farModules() {
  const modules = new Map(
    Object.entries(FAR).flatMap(([part, files]) =>
      Object.entries(files).map(([file, names]) => [resolve(file), { part, names }]),
    ),
  );
  return {
    name: 'far-modules',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const far = modules.get(path);
        if (far === undefined) return undefined;
        return { contents: stubOf(far), loader: 'ts', resolveDir: process.cwd() };
      });
    },
  };
}

function stubOf({ part, names }) {
  const calls = names.map(
    (name) => `export const ${name} = (...args: unknown[]) => callFar('${part}', '${name}', args);`,
  );
  return ["import { callFar } from './src/page/worker/far.ts';", ...calls].join('\n');
}
