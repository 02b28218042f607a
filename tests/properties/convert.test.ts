import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertMap } from '../../src/app/convert-map.ts';
import { checkMap } from '../../src/check/check-map.ts';
import type { ErrorArgs } from '../../src/model/error-args.ts';
import type { MapNode, ProcessMap } from '../../src/model/process-map.ts';
import { treeDifference } from '../../src/model/same-tree.ts';
import { parseMap } from '../../src/read/parse-map.ts';
import type { MapFormat } from '../../src/render/map-file.ts';
import type { WorkbookLayout } from '../../src/render/map-sheets.ts';
import { ProcmapError } from '../../src/words/procmap-error.ts';
import { processMap } from '../arbitraries/process-map.ts';

const thereAndBack = async (map: ProcessMap, format: MapFormat, layout: WorkbookLayout = 'local') => {
  const { bytes } = await convertMap(map, { format, layout, output: `out.${format}` });
  return { bytes, back: await parseMap({ name: `out.${format}`, bytes }) };
};

/** The entry that a layout of cells could not hold: only one without a label may be refused. */
const refusedEntry = (error: unknown, map: ProcessMap): MapNode => {
  if (!(error instanceof ProcmapError) || error.code !== 'layout-cannot-hold') throw error;
  const { code } = error.args as ErrorArgs['layout-cannot-hold'];
  const entry = map.nodes.find((node) => node.code.text === code);
  if (entry === undefined) throw error;
  return entry;
};

describe('converting a random map there and back gives the same tree', () => {
  it('as JSON, with all that was read', async () => {
    await fc.assert(
      fc.asyncProperty(processMap({ types: true }), async (map) => {
        const { back } = await thereAndBack(map, 'json');
        expect({ ...back, source: map.source }).toEqual(map);
      }),
    );
  });

  it('so that it is checked as the original was', async () => {
    await fc.assert(
      fc.asyncProperty(processMap({ types: true }), async (map) => {
        const { back } = await thereAndBack(map, 'json');
        expect(checkMap(back)).toEqual(checkMap(map));
      }),
      { numRuns: 30 },
    );
  });

  it('as CSV', async () => {
    await fc.assert(
      fc.asyncProperty(processMap({ types: true }), async (map) => {
        const { back } = await thereAndBack(map, 'csv');
        expect(treeDifference(map, back)).toBeNull();
      }),
    );
  });

  it.each([
    ['local', true],
    ['local', false],
    ['national', false],
  ] as const)('as a workbook in the %s layout (types: %s), or is refused by name', async (layout, types) => {
    await fc.assert(
      fc.asyncProperty(processMap({ types }), async (map) => {
        const converted = await thereAndBack(map, 'xlsx', layout).catch((error: unknown) =>
          refusedEntry(error, map),
        );
        if ('back' in converted) expect(treeDifference(map, converted.back)).toBeNull();
        else expect(converted.label).toBe('');
      }),
      { numRuns: 60 },
    );
  });

  it('and the same map gives the same bytes', async () => {
    const [map] = fc.sample(processMap({ types: true }), { numRuns: 1, seed: 7 }) as [ProcessMap];
    for (const format of ['csv', 'json', 'xlsx'] as const) {
      const [first, again] = [await thereAndBack(map, format), await thereAndBack(map, format)];
      expect(Buffer.from(first.bytes).equals(Buffer.from(again.bytes))).toBe(true);
    }
  });
});
