import type { CellStyle } from '../../documents/spreadsheet/workbook.js';

/** Colours of the sheets: calm, readable in print without colour. */
export const colours = {
  dark: '1F3864',
  line: 'BFC7D5',
  group: 'DCE6F2',
  asked: 'F5F7FA',
  open: 'FFFFFF',
  ask: 'FFF9E5',
  faint: '8C8C8C',
  met: 'E2F0D9',
  partlyMet: 'FFF2CC',
  notMet: 'F8D7D3',
  notApplicable: 'E7E6E6',
  missing: 'FFD966',
  warning: 'A61C00',
} as const;

/** A cell that says something, in a locked sheet. */
export const asked: CellStyle = { border: colours.line, wrap: true, fill: colours.asked };

/** A cell to be filled in. */
export const open: CellStyle = {
  border: colours.line,
  wrap: true,
  fill: colours.open,
  locked: false,
};

/** A column's heading. */
export const heading: CellStyle = {
  bold: true,
  colour: 'FFFFFF',
  fill: colours.dark,
  border: colours.line,
  wrap: true,
  align: 'center',
  valign: 'center',
};

/** The heading of a group of rows. */
export const group: CellStyle = {
  bold: true,
  colour: colours.dark,
  fill: colours.group,
  valign: 'center',
};

/** Meant for the program, not for people. */
export const faint: CellStyle = { size: 7, colour: colours.faint };

export const dateFormat = 'dd/mm/yyyy';
