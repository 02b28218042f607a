import { renderAdoptionWorkbook } from '../../render/adoption/adoption-workbook.ts';
import { renderCrosswalkWorkbook } from '../../render/crosswalk-workbook.ts';
import { renderMapWorkbook } from '../../render/map-workbook.ts';
import { renderReportWorkbook } from '../../render/report-workbook.ts';
import { renderReviewWorkbook } from '../../render/review-workbook.ts';
import { answerFar } from './answer-far.ts';

answerFar({
  renderAdoptionWorkbook,
  renderCrosswalkWorkbook,
  renderMapWorkbook,
  renderReportWorkbook,
  renderReviewWorkbook,
});
