// What is used of exceljs, and nothing of ours: the package has this file once (packaging/shared-libraries.mjs).
import ExcelJS from 'exceljs';

export const { Workbook } = ExcelJS;
