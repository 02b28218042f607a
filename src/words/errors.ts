import type {
  ColumnRoleName,
  ErrorArgs,
  ErrorCode,
  UnreadFormat,
  WorkbookDamage,
} from '../model/error-args.ts';
import type { Lang } from '../model/lang.ts';
import { placeName } from './place-text.ts';
import { seriesProblemText } from './series-problems.ts';

export interface ErrorText {
  readonly message: string;
  /** What to do. */
  readonly hint: string;
}

/** What is most like a header is a row of the table itself. */
const BEGINS_WITH_CODE = /^[A-Z]\d+(?:\.\w+)*(?:\s|$)/;

const formatNames = {
  en: {
    'xlsx-locked': 'a workbook locked with a password',
    odf: 'an OpenDocument file that is neither a workbook nor a text',
    mhtml: 'a web archive (.mht)',
    pptx: 'a presentation (.pptx)',
    rtf: 'a text document (.rtf)',
    xml: 'an XML file',
    gzip: 'a compressed file (.gz)',
    rar: 'a compressed archive (.rar)',
    '7z': 'a compressed archive (.7z)',
    image: 'a picture',
    sqlite: 'a database (SQLite)',
    access: 'a database (Access)',
    epub: 'an electronic book (.epub)',
    numbers: 'a document of Apple Numbers, Pages or Keynote',
  },
  it: {
    'xlsx-locked': 'una cartella di lavoro protetta da password',
    odf: 'un file OpenDocument che non è né un foglio di calcolo né un testo',
    mhtml: 'un archivio web (.mht)',
    pptx: 'una presentazione (.pptx)',
    rtf: 'un documento di testo (.rtf)',
    xml: 'un file XML',
    gzip: 'un file compresso (.gz)',
    rar: 'un archivio compresso (.rar)',
    '7z': 'un archivio compresso (.7z)',
    image: "un'immagine",
    sqlite: 'un archivio di dati (SQLite)',
    access: 'un archivio di dati (Access)',
    epub: 'un libro elettronico (.epub)',
    numbers: 'un documento di Apple Numbers, Pages o Keynote',
  },
} as const satisfies Record<Lang, Record<UnreadFormat, string>>;

const PASSWORD = {
  en: 'open it in Excel, remove the password (File, Info, Protect Workbook, Encrypt with Password: empty the field) and save it',
  it: 'aprirlo con Excel, togliere la password (File, Informazioni, Proteggi cartella di lavoro, Crittografa con password: svuotare il campo) e salvarlo',
} as const;
const UNPACK = {
  en: 'unpack it, and pass the workbook or the CSV file that is in it',
  it: 'estrarre il contenuto e indicare la cartella di lavoro o il file CSV che contiene',
} as const;
const EXPORT = {
  en: 'export the table from the program that made it, as .xlsx or .csv',
  it: 'esportare la tabella dal programma di origine, come .xlsx o .csv',
} as const;
const PICTURE = {
  en: 'a picture has no text; ask for the workbook or the PDF that it was taken from',
  it: "un'immagine non contiene testo; chiedere la cartella di lavoro o il PDF da cui è tratta",
} as const;

const hintsIn = (lang: Lang): Partial<Record<UnreadFormat, string>> => ({
  'xlsx-locked': PASSWORD[lang],
  gzip: UNPACK[lang],
  rar: UNPACK[lang],
  '7z': UNPACK[lang],
  image: PICTURE[lang],
  sqlite: EXPORT[lang],
  access: EXPORT[lang],
  numbers: EXPORT[lang],
});

/** What helps with some formats more than to save them anew. */
const formatHints = { en: hintsIn('en'), it: hintsIn('it') };

const damageTexts = {
  en: {
    truncated: 'it is truncated',
    directory: 'its list of parts is broken',
    encrypted: 'it is encrypted',
    packing: 'a part of it cannot be unpacked',
    size: 'a part of it unpacks to more than it states',
    'no-sheets': 'it has no sheets',
    'part-missing': 'a part of it is missing',
    xml: 'a part of it is not well-formed XML',
    doctype: 'a part of it declares a document type, which no workbook needs',
    encoding: 'a part of it has bytes that are no text',
    address: 'a row or cell has no valid address',
    'row-twice': 'a sheet has two rows of the same number',
    'cell-twice': 'a sheet has two cells of the same address',
    format: 'a number format is longer than any program writes',
    text: 'a cell has more text than a workbook can hold',
  },
  it: {
    truncated: 'è troncata',
    directory: "l'elenco delle sue parti è danneggiato",
    encrypted: 'è cifrata',
    packing: 'una sua parte non si può decomprimere',
    size: 'una sua parte decompressa è più grande di quanto dichiari',
    'no-sheets': 'non ha fogli',
    'part-missing': 'manca una sua parte',
    xml: 'una sua parte non è XML ben formato',
    doctype: 'una sua parte dichiara un tipo di documento, che non serve a nessuna cartella di lavoro',
    encoding: 'una sua parte ha byte che non sono testo',
    address: 'una riga o una cella non ha un indirizzo valido',
    'row-twice': 'un foglio ha due righe con lo stesso numero',
    'cell-twice': 'un foglio ha due celle con lo stesso indirizzo',
    format: 'un formato di numero è più lungo di quanti ne scriva qualunque programma',
    text: 'una cella ha più testo di quanto possa contenere una cartella di lavoro',
  },
} as const satisfies Record<Lang, Record<WorkbookDamage, string>>;
/** As they read in a sentence: `no code column`, `manca la colonna del codice`. */
const columnRoleNames = {
  en: { code: 'code', amount: 'amount', person: 'person', date: 'date', year: 'year' },
  it: {
    code: 'del codice',
    amount: 'delle ore',
    person: 'della persona',
    date: 'della data',
    year: "dell'anno",
  },
} as const satisfies Record<Lang, Record<ColumnRoleName, string>>;

function quotedList(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}

/**
 * The text of every error, in both languages, by code. Texts live with the error because `Error.message` is part of the
 * value a library caller sees.
 */
