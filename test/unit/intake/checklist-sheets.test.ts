import { describe, expect, test } from 'vitest';
import type {
  CellContent,
  ReadCell,
  ReadSheet,
} from '../../../src/documents/spreadsheet/workbook.js';
import { isoDate } from '../../../src/domain/dates.js';
import type { Diagnostic } from '../../../src/domain/diagnostic.js';
import { annexSheet } from '../../../src/intake/checklists/annex-sheet.js';
import {
  checklistText,
  commonOf,
  hasOwnComments,
} from '../../../src/intake/checklists/checklist-text.js';
import { checklistWorkbook } from '../../../src/intake/checklists/checklist-workbook.js';
import { evidenceText, readEvidence } from '../../../src/intake/checklists/evidence-text.js';
import { findForms } from '../../../src/intake/checklists/find-forms.js';
import { formRows, intervalText } from '../../../src/intake/checklists/form-rows.js';
import { mergeAnswers } from '../../../src/intake/checklists/merge-answers.js';
import { type FormReading, readForm } from '../../../src/intake/checklists/read-form.js';
import { formatMessage } from '../../../src/messages/format.js';
import { answerTo, catalogue, formWith } from '../../support/checklists.js';

type Typed = string | number | boolean | null | ReadCell;

/** A cell as reading a workbook gives it. */
function cellOf(value: CellContent | Typed): ReadCell {
  if (value === null || value === '') return { kind: 'empty' };
  if (typeof value === 'string') return { kind: 'text', text: value };
  if (typeof value === 'number') return { kind: 'number', value };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if ('kind' in value) return value;
  if ('date' in value) return { kind: 'date', date: value.date };
  return { kind: 'text', text: value.runs.map(({ text }) => text).join('') };
}

/** Rows: 5 the first group, 6 4.1.a, 7 4.1.b, 8 4.1.c, 9 the second group, 10 4.14.1, 11 4.14.2#1. */
function sheet(
  changes: Readonly<Record<string, Typed>> = {},
  answers = [answerTo('4.1.a'), answerTo('4.1.b')],
): ReadSheet {
  const rows = formRows(formWith(answers), 'vi').map(({ cells }) => cells.map(cellOf));
  for (const [name, value] of Object.entries(changes)) {
    const [, letter = 'A', digits = '1'] = /^([A-Z])(\d+)$/.exec(name) ?? [];
    const index = Number(digits) - 1;
    while (rows.length <= index) rows.push([]);
    const row = rows[index] ?? [];
    const column = letter.charCodeAt(0) - 65;
    while (row.length <= column) row.push({ kind: 'empty' });
    row[column] = cellOf(value);
  }
  return { name: 'so-a-qlvb', hidden: false, rows, beyond: null };
}

function read(found: ReadSheet, more: { readonly from1904?: boolean } = {}) {
  const { forms, diagnostics } = findForms('phieu.xlsx', [found]);
  const nothing: FormReading = { answers: [], blank: new Map(), stale: 0, diagnostics: [] };
  const context = { catalogue, asOf: isoDate('2026-11-24'), from1904: more.from1904 ?? false };
  const [form] = forms;
  const reading = form ? readForm(form, context) : nothing;
  return { ...reading, diagnostics: [...diagnostics, ...reading.diagnostics] };
}

/** `cell code severity`, and the hint's key behind `→`. */
function brief({ code, message, severity, hint }: Diagnostic): string {
  const cell = message.params['cell'] ?? '-';
  return `${cell} ${code} ${severity}${hint ? ` → ${hint.key}` : ''}`;
}

test('a sheet as it was exported gives back its answers, and nothing to remark', () => {
  const answers = [
    answerTo('4.1.a', { evidence: ['=HYPERLINK("x")', 'hai\ndòng', '↵ và ␛'], note: "'-1" }),
    answerTo('4.1.b', {
      answer: 'not_applicable',
      reason: '@lý do',
      evidence: [],
      due: isoDate('2027-01-31'),
      responsible: '+84',
    }),
  ];
  const { diagnostics, answers: read1, blank, stale } = read(sheet({}, answers));
  expect(diagnostics).toEqual([]);
  expect(read1).toEqual(answers.map(({ at: _, ...each }) => each));
  expect([...blank]).toEqual([
    ['4.1.c', 7],
    ['4.14.1', 9],
    ['4.14.2#1', 10],
  ]);
  expect(stale).toBe(0);
});

