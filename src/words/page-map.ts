import { catalogue } from './catalogue.ts';

/** Words of the page's view in which one map is looked at alone. */
export const pageMapTexts = catalogue(
  {
    lead: 'What is wrong in a map, and the same map in another form.',
    map: 'Map to check or convert',
    check: 'Check',
    convert: 'Convert',
    found: 'What was found in {file}',
    saved: 'The findings as files',
    meanings: { md: 'to read', json: 'for programs', sarif: 'for tools that check files' },
    forms: 'The map in other forms: {entries} {entries|entry|entries}',
    whatToDo: 'What to do: {fix}',
    rule: 'Rule {id}: {title}',
  },
  {
    lead: 'Che cosa non va in una mappa, e la stessa mappa in un’altra forma.',
    map: 'Mappa da controllare o convertire',
    check: 'Controlla',
    convert: 'Converti',
    found: 'Rilievi in {file}',
    saved: 'I rilievi come file',
    meanings: { md: 'da leggere', json: 'per i programmi', sarif: 'per gli strumenti che controllano file' },
    forms: 'La mappa in altre forme: {entries} {entries|voce|voci}',
    whatToDo: 'Che cosa fare: {fix}',
    rule: 'Regola {id}: {title}',
  },
);
