/**
 * Abbreviations of the field and what they stand for, as folded words. Both are written alike before labels are compared,
 * so that `RI` and `Registro delle Imprese` are the same label, spelled twice.
 */
export const ABBREVIATIONS = {
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
  ],
  en: [
    ['exc', 'except'],
    ['excl', 'except'],
    ['mfg', 'manufacturing'],
    ['equip', 'equipment'],
  ],
  other: [],
} as const satisfies Record<string, readonly (readonly [string, string])[]>;

/**
 * Expressions that name the same thing share one of them, whatever the label calls it: public money given to firms is a
 * `contributo`. The left side is replaced by the right before stemming.
 */
export const FIELD_TERMS = {
  it: [
    ['diverso da', 'escluso'],
    ['diversa da', 'escluso'],
    ['diversi da', 'escluso'],
    ['diverse da', 'escluso'],
    ['forme di sostegno economico', 'contributi'],
    ['forme di sostegno finanziario', 'contributi'],
    ['sostegno economico', 'contributi'],
    ['sostegno finanziario', 'contributi'],
    ['bandi contributi', 'contributi'],
    ['bandi', 'contributi'],
    ['voucher', 'contributi'],
    ['personalizzata', 'individuale'],
    ['personalizzati', 'individuale'],
    ['personalizzato', 'individuale'],
    ['corsi', 'formazione'],
    ['corso', 'formazione'],
    ['formativa', 'formazione'],
    ['formativo', 'formazione'],
    ['formative', 'formazione'],
    ['formativi', 'formazione'],
  ],
  en: [['other than', 'except']],
  other: [],
} as const satisfies Record<string, readonly (readonly [string, string])[]>;
