import type { WorkbookModel } from '../../documents/spreadsheet/workbook.js';
import type { ReportModel } from '../report-model.js';
import { agenciesSheet } from './agencies-sheet.js';
import { cellText } from './cell-text.js';
import { checksSheet, productsSheet } from './endpoint-details.js';
import { endpointsSheet } from './endpoints-sheet.js';
import { findingsSheet } from './findings-sheet.js';
import { planRows } from './plan-rows.js';
import { planSheet } from './plan-sheet.js';
import { requirementsSheet } from './requirements-sheet.js';
import { inputsSheet, notesSheet } from './source-sheets.js';
import { summarySheet } from './summary-sheet.js';
import { systemsSheet } from './systems-sheet.js';
import { tableSheet } from './table-sheet.js';
import { titled } from './words.js';

/**
 * The report as a workbook to work with. Cells are typed, so that numbers and days sort; nothing is a formula. The whole
 * workbook is built in memory: twenty thousand findings take about 1 GB and a quarter of a minute.
 */
export function reportWorkbook(model: ReportModel): WorkbookModel {
  const plan = planRows(model.findings);
  const tables = [
    agenciesSheet(model),
    systemsSheet(model),
    requirementsSheet(model),
    endpointsSheet(model),
    checksSheet(model),
    productsSheet(model),
    findingsSheet(model, plan),
    planSheet(model, plan),
    inputsSheet(model),
    notesSheet(model),
  ];
  return {
    title: cellText(titled('summary', model).title),
    sheets: [summarySheet(model), ...tables.map(tableSheet)],
  };
}