const q = "'so-a-qlvb'!";
const formula: ReadCell = { kind: 'formula', shown: { kind: 'empty' } };

describe('one thing wrong', () => {
  test.each<[string, Readonly<Record<string, Typed>>, string[]]>([
    [
      'another word',
      { G6: 'Đạt rồi' },
      [`${q}G6 checklist_sheet.bad_answer error → checklist_sheet.bad_answer.hint`],
    ],
    [
      'a word with a slip',
      { G6: 'Đáp ứg' },
      [`${q}G6 checklist_sheet.bad_answer error → schema.did_you_mean`],
    ],
    [
      'a number for a word',
      { G6: 1 },
      [`${q}G6 checklist_sheet.bad_answer error → checklist_sheet.bad_answer.hint`],
    ],
    [
      'a word without its marks',
      { G6: ' đap  UNG ' },
      [`${q}G6 checklist_sheet.answer_read warning`],
    ],
    [
      'a formula for an answer',
      { G6: formula },
      [`${q}G6 sheet_cell.formula error → sheet_cell.formula.hint`],
    ],
    [
      'a formula for a text',
      { N6: formula },
      [`${q}N6 sheet_cell.formula error → sheet_cell.formula.hint`],
    ],
    [
      'a formula for a date',
      { J6: formula },
      [`${q}J6 sheet_cell.formula error → sheet_cell.formula.hint`],
    ],
    [
      'an error of a calculation',
      { H6: { kind: 'error', text: '#REF!' } },
      [`${q}H6 sheet_cell.error error → sheet_cell.error.hint`],
    ],
    ['a text beyond a cell', { H6: 'x'.repeat(32_768) }, [`${q}H6 sheet_cell.too_long error`]],
    [
      'no date of the calendar',
      { J6: '31/02/2026' },
      [`${q}J6 sheet_cell.bad_date error → sheet_cell.bad_date.hint`],
    ],
    [
      'the American order',
      { J6: '12/31/2026' },
      [`${q}J6 sheet_cell.bad_date error → sheet_cell.bad_date.hint`],
    ],
    [
      'a date before our time',
      { L6: { kind: 'date', date: null } },
      [`${q}L6 sheet_cell.bad_date error → sheet_cell.bad_date.hint`],
    ],
    ['a date of doubtful order', { J6: '10/1/2026' }, [`${q}J6 sheet_cell.date_read warning`]],
    [
      'a date still to come',
      { J6: '25/11/2026' },
      [`${q}J6 checklist_sheet.future warning → checklist_sheet.future.hint`],
    ],
    [
      'no reason',
      { G6: 'Không áp dụng' },
      [`${q}I6 checklist_sheet.no_reason error → checklist_sheet.no_reason.hint`],
    ],
    [
      'no evidence',
      { H6: ' \n ' },
      [`${q}H6 checklist_sheet.no_evidence warning → checklist_sheet.no_evidence.hint`],
    ],
    [
      'evidence without an answer',
      { H10: 'QĐ 5' },
      [`${q}G10 checklist_sheet.no_answer warning → checklist_sheet.no_answer.hint`],
    ],
    [
      'no date',
      { J6: null, J7: null },
      [`${q}J6 checklist_sheet.no_date error → checklist_sheet.no_date.hint`],
    ],
    [
      'no assessor',
      { K7: null },
      [`${q}K7 checklist_sheet.no_assessor error → checklist_sheet.no_assessor.hint`],
    ],
    [
      'a wrong common date',
      { J3: 'hôm nay' },
      [`${q}J3 sheet_cell.bad_date error → sheet_cell.bad_date.hint`],
    ],
    [
      'an id with a slip',
      { B6: '4.1.A' },
      [
        `${q}B6 checklist_sheet.unknown_id error → schema.did_you_mean`,
        '- checklist_sheet.missing_rows warning → checklist_sheet.missing_rows.hint',
      ],
    ],
    [
      'an id twice',
      { B7: '4.1.a' },
      [
        `${q}B7 checklist_sheet.id_twice error → checklist_sheet.id_twice.hint`,
        '- checklist_sheet.missing_rows warning → checklist_sheet.missing_rows.hint',
      ],
    ],
    [
      'an answer without an id',
      { B6: null },
      [
        `${q}A6 checklist_sheet.row_without_id error → checklist_sheet.row_without_id.hint`,
        '- checklist_sheet.missing_rows warning → checklist_sheet.missing_rows.hint',
      ],
    ],
    [
      'a line of somebody',
      { C12: 'Người lập phiếu' },
      [`${q}C12 checklist_sheet.row_without_id warning → checklist_sheet.row_without_id.hint`],
    ],
    [
      'a column of somebody',
      { Q4: 'Trạng thái', Q6: 'x' },
      [`${q}Q4 checklist_sheet.unknown_column warning → checklist_sheet.unknown_column.hint`],
    ],
    [
      'words beside the table',
      { R8: 'xem lại' },
      [`${q}R4 checklist_sheet.unknown_column warning → checklist_sheet.unknown_column.hint`],
    ],
    [
      'a column less',
      { H4: 'Chứng cứ' },
      [`${q}A4 checklist_sheet.missing_column error → checklist_sheet.missing_column.hint`],
    ],
    [
      'a column twice',
      { Q4: 'Kết quả' },
      [`${q}Q4 checklist_sheet.column_twice error → checklist_sheet.column_twice.hint`],
    ],
    [
      'no headings',
      { B4: null },
      ['- checklist_sheet.no_header error → checklist_sheet.no_header.hint'],
    ],
    [
      'no digest',
      { P6: null },
      [`${q}P6 checklist_sheet.no_digest error → checklist_sheet.no_digest.hint`],
    ],
    [
      'no identity',
      { P1: null },
      ['- checklist_sheet.damaged error → checklist_sheet.damaged.hint'],
    ],
    [
      'an identity that was changed',
      { P1: 'tuanthu-checklist/1 agency=so-a' },
      ['- checklist_sheet.damaged error → checklist_sheet.damaged.hint'],
    ],
    [
      'a later version',
      { P1: 'tuanthu-checklist/2 x' },
      ['- checklist_sheet.newer error → checklist_sheet.newer.hint'],
    ],
    [
      'another text of the requirement',
      { P6: 'd:ffffffffffffffff' },
      [`${q}B6 checklist_sheet.changed warning → checklist_sheet.changed.hint`],
    ],
  ])('%s', (_, changes, expected) => {
    const { diagnostics } = read(sheet(changes));
    expect(diagnostics.map(brief).map((each) => each.replace(/^'so-a-qlvb' /, '- '))).toEqual(
      expected,
    );
  });

  test('the message names cell, what was found, what is expected', () => {
    const [problem] = read(sheet({ G6: 'Đáp ứg' })).diagnostics;
    expect(problem && formatMessage(problem.message, 'vi')).toBe(
      "'so-a-qlvb'!G6: «Đáp ứg» không phải một kết quả. Nhận: «Đáp ứng», «Đáp ứng một phần», «Chưa đáp ứng», «Không áp dụng».",
    );
    expect(problem?.hint && formatMessage(problem.hint, 'vi')).toContain('Đáp ứng');
    expect([problem?.file, problem?.line, problem?.column]).toEqual(['phieu.xlsx', 6, 7]);
  });

  test('sheets that are none of ours', () => {
    const other = (text: string): ReadSheet => ({
      name: 'Trang1',
      hidden: false,
      rows: [[{ kind: 'text', text }]],
      beyond: null,
    });
    const found = findForms('a.xlsx', [sheet(), other('Tổng hợp'), other('')]);
    expect(found.forms).toHaveLength(1);
    expect(found.diagnostics.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'checklist_sheet.unknown warning',
    ]);
    expect(findForms('a.xlsx', [other('Tổng hợp')]).diagnostics.at(-1)).toMatchObject({
      code: 'checklist_sheet.none',
      severity: 'error',
    });
  });
});

