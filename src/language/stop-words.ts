/** Words that carry no meaning of their own, folded; articles joined to prepositions and elided forms included. */
export const STOP_WORDS = {
  it: wordSet(`a ad ai agli al all alla alle allo anche attraverso c che chi ci coi col come comprende compresa comprese
    compresi compreso con cui d da dagli dai dal dall dalla dalle dallo degli dei del dell della delle dello di e ecc
    ed es etc eventuale eventuali eventualmente ex fra gli i il in incluse inclusi inclusa incluso ivi l la le lo loro mediante n ne negli nei nel nell
    nella nelle nello non nonche o od per quale quali s se si sia su sugli sui sul sull sulla sulle sullo sulle tra tramite
    un una uno quest questo questa questi queste cfr art artt comma presso relativa relative relativi relativo ovvero
    oppure`),
  en: wordSet(`a an and any are as at be by e eg etc for from g i ie in including into is it its nec n nos of on or
    s such than that the their these this those to via which with within without`),
  other: wordSet(''),
} as const;

/** Words after which a label names what it does not cover. */
export const EXCLUSIONS = {
  it: wordSet(
    'escluso esclusa esclusi escluse esclusione eccetto eccettuati eccettuate tranne salvo eccezione',
  ),
  en: wordSet('except excepting excluding excludes exclusive'),
  other: wordSet(''),
} as const;

/** Words of a label that names what its neighbours leave over. */
export const REST_WORDS = {
  it: wordSet('altro altra altri altre nca vari varie'),
  en: wordSet('other others miscellaneous nec nos'),
  other: wordSet(''),
} as const;

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter((word) => word !== ''));
}
