import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ProcessMap } from '../../src/model/process-map.ts';
import { parseMap } from '../../src/read/parse-map.ts';
import { processMapJsonSchema } from '../../src/read/process-map-schema.ts';

async function fixture(name: string): Promise<ProcessMap> {
  return parseMap({ name, bytes: readFileSync(`fixtures/${name}`) });
}

function read(value: unknown, name = 'map.json'): Promise<ProcessMap> {
  return parseMap({ name, bytes: new TextEncoder().encode(JSON.stringify(value)) });
}

const local = await fixture('massa-carrara-2021.csv');

describe('a map in JSON', () => {
  it.each(['massa-carrara-2021.xlsx', 'unioncamere-rev2023.csv'])(
    '%s comes back as it went',
    async (name) => {
      const map = await fixture(name);
      expect(await read(map)).toEqual({
        ...map,
        source: {
          ...map.source,
          name: 'map.json',
          container: 'json',
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      });
    },
  );

  it.each([
    ['another object', {}, 'version'],
    ['another version', { ...local, version: 2 }, 'version'],
    ['an unknown field', { ...local, extra: 1 }, ''],
    ['ids out of order', { ...local, nodes: [...local.nodes].reverse() }, 'nodes.0.id'],
    ['a parent that is not there', edited({ parent: 9999 }), 'nodes.5.parent'],
    ['a parent below its child', edited({ parent: 6 }), 'nodes.5.parent'],
    [
      'a code that is none',
      edited({ code: { text: '??', segments: [{ type: 'coordination' }] } }),
      'nodes.5.code',
    ],
    ['segments of another code', edited({ code: { ...local.nodes[6]?.code, text: 'A1.1' } }), 'nodes.5.code'],
  ])('is refused with %s', async (_, value, path) => {
    await expect(read(value)).rejects.toMatchObject({ code: 'json-invalid', args: { path } });
  });

  it('is refused when it is no JSON at all', async () => {
    const bytes = new TextEncoder().encode('{"version": 1,');
    await expect(parseMap({ name: 'map.json', bytes })).rejects.toMatchObject({ code: 'json-invalid' });
  });

  it('docs/process-map.schema.json is the schema of today (vitest -u writes it)', async () => {
    const schema = `${JSON.stringify(processMapJsonSchema(), null, 2)}\n`;
    await expect(schema).toMatchFileSnapshot('../../docs/process-map.schema.json');
  });
});

function edited(change: Record<string, unknown>) {
  return { ...local, nodes: local.nodes.map((node) => (node.id === 5 ? { ...node, ...change } : node)) };
}