export const errorTexts = {
  en: {
    'file-not-found': ({ file }) => ({
      message: `${file}: no such file`,
      hint: 'check the path and its spelling',
    }),
    'file-is-directory': ({ file }) => ({
      message: `${file}: is a folder, expected a file`,
      hint: 'name the map file inside it',
    }),
    'nothing-matches': ({ pattern }) => ({
      message: `${pattern}: no such file, and no file matches it`,
      hint: 'check the path and its spelling',
    }),
    'folder-without-map': ({ folder }) => ({
      message: `${folder}: no file in this folder, nor below it, holds a map`,
      hint: 'name the folder that the maps are in, or the file of the map itself',
    }),
    'file-unreadable': ({ file, fault, reason }) =>
      fault === 'no-name'
        ? { message: 'the name of a file to read is empty', hint: 'name the file, or leave the option out' }
        : {
            message: `${file}: ${fault === 'no-permission' ? 'may not be read, for lack of permission' : fault === 'too-large' ? `is larger than procmap reads as a whole (${reason})` : `cannot be read (${reason})`}`,
            hint:
              fault === 'too-large'
                ? 'check that this is the right file'
                : 'check that the file is not open elsewhere and that you may read it',
          },
    'file-unwritable': ({ file, fault, reason }) => {
      const [why, hint] = {
        'not-found': [
          'cannot be written, its folder does not exist',
          'make the folder first, or check its spelling',
        ],
        'is-folder': ['is a folder, expected a file to write', 'name a file inside it'],
        'no-name': ['the name of the file to write is empty', 'name a file, or leave the option out'],
        closed: ['was closed before all was written', 'let the program that reads it read to the end'],
        'no-permission': [
          'may not be written, for lack of permission',
          'check that you may write there, and that the file is not open in Excel',
        ],
        'no-space': ['cannot be written, the disk is full', 'make room, or write to another disk'],
        other: [
          `cannot be written (${reason})`,
          'check that you may write there, and that the file is not open in Excel',
        ],
      }[fault === 'too-large' ? 'other' : fault] as [string, string];
      return { message: file === '' ? why : `${file}: ${why}`, hint };
    },
    'file-empty': ({ file }) => ({
      message: `${file}: is empty, expected a process map`,
      hint: 'export the map again',
    }),
    'file-exists': ({ file }) => ({
      message: `${file}: exists already`,
      hint: 'choose another name, or pass --force to replace it',
    }),
    'output-name-twice': ({ file }) => ({
      message: `${file}: two of the time-sheets have this name, and would become one output`,
      hint: 'rename one of them, or recode them one by one',
    }),
    'usage-measures': ({ file, column, first, firstColumn }) => ({
      message: `${file}: "${column}" cannot be added to "${firstColumn}" of ${first}`,
      hint: 'name the columns with --amount, or give time-sheets of one measure to --usage',
    }),
    'output-is-input': ({ file }) => ({
      message: `${file}: is an input of this command; inputs are never overwritten`,
      hint: 'choose another name for the output',
    }),
    'output-holds-decisions': ({ file, count }) => ({
      message: `${file}: exists already and holds ${count === 1 ? 'a decision' : `${count} decisions`}, which would be lost`,
      hint: `pass it as --decisions ${file} and write to another name, or pass --force to replace it`,
    }),
    'format-unsupported': ({ file, format }) => ({
      message: `${file}: is ${formatNames.en[format]}, expected a workbook (.xlsx, .ods, .xls), a table in .csv, .docx, .html or .pdf, or .json`,
      hint: formatHints.en[format] ?? 'open it in the program that made it and save it as .xlsx or .csv',
    }),
    'archive-of-others': ({ file, members, holds }) => ({
      message: `${file}: is no workbook but an archive of ${members === 1 ? 'one file' : `${members} files`}`,
      hint:
        holds === ''
          ? 'pass the map itself, as .xlsx or .csv'
          : `unpack it, and pass what is in it, such as ${holds}`,
    }),
    'lock-file': ({ file, of }) => ({
      message: `${file}: is the lock file that a program leaves beside a document while it is open, and holds no table`,
      hint: of === '' ? 'pass the document itself' : `pass the document itself, ${of}`,
    }),
    'workbook-damaged': ({ file, reason }) => ({
      message: `${file}: is not a readable workbook: ${damageTexts.en[reason]}`,
      hint:
        reason === 'encrypted' ? PASSWORD.en : 'open it in Excel or LibreOffice and save it again as .xlsx',
    }),
    'workbook-too-large': ({ file, sheet, measure, limit }) => ({
      message: `${file}: ${sheet === null ? 'the workbook' : `the sheet "${sheet}"`} ${measure === 'megabytes' ? 'unpacks to' : measure === 'cells' ? 'has' : 'claims'} more than ${limit} ${measure === 'megabytes' ? 'MB' : 'cells'}, which no process map does`,
      hint: 'check that this is the right file; delete empty sheets, rows and columns and save it again',
    }),
    'pdf-damaged': ({ file }) => ({
      message: `${file}: is not a readable PDF document: it is damaged or incomplete`,
      hint: 'open it in a PDF reader and print it to PDF again, or ask for the file that it was made from',
    }),
    'pdf-locked': ({ file }) => ({
      message: `${file}: is a PDF document locked with a password`,
      hint: 'open it with the password and save it without one',
    }),
    'pdf-without-text': ({ file, pages }) => ({
      message: `${file}: is a scan: its ${pages === 1 ? 'page holds a picture' : `${pages} pages hold pictures`} and no text`,
      hint: 'ask for the file that it was made from, or have the text recognised (OCR) and check every code before use',
    }),
    'text-too-large': ({ file, measure, found, limit }) => ({
      message: `${file}: has ${found} ${measure === 'megabytes' ? 'MB' : measure}, more than a process map can hold (limit ${limit})`,
      hint: 'check that this is the right file',
    }),
    outsized: ({ place, measure, found, limit }) => ({
      message: `${place.file}: ${placeName(place, 'en')}: ${
        measure === 'levels' ? `an entry stands ${found} levels deep` : `a ${measure} has ${found} characters`
      }, more than any map has (limit ${limit})`,
      hint: 'check that this is the right file, and that no quotation mark runs over many lines',
    }),
    'not-text': ({ file }) => ({
      message: `${file}: is binary data, expected a text table or a workbook`,
      hint: 'save the map as .xlsx or .csv',
    }),
    'quote-unclosed': ({ file, line }) => ({
      message: `${file}:${line}: a quotation mark opened here is never closed, so the rows below cannot be told apart`,
      hint: 'close it, or write it twice inside a cell that is in quotation marks; or save the file again from Excel',
    }),
    'turtle-invalid': ({ file, line, reason }) => ({
      message: `${file}, line ${line}: is no Turtle: ${reason}`,
      hint: 'have the program that wrote it write it anew, or save the map as .csv',
    }),
    'turtle-without-concepts': ({ file }) => ({
      message: `${file}: has no concepts, expected each entry of the map as a skos:Concept with a skos:notation`,
      hint: 'procmap convert MAP -o map.ttl writes a map so',
    }),
    'turtle-several-parents': ({ file, line, concept, parents }) => ({
      message: `${file}, line ${line}: ${concept} stands below several concepts, expected one: ${parents}`,
      hint: 'a map is a tree: keep one skos:broader for each concept',
    }),
    'json-invalid': ({ file, path, reason }) => ({
      message: `${file}: is no process map in JSON (${path === '' ? '' : `at ${path}: `}${reason})`,
      hint: 'only JSON written by procmap convert is read; docs/process-map.schema.json describes it',
    }),
    'no-map': ({ file, found, known }) => ({
      message: `${file}: no process map found${found === '' ? '' : `; the row most like a header is "${found}"`}`,
      hint: BEGINS_WITH_CODE.test(found)
        ? 'the table has no header: put a row above it that names its columns, such as "code | label"'
        : `headers that are recognised: ${known.join('; ')}; or name the columns in procmap.config.json`,
    }),
    'map-empty': ({ file, header }) => ({
      message: `${file}: the map is empty: no row below the header "${header}" has a code`,
      hint: 'export the map again, with its rows; codes look like A1.2.3.4',
    }),
    'no-correspondence': ({ file, found }) => ({
      message: `${file}: no correspondence found; the first row is ${found === '' ? 'empty' : found}`,
      hint: 'two columns of codes are needed, such as "Code 2022" and "Code 2025"; name others with --old-column and --new-column',
    }),
    'correspondence-doubtful': ({ file, at, why, value }) => ({
      message: `${file}: ${/^\d/.test(at) ? `line ${at}` : at}: ${{ spoilt: `"${value}" is what a spreadsheet has made of a code`, long: 'the row has more cells than the header', blank: 'no code stands here, which may be part of a merged cell above or mean that there is none' }[why]}`,
      hint: {
        spoilt: 'take the codes from the original, with their column formatted as text',
        long: 'put the cell that holds a separator in quotes',
        blank: 'write the code on every row, or a dash where there is none',
      }[why],
    }),
    'not-a-map': ({ file, what }) => ({
      message: `${file}: is ${{ crosswalk: 'a crosswalk', decisions: 'a file of decisions', timesheet: 'a time-sheet', correspondence: 'a correspondence between two classifications' }[what]}, not a map; expected a process map`,
      hint: {
        crosswalk: 'give the map itself; crosswalks are for procmap recode, chain and refs',
        decisions: 'give the map itself, and this file with --decisions',
        timesheet: 'give the map itself; time-sheets are for procmap recode, or for --usage',
        correspondence: `make a crosswalk of it: procmap crosswalk --import ${file} -o crosswalk.csv`,
      }[what],
    }),
    'code-columns-unclear': ({ file, columns }) => ({
      message: `${file}: ${columns.length} columns could be the code (${columns.join(', ')}), and what they hold does not tell them apart`,
      hint: 'rename or delete those that are not the code of this map',
    }),
    'codes-without-value': ({ file, column, count }) => ({
      message: `${file}: no process map found: ${count === 1 ? 'a cell' : `${count} cells`} of the code column (${column}) ${count === 1 ? 'is a formula' : 'are formulas'} without a value`,
      hint: 'open it in Excel or LibreOffice and save it again, so that the results are in the file',
    }),
    'layout-mismatch': ({ file, layout, found, known }) => ({
      message: `${file}: has no header of the layout "${layout}"${found === '' ? '' : `; the row most like one is "${found}"`}`,
      hint: `expected: ${known}; leave --layout out to have the layout recognised`,
    }),
    'code-unknown': ({ code, file, near }) => ({
      message: `code "${code}" is not in ${file}`,
      hint: near === '' ? 'procmap show lists the codes of a map' : `did you mean ${near}?`,
    }),
    'config-invalid': ({ file, problem }) => ({
      message: `${file}: is not a valid configuration: ${problem.en}`,
      hint: 'docs/config.schema.json describes it; editors check it when "$schema" names that file',
    }),
    'baseline-invalid': ({ file, problem }) => ({
      message: `${file}: is not a baseline of procmap: ${problem.en}`,
      hint: 'write it again with --write-baseline',
    }),
    'crosswalk-invalid': ({ file, problems }) => ({
      message: `${file}: cannot be applied, ${problems === 1 ? 'a problem was' : `${problems} problems were`} found`,
      hint: 'correct the lines named above, or write the crosswalk again with procmap crosswalk',
    }),
    'crosswalk-json': ({ file, path, reason }) => ({
      message: `${file}: is no crosswalk in JSON (${path === '' ? '' : `at ${path}: `}${reason})`,
      hint: 'only JSON written by procmap crosswalk is read; a table made by hand is best given as .csv',
    }),
    'document-damaged': ({ file, part }) => ({
      message: `${file}: is not a readable document (${part} is damaged)`,
      hint: 'open it in Word or LibreOffice and save it again as .docx',
    }),
    'chain-unfollowed': ({ first, second, differing, compared }) => ({
      message: `${first} and ${second}: these two do not follow one another; both start from the same revision, and ${differing} of ${compared} codes that the first changes are other entries in the second`,
      hint: 'name the crosswalks in the order of the revisions, each one once',
    }),
    'adopt-thin': ({ from, to, percent }) => ({
      message: `${to}: only ${percent} % of its entries correspond to ${from}, so neither was made from the other`,
      hint: 'name the national map that the local one was made from (--base), or leave --base out',
    }),
    'adopt-decisions': ({ problems }) => ({
      message: `${problems[0]?.place.file}: decisions that cannot be applied: ${problems.length}`,
      hint: 'none of the file was applied; correct it and run again',
    }),
    'adopt-open': ({ open }) => ({
      message: `nothing was written: ${open} ${open === 1 ? 'conflict is' : 'conflicts are'} not decided`,
      hint: 'decide them with --review, or leave --strict out',
    }),
    'adopt-stale': ({ file, count }) => ({
      message: `${file}: ${count} ${count === 1 ? 'decision does' : 'decisions do'} not fit the maps any more`,
      hint: 'name another file with --decisions, or take those rows out: the report lists them',
    }),
    series: ({ problem }) => seriesProblemText('en', problem),
    'chain-apart': ({ first, second }) => ({
      message: `${second}: knows none of the codes that ${first} leads to`,
      hint: 'name the crosswalks in the order of the revisions, the oldest first',
    }),
    'sheets-differ': ({ file, sheet, others }) => ({
      message: `${file}: several sheets hold bookings, and the header of ${others} is not that of "${sheet}"`,
      hint: 'name the sheets to recode together with --sheet, once for each; or give them the same header',
    }),
    'sheet-not-found': ({ file, sheet, found }) => ({
      message: `${file}: no sheet "${sheet}" among ${found}`,
      hint: 'name it as its tab does',
    }),
    'timesheet-not-editable': ({ file }) => ({
      message: `${file}: time-sheets are recoded as workbooks (.xlsx, .ods, .xls, .xlsb) or as text (.csv), and this is neither`,
      hint: 'open it in Excel or LibreOffice, save it as .xlsx and pass that',
    }),
    'timesheet-not-carried': ({ file, sheet, cell, found }) => ({
      message: `${file}: ${sheet}!${cell} ("${found}") would read otherwise as .xlsx, which is what recode writes`,
      hint: 'open it in Excel or LibreOffice, save it as .xlsx and pass that',
    }),
    'csv-one-sheet': ({ file, sheets }) => ({
      message: `${file}: several sheets hold bookings (${sheets}), and a CSV file holds one`,
      hint: 'write .xlsx, or name one sheet with --sheet',
    }),
    'timesheet-empty': ({ file }) => ({
      message: `${file}: is empty, expected a time-sheet`,
      hint: 'export the time-sheet again',
    }),
    'no-timesheet-header': ({ file, wanted, found }) => ({
      message:
        wanted === ''
          ? `${file}: no header found with a code and an amount column; its first row reads: ${found}`
          : `${file}: no header found with a column ${wanted}; its first row reads: ${found}`,
      hint: 'name the columns with --code and --amount, by header or by number',
    }),
    'column-not-found': ({ file, role, wanted, found }) => ({
      message:
        wanted === ''
          ? `${file}: no ${columnRoleNames.en[role]} column found among ${found}`
          : `${file}: no ${columnRoleNames.en[role]} column "${wanted}" among ${found}`,
      hint: `name it with --${role}, by header or by number`,
    }),
    'column-ambiguous': ({ file, role, found }) => ({
      message: `${file}: the ${columnRoleNames.en[role]} column may be any of ${found}`,
      hint: `name it with --${role}, by header or by number`,
    }),
    'column-unclear': ({ file, line, columns }) => ({
      message: `${file}: row ${line} is to be divided, and nothing says what the numbers in ${quotedList(columns)} are; copied into each part they would count twice`,
      hint: `name them: --amount for amounts, which are divided (with the other amount columns), --repeat ${columns.join(',')} for keys and rates, which every part repeats`,
    }),
    'booking-outside': ({ file, sheet, line, column, text }) => ({
      message: `${file}: ${sheet === '' ? '' : `sheet "${sheet}", `}row ${line}, column ${column}: "${text}" stands with an amount outside the columns of the table, and would not be recoded`,
      hint: 'put the booking into the table, or give its own table the same header on a sheet of its own; delete the row if it is none',
    }),
    'number-unnamed': ({ file, sheet, line, column, text }) => ({
      message: `${file}: ${sheet === '' ? '' : `sheet "${sheet}", `}row ${line}: nothing says what ${text} in column ${column} is, which has no header`,
      hint: `give the column a header; or name it with --amount (with the other amount columns) where it holds amounts, with --repeat "#${column}" where it holds keys or rates`,
    }),
    'amount-or-clock': ({ file, column, example }) => ({
      message: `${file}: amounts such as ${example} in "${column}" may be hours and minutes (7.30 for half past seven) or decimal numbers`,
      hint: 'pass --decimal-sign . (or ,) if they are decimal numbers; write hours and minutes with a colon (7:30)',
    }),
    'dates-month-first': ({ file, date, doubtful }) => ({
      message: `${file}: ${date} has the month first, and ${doubtful} above it was read with the day first`,
      hint: 'write the dates as 2023-01-31 and run it again',
    }),
    'partly-recoded': ({ file, codes, count }) => ({
      message: `${file}: some rows bear codes of the old map alone, others codes of the new map alone (${codes.join(', ')}${count > codes.length ? ', …' : ''}); part of it may be recoded already, and rows on codes of both maps would move twice`,
      hint: 'give the day the new codes begin with --valid-from, or pass --not-recoded if the codes of the new map are mistakes',
    }),
    'output-not-folder': ({ file }) => ({
      message: `${file}: is a file; several time-sheets, or a folder of them, go into a folder`,
      hint: 'name a folder with -o; it is made if it is not there',
    }),
    'output-is-folder': ({ file }) => ({
      message: `${file}: is a folder; one time-sheet goes into a file`,
      hint: 'name the file to write with -o',
    }),
    'output-holds-input': ({ file, input }) => ({
      message: `${file}: the output folder holds ${input}, which is read; inputs are never overwritten`,
      hint: 'name another folder with -o',
    }),
    'no-timesheets': ({ file }) => ({
      message: `${file}: no time-sheet in this folder, expected .csv, .tsv, .txt or .xlsx files`,
      hint: 'check that this is the right folder',
    }),
    'table-without-codes': ({ file, wanted, found }) => ({
      message:
        wanted === ''
          ? `${file}: no column with codes of the old map was found; its first row reads: ${found}`
          : `${file}: no column "${wanted}" was found; its first row reads: ${found}`,
      hint: 'check that the crosswalk starts from the map of this table; name the column of the codes with --column',
    }),
    'key-column-unclear': ({ file, sheet, columns }) => ({
      message: `${file}${sheet === null ? '' : `, sheet ${sheet}`}: several columns hold codes: ${columns.join(', ')}`,
      hint: 'name the one that is meant with --column, by header, letter or position (#2)',
    }),
    'named-column-missing': ({ file, wanted, found }) => ({
      message: `${file}: no column "${wanted}" among ${found}`,
      hint: 'name columns by header, letter (C) or position (#3)',
    }),
    'number-unclear': ({ place, columns }) => ({
      message: `${place.file}, ${placeName(place, 'en')}: the row becomes several, and would repeat its numbers in ${columns.map((column) => `"${column}"`).join(', ')}`,
      hint: 'say what they are: --repeat for what is the same in each row (a score, a target), --amount for what is to be divided (a budget); or give such rows to their main target with --split main',
    }),
    'already-rekeyed': ({ file, evidence, detail }) => ({
      message: {
        column: `${file}: has the new codes already: its column "${detail}" says so`,
        property: `${file}: has the new codes already: the properties of the workbook say so (procmap-rekey ${detail})`,
        codes: `${file}: seems to have the new codes already: ${detail} exist only in the new map, and no code of the old one alone is in it`,
      }[evidence],
      hint: {
        column:
          'nothing is carried over twice; for a further revision delete the columns that begin with procmap_ first',
        property: 'nothing is carried over twice with one crosswalk; take the table as it was before',
        codes: 'nothing is carried over twice; if the table does hold old codes, pass --not-rekeyed',
      }[evidence],
    }),
    'table-unwritable': ({ file }) => ({
      message: `${file}: rekey writes tables of the kind that it reads: CSV, .xlsx and .xlsm`,
      hint: 'save the table as .xlsx or .csv first',
    }),
    'code-unencodable': ({ file, code, encoding }) => ({
      message: `${file}: "${code}" cannot be written in ${encoding}, the encoding of the file`,
      hint: 'save the file as UTF-8',
    }),
    'already-recoded': ({ file, evidence, detail }) => ({
      message: {
        marker: `${file}: is recoded already: its column "${detail}" says so`,
        record: `${file}: is recoded already: it is what ${detail} records`,
        codes: `${file}: seems to be recoded already: ${detail} exist only in the new map, and few or no codes of the old one alone are in it`,
      }[evidence],
      hint: 'nothing is mapped twice; if the file does hold old codes, pass --not-recoded',
    }),
    'decisions-invalid': ({ problems }) => ({
      message: `${problems[0]?.place.file}: decisions that cannot be applied: ${problems.length}`,
      hint: 'none of the file was applied; correct it and run again',
    }),
    'layout-cannot-hold': ({ file, format, code }) => ({
      message: `${file}: ${format} cannot hold this map: ${code} would read back differently`,
      hint: 'write .json, which holds every map',
    }),
    usage: ({ message }) => ({ message, hint: 'procmap --help lists commands and options' }),
  },
  it: {
    'file-not-found': ({ file }) => ({
      message: `${file}: il file non esiste`,
      hint: 'controllare il percorso e il nome',
    }),
    'file-is-directory': ({ file }) => ({
      message: `${file}: è una cartella, serve un file`,
      hint: 'indicare il file della mappa al suo interno',
    }),
    'nothing-matches': ({ pattern }) => ({
      message: `${pattern}: il file non esiste, e nessun file vi corrisponde`,
      hint: 'controllare il percorso e il nome',
    }),
    'folder-without-map': ({ folder }) => ({
      message: `${folder}: nessun file in questa cartella, né sotto, contiene una mappa`,
      hint: 'indicare la cartella in cui sono le mappe, o il file della mappa stessa',
    }),
    'file-unreadable': ({ file, fault, reason }) =>
      fault === 'no-name'
        ? { message: 'il nome di un file da leggere è vuoto', hint: "indicare il file, o omettere l'opzione" }
        : {
            message: `${file}: ${fault === 'no-permission' ? 'impossibile leggerlo, manca il permesso' : fault === 'too-large' ? `è più grande di quanto procmap legga per intero (${reason})` : `impossibile leggere il file (${reason})`}`,
            hint:
              fault === 'too-large'
                ? 'verificare che sia il file giusto'
                : 'verificare che non sia aperto altrove e che si abbia il permesso di lettura',
          },
    'file-unwritable': ({ file, fault, reason }) => {
      const [why, hint] = {
        'not-found': [
          'impossibile scriverlo, la sua cartella non esiste',
          'creare prima la cartella, o controllarne il nome',
        ],
        'is-folder': ['è una cartella, serve un file da scrivere', 'indicare un file al suo interno'],
        'no-name': ['il nome del file da scrivere è vuoto', "indicare un file, o omettere l'opzione"],
        closed: [
          'chiuso prima che fosse scritto tutto',
          'lasciare che il programma che legge arrivi in fondo',
        ],
        'no-permission': [
          'impossibile scriverlo, manca il permesso',
          'verificare di poter scrivere in quella cartella e che il file non sia aperto in Excel',
        ],
        'no-space': [
          'impossibile scriverlo, il disco è pieno',
          'liberare spazio, o scrivere su un altro disco',
        ],
        other: [
          `impossibile scriverlo (${reason})`,
          'verificare di poter scrivere in quella cartella e che il file non sia aperto in Excel',
        ],
      }[fault === 'too-large' ? 'other' : fault] as [string, string];
      return { message: file === '' ? why : `${file}: ${why}`, hint };
    },
    'file-empty': ({ file }) => ({
      message: `${file}: è vuoto, serve una mappa dei processi`,
      hint: 'esportare di nuovo la mappa',
    }),
    'file-exists': ({ file }) => ({
      message: `${file}: esiste già`,
      hint: 'scegliere un altro nome, oppure --force per sostituirlo',
    }),
    'output-name-twice': ({ file }) => ({
      message: `${file}: due fogli ore hanno questo nome e diventerebbero un solo risultato`,
      hint: 'rinominarne uno, oppure ricodificarli uno alla volta',
    }),
    'usage-measures': ({ file, column, first, firstColumn }) => ({
      message: `${file}: "${column}" non si può sommare a "${firstColumn}" di ${first}`,
      hint: 'indicare le colonne con --amount, oppure dare a --usage fogli ore della stessa misura',
    }),
    'output-is-input': ({ file }) => ({
      message: `${file}: è un file di ingresso di questo comando; i file di ingresso non vengono mai sovrascritti`,
      hint: 'scegliere un altro nome per il risultato',
    }),
    'output-holds-decisions': ({ file, count }) => ({
      message: `${file}: esiste già e contiene ${count === 1 ? 'una decisione, che andrebbe persa' : `${count} decisioni, che andrebbero perse`}`,
      hint: `indicarlo con --decisions ${file} e scrivere con un altro nome, oppure --force per sostituirlo`,
    }),
    'format-unsupported': ({ file, format }) => ({
      message: `${file}: è ${formatNames.it[format]}, serve una cartella di lavoro (.xlsx, .ods, .xls), una tabella in .csv, .docx, .html o .pdf, oppure .json`,
      hint: formatHints.it[format] ?? 'aprirlo con il programma di origine e salvarlo come .xlsx o .csv',
    }),
    'archive-of-others': ({ file, members, holds }) => ({
      message: `${file}: non è una cartella di lavoro ma un archivio di ${members === 1 ? 'un file' : `${members} file`}`,
      hint:
        holds === ''
          ? 'indicare la mappa stessa, come .xlsx o .csv'
          : `estrarre il contenuto e indicare il file che serve, per esempio ${holds}`,
    }),
    'lock-file': ({ file, of }) => ({
      message: `${file}: è il file di blocco che un programma lascia accanto a un documento aperto, e non contiene tabelle`,
      hint: of === '' ? 'indicare il documento stesso' : `indicare il documento stesso, ${of}`,
    }),
    'workbook-damaged': ({ file, reason }) => ({
      message: `${file}: non è una cartella di lavoro leggibile: ${damageTexts.it[reason]}`,
      hint:
        reason === 'encrypted'
          ? PASSWORD.it
          : 'aprirlo con Excel o LibreOffice e salvarlo di nuovo come .xlsx',
    }),
    'workbook-too-large': ({ file, sheet, measure, limit }) => ({
      message: `${file}: ${sheet === null ? 'la cartella' : `il foglio "${sheet}"`} ${measure === 'megabytes' ? 'si espande a' : measure === 'cells' ? 'ha' : 'dichiara'} più di ${limit} ${measure === 'megabytes' ? 'MB' : 'celle'}, troppo per una mappa dei processi`,
      hint: 'verificare che sia il file giusto; eliminare fogli, righe e colonne vuoti e salvarlo di nuovo',
    }),
    'pdf-damaged': ({ file }) => ({
      message: `${file}: non è un documento PDF leggibile: è danneggiato o incompleto`,
      hint: 'aprirlo in un lettore PDF e stamparlo di nuovo in PDF, o chiedere il file da cui è stato creato',
    }),
    'pdf-locked': ({ file }) => ({
      message: `${file}: è un documento PDF protetto da password`,
      hint: 'aprirlo con la password e salvarlo senza',
    }),
    'pdf-without-text': ({ file, pages }) => ({
      message: `${file}: è una scansione: ${pages === 1 ? "la sua pagina contiene un'immagine" : `le sue ${pages} pagine contengono immagini`} e nessun testo`,
      hint: 'chiedere il file da cui è stato creato, o far riconoscere il testo (OCR) e controllare ogni codice prima di usarlo',
    }),
    'text-too-large': ({ file, measure, found, limit }) => ({
      message: `${file}: ha ${found} ${measure === 'megabytes' ? 'MB' : measure === 'pages' ? 'pagine' : 'celle'}, più di quanto possa contenere una mappa dei processi (limite ${limit})`,
      hint: 'verificare che sia il file giusto',
    }),
    outsized: ({ place, measure, found, limit }) => ({
      message: `${place.file}: ${placeName(place, 'it')}: ${
        measure === 'levels'
          ? `una voce sta a ${found} livelli di profondità`
          : `${{ cell: 'una cella', code: 'un codice', label: 'una descrizione' }[measure]} ha ${found} caratteri`
      }, più di quanti ne abbia qualunque mappa (limite ${limit})`,
      hint: 'verificare che sia il file giusto, e che nessuna virgoletta resti aperta per molte righe',
    }),
    'not-text': ({ file }) => ({
      message: `${file}: contiene dati binari, serve una tabella di testo o una cartella di lavoro`,
      hint: 'salvare la mappa come .xlsx o .csv',
    }),
    'quote-unclosed': ({ file, line }) => ({
      message: `${file}:${line}: le virgolette aperte qui non vengono mai chiuse, le righe seguenti non si distinguono`,
      hint: 'chiuderle, o raddoppiarle dentro una cella tra virgolette; oppure salvare di nuovo il file da Excel',
    }),
    'turtle-invalid': ({ file, line, reason }) => ({
      message: `${file}, riga ${line}: non è Turtle: ${reason}`,
      hint: 'farlo riscrivere dal programma che lo ha scritto, o salvare la mappa come .csv',
    }),
    'turtle-without-concepts': ({ file }) => ({
      message: `${file}: non contiene concetti, attesa ogni voce della mappa come skos:Concept con skos:notation`,
      hint: 'procmap convert MAPPA -o mappa.ttl scrive così una mappa',
    }),
    'turtle-several-parents': ({ file, line, concept, parents }) => ({
      message: `${file}, riga ${line}: ${concept} sta sotto più concetti, atteso uno solo: ${parents}`,
      hint: 'una mappa è un albero: lasciare un solo skos:broader per concetto',
    }),
    'json-invalid': ({ file, path, reason }) => ({
      message: `${file}: non è una mappa dei processi in JSON (${path === '' ? '' : `in ${path}: `}${reason})`,
      hint: 'si legge solo il JSON scritto da procmap convert, descritto in docs/process-map.schema.json',
    }),
    'no-map': ({ file, found, known }) => ({
      message: `${file}: nessuna mappa dei processi trovata${found === '' ? '' : `; la riga più simile a un'intestazione è "${found}"`}`,
      hint: BEGINS_WITH_CODE.test(found)
        ? 'la tabella è senza intestazione: aggiungere sopra una riga con i nomi delle colonne, come "codice | descrizione"'
        : `intestazioni riconosciute: ${known.join('; ')}; oppure indicare le colonne in procmap.config.json`,
    }),
    'map-empty': ({ file, header }) => ({
      message: `${file}: la mappa è vuota: nessuna riga sotto l'intestazione "${header}" ha un codice`,
      hint: 'esportare di nuovo la mappa, con le sue righe; i codici sono come A1.2.3.4',
    }),
    'no-correspondence': ({ file, found }) => ({
      message: `${file}: nessun raccordo trovato; la prima riga è ${found === '' ? 'vuota' : found}`,
      hint: 'servono due colonne di codici, per esempio "Codice 2022" e "Codice 2025"; altri nomi si indicano con --old-column e --new-column',
    }),
    'correspondence-doubtful': ({ file, at, why, value }) => ({
      message: `${file}: ${/^\d/.test(at) ? `riga ${at}` : at}: ${{ spoilt: `"${value}" è un codice cambiato dal foglio di calcolo`, long: "la riga ha più celle dell'intestazione", blank: 'qui non c’è un codice: può essere parte di una cella unita sopra, o dire che non esiste' }[why]}`,
      hint: {
        spoilt: "prendere i codici dall'originale, con la colonna formattata come testo",
        long: 'racchiudere tra virgolette la cella che contiene un separatore',
        blank: 'scrivere il codice su ogni riga, o un trattino dove non esiste',
      }[why],
    }),
    'not-a-map': ({ file, what }) => ({
      message: `${file}: è ${{ crosswalk: 'una tabella di raccordo', decisions: 'un file di decisioni', timesheet: 'un foglio ore', correspondence: 'un raccordo tra due classificazioni' }[what]}, non una mappa dei processi`,
      hint: {
        crosswalk: 'indicare la mappa; le tabelle di raccordo servono a procmap recode, chain e refs',
        decisions: 'indicare la mappa, e questo file con --decisions',
        timesheet: 'indicare la mappa; i fogli ore servono a procmap recode, o a --usage',
        correspondence: `farne una tabella di raccordo: procmap crosswalk --import ${file} -o raccordo.csv`,
      }[what],
    }),
    'code-columns-unclear': ({ file, columns }) => ({
      message: `${file}: ${columns.length} colonne potrebbero essere il codice (${columns.join(', ')}), e il loro contenuto non basta a distinguerle`,
      hint: 'rinominare o eliminare quelle che non sono il codice di questa mappa',
    }),
    'codes-without-value': ({ file, column, count }) => ({
      message: `${file}: nessuna mappa dei processi trovata: ${count === 1 ? 'una cella' : `${count} celle`} della colonna dei codici (${column}) ${count === 1 ? 'è una formula' : 'sono formule'} senza valore`,
      hint: 'aprirlo con Excel o LibreOffice e salvarlo di nuovo, perché il file contenga i risultati',
    }),
    'layout-mismatch': ({ file, layout, found, known }) => ({
      message: `${file}: non ha un'intestazione del tipo "${layout}"${found === '' ? '' : `; la riga più simile è "${found}"`}`,
      hint: `serve: ${known}; omettere --layout per far riconoscere il tipo di mappa`,
    }),
    'code-unknown': ({ code, file, near }) => ({
      message: `il codice "${code}" non è in ${file}`,
      hint: near === '' ? 'procmap show elenca i codici di una mappa' : `forse ${near}?`,
    }),
    'config-invalid': ({ file, problem }) => ({
      message: `${file}: la configurazione non è valida: ${problem.it}`,
      hint: 'è descritta in docs/config.schema.json; gli editor la verificano se "$schema" indica quel file',
    }),
    'baseline-invalid': ({ file, problem }) => ({
      message: `${file}: non è un file di riferimento di procmap: ${problem.it}`,
      hint: 'scriverlo di nuovo con --write-baseline',
    }),
    'crosswalk-invalid': ({ file, problems }) => ({
      message: `${file}: non si può applicare, ${problems === 1 ? 'contiene un problema' : `contiene ${problems} problemi`}`,
      hint: 'correggere le righe indicate sopra, oppure scrivere di nuovo la tabella con procmap crosswalk',
    }),
    'crosswalk-json': ({ file, path, reason }) => ({
      message: `${file}: non è una tabella di raccordo in JSON (${path === '' ? '' : `in ${path}: `}${reason})`,
      hint: 'si legge solo il JSON scritto da procmap crosswalk; una tabella fatta a mano va data in .csv',
    }),
    'document-damaged': ({ file, part }) => ({
      message: `${file}: non è un documento leggibile (${part} è danneggiato)`,
      hint: 'aprirlo con Word o LibreOffice e salvarlo di nuovo come .docx',
    }),
    'chain-unfollowed': ({ first, second, differing, compared }) => ({
      message: `${first} e ${second}: queste due non si susseguono; partono dalla stessa revisione, e ${differing} su ${compared} codici cambiati dalla prima sono altre voci nella seconda`,
      hint: "indicare le tabelle nell'ordine delle revisioni, ciascuna una volta sola",
    }),
    'adopt-thin': ({ from, to, percent }) => ({
      message: `${to}: solo il ${percent} % delle voci corrisponde a ${from}: nessuna delle due mappe viene dall'altra`,
      hint: 'indicare la mappa nazionale da cui viene quella locale (--base), oppure omettere --base',
    }),
    'adopt-decisions': ({ problems }) => ({
      message: `${problems[0]?.place.file}: decisioni che non si possono applicare: ${problems.length}`,
      hint: 'nessuna decisione del file è stata applicata; correggerle ed eseguire di nuovo',
    }),
    'adopt-open': ({ open }) => ({
      message: `non è stato scritto nulla: ${open === 1 ? 'un conflitto non è deciso' : `${open} conflitti non sono decisi`}`,
      hint: 'deciderli con --review, oppure omettere --strict',
    }),
    'adopt-stale': ({ file, count }) => ({
      message: `${file}: ${count === 1 ? 'una decisione non corrisponde' : `${count} decisioni non corrispondono`} più alle mappe`,
      hint: 'indicare un altro file con --decisions, oppure togliere quelle righe: sono elencate nel rapporto',
    }),
    series: ({ problem }) => seriesProblemText('it', problem),
    'chain-apart': ({ first, second }) => ({
      message: `${second}: non conosce nessuno dei codici a cui porta ${first}`,
      hint: "indicare le tabelle nell'ordine delle revisioni, dalla più vecchia",
    }),
    'sheets-differ': ({ file, sheet, others }) => ({
      message: `${file}: più fogli contengono ore, e l'intestazione di ${others} non è quella di "${sheet}"`,
      hint: 'indicare con --sheet i fogli da ricodificare insieme, uno per volta; oppure dare loro la stessa intestazione',
    }),
    'sheet-not-found': ({ file, sheet, found }) => ({
      message: `${file}: nessun foglio "${sheet}" tra ${found}`,
      hint: 'indicarlo come sulla sua linguetta',
    }),
    'timesheet-not-editable': ({ file }) => ({
      message: `${file}: i fogli ore si ricodificano come cartelle di lavoro (.xlsx, .ods, .xls, .xlsb) o come testo (.csv), e questo non è né l'una né l'altro`,
      hint: 'aprirlo con Excel o LibreOffice, salvarlo come .xlsx e indicare quello',
    }),
    'timesheet-not-carried': ({ file, sheet, cell, found }) => ({
      message: `${file}: ${sheet}!${cell} ("${found}") si leggerebbe diversamente come .xlsx, il formato che recode scrive`,
      hint: 'aprirlo con Excel o LibreOffice, salvarlo come .xlsx e indicare quello',
    }),
    'csv-one-sheet': ({ file, sheets }) => ({
      message: `${file}: più fogli contengono ore (${sheets}), e un file CSV ne contiene uno solo`,
      hint: 'scrivere un .xlsx, oppure indicare un foglio con --sheet',
    }),
    'timesheet-empty': ({ file }) => ({
      message: `${file}: è vuoto, serve un foglio ore`,
      hint: 'esportare di nuovo il foglio ore',
    }),
    'no-timesheet-header': ({ file, wanted, found }) => ({
      message:
        wanted === ''
          ? `${file}: nessuna intestazione con una colonna del codice e una delle ore; la prima riga è: ${found}`
          : `${file}: nessuna intestazione con la colonna ${wanted}; la prima riga è: ${found}`,
      hint: 'indicare le colonne con --code e --amount, per nome o per numero',
    }),
    'column-not-found': ({ file, role, wanted, found }) => ({
      message:
        wanted === ''
          ? `${file}: manca la colonna ${columnRoleNames.it[role]} tra ${found}`
          : `${file}: manca la colonna "${wanted}" (${columnRoleNames.it[role]}) tra ${found}`,
      hint: `indicarla con --${role}, per nome o per numero`,
    }),
    'column-ambiguous': ({ file, role, found }) => ({
      message: `${file}: la colonna ${columnRoleNames.it[role]} può essere una di queste: ${found}`,
      hint: `indicarla con --${role}, per nome o per numero`,
    }),
    'column-unclear': ({ file, line, columns }) => ({
      message: `${file}: la riga ${line} va suddivisa e nulla dice che cosa siano i numeri in ${quotedList(columns)}; copiati in ogni parte conterebbero due volte`,
      hint: `indicarle: --amount per le quantità, che vengono suddivise (insieme alle altre colonne di quantità), --repeat ${columns.join(',')} per chiavi e tariffe, ripetute in ogni parte`,
    }),
    'booking-outside': ({ file, sheet, line, column, text }) => ({
      message: `${file}: ${sheet === '' ? '' : `foglio "${sheet}", `}riga ${line}, colonna ${column}: "${text}" sta con una quantità fuori dalle colonne della tabella e non verrebbe ricodificato`,
      hint: 'portare la riga nella tabella, oppure la sua tabella, con la stessa intestazione, su un foglio a parte; se non sono ore, eliminarla',
    }),
    'number-unnamed': ({ file, sheet, line, column, text }) => ({
      message: `${file}: ${sheet === '' ? '' : `foglio "${sheet}", `}riga ${line}: nulla dice che cosa sia ${text} nella colonna ${column}, che non ha intestazione`,
      hint: `dare un'intestazione alla colonna; oppure indicarla con --amount (insieme alle altre colonne di quantità) se contiene quantità, con --repeat "#${column}" se contiene chiavi o tariffe`,
    }),
    'amount-or-clock': ({ file, column, example }) => ({
      message: `${file}: quantità come ${example} in "${column}" possono essere ore e minuti (7.30 per le sette e mezza) o numeri decimali`,
      hint: 'usare --decimal-sign . (o ,) se sono numeri decimali; scrivere ore e minuti con i due punti (7:30)',
    }),
    'dates-month-first': ({ file, date, doubtful }) => ({
      message: `${file}: ${date} ha il mese per primo, e ${doubtful} più sopra è stata letta con il giorno per primo`,
      hint: 'scrivere le date come 2023-01-31 e ripetere',
    }),
    'partly-recoded': ({ file, codes, count }) => ({
      message: `${file}: alcune righe hanno codici della sola vecchia mappa, altre della sola nuova (${codes.join(', ')}${count > codes.length ? ', …' : ''}); una parte può essere già ricodificata, e le righe con codici di entrambe le mappe si sposterebbero due volte`,
      hint: 'indicare il giorno da cui valgono i nuovi codici con --valid-from, oppure usare --not-recoded se i codici della nuova mappa sono errori',
    }),
    'output-not-folder': ({ file }) => ({
      message: `${file}: è un file; più fogli ore, o una cartella che ne contiene, vanno in una cartella`,
      hint: 'indicare una cartella con -o; se non esiste viene creata',
    }),
    'output-is-folder': ({ file }) => ({
      message: `${file}: è una cartella; un solo foglio ore va in un file`,
      hint: 'indicare il file da scrivere con -o',
    }),
    'output-holds-input': ({ file, input }) => ({
      message: `${file}: la cartella del risultato contiene ${input}, che viene letto; i file letti non vengono mai sovrascritti`,
      hint: "indicare un'altra cartella con -o",
    }),
    'no-timesheets': ({ file }) => ({
      message: `${file}: nessun foglio ore in questa cartella, attesi file .csv, .tsv, .txt o .xlsx`,
      hint: 'controllare che sia la cartella giusta',
    }),
    'table-without-codes': ({ file, wanted, found }) => ({
      message:
        wanted === ''
          ? `${file}: nessuna colonna con codici della vecchia mappa; la prima riga è: ${found}`
          : `${file}: manca la colonna "${wanted}"; la prima riga è: ${found}`,
      hint: 'verificare che la tabella di raccordo parta dalla mappa di questa tabella; indicare la colonna dei codici con --column',
    }),
    'key-column-unclear': ({ file, sheet, columns }) => ({
      message: `${file}${sheet === null ? '' : `, foglio ${sheet}`}: più colonne contengono codici: ${columns.join(', ')}`,
      hint: 'indicare quella giusta con --column, per nome, lettera o posizione (#2)',
    }),
    'named-column-missing': ({ file, wanted, found }) => ({
      message: `${file}: manca la colonna "${wanted}" tra ${found}`,
      hint: 'indicare le colonne per nome, lettera (C) o posizione (#3)',
    }),
    'number-unclear': ({ place, columns }) => ({
      message: `${place.file}, ${placeName(place, 'it')}: la riga diventa più righe, e ripeterebbe i suoi numeri in ${columns.map((column) => `"${column}"`).join(', ')}`,
      hint: 'dire che cosa sono: --repeat per ciò che è uguale in ogni riga (un punteggio, un obiettivo), --amount per ciò che va diviso (un budget); oppure dare queste righe alla destinazione principale con --split main',
    }),
    'already-rekeyed': ({ file, evidence, detail }) => ({
      message: {
        column: `${file}: ha già i nuovi codici: lo dice la sua colonna "${detail}"`,
        property: `${file}: ha già i nuovi codici: lo dicono le proprietà della cartella di lavoro (procmap-rekey ${detail})`,
        codes: `${file}: sembra avere già i nuovi codici: ${detail} esistono solo nella nuova mappa, e non c'è nessun codice solo della vecchia`,
      }[evidence],
      hint: {
        column:
          'nulla viene convertito due volte; per una revisione successiva eliminare prima le colonne che iniziano con procmap_',
        property:
          "nulla viene convertito due volte con la stessa tabella di raccordo; usare la tabella com'era prima",
        codes:
          'nulla viene convertito due volte; se la tabella contiene davvero i vecchi codici, usare --not-rekeyed',
      }[evidence],
    }),
    'table-unwritable': ({ file }) => ({
      message: `${file}: rekey scrive tabelle dello stesso tipo di quelle che legge: CSV, .xlsx e .xlsm`,
      hint: 'salvare prima la tabella come .xlsx o .csv',
    }),
    'code-unencodable': ({ file, code, encoding }) => ({
      message: `${file}: "${code}" non si può scrivere in ${encoding}, la codifica del file`,
      hint: 'salvare il file in UTF-8',
    }),
    'already-recoded': ({ file, evidence, detail }) => ({
      message: {
        marker: `${file}: è già ricodificato: lo dice la sua colonna "${detail}"`,
        record: `${file}: è già ricodificato: lo attesta ${detail}`,
        codes: `${file}: sembra già ricodificato: ${detail} esistono solo nella nuova mappa, e di codici solo della vecchia ce ne sono pochi o nessuno`,
      }[evidence],
      hint: 'nulla viene convertito due volte; se il file contiene davvero i vecchi codici, usare --not-recoded',
    }),
    'decisions-invalid': ({ problems }) => ({
      message: `${problems[0]?.place.file}: decisioni che non si possono applicare: ${problems.length}`,
      hint: 'nessuna decisione del file è stata applicata; correggerle ed eseguire di nuovo',
    }),
    'layout-cannot-hold': ({ file, format, code }) => ({
      message: `${file}: ${format} non può contenere questa mappa: ${code} si rileggerebbe in modo diverso`,
      hint: 'scrivere .json, che contiene qualunque mappa',
    }),
    usage: ({ message }) => ({ message, hint: 'procmap --help elenca comandi e opzioni' }),
  },
} as const satisfies Record<Lang, { readonly [C in ErrorCode]: (args: ErrorArgs[C]) => ErrorText }>;
