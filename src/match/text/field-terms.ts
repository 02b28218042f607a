/**
 * Abbreviations and fixed expressions of the field, as folded words. The left side is replaced by the right before
 * stemming, so that `RI` and `Registro Imprese` count as the same words. Expressions that name the same thing share one
 * of them: public money given to firms is a `contributo`, whatever the label calls it.
 */
export const FIELD_TERMS = {
  it: [
    ['ri', 'registro imprese'],
    ['registro delle imprese', 'registro imprese'],
    ['hw', 'hardware'],
    ['sw', 'software'],
    ['pa', 'pubblica amministrazione'],
    ['pp aa', 'pubblica amministrazione'],
    ['ppaa', 'pubblica amministrazione'],
    ['s l', 'scuola lavoro'],
    ['d o', 'domanda offerta'],
    ['tel', 'telefono'],
    ['cciaa', 'camerale'],
    ['camera di commercio', 'camerale'],
    ['camere di commercio', 'camerale'],
    ['ia', 'intelligenza artificiale'],
    ['i a', 'intelligenza artificiale'],
    ['d lgs', 'decreto legislativo'],
    ['dlgs', 'decreto legislativo'],
    ['llpp', 'lavori pubblici'],
    ['ll pp', 'lavori pubblici'],
    ['cns', 'carta nazionale servizi'],
    ['pid', 'punto impresa digitale'],
    ['punti impresa digitale', 'punto impresa digitale'],
    ['sostegno economico', 'contributi'],
    ['sostegno finanziario', 'contributi'],
    ['bandi contributi', 'contributi'],
    ['bandi', 'contributi'],
    ['voucher', 'contributi'],
    ['corsi', 'formazione'],
    ['corso', 'formazione'],
    ['formativa', 'formazione'],
    ['formativo', 'formazione'],
    ['formative', 'formazione'],
    ['formativi', 'formazione'],
  ],
  en: [
    ['exc', 'except'],
    ['mfg', 'manufacturing'],
    ['equip', 'equipment'],
  ],
  other: [],
} as const satisfies Record<string, readonly (readonly [string, string])[]>;
