import type { RuleId } from '../model/finding.ts';

/** A sheet of an example: cells between semicolons, rows on lines. */
export interface ExampleSheet {
  readonly name: string;
  readonly rows: string;
  /** 1-based. */
  readonly hiddenRow?: number;
}

/** A page of an example as it is printed: cells between semicolons, their lines between strokes. */
export interface ExamplePrint {
  readonly printed: string;
  /** 1-based: a row as high as one line, whatever it holds. */
  readonly lowRow?: number;
}

/**
 * A small map: a CSV file or a document as text, the sheets of a workbook, in which `=` begins a formula without a result, or
 * a printed page.
 */
export type ExampleMap = string | readonly ExampleSheet[] | ExamplePrint;

/** A map in which the rule finds something, and one in which it does not. */
export interface RuleExample {
  readonly bad: ExampleMap;
  readonly good: ExampleMap;
}

const national = (...rows: readonly string[]) =>
  ['Macro-processo;Processo;Sotto-processo;Attività', ...rows].join('\n');

const local = (...rows: readonly string[]) =>
  ['MacroProcesso;Processo;SottoProcesso;Attività;Codice;Tipo', ...rows].join('\n');

const flat = (...rows: readonly string[]) => ['Codice;Descrizione', ...rows].join('\n');

const ACQUISTI = 'B2 Risorse;B2.1 Acquisti;B2.1.1 Forniture;B2.1.1.1 Gare';
const ACQUISTI_LOCAL = 'B2 Risorse;B2.1 Acquisti;B2.1.1 Forniture;Gare;B2.1.1.1;A';

const PRINTED = national(
  'B2 Risorse;B2.1 Acquisti;B2.1.1 Forniture;B2.1.1.1 Gare sopra/la soglia comunitaria',
);

const htmlTable = (...rows: readonly string[]) =>
  `<table>\n${rows.map((row) => `<tr><td>${row.replaceAll(';', '</td><td>')}</td></tr>`).join('\n')}\n</table>`;

const PAGE = htmlTable('Codice;Descrizione', 'B2.1.1.1;Gare', 'B2.1.1.2;Collaudi');

