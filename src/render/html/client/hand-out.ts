import { asText, renderCsv } from '../../csv.ts';

/** Offers a table as a file. Excel tells UTF-8 by its mark, and expects `;` where the comma is decimal. */
export function download(lines: readonly (readonly string[])[], name: string, lang: string): void {
  const safe = lines.map((line) => line.map(asText));
  const csv = `\uFEFF${renderCsv(safe, { delimiter: lang === 'it' ? ';' : ',' })}`;
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Copies a table so that it can be pasted into a sheet; `false` when the browser does not allow it. */
export async function copy(lines: readonly (readonly string[])[]): Promise<boolean> {
  const text = lines
    .map((line) => line.map((field) => asText(field).replace(/\s+/g, ' ')).join('\t'))
    .join('\n');
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyTheOldWay(text);
  }
}

/** Pages opened from disk have no clipboard in some browsers. */
function copyTheOldWay(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}
