import { plainStyle, type Style } from '../render/style.ts';
import { cliTexts } from '../words/cli.ts';
import { fill } from '../words/language.ts';
import type { Context } from './context.ts';
import { requireEnding } from './output-ending.ts';
import { oneOf, usage } from './usage-error.ts';
import { writeOutputs } from './write-output.ts';

/** Where a report goes, and in which format, as a command line says it. */
export interface ReportFile {
  readonly output?: string;
  readonly format?: string;
}

/**
 * The format of a report: as asked, else by the ending of the file, else text.
 *
 * @param formats those there are; each but `text` (`.txt`) is the ending of its file, too
 * @throws ProcmapError when the ending says another format, or when a workbook would go to a terminal
 */
export function reportFileFormat<Format extends string>(
  { output, format }: ReportFile,
  formats: readonly Format[],
  { lang, io }: Context,
): Format {
  const endings = formats.map((each) => (each === 'text' ? '.txt' : `.${each}`));
  if (format === undefined) requireEnding(lang, '-o', { output, endings });
  const ending = output?.toLowerCase().split('.').at(-1);
  const byEnding = formats.find((each) => each === ending);
  const found = format === undefined ? byEnding : oneOf(lang, '--format', format, formats);
  const asked = found ?? (formats.find((each) => each === 'text') as Format);
  if (asked === 'xlsx' && !isFile(output) && io.stdout.isTTY) throw usage(cliTexts[lang].binaryToTerminal);
  return asked;
}

/**
 * Writes a report: to its file, and then the text of it to standard output; or to standard output alone.
 *
 * @param render draws it in a format
 * @param inputs files of the command, which are never overwritten
 */
export async function writeReportFile<Format extends string>(
  { output, format }: { readonly output: string | undefined; readonly format: Format },
  render: (format: Format | 'text', style: Style) => Promise<string | Uint8Array>,
  { context, inputs }: { readonly context: Context; readonly inputs: readonly string[] },
): Promise<void> {
  const data = await render(format, isFile(output) ? plainStyle : await context.style());
  await writeOutputs(context, [{ output, data }], inputs);
  if (!isFile(output)) return;
  context.io.stdout.write(await render('text', await context.style()));
  context.say(fill(cliTexts[context.lang].wrote, { file: output }));
}

function isFile(output: string | undefined): output is string {
  return output !== undefined && output !== '-';
}
