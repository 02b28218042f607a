import type { Table, TableRow } from '../table.ts';
import { codeOf } from './concept-tables.ts';
import { iris, READ, textIn, texts } from './terms.ts';
import type { Thing } from './thing.ts';

const HEADER = ['old_code', 'old_label', 'new_code', 'new_label'] as const;

/**
 * The associations of a correspondence (XKOS) as a table of links, a row for each pair of concepts.
 *
 * @returns `null` where the file has none
 */
export function associationTable(file: string, things: readonly Thing[]): Table | null {
  const associations = things.filter((thing) => iris(thing, READ.type).includes(READ.association));
  if (associations.length === 0) return null;
  const byIri = new Map(things.map((thing) => [thing.iri, thing]));
  const cells = (concept: string | undefined): readonly string[] => {
    const thing = concept === undefined ? undefined : byIri.get(concept);
    if (concept === undefined) return ['', ''];
    // A crosswalk names what hours are booked on.
    const code = thing === undefined ? '' : (texts(thing, READ.booking)[0]?.value ?? codeOf(thing));
    return [
      code === '' ? lastPart(concept) : code,
      thing === undefined ? '' : textIn(thing, READ.label, 'it'),
    ];
  };
  const rows = associations.flatMap((association): readonly TableRow[] => {
    const [sources, targets] = [iris(association, READ.source), iris(association, READ.target)];
    const pairs = orNone(sources).flatMap((source) =>
      orNone(targets).map((target) => [source, target] as const),
    );
    return pairs.map(([source, target]) => ({
      number: association.line,
      cells: [...cells(source), ...cells(target)],
    }));
  });
  return { file, sheet: null, rows: [{ number: 1, cells: HEADER }, ...rows], notes: [] };
}

function orNone(all: readonly string[]): readonly (string | undefined)[] {
  return all.length === 0 ? [undefined] : all;
}

/** A concept that the file only names has its code at the end of its IRI. */
function lastPart(iri: string): string {
  const part = iri.replace(/^.*[/#]/, '');
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
