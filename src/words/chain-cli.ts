import { catalogue } from './catalogue.ts';

/** Help and messages of `chain`. */
export const chainCliTexts = catalogue(
  {
    chain: 'compose crosswalks into one, such as 2021 -> 2023 with 2023 -> next',
    crosswalksArgument: 'crosswalks (.csv, .xlsx, .json) in the order of the revisions, the oldest first',
    two: 'name two crosswalks or more',
    unknown:
      '{file}: does not know {count} of the codes that lead to it, which {count|is|are} open now: {codes}',
    partly:
      '{count} {count|code is|codes are} dropped in part; time-sheets cannot be recoded on {count|it|them}: {codes}',
  },
  {
    chain: 'compone più tabelle di raccordo in una, come 2021 -> 2023 con 2023 -> successiva',
    crosswalksArgument:
      "tabelle di raccordo (.csv, .xlsx, .json) nell'ordine delle revisioni, dalla più vecchia",
    two: 'indicare almeno due tabelle di raccordo',
    unknown: '{file}: non conosce {count} dei codici che vi portano, ora da decidere: {codes}',
    partly:
      '{count} {count|codice è soppresso in parte; su di esso|codici sono soppressi in parte; su di essi} non si possono ricodificare ore: {codes}',
  },
);
