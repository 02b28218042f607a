import { checkFiles } from '../../app/check-files.ts';
import { convertMap, ownLayout } from '../../app/convert-map.ts';
import { memoryFiles } from '../../app/memory-files.ts';
import { readMapFile } from '../../app/read-map-file.ts';
import type { ProcessMap } from '../../model/process-map.ts';
import { renderFindings } from '../../render/findings.ts';
import type { MapFormat } from '../../render/map-file.ts';
import { checkCliTexts } from '../../words/check-cli.ts';
import { ProcmapError } from '../../words/procmap-error.ts';
import type { ConvertedMap } from '../calls/one-map.ts';
import { failureOf } from './failure.ts';
import type { Handler } from './handler.ts';

/** The forms in which findings are saved, by ending. */
const FORMS = { md: 'markdown', json: 'json', sarif: 'sarif' } as const;

/** The forms in which a map is saved; what a catalogue wants besides is not asked in the page. */
const MAP_FORMS = ['csv', 'xlsx', 'json'] as const satisfies readonly MapFormat[];

/** Looks for the defects of one map. */
export const check: Handler<'check'> = async ({ map: { name, bytes }, lang }, { tell }) => {
  const report = await checkFiles(memoryFiles([[name, bytes]]), [name], { tell });
  const files = Object.entries(FORMS).map(([ending, format]) => ({
    name: `${stemOf(name)}-check.${ending}`,
    bytes: new TextEncoder().encode(renderFindings(format, report, { lang })),
  }));
  return { report, files };
};

/** Writes one map in every form; one that cannot hold it says so, and the others are written. */
export const convert: Handler<'convert'> = async ({ map: { name, bytes } }, { progress }) => {
  const map = await readMapFile(memoryFiles([[name, bytes]]), name, {});
  const forms: ConvertedMap[] = [];
  for (const format of MAP_FORMS) {
    forms.push(await inForm(map, format, `${stemOf(name)}.${format}`));
    progress(forms.length / MAP_FORMS.length);
  }
  return { entries: map.nodes.length, forms };
};

async function inForm(map: ProcessMap, format: MapFormat, name: string): Promise<ConvertedMap> {
  try {
    const { bytes, leftOut } = await convertMap(map, { format, layout: ownLayout(map), output: name });
    const words = { en: checkCliTexts.en.leftOut(leftOut), it: checkCliTexts.it.leftOut(leftOut) };
    return { name, file: { name, bytes }, failure: null, leftOut: words };
  } catch (error) {
    if (!(error instanceof ProcmapError)) throw error;
    return { name, file: null, failure: failureOf(error), leftOut: { en: '', it: '' } };
  }
}

function stemOf(name: string): string {
  return name.replace(/(?<=.)\.[^.]*$/, '');
}
