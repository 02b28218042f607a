import type { TextBlock } from '../../values/text-block.ts';
import { ProcmapError } from '../../words/procmap-error.ts';
import type { Zip } from '../workbook/open-zip.ts';
import { parseXml } from '../workbook/parse-xml.ts';

const BODY = 'word/document.xml';
/** Parts with text of their own, in the order they are read in. */
const TEXT_PARTS = /^word\/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/;

/** Whether an archive is a DOCX file. */
export function isDocx(zip: Zip): boolean {
  return zip.names.includes(BODY);
}

/**
 * Reads the paragraphs of a DOCX file: the body first, then headers, footers, notes and comments. Word cuts a paragraph
 * into runs wherever it likes, also within a code; they are joined. Deleted text and field codes are no text.
 *
 * @throws ProcmapError when a part is damaged
 */
export function readDocx(file: string, zip: Zip): readonly TextBlock[] {
  const parts = zip.names.filter((name) => TEXT_PARTS.test(name) && name !== BODY).sort();
  const paragraphs = [BODY, ...parts].flatMap((name) => readPart(file, zip, name));
  return paragraphs.flatMap((text, i) =>
    text.trim() === '' ? [] : [{ place: { file, line: i + 1 }, text, column: null }],
  );
}

function readPart(file: string, zip: Zip, name: string): readonly string[] {
  const paragraphs: string[] = [];
  // A text box is a paragraph within a paragraph.
  const open: string[] = [];
  let inText = false;
  const add = (text: string) => {
    if (open.length > 0) open.push((open.pop() ?? '') + text);
  };
  try {
    parseXml(file, zip.read(name) ?? [], {
      open: (tag) => {
        if (tag === 'p') open.push('');
        else if (tag === 't') inText = true;
        else if (tag === 'tab' || tag === 'br' || tag === 'cr') add(' ');
        else if (tag === 'noBreakHyphen') add('-');
      },
      text: (text) => {
        if (inText) add(text);
      },
      close: (tag) => {
        if (tag === 't') inText = false;
        else if (tag === 'p') paragraphs.push(open.pop() ?? '');
      },
    });
  } catch (error) {
    if (error instanceof ProcmapError && error.code === 'workbook-damaged')
      throw new ProcmapError('document-damaged', { file, part: name }, { cause: error });
    throw error;
  }
  return paragraphs;
}