/** Examples of the rules' pages, run by a test. The content is Italian in every language, as the maps are. */
export const ruleExamples: { readonly [R in RuleId]: RuleExample } = {
  'code-syntax': {
    bad: local(ACQUISTI_LOCAL, ';;;Collaudi;2.1.1.2;A'),
    good: local(ACQUISTI_LOCAL, ';;;Collaudi;B2.1.1.2;A'),
  },
  'spreadsheet-code': {
    bad: flat('1;Organi', '1.1;Consiglio', '01/01/2002;Sedute', '1.2;Giunta', '1.2.1;Verbali'),
    good: flat('1;Organi', '1.1;Consiglio', '1.1.2;Sedute', '1.2;Giunta', '1.2.1;Verbali'),
  },
  'several-code-columns': {
    bad: 'Codice interno;Codice;Descrizione\n31;B2.1.1.1;Gare\n7;B2.1.1.2;Collaudi',
    good: 'Protocollo;Codice;Descrizione\n31;B2.1.1.1;Gare\n7;B2.1.1.2;Collaudi',
  },
  'code-not-canonical': {
    bad: local(ACQUISTI_LOCAL, ';;;Collaudi;B.2.1.1.2.;A'),
    good: local(ACQUISTI_LOCAL, ';;;Collaudi;B2.1.1.2;A'),
  },
  'duplicate-code': {
    bad: national(ACQUISTI, ';;;B2.1.1.2 Collaudi', ';;;B2.1.1.2 Collaudi'),
    good: national(ACQUISTI, ';;;B2.1.1.2 Collaudi'),
  },
  'conflicting-label': {
    bad: national(ACQUISTI, ';;;B2.1.1.2 Collaudi', ';;;B2.1.1.2 Magazzino'),
    good: national(ACQUISTI, ';;;B2.1.1.2 Collaudi', ';;;B2.1.1.3 Magazzino'),
  },
  'duplicate-id': {
    bad: 'Codice;Descrizione;Id\nB2.1.1.1;Gare;k-41\nB2.1.1.2;Collaudi;k-41',
    good: 'Codice;Descrizione;Id\nB2.1.1.1;Gare;k-41\nB2.1.1.2;Collaudi;k-42',
  },
  'id-not-lasting': {
    bad: 'Codice;Descrizione;Id\nB2.1.1.1;Gare;1\nB2.1.1.2;Collaudi;2',
    good: 'Codice;Descrizione;Id\nB2.1.1.1;Gare;k-41\nB2.1.1.2;Collaudi;k-42',
  },
  'orphan-code': {
    bad: national('B2 Risorse;B2.1 Acquisti;;B2.1.1.1 Gare', ';;;B2.1.1.2 Collaudi'),
    good: national(ACQUISTI, ';;;B2.1.1.2 Collaudi'),
  },
  'level-mismatch': {
    bad: national('E1 Progetti;E1.3 Quadrilatero;E1.3.0 Bandi;E1.3.0 Istruttoria dei bandi'),
    good: national('E1 Progetti;E1.3 Quadrilatero;E1.3.0 Bandi;E1.3.0.1 Istruttoria dei bandi'),
  },
  'column-mismatch': {
    bad: national(ACQUISTI, ';B2.1.1.2 Collaudi;;'),
    good: national(ACQUISTI, ';;;B2.1.1.2 Collaudi'),
  },
  'numbering-gap': {
    bad: national(ACQUISTI, ';;;B2.1.1.4 Magazzino'),
    good: national(ACQUISTI, ';;;B2.1.1.1b Accordi quadro', ';;;B2.1.1.2 Collaudi'),
  },
  'empty-branch': {
    bad: national(ACQUISTI, ';;B2.1.2 Magazzino;'),
    good: national(ACQUISTI, ';;B2.1.2 Magazzino;B2.1.2.1 Scorte'),
  },
  'missing-label': {
    bad: national(ACQUISTI, ';;B2.1.2;B2.1.2.1 Scorte'),
    good: national(ACQUISTI, ';;B2.1.2 Magazzino;B2.1.2.1 Scorte'),
  },
  'label-without-code': {
    bad: national(ACQUISTI, ';;Magazzino;B2.1.1.2 Collaudi'),
    good: national(ACQUISTI, ';;B2.1.2 Magazzino;B2.1.2.1 Scorte'),
  },
  'code-column-disagrees': {
    bad: local(ACQUISTI_LOCAL, ';;;B2.1.1.3 Collaudi;B2.1.1.2;A'),
    good: local(ACQUISTI_LOCAL, ';;;B2.1.1.2 Collaudi;B2.1.1.2;A'),
  },
  'type-mismatch': {
    bad: local(ACQUISTI_LOCAL, ';;;Collaudi;B2.1.1.2;M'),
    good: local(ACQUISTI_LOCAL, ';;;Collaudi;B2.1.1.2;A'),
  },
  'coordination-code-mismatch': {
    bad: local(
      'E1 Progetti;F1.C Coordinamento Progetti;;;E1;M',
      ';E1.1 Turismo;E1.1.1 Fiere;Eventi;E1.1.1.1;A',
    ),
    good: local(
      'E1 Progetti;E1.C Coordinamento Progetti;;;E1;M',
      ';E1.1 Turismo;E1.1.1 Fiere;Eventi;E1.1.1.1;A',
    ),
  },
  'coordination-entry-missing': {
    bad: local('B1 Personale;B1.C Coordinamento Personale;;;B1;M', ACQUISTI_LOCAL),
    good: local(
      'B1 Personale;B1.C Coordinamento Personale;;;B1;M',
      'B2 Risorse;B2.C Coordinamento Risorse;;;B2;M',
    ),
  },
  'training-entry-missing': {
    bad: local('B2 Risorse;B2.1 Acquisti;B2.1.F Formazione Acquisti;;B2.1.F.F;A', ';B2.2 Patrimonio;;;;'),
    good: local(
      'B2 Risorse;B2.1 Acquisti;B2.1.F Formazione Acquisti;;B2.1.F.F;A',
      ';B2.2 Patrimonio;B2.2.F Formazione Patrimonio;;B2.2.F.F;A',
    ),
  },
  'training-label-mismatch': {
    bad: local('B2 Risorse;B2.1 Acquisti;B2.1.F Formazione Personale;;B2.1.F.F;A'),
    good: local('B2 Risorse;B2.1 Acquisti;B2.1.F Formazione Acquisti;;B2.1.F.F;A'),
  },
  'duplicate-label': {
    bad: national(ACQUISTI, ';;;B2.1.1.2 GARE'),
    good: national('A3 Comunicazione;A3.1 Comunicazione;A3.1.1 Comunicazione;A3.1.1.1 Comunicazione'),
  },
  'out-of-order': {
    bad: national(ACQUISTI, ';;;B2.1.1.3 Magazzino', ';;;B2.1.1.2 Collaudi'),
    good: national(ACQUISTI, ';;;B2.1.1.1b Accordi quadro', ';;;B2.1.1.2 Collaudi', ';;;B2.1.1.10 Magazzino'),
  },
  'shifted-labels': {
    bad: local(
      'B2 Risorse;B2.1 Acquisti;B2.1.F Formazione Acquisti;Gare;B2.1.F.F;A',
      ';;B2.1.1 Forniture;Collaudi;B2.1.1.1;A',
      ';;;Magazzino;B2.1.1.2;A',
      ';;;;B2.1.1.3;A',
    ),
    good: local(
      'B2 Risorse;B2.1 Acquisti;B2.1.F Formazione Acquisti;;B2.1.F.F;A',
      ';;B2.1.1 Forniture;Gare;B2.1.1.1;A',
      ';;;Collaudi;B2.1.1.2;A',
      ';;;Magazzino;B2.1.1.3;A',
    ),
  },
  'encoding-damage': {
    bad: national(ACQUISTI, ';;;B2.1.1.2 QualitÃ\u00a0 e sostenibilit\ufffd'),
    good: national(ACQUISTI, ';;;B2.1.1.2 Qualità e sostenibilità'),
  },
  'stray-whitespace': {
    bad: national(ACQUISTI, ';;;B2.1.1.2 Collaudi  e   verifiche '),
    good: national(ACQUISTI, ';;;B2.1.1.2 Collaudi e verifiche'),
  },
  'unread-row': {
    bad: national(ACQUISTI, 'da verificare con il dirigente;;;', ';;;B2.1.1.2 Collaudi'),
    good: national(ACQUISTI, ';;;B2.1.1.2 Collaudi', '', 'Il Segretario Generale;;;'),
  },
  'cell-without-value': {
    bad: [{ name: 'Mappa', rows: national(ACQUISTI, ';;;=Foglio2!A2') }],
    good: [{ name: 'Mappa', rows: national(ACQUISTI, ';;;B2.1.1.2 Collaudi') }],
  },
  'unbalanced-quote': {
    bad: national(ACQUISTI, ';;;"B2.1.1.2 Collaudi "sul" posto"', ';;;B2.1.1.3 Magazzino'),
    good: national(ACQUISTI, ';;;"B2.1.1.2 Collaudi ""sul"" posto"', ';;;B2.1.1.3 Magazzino'),
  },
  'sheet-without-map': {
    bad: [
      { name: 'Copertina', rows: 'Mappa dei processi' },
      { name: 'Mappa', rows: national(ACQUISTI) },
    ],
    good: [{ name: 'Mappa', rows: national(ACQUISTI) }],
  },
  'ragged-row': {
    bad: flat('B2.1.1.1;Gare; appalti e contratti', 'B2.1.1.2;Collaudi'),
    good: flat('B2.1.1.1;"Gare; appalti e contratti"', 'B2.1.1.2;Collaudi'),
  },
  'cut-text': {
    bad: { printed: PRINTED, lowRow: 2 },
    good: { printed: PRINTED },
  },
  'text-outside-map': {
    bad: `${PAGE}\n${htmlTable('Ufficio;Telefono;Piano', 'Gare;12;3')}`,
    good: PAGE,
  },
  'marked-text': {
    bad: flat('="01";Organi', '="01.10";Consiglio'),
    good: flat('01;Organi', '01.10;Consiglio'),
  },
  'repeated-sheet': {
    bad: [
      { name: 'Mappa', rows: national(ACQUISTI, ';;;B2.1.1.2 Collaudi') },
      { name: 'Mappa (2)', rows: national(ACQUISTI, ';;;B2.1.1.2 Collaudi') },
    ],
    good: [{ name: 'Mappa', rows: national(ACQUISTI, ';;;B2.1.1.2 Collaudi') }],
  },
  'other-revision': {
    bad: [
      { name: 'Rev. 2021', rows: national(ACQUISTI, ';;;B2.1.1.2 Collaudi', ';;;B2.1.1.3 Magazzino') },
      { name: 'Rev. 2023', rows: national(ACQUISTI, ';;;B2.1.1.2 Contratti', ';;;B2.1.1.3 Collaudi') },
    ],
    good: [
      { name: 'Acquisti', rows: national(ACQUISTI, ';;;B2.1.1.2 Collaudi') },
      { name: 'Personale', rows: national('B1 Personale;B1.1 Selezione;B1.1.1 Concorsi;B1.1.1.1 Bandi') },
    ],
  },
  'hidden-content': {
    bad: [{ name: 'Mappa', rows: national(ACQUISTI, ';;;B2.1.1.2 Collaudi'), hiddenRow: 3 }],
    good: [{ name: 'Mappa', rows: national(ACQUISTI, ';;;B2.1.1.2 Collaudi') }],
  },
};