test.each<[string, Typed, string]>([
  ['a date of the spreadsheet', { kind: 'date', date: isoDate('2026-10-05') }, '2026-10-05'],
  ['its bare number', 46300, '2026-10-05'],
  ['its bare number with a time', 46300.75, '2026-10-05'],
  ['ISO', '2026-10-05', '2026-10-05'],
  ['as officials write', '05/10/2026', '2026-10-05'],
  ['with points', '5.10.2026', '2026-10-05'],
  ['with dashes', '05-10-2026', '2026-10-05'],
  ['behind the mark against formulas', "'2026-10-05", 'error'],
])('a date: %s', (_, typed, expected) => {
  const { answers, diagnostics } = read(sheet({ J6: typed }));
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors.length > 0 ? 'error' : answers[0]?.date).toBe(expected);
});

test('bare numbers of the calendar that begins in 1904', () => {
  const { answers } = read(sheet({ J6: 46300 - 1462 }), { from1904: true });
  expect(answers[0]?.date).toBe('2026-10-05');
});

test('the cells above the headings serve rows that leave these columns blank', () => {
  const { answers, diagnostics, assessor, date } = read(
    sheet({ J3: '02/11/2026', K3: 'Tổ kiểm tra', J6: null, K6: null }),
  );
  expect(diagnostics).toEqual([]);
  expect([assessor, date]).toEqual(['Tổ kiểm tra', '2026-11-02']);
  expect(answers.map((each) => [each.date, each.assessor])).toEqual([
    ['2026-11-02', 'Tổ kiểm tra'],
    ['2026-10-01', 'Phòng CNTT'],
  ]);
});

