/** A text on a page: from the left and from the top, in points. */
export interface PrintedText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** Shows only what lies within, from left, top, right and bottom. */
  readonly within?: readonly [number, number, number, number];
}

/** A page of a PDF file that is written by hand. */
export interface PrintedPage {
  readonly texts: readonly PrintedText[];
  /** Lines of ink by their ends, as `x0 y0 x1 y1` from the top. */
  readonly rules?: readonly (readonly [number, number, number, number])[];
  readonly width?: number;
  readonly height?: number;
  /** Quarter turns of a hundred and such: 0, 90, 180, 270. */
  readonly rotate?: number;
  readonly size?: number;
}

/** A PDF file with these pages, in a font that every reader has. */
export function pdfOf(pages: readonly PrintedPage[]): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  pages.forEach((page, i) => {
    const { width = 842, height = 595, rotate = 0 } = page;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} ` +
        `/Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`,
    );
    const content = contentOf(page, height);
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  });
  return fileOf(objects);
}

function contentOf({ texts, rules = [], size = 8 }: PrintedPage, height: number): string {
  const lines = rules.map(([x0, y0, x1, y1]) => `${x0} ${height - y0} m ${x1} ${height - y1} l S`);
  const shown = texts.map(({ x, y, text, within }) => {
    const drawn = `BT /F1 ${size} Tf ${x} ${height - y} Td (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`;
    if (!within) return drawn;
    const [left, top, right, bottom] = within;
    return `q ${left} ${height - bottom} ${right - left} ${bottom - top} re W n ${drawn} Q`;
  });
  return ['0.5 w', ...lines, ...shown].join('\n');
}

function fileOf(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const start = file.length;
  const entries = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (character) => character.charCodeAt(0));
}
