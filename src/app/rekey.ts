import type { Crosswalk } from '../model/crosswalk.ts';
import type { RekeyReport } from '../model/rekey-report.ts';
import { detectContainer } from '../read/detect-container.ts';
import { byteCodec } from '../recode/byte-codec.ts';
import { openCsvSheet, writeCsvRows } from '../recode/csv-sheet.ts';
import { findKeyColumn } from '../recode/rekey/find-key-column.ts';
import { type KeyFates, openKeyFates } from '../recode/rekey/key-fates.ts';
import { type RekeyOptions, rekeyTables } from '../recode/rekey/rekey-tables.ts';
import { readProperty } from '../recode/workbook/document-property.ts';
import { openPackage } from '../recode/workbook/package.ts';
import { codeFates, oldCodes } from '../refs/code-fates.ts';
import { declaredDelimiter, rankDelimiters } from '../values/csv-dialect.ts';
import { sha256Hex } from '../values/sha256.ts';
import { guessEncoding } from '../values/text-encoding.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { csvKeyTable, workbookKeyTables } from './key-tables.ts';
import { openWorkbookParts, packWorkbook, type WorkbookParts } from './workbook-parts.ts';

export type { RekeyOptions } from '../recode/rekey/rekey-tables.ts';

/** The custom property of a workbook that names the revision which its codes came from. */
const PROPERTY = 'procmap-rekey';
/** So much of a text tells what separates its cells. */
const SAMPLE = 1 << 14;

/** A table with its new codes, in the form in which it came. */
export interface RekeyedTable {
  readonly kind: 'text' | 'workbook';
  readonly bytes: Uint8Array;
  readonly report: RekeyReport;
}

const DEFAULTS: Omit<RekeyOptions, 'file'> = {
  lang: 'en',
  split: 'repeat',
  column: null,
  numbers: { repeat: [], amount: [] },
  labels: true,
  evenIfRekeyed: false,
};

/**
 * Carries a table that is keyed by code (a register of risks, objectives, indicators, a budget) over to the new codes. The
 * rows say in three further columns which code they had, what happened to it, and what is to be looked at.
 *
 * @throws ProcmapError when the table cannot be read, has no codes, has its new codes already, or when numbers in it would be
 *   doubled
 */
export async function rekeyTable(
  bytes: Uint8Array,
  crosswalk: Crosswalk,
  given: Partial<RekeyOptions> & Pick<RekeyOptions, 'file'>,
): Promise<RekeyedTable> {
  const options = { ...DEFAULTS, ...given };
  const fates = openKeyFates(crosswalk, {
    split: options.split,
    branchFate: codeFates(crosswalk, []),
    oldCodes: oldCodes(crosswalk),
  });
  const { kind } = detectContainer(bytes);
  if (kind === 'text' || kind === 'json') return rekeyText(bytes, fates, options);
  const book = kind === 'zip' ? await openWorkbookParts(options.file, bytes) : null;
  if (book === null) throw new ProcmapError('table-unwritable', { file: options.file });
  return rekeyWorkbook(book, fates, { ...options, revision: revisionOf(crosswalk) });
}

function rekeyText(bytes: Uint8Array, fates: KeyFates, options: RekeyOptions): RekeyedTable {
  const { file } = options;
  const codec = byteCodec(guessEncoding(bytes));
  const text = codec.toWork(bytes);
  const head = codec.decode(text.subarray(codec.mark.length, SAMPLE));
  const announced = declaredDelimiter(head)?.delimiter;
  const ranked = announced === undefined ? rankDelimiters(head) : [announced];
  const sheets = (ranked.length === 0 ? [','] : ranked).map((delimiter) =>
    openCsvSheet(text, { file, separator: delimiter.charCodeAt(0), codec }),
  );
  const hasCodes = ({ table }: (typeof sheets)[number]) =>
    findKeyColumn(table, fates.read, options.column) !== null;
  const sheet = sheets.find(hasCodes) ?? (sheets[0] as (typeof sheets)[number]);
  const { plans, report } = rekeyTables([csvKeyTable(sheet)], fates, options);
  const written = writeCsvRows(sheet, { rows: plans[0]?.rows ?? [] }, { codec, file });
  return { kind: 'text', bytes: written, report: { ...report, notes: [] } };
}

async function rekeyWorkbook(
  book: WorkbookParts,
  fates: KeyFates,
  options: RekeyOptions & { readonly revision: string },
): Promise<RekeyedTable> {
  const { file, revision } = options;
  if (readProperty(openPackage(file, book.parts), PROPERTY) === revision)
    throw new ProcmapError('already-rekeyed', { file, evidence: 'property', detail: revision });
  const { plans, report } = rekeyTables(workbookKeyTables(file, book), fates, options);
  const { editWorkbook } = await import('../recode/workbook/edit-workbook.ts');
  const { parts, told } = editWorkbook(book.parts, plans, {
    file,
    isOldCode: fates.isOldCode,
    property: { name: PROPERTY, value: revision },
  });
  return { kind: 'workbook', bytes: await packWorkbook(parts), report: { ...report, notes: told } };
}

/** Names the step from one revision to the other: a digest of the codes and of where they go. */
function revisionOf({ rows }: Crosswalk): string {
  const links = rows.map(({ oldCode, newCode }) => `${oldCode}\t${newCode}`);
  return sha256Hex(links.sort().join('\n')).slice(0, 12);
}
