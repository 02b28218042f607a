/** A header without accents, case, punctuation and what stands in brackets: `Attività (cod.)` is `attivita`. */
export function foldHeader(header: string): string {
  return header
    .slice(0, 200)
    .normalize('NFKD')
    .replace(/\p{M}|\([^)]*\)/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%€]+/gu, ' ')
    .trim();
}