test('rows put in another order, columns too, headings in English', () => {
  const original = sheet({}, [answerTo('4.1.a'), answerTo('4.14.1', { answer: 'not_met' })]);
  const [title = [], second = [], third = [], head = [], ...others] = original.rows;
  const english = formRows(formWith([]), 'en')[3]?.cells.map(cellOf) ?? head;
  const turned = [title, second, third, english, ...others.toReversed()].map((row) => [
    ...row.slice(6),
    ...row.slice(0, 6),
  ]);
  const { answers, diagnostics } = read({ ...original, rows: turned });
  expect(diagnostics).toEqual([]);
  expect(answers.map(({ requirement, answer }) => `${requirement} ${answer}`)).toEqual([
    '4.14.1 not_met',
    '4.1.a met',
  ]);
});

describe('an answer to an older text of its requirement', () => {
  const old = answerTo('4.1.a', { digest: 'aaaaaaaaaaaaaaaa' });

  test('stays bound to it while it is the same answer of the same day', () => {
    const { answers, stale, diagnostics } = read(sheet({ N6: 'thêm ghi chú' }, [old]));
    expect(answers[0]?.digest).toBe('aaaaaaaaaaaaaaaa');
    expect(stale).toBe(1);
    expect(diagnostics.map(({ code }) => code)).toEqual(['checklist_sheet.still_stale']);
  });

  test.each([
    ['a new date', { J6: '20/11/2026' }],
    ['another answer', { G6: 'Chưa đáp ứng' }],
  ])('is bound to the new text by %s', (_, change) => {
    const { answers, stale } = read(sheet(change, [old]));
    expect(answers[0]?.digest).not.toBe('aaaaaaaaaaaaaaaa');
    expect(stale).toBe(0);
  });
});

test('merging: the sheet’s answer replaces, others stay, in the catalogue’s order', () => {
  const before = [answerTo('4.14.1'), answerTo('4.1.a'), answerTo('4.1.b')];
  const given = [answerTo('4.1.b', { answer: 'not_met' }), answerTo('4.1.a'), answerTo('4.1.c')];
  const merged = mergeAnswers(before, given, catalogue);
  expect(merged.answers.map(({ requirement, answer }) => `${requirement} ${answer}`)).toEqual([
    '4.1.a met',
    '4.1.b not_met',
    '4.1.c met',
    '4.14.1 met',
  ]);
  expect(merged).toMatchObject({
    added: ['4.1.c'],
    changed: ['4.1.b'],
    unchanged: ['4.1.a'],
    kept: ['4.14.1'],
  });
});

