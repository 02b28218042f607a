import type { EntryAbout, MapNode, ProcessMap } from './process-map.ts';

/** What a map may say of an entry beside code and label, in the order of columns. */
export const ABOUT_FIELDS = [
  'id',
  'definition',
  'includes',
  'excludes',
  'validFrom',
  'validTo',
  'status',
] as const satisfies readonly (keyof EntryAbout)[];
export type AboutField = (typeof ABOUT_FIELDS)[number];

/** Does not compile while a field has no column. */
export type EveryFieldHasAColumn = Nothing<Exclude<keyof EntryAbout, AboutField>>;
type Nothing<T extends never> = T;

/** Names of the columns in tables. They are public API and never change with the language. */
export const ABOUT_COLUMNS = {
  id: 'id',
  definition: 'definition',
  includes: 'includes',
  excludes: 'excludes',
  validFrom: 'valid_from',
  validTo: 'valid_to',
  status: 'status',
} as const satisfies Record<AboutField, string>;

/** The fields that some entry of the map has, in the order of columns. */
export function aboutFieldsIn({ nodes }: ProcessMap): readonly AboutField[] {
  return ABOUT_FIELDS.filter((field) => nodes.some(({ about }) => about?.[field] !== undefined));
}

/** Why an identifier says nothing about an entry over the revisions. */
export type IdFault =
  /** It is a number, as those that count rows. */
  | 'number'
  /** It ends in the entry's own code, and goes along when the code is given to something else. */
  | 'code'
  /** Another entry of the map has it, too. */
  | 'repeated';

/**
 * The identifiers of a map that tell entries over its revisions, each of one entry; and those that do not, with the reason.
 * A number may count rows, and a code may be recycled: to take either for an identity would link what only stands in the
 * same place.
 */
export function entryIds({ nodes }: ProcessMap): {
  readonly byId: ReadonlyMap<string, number>;
  readonly faults: readonly { readonly node: MapNode; readonly id: string; readonly fault: IdFault }[];
} {
  const given = nodes.flatMap((node) => (node.about?.id === undefined ? [] : [{ node, id: node.about.id }]));
  const count = new Map<string, number>();
  for (const { id } of given) count.set(id, (count.get(id) ?? 0) + 1);
  const faultOf = (node: MapNode, id: string): IdFault | null =>
    (count.get(id) ?? 0) > 1 ? 'repeated' : NUMBER.test(id) ? 'number' : endsInCode(id, node) ? 'code' : null;
  const judged = given.map(({ node, id }) => ({ node, id, fault: faultOf(node, id) }));
  return {
    byId: new Map(judged.flatMap(({ node, id, fault }) => (fault === null ? [[id, node.id] as const] : []))),
    faults: judged.flatMap(({ node, id, fault }) => (fault === null ? [] : [{ node, id, fault }])),
  };
}

const NUMBER = /^[\d.,\s]+$/;

/** `A1.1.1.1`, and what only puts something before it: `mappa/A1.1.1.1`, `PM-A1.1.1.1`. */
function endsInCode(id: string, { code, bookingCode }: MapNode): boolean {
  return [code.text, bookingCode].some((text) => {
    if (text === null || !id.toLowerCase().endsWith(text.toLowerCase())) return false;
    const before = id.at(-text.length - 1);
    return before === undefined || !/[\p{L}\p{N}]/u.test(before);
  });
}
