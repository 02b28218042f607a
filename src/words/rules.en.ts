import { kindTexts } from './kinds.ts';
import { quote, quoteBlanks } from './quote.ts';
import type { RuleTexts } from './rule-texts.ts';

const { node: kinds } = kindTexts.en;

export const englishRules: RuleTexts = {
  'code-syntax': {
    title: 'A code cannot be read',
    message: ({ value, expected }) =>
      expected === undefined
        ? `Unexpected code ${quote(value)}, expected a code such as A1.2.3.4`
        : `Unexpected code ${quote(value)}, expected ${quote(expected)}, which other codes begin with`,
    why: 'A code that cannot be read safely is never guessed: the row is in no tree and no hour can be carried over from it.',
    fix: 'Write the code as a letter and a number followed by numbers between dots, or move the text out of the code column. Where a spreadsheet took codes for numbers (01.1 for 1.1), format their column as text and enter them again.',
  },
  'spreadsheet-code': {
    title: 'A spreadsheet has changed a code',
    message: ({ value, damage, expected, count }) => {
      const what = {
        day: 'which is a day, as a spreadsheet makes of a code',
        power: 'which is a power of ten, as a spreadsheet makes of a code',
        number: 'which is a number, as a spreadsheet makes of a code',
        nought: 'which lacks a nought, as a spreadsheet makes of a code',
      }[damage];
      const more = count > 1 ? ` (${count} codes are so)` : '';
      return `Unexpected ${quote(value)}, ${what}${expected === '' ? '' : `; expected ${quote(expected)}`}${more}`;
    },
    why: 'The code is another one now: nothing is found under it, and the entry has lost its place in the tree.',
    fix: 'Format the column of codes as text before you open or type them, and write the codes again.',
  },
  'several-code-columns': {
    title: 'Several columns could be the code',
    message: ({ column, number, others, clear }) =>
      `Codes were read from the column ${quote(column)} (number ${number}), ${clear ? 'by what it holds' : 'but what the columns hold does not tell them apart'}; ${others.length === 1 ? 'the other is' : 'the others are'} ${others.map(quote).join(', ')}`,
    why: 'Read from the other column, the same table is another map.',
    fix: 'Check that it is the right one; name it in the configuration ("columns": { "code": ... }), or delete the other column.',
  },
  'code-not-canonical': {
    title: 'A code is not written in its canonical form',
    message: ({ value, code }) => `Unexpected spelling ${quote(value)}, expected ${code}`,
    why: 'The code was understood, but other programs compare codes letter by letter and will not find it.',
    fix: 'Write the canonical code. "procmap convert --fix" does it for the whole map.',
  },
  'duplicate-code': {
    title: 'An entry is listed twice',
    message: ({ code, label }) =>
      `Unexpected second row of ${code}${label === '' ? '' : ` ${quote(label)}`}, expected one row for each code`,
    why: 'Hours booked on the code are counted for two rows, or for either of them.',
    fix: 'Delete one of the rows, or give it the code it should have.',
  },
  'conflicting-label': {
    title: 'One code has two labels',
    message: ({ code, label, otherLabel }) =>
      `Unexpected label ${quote(label)} for ${code}, expected ${quote(otherLabel)} as on its other row`,
    why: 'Two activities share a code: of the hours booked on it nobody can tell which activity they were worked on.',
    fix: 'Give each activity a code of its own, or make the labels agree and delete one row.',
  },
  'duplicate-id': {
    title: 'An identifier stands at several entries',
    message: ({ id, code, otherCode }) =>
      `Unexpected identifier ${quote(id)} of ${code}, it is that of ${otherCode}; expected one of its own`,
    why: 'An identifier tells an entry over all revisions. Where two entries have it, it tells none, and is not used to compare revisions.',
    fix: 'Give the entry that came later another identifier; `procmap convert --mint-ids` gives one to entries without.',
  },
  'id-not-lasting': {
    title: 'Identifiers are numbers or codes',
    message: ({ id, why, count }) =>
      why === 'number'
        ? `Unexpected number ${quote(id)} as an identifier${count > 1 ? ` (${count} in all)` : ''}, expected one that no count of rows gives to another entry`
        : `Unexpected identifier ${quote(id)}${count > 1 ? ` (${count} in all)` : ''}, it ends in the code of its entry; expected one that stays when the code changes`,
    why: 'Rows are numbered anew in each file, and codes are recycled. Such identifiers would link entries that only stand in the same place, so they are not used to compare revisions.',
    fix: 'Nothing, where they are not meant to last. Otherwise have `procmap convert --mint-ids` give lasting ones.',
  },
  'orphan-code': {
    title: 'The branch above an entry is missing',
    message: ({ code, parent, missing, count }) =>
      `Unexpected ${code}${count > 1 ? ` and ${count - 1} more` : ''} without a branch above, expected a row for ${missing.length > 1 ? missing.join(', ') : parent}`,
    why: 'A row of the map is probably lost. The entries below it hang on the next branch up, and their path is incomplete.',
    fix: 'Add the missing row with its label, or correct the codes of the entries.',
  },
  'level-mismatch': {
    title: 'An entry bears a code of another level',
    message: ({ code, found, expected, proposed }) =>
      `Unexpected code ${code} for ${an(kinds[found])}, it is the code of ${an(kinds[expected])}${proposed === '' ? '' : `; expected a code such as ${proposed}`}`,
    why: 'Hours are booked on activities. With the code of its sub-process an activity cannot be told from it.',
    fix: 'Give the entry a code of its own level.',
  },
  'column-mismatch': {
    title: 'A code stands in a column of another level',
    message: ({ code, found, expected, count, last }) =>
      `Unexpected ${code}${count > 1 ? ` to ${last} (${count} rows)` : ''} in ${column(found)}, expected in ${column(expected)}`,
    why: 'The code decides the level, so the tree is right. People and programs that go by the column are misled.',
    fix: 'Move the cell to its column. Page breaks and unmerged cells are the usual cause.',
  },
  'numbering-gap': {
    title: 'Numbers are left out',
    message: ({ before, missing, count }) =>
      `Unexpected jump to ${before}, expected ${missing} before it${count > 1 ? ` (${count} codes)` : ''}`,
    why: 'A row may be lost, as happens at page breaks. Hours booked on its code would have nowhere to go.',
    fix: 'Compare with the original document and add the row. If the number was never given out, lower the severity of this rule.',
  },
  'empty-branch': {
    title: 'A branch has nothing below it',
    message: ({ code, label, kind }) =>
      `Unexpected empty ${kinds[kind]} ${code}${label === '' ? '' : ` ${quote(label)}`}, expected at least one entry below it`,
    why: 'Nothing can be booked in the branch; its rows may be lost.',
    fix: 'Add the entries below it, or delete the branch.',
  },
  'missing-label': {
    title: 'An entry has no label',
    message: ({ code, kind }) => `Unexpected empty label of ${kinds[kind]} ${code}, expected its name`,
    why: 'Nobody can tell what the code stands for, and it cannot be compared with another revision by what it means.',
    fix: 'Write the label beside the code.',
  },
  'label-without-code': {
    title: 'A label has no code on its row',
    message: ({ label, code }) =>
      code === ''
        ? `Unexpected label ${quote(label)} without a code, expected a code on its row`
        : `Unexpected label ${quote(label)} on a row of its own, expected beside ${code}, for which it was read`,
    why: 'An entry without a code cannot be booked on; a label beside the wrong row may be taken for another.',
    fix: 'Put code and label on one row.',
  },
  'code-column-disagrees': {
    title: 'Two cells of a row give different codes',
    message: ({ code, other, column }) =>
      `Unexpected code ${quote(other)} in column ${quote(column)}, expected ${code} as in the same row`,
    why: 'Some people book on the one and some on the other.',
    fix: 'Make both cells agree.',
  },
  'type-mismatch': {
    title: 'The type does not fit the entry',
    message: ({ code, found, expected }) =>
      `Unexpected type ${quote(found)}${code === '' ? '' : ` of ${code}`}, expected ${expected === '' ? 'A, M or G on entries that hours are booked on' : expected}`,
    why: 'Cost accounting sums hours by type: A for activities and training, M for coordination, G for the general entry.',
    fix: 'Correct the type, or the code.',
  },
  'coordination-code-mismatch': {
    title: "A coordination or training entry carries another branch's code",
    message: ({ found, expected }) => `Unexpected code ${quote(found)} in the label, expected ${expected}`,
    why: 'The hours of one branch may be booked on another.',
    fix: 'Correct the code in the label.',
  },
  'coordination-entry-missing': {
    title: 'A macro-process has no coordination entry',
    message: ({ code, expected }) =>
      `Unexpected macro-process ${code} without coordination, expected an entry ${expected}`,
    why: 'The other macro-processes have one: hours of coordination cannot be booked on this one.',
    fix: 'Add the entry, unless it is left out on purpose.',
  },
  'training-entry-missing': {
    title: 'A process has no training entry',
    message: ({ code, expected }) =>
      `Unexpected process ${code} without training, expected an entry ${expected}`,
    why: 'The other processes have one: hours of training cannot be booked on this one.',
    fix: 'Add the entry, unless it is left out on purpose.',
  },
  'training-label-mismatch': {
    title: 'A training entry is not named after its process',
    message: ({ code, label, expected }) =>
      `Unexpected label ${quote(label)} of ${code}, expected ${quote(expected)}`,
    why: 'A training entry serves its process. Another name points to a wrong code, or to a label that was cut.',
    fix: 'Name the entry after its process, or correct its code.',
  },
  'duplicate-label': {
    title: 'Two entries have the same label',
    message: ({ label, code, otherCode, scope }) =>
      `Unexpected label ${quote(label)} of ${code}, ${otherCode} ${scope === 'siblings' ? 'beside it' : 'elsewhere'} has the same; expected labels that tell them apart`,
    why: 'Who books by label cannot tell the two apart.',
    fix: 'Make the labels differ, or merge the entries.',
  },
  'out-of-order': {
    title: 'An entry stands out of order',
    message: ({ code, after }) =>
      `Unexpected place of ${code}, expected ${after === '' ? 'first among its siblings' : `after ${after}`}`,
    why: 'An entry out of order often has a wrong code.',
    fix: 'Check the code, then move the row.',
  },
  'shifted-labels': {
    title: 'A block of labels stands beside the wrong codes',
    message: ({ firstCode, lastCode, rows }) =>
      `Unexpected place of the labels from ${firstCode} to ${lastCode}: ${Math.abs(rows)} ${Math.abs(rows) === 1 ? 'row' : 'rows'} too ${rows < 0 ? 'high' : 'low'}; they were read for the codes they belong to, expected beside them`,
    why: 'Read row by row, every entry of the block has the label of its neighbour.',
    fix: 'Move the labels so that each stands beside its code, then check the ends of the block.',
  },
  'encoding-damage': {
    title: 'A text was damaged by a wrong encoding',
    message: ({ value, damage }) =>
      ({
        mojibake: `Unexpected signs of a wrong encoding in ${quote(value)}, expected readable letters`,
        replacement: `Unexpected placeholder for lost letters in ${quote(value)}, expected the letters`,
        control: `Unexpected invisible characters in ${quote(value)}, expected plain text`,
        undecodable: `Unexpected bytes that are no text (${value}), expected text in the encoding of the file`,
        guessed: `Letters were read as those of an old system (${value}), expected Unicode`,
        decomposed: `Unexpected accents apart from their letters in ${quote(value)}, expected letters with accents`,
        'look-alike': `Unexpected letter of another alphabet that looks like a Latin one in ${quote(value)}, expected Latin letters`,
      })[damage],
    why: 'A damaged label is not found by search and matches other revisions badly.',
    fix: 'Export the map again, as .xlsx or as CSV UTF-8, or correct the letters.',
  },
  'stray-whitespace': {
    title: 'Blanks that nobody sees',
    message: ({ value }) =>
      `Unexpected blanks in ${quoteBlanks(value)}, expected single blanks between words`,
    why: 'Programs that compare texts letter by letter take the two for different.',
    fix: 'Remove the superfluous blanks.',
  },
  'unread-row': {
    title: 'A row was not read',
    message: ({ text }) => `Unexpected row ${quote(text)}, expected an entry with a code or a heading`,
    why: 'What the row says is in no tree.',
    fix: 'Give it a code and a label, or move it above or below the table.',
  },
  'cell-without-value': {
    title: 'A cell has no value',
    message: ({ value, what }) =>
      what === 'formula'
        ? `Unexpected formula ${quote(value)} without a stored result, expected a value`
        : `Unexpected error ${quote(value)} in a cell, expected a value`,
    why: 'What the cell should say cannot be known from the file.',
    fix: 'Open the file in Excel or LibreOffice, mend the formula, or replace it by its value, and save.',
  },
  'unbalanced-quote': {
    title: 'The quotes of a cell do not match',
    message: () => 'Unexpected text after a closing quote, expected the cell to end there',
    why: 'Where a cell ends is a guess: parts of it, or the rows after it, may have been read wrongly.',
    fix: 'Double the quotes that belong to the text and quote the cell as a whole, as Excel does when it saves CSV.',
  },
  'ragged-row': {
    title: 'A row has more cells than its header',
    message: ({ cells, columns, text }) =>
      `Unexpected ${cells} cells below a header of ${columns} in ${quote(text)}, expected no more cells than names`,
    why: 'A sign that separates cells stands in one of them without quotes: the label is cut, and what follows stands in the wrong columns.',
    fix: 'Put the cell that holds the sign in quotes, as Excel does when it saves CSV, or save the file with another separator.',
  },
  'cut-text': {
    title: 'The print may have cut a text',
    message: ({ text }) =>
      `Unexpected end of ${quote(text)} at the edge of its cell, expected room for all its lines`,
    why: 'The row is too low for its text: programs leave the lines that do not fit out of the PDF, without a sign. What is missing cannot be read from the file.',
    fix: 'Ask for the workbook from which it was printed, or print it again with rows as high as their text (Optimal Row Height, AutoFit); or complete the label by hand.',
  },
  'text-outside-map': {
    title: 'The document holds more than the map',
    message: ({ what, text }) =>
      `Unexpected ${what === 'table' ? 'table' : 'text'} beside the map, ${quote(text)}, expected tables laid out as its header says`,
    why: 'A table of another form, or text below the map, was read as no part of it. If it holds entries, they are missing from the tree.',
    fix: 'Nothing, if it does not belong to the map; otherwise give the table the same columns as the others, with a header.',
  },
  'marked-text': {
    title: 'Cells bear a mark against spreadsheets',
    message: ({ mark, value, count }) => {
      const how = {
        formula: 'a formula of text',
        apostrophe: 'an apostrophe before it',
        'single-quotes': 'single quotes around it',
      }[mark];
      return `Unexpected ${how} in ${quote(value)}${count > 1 ? ` and ${count - 1} more` : ''}, expected the text alone, as which it was read`;
    },
    why: 'Programs that do not know the mark take it for a part of the code, and find nothing under it.',
    fix: 'Save the file anew with the codes as text; .xlsx needs no such marks.',
  },
  'repeated-sheet': {
    title: 'A sheet repeats others',
    message: ({ name, others, count }) =>
      `Unexpected copy: the ${count} entries that sheet ${quote(name)} has in common with ${others.map(quote).join(', ')} are in the map twice`,
    why: 'A copy kept in the workbook, or a sheet of everything beside the single ones, doubles each of its entries. Other findings on it are left out.',
    fix: 'Delete the sheet that is too many, or keep it in a file of its own.',
  },
  'sheet-without-map': {
    title: 'A sheet holds no map',
    message: ({ name }) => `Sheet ${quote(name)} holds no map and was left out`,
    why: 'Said so that a sheet that should hold one is not missed.',
    fix: 'Nothing, if it is a cover or notes. Else give it the header of the map.',
  },
  'other-revision': {
    title: 'A sheet holds another revision',
    message: ({ name, other, count }) =>
      `Unexpected sheet ${quote(name)} with ${count === 1 ? 'a code that names' : `${count} codes that name`} something else on the sheet ${quote(other)}, expected one revision`,
    why: 'Two revisions were read as one map. A code that stands in both means two things, and hours booked on it go to either.',
    fix: 'Say which sheet is meant with --sheet (--old-sheet and --new-sheet where two maps are compared), or delete the other one.',
  },
  'hidden-content': {
    title: 'Hidden content was read',
    message: ({ what, name, count }) =>
      count === 1
        ? `Hidden ${what} ${quote(name)} was read like the others`
        : `${count} hidden ${what}s (${name}) were read like the others`,
    why: 'Who looks at the workbook does not see these entries.',
    fix: 'Unhide it, or delete it if it no longer counts.',
  },
};

function column(header: string): string {
  return header === '' ? 'a column without a header' : `column ${quote(header)}`;
}

function an(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}
