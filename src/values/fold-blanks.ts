const UNFOLDED = /^\s|\s$|\s\s|[^\S ]|[\u00ad\u200b-\u200d\u2060\ufeff]/;

/** Runs of blanks and line breaks as one blank, none at the ends; characters that nobody sees are gone. */
export function foldBlanks(text: string): string {
  if (!UNFOLDED.test(text)) return text;
  return text
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
