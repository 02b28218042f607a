import { CHANGE_KINDS } from '../../model/change.ts';
import { type Code, compareCodes, freeCode, parseCode } from '../../model/code.ts';
import type { ReportEntry } from '../../model/report.ts';
import { safeText } from '../safe-text.ts';
import { kindTexts } from '../texts/kinds.ts';
import { reportHtmlTexts } from '../texts/report-html.ts';
import type { Page } from './page.ts';

/** An entry of levels 1 to 3: code, label, and the index of the one above it or -1. */
export type StructureDatum = readonly [code: string, label: string, parent: number];
/** A bookable old entry: as above, the index of its kind of change, and the id of its row when that is not the code. */
export type OldDatum = readonly [code: string, label: string, parent: number, kind: number, id: string];
/** A bookable new entry: as above; whether it was added, with the id of its row. */
export type NewDatum = readonly [code: string, label: string, parent: number, addedId: string];

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
  const { report, lang, anchors } = page;
  const oldStructure = report.structure.flatMap((change) => (change.old === null ? [] : [change.old]));
  const newStructure = inMapOrder(unique(report.structure.flatMap((change) => change.new)));
  const oldChanges = report.changes.flatMap((change) =>
    change.old === null ? [] : [{ change, old: change.old }],
  );
  const newEntries = inMapOrder(unique(report.changes.flatMap((change) => change.new)));
  const addedIds = new Map(
    report.changes.flatMap((change) =>
      change.old === null ? change.new.map((target) => [target.code, anchors.idOf(change)] as const) : [],
    ),
  );
  const [oldParents, newParents] = [indexByCode(oldStructure), indexByCode(newStructure)];
  const newIndex = indexByCode(newEntries);
  const structure = (entries: readonly ReportEntry[], parents: ReadonlyMap<string, number>) =>
    entries.map((entry): StructureDatum => [entry.code, safeText(entry.label), parentIn(parents, entry)]);
  return {
    lang,
    kinds: CHANGE_KINDS.map((kind) => [kind, kindTexts[lang].change[kind]]),
    oldStructure: structure(oldStructure, oldParents),
    newStructure: structure(newStructure, newParents),
    oldEntries: oldChanges.map(({ change, old }): OldDatum => {
      const id = anchors.idOf(change);
      const kind = CHANGE_KINDS.indexOf(change.kind);
      return [old.code, safeText(old.label), parentIn(oldParents, old), kind, id === old.code ? '' : id];
    }),
    newEntries: newEntries.map(
      (entry): NewDatum => [
        entry.code,
        safeText(entry.label),
        parentIn(newParents, entry),
        addedIds.get(entry.code) ?? '',
      ],
    ),
    links: oldChanges.flatMap(({ change }, i) =>
      change.new.map((target) => [i, newIndex.get(target.code) ?? 0] as const),
    ),
    structureLinks: report.structure
      .filter((change) => change.old !== null)
      .flatMap((change, i) => change.new.map((target) => [i, newParents.get(target.code) ?? 0] as const)),
    texts: textsOf(page),
    csvColumns: csvColumns(page),
  };
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

function unique(entries: readonly ReportEntry[]): readonly ReportEntry[] {
  return [...new Map(entries.map((entry) => [entry.code, entry])).values()];
}

/** The targets of changes come in the order of the old map; codes bring back that of the new one. */
function inMapOrder(entries: readonly ReportEntry[]): readonly ReportEntry[] {
  return entries
    .map((entry) => ({ entry, code: toCode(entry.code) }))
    .sort((a, b) => compareCodes(a.code, b.code))
    .map(({ entry }) => entry);
}

function toCode(text: string): Code {
  return parseCode(text) ?? freeCode(text);
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
