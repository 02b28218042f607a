import { catalogue } from './catalogue.ts';

/** Help of `refs`. */
export const refsCliTexts = catalogue(
  {
    refs: 'find the codes that documents cite, and tell what has become of each',
    documentsArgument: 'documents: .txt, .md, .csv, .xlsx, .docx, or "-" for standard input',
    crosswalkOption: 'crosswalk (.csv, .xlsx, .json) that tells what becomes of the codes',
    mapOption: 'another map, such as an older one, in which to look codes up; may be given several times',
    failOnOption:
      'exit 1 when a cited code is one of these, separated by commas: changed, recycled, or a kind such as unknown, dropped, split, moved',
  },
  {
    refs: 'trova i codici citati nei documenti e dice che cosa ne è di ciascuno',
    documentsArgument: 'documenti: .txt, .md, .csv, .xlsx, .docx, oppure "-" per lo standard input',
    crosswalkOption: 'tabella di raccordo (.csv, .xlsx, .json) che dice che cosa diventano i codici',
    mapOption: "un'altra mappa, per esempio una più vecchia, in cui cercare i codici; ripetibile",
    failOnOption:
      'esce con 1 quando un codice citato è tra questi, separati da virgole: changed, recycled, o un tipo come unknown, dropped, split, moved',
  },
);
