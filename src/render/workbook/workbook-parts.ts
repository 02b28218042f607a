import type { Workbook } from 'exceljs';

/** The parts of a workbook file, by path (`xl/workbook.xml`), before they are packed. */
export type WorkbookParts = Readonly<Record<string, string>>;

interface PartSink {
  readonly append: (xml: string, part: { readonly name: string }) => void;
}

/** What `xlsx.write` of exceljs is made of. Its types do not say so. */
type PartWriter = Readonly<
  Record<
    (typeof STEPS)[number],
    (sink: PartSink, model: { readonly media: readonly unknown[] }) => Promise<void>
  >
> & { readonly prepareModel: (model: unknown, options: object) => void };

/** In the order of `xlsx.write`: shared strings are only known once the sheets are written. */
const STEPS = [
  'addContentTypes',
  'addOfficeRels',
  'addWorkbookRels',
  'addWorksheets',
  'addSharedStrings',
  'addDrawings',
  'addTables',
  'addThemes',
  'addStyles',
  'addApp',
  'addCore',
  'addWorkbook',
] as const;

/**
 * The parts that exceljs writes for a workbook, without its way of packing them: that would bring two libraries for zip
 * files and three for streams along, only for the result to be unpacked again. So the bundle holds the writer alone
 * (packaging/exceljs-writer.mjs), and the core runs where there are no streams.
 */
export async function workbookParts(workbook: Workbook): Promise<WorkbookParts> {
  const writer = workbook.xlsx as unknown as PartWriter;
  const { model } = workbook;
  if (model.media.length > 0) throw new RangeError('pictures in workbooks are not written');
  writer.prepareModel(model, {});
  const parts: Record<string, string> = {};
  const sink: PartSink = {
    append: (xml, { name }) => {
      parts[name] = xml;
    },
  };
  for (const step of STEPS) await writer[step](sink, model);
  return parts;
}
