import { CHANGE_KINDS } from '../../model/change.ts';
import { type Code, compareCodes, freeCode, parseCode } from '../../model/code.ts';
import type { MigrationReport, ReportChange, ReportEntry } from '../../model/report.ts';
import { kindTexts } from '../../words/kinds.ts';
import { reportHtmlTexts } from '../../words/report-html.ts';
import { safeText } from '../../words/safe-text.ts';
import type { Page } from './page.ts';

/** An entry of levels 1 to 3: code, label, and the index of the one above it or -1. */
export type StructureDatum = readonly [code: string, label: string, parent: number];
/** A bookable old entry: as above, the index of its kind of change, and the id of its row when that is not the code. */
export type OldDatum = readonly [code: string, label: string, parent: number, kind: number, id?: string];
/**
 * A bookable new entry: its label may be the index of an old entry that has the same one, which spares half the text;
 * and the id of its row where it was added.
 */
export type NewDatum = readonly [code: string, label: string | number, parent: number, addedId?: string];

/** What the script of the page needs to know besides the rows of the table. All text in it is text, never markup. */
export interface PageData {
  readonly lang: string;
  readonly kinds: readonly (readonly [id: string, name: string])[];
  readonly oldStructure: readonly StructureDatum[];
  readonly newStructure: readonly StructureDatum[];
  readonly oldEntries: readonly OldDatum[];
  readonly newEntries: readonly NewDatum[];
  /** Pairs of indexes into the entries, and into the structure. */
  readonly links: readonly (readonly [number, number])[];
  readonly structureLinks: readonly (readonly [number, number])[];
  readonly texts: ScriptTexts;
  /** Headings of what is copied and downloaded. */
  readonly csvColumns: readonly string[];
}

const SCRIPT_TEXTS = [
  'shown',
  'shownAll',
  'page',
  'sortBy',
  'copied',
  'copyFailed',
  'downloadName',
  'processWhole',
  'processElsewhere',
  'processOutgoing',
  'processOnlyNew',
  'oldMap',
  'newMap',
  'noLabel',
] as const;
export type ScriptTexts = Readonly<Record<(typeof SCRIPT_TEXTS)[number], string>>;

/** Gathers the trees of both maps and the links between them, for the view of one process. */
export function pageData(page: Page): PageData {
  const { report, lang } = page;
  const sides = sidesOf(report);
  const newIndex = indexById(sides.newEntries);
  const structureIndex = indexById(sides.newStructure);
  const linksOf = (changes: readonly ReportChange[], index: ReadonlyMap<number, number>) =>
    changes
      .filter((change) => change.old !== null)
      .flatMap((change, i) => change.new.map(({ id }) => [i, index.get(id) ?? 0] as const));
  return {
    lang,
    kinds: CHANGE_KINDS.map((kind) => [kind, kindTexts[lang].change[kind]]),
    oldStructure: structureData(sides.oldStructure),
    newStructure: structureData(sides.newStructure),
    oldEntries: oldData(page, sides),
    newEntries: newData(page, sides),
    links: linksOf(report.changes, newIndex),
    structureLinks: linksOf(report.structure, structureIndex),
    texts: textsOf(page),
    csvColumns: csvColumns(page),
  };
}

/** The entries of both maps, each once. */
interface Sides {
  readonly oldStructure: readonly ReportEntry[];
  readonly newStructure: readonly ReportEntry[];
  readonly newEntries: readonly ReportEntry[];
}

function sidesOf({ structure, changes }: MigrationReport): Sides {
  return {
    oldStructure: structure.flatMap((change) => (change.old === null ? [] : [change.old])),
    newStructure: inMapOrder(structure.flatMap((change) => change.new)),
    newEntries: inMapOrder(changes.flatMap((change) => change.new)),
  };
}

function structureData(entries: readonly ReportEntry[]): readonly StructureDatum[] {
  const parents = indexByCode(entries);
  return entries.map((entry) => [safeText(entry.code), safeText(entry.label), parentIn(parents, entry)]);
}

function oldData({ report, anchors }: Page, { oldStructure }: Sides): readonly OldDatum[] {
  const parents = indexByCode(oldStructure);
  return report.changes.flatMap((change): readonly OldDatum[] => {
    if (change.old === null) return [];
    const { code, label } = change.old;
    const id = anchors.idOf(change);
    const kind = CHANGE_KINDS.indexOf(change.kind);
    const datum = [safeText(code), safeText(label), parentIn(parents, change.old), kind] as const;
    return [id === code ? datum : [...datum, id]];
  });
}

function newData({ report, anchors }: Page, { newStructure, newEntries }: Sides): readonly NewDatum[] {
  const parents = indexByCode(newStructure);
  const sameLabel = new Map<number, number>();
  const addedIds = new Map<number, string>();
  let oldIndex = 0;
  for (const change of report.changes) {
    for (const target of change.new) {
      if (change.old === null) addedIds.set(target.id, anchors.idOf(change));
      else if (target.label === change.old.label) sameLabel.set(target.id, oldIndex);
    }
    if (change.old !== null) oldIndex++;
  }
  return newEntries.map((entry) => {
    const label = sameLabel.get(entry.id) ?? safeText(entry.label);
    const datum = [safeText(entry.code), label, parentIn(parents, entry)] as const;
    const addedId = addedIds.get(entry.id);
    return addedId === undefined ? datum : [...datum, addedId];
  });
}

function textsOf({ lang }: Page): ScriptTexts {
  const texts = reportHtmlTexts[lang];
  return Object.fromEntries(SCRIPT_TEXTS.map((name) => [name, texts[name]])) as ScriptTexts;
}

function csvColumns({ report, lang }: Page): readonly string[] {
  const { columns } = reportHtmlTexts[lang];
  const { oldCode, oldLabel, newCode, newLabel, change, certainty, hours } = columns;
  const shared = [oldCode, oldLabel, newCode, newLabel, change, certainty];
  return report.usage === undefined ? shared : [...shared, hours];
}

/** Targets come in the order of the old map, and once for each source; codes bring back the order of the new map. */
function inMapOrder(entries: readonly ReportEntry[]): readonly ReportEntry[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()]
    .map((entry) => ({ entry, code: toCode(entry.code) }))
    .sort((a, b) => compareCodes(a.code, b.code))
    .map(({ entry }) => entry);
}

function toCode(text: string): Code {
  return parseCode(text) ?? freeCode(text);
}

function indexById(entries: readonly ReportEntry[]): ReadonlyMap<number, number> {
  return new Map(entries.map(({ id }, i) => [id, i]));
}

function indexByCode(entries: readonly ReportEntry[]): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  entries.forEach(({ code }, i) => {
    if (!index.has(code)) index.set(code, i);
  });
  return index;
}

function parentIn(index: ReadonlyMap<string, number>, entry: ReportEntry): number {
  return index.get(entry.above.at(-1) ?? '') ?? -1;
}