describe('the file', () => {
  const answers = [
    answerTo('4.1.a'),
    answerTo('4.1.b', { date: isoDate('2026-11-01'), assessor: 'no', note: 'a\nb: "c"' }),
  ];

  test('says once what most answers share', () => {
    const common = commonOf(answers, { assessor: 'Phòng CNTT' }, undefined);
    if (!common) throw new Error('nothing common');
    const text = checklistText({
      system: 'so-a-qlvb',
      pack: 'vn-2026',
      level: 2,
      kind: 'inspection',
      ...common,
      answers,
    });
    expect(text).toMatchInlineSnapshot(`
      "# Câu trả lời theo danh mục yêu cầu. Sửa: tuanthu checklist export, điền, tuanthu checklist import — Answers to the catalogue.
      schema_version: 1
      system: so-a-qlvb
      pack: vn-2026
      level: 2
      kind: inspection
      assessor: "Phòng CNTT"
      date: "2026-11-01"
      answers:
        - requirement: "4.1.a"
          digest: "41a0000000000000"
          answer: met
          evidence: ["QĐ 12/QĐ-SYT"]
          date: "2026-10-01"
        - requirement: "4.1.b"
          digest: "41b0000000000000"
          answer: met
          evidence: ["QĐ 12/QĐ-SYT"]
          assessor: "no"
          note: "a\\nb: \\"c\\""
      "
    `);
    expect(hasOwnComments(text)).toBe(false);
    expect(hasOwnComments(`${text}  # của tôi\n`)).toBe(true);
  });

  test('what the sheet says comes first, then the file, then the most frequent', () => {
    expect(commonOf(answers, {}, undefined)).toEqual({ assessor: 'no', date: '2026-11-01' });
    const file = { assessor: 'Tệp', date: isoDate('2026-01-01') };
    expect(commonOf(answers, { assessor: 'Phiếu' }, file)).toEqual({ ...file, assessor: 'Phiếu' });
    expect(commonOf([], {}, undefined)).toBeUndefined();
  });
});

test('evidence: an item a line, breaks within an item marked', () => {
  const items = ['một', 'hai\ndòng', '\u21b5', '␛\n␛'];
  expect(readEvidence(evidenceText(items))).toEqual(items);
  expect(readEvidence(' một \n\n hai ')).toEqual(['một', 'hai']);
});

test.each([
  ['P1Y', '12 tháng'],
  ['P6M', '6 tháng'],
  ['P45D', '45 ngày'],
  ['P1Y6M', '18 tháng'],
  [undefined, ''],
])('an interval of %s: %s', (interval, text) => {
  expect(intervalText(interval, 'vi')).toBe(text);
});

test('the workbook: a guide, a sheet for each system, each annex once', () => {
  const form = { ...formWith([answerTo('4.1.a')]), annex: { ...catalogue, section: 'A' } };
  const second = { ...form, system: { id: 'so-a-web', name: 'Trang' } };
  const { sheets } = checklistWorkbook([form, second], 'vi');
  expect(sheets.map(({ name }) => name)).toEqual([
    'Hướng dẫn và tiến độ',
    'so-a-qlvb',
    'so-a-web',
    'Phụ lục A cấp 2',
  ]);
  expect(sheets.every(({ locked }) => locked)).toBe(true);
  const progress = sheets[0]?.rows.flatMap(({ cells }) => cells).filter((cell) => cell?.formula);
  expect(progress?.[0]).toMatchObject({
    value: 1,
    formula: `COUNTIFS('so-a-qlvb'!$G$5:$G$11,"Đáp ứng",'so-a-qlvb'!$D$5:$D$11,"<>*(gợi ý)")`,
  });
  // Optional requirements aren't counted.
  const totals = sheets[0]?.rows.flatMap(({ cells }) =>
    cells[2]?.formula ? [cells[1]?.value] : [],
  );
  expect(totals).toEqual([4, 4, 2, 2, 4, 2, 2, 4]);
});

test('notes on an annex are not taken, and that is said', () => {
  const model = annexSheet({ ...catalogue, section: 'A' }, 'Phụ lục', 'vi');
  const rows = model.rows.map(({ cells }) => cells.map((cell) => cellOf(cell?.value ?? null)));
  const annex = { name: 'Phụ lục', hidden: false, rows, beyond: null };
  expect(findForms('a.xlsx', [sheet(), annex]).diagnostics).toEqual([]);
  const row = rows[4];
  if (row) row[6] = { kind: 'text', text: 'đã có' };
  expect(findForms('a.xlsx', [sheet(), annex]).diagnostics.map(({ code }) => code)).toEqual([
    'checklist_sheet.annex',
  ]);
});
