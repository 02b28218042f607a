/**
 * Text for a cell of a workbook, so that it reads back as it is: `_x0041_` would come back as `A`, and control characters
 * cannot stand in XML at all; both are written as the escapes that workbooks have for them (ECMA-376, ST_Xstring).
 */
export function workbookText(text: string): string {
  return (
    text
      .replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML forbids.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, (character) => {
        return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
      })
  );
}
