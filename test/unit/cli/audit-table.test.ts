import { describe, expect, test } from 'vitest';
import { auditTable } from '../../../src/cli/audit-table.js';
import { stylesFor } from '../../../src/cli/print.js';
import { cutTo, textWidth, wrap } from '../../../src/cli/text-width.js';
import type { ReportAgency, ReportCell, ReportModel } from '../../../src/reports/report-model.js';
import { emptyModel, emptyRow, sampleCell } from '../../support/report-model.js';

const cell = (count: string, percent: string): ReportCell => ({ ...sampleCell, count, percent });

function row(more: Partial<ReportAgency>): ReportAgency {
  return {
    ...emptyRow,
    id: 'so-a',
    name: 'Sở A',
    verdict: 'not_met',
    cells: [cell('1/2', '50%'), cell('0/2', '0%'), cell('9/10', '90%')],
    effective: cell('9/10', '90%'),
    ...more,
  };
}

function model(...agencies: readonly ReportAgency[]): ReportModel {
  return {
    ...emptyModel,
    title: 'Tỉnh',
    agencies,
    province: { ...emptyModel.province, ...row({ name: 'Toàn tỉnh' }) },
    openPoints: 3,
  };
}

const action = (text: string) => ({ text, short: text });

const huge = [
  cell('1234/2345', '52-99%'),
  cell('1234/2345', '52-99%'),
  cell('1234567/2345678', '52-99%'),
];

describe('the table', () => {
  test.each([
    { name: 'plain', agency: row({}) },
    { name: 'a long name', agency: row({ name: 'Sở '.repeat(500) }) },
    { name: 'a name of wide letters', agency: row({ name: '省'.repeat(50) }) },
    { name: 'figures wider than their columns', agency: row({ cells: huge }) },
    {
      name: 'a long name with such figures',
      agency: row({ name: 'Sở '.repeat(500), cells: huge }),
    },
    {
      name: 'many actions',
      agency: row({ actions: Array.from({ length: 9 }, () => action('cài cho 9.999 máy')) }),
    },
    { name: 'a very long action', agency: row({ actions: [action('x'.repeat(200))] }) },
  ])('fits 80 columns: $name', ({ agency }) => {
    const text = auditTable(model(agency), 'vi', 80, stylesFor('stdout'));
    expect(text.split('\n').filter((line) => textWidth(line) > 80)).toEqual([]);
    for (const { count } of agency.cells) expect(text).toContain(count);
  });

  test('control characters of a name are written out', () => {
    const text = auditTable(model(row({ name: 'A\u001b[31m\nB' })), 'vi', 80, stylesFor('stdout'));
    expect(text).toContain('A\\u{1b}[31m\\u{a}B');
  });
});

describe('width of texts', () => {
  test.each([
    ['Đường', 5],
    ['Đường'.normalize('NFD'), 5],
    ['省', 2],
    ['👩‍👩‍👧‍👦', 2],
    ['', 0],
  ])('%s is %i columns', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });

  test.each([
    ['Sở Tài chính', 20, 'Sở Tài chính'],
    ['Sở Tài chính', 6, 'Sở Tà…'],
    ['省省省', 4, '省…'],
    ['abc', 1, '…'],
  ])('%s cut to %i: %s', (text, width, cut) => {
    expect(cutTo(text, width)).toBe(cut);
    expect(textWidth(cutTo(text, width))).toBeLessThanOrEqual(width);
  });

  test('a name of two million letters is cut in no time', () => {
    const started = Date.now();
    cutTo('Sở '.repeat(700_000), 20);
    expect(Date.now() - started).toBeLessThan(1000);
  });

  test('wraps at blanks and keeps line breaks', () => {
    expect(wrap('một hai ba\nbốn', 7)).toEqual(['một hai', 'ba', 'bốn']);
  });
});
