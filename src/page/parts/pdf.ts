import { readPdf } from '../../read/pdf/read-pdf.ts';
import { answerFar } from './answer-far.ts';

answerFar({ readPdf });
