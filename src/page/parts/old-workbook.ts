import { readOldWorkbook } from '../../read/sheets/read-old-workbook.ts';
import { answerFar } from './answer-far.ts';

answerFar({ readOldWorkbook });
