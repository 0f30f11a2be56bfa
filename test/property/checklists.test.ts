import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csvText } from '../../src/documents/spreadsheet/csv.js';
import { readWorkbook } from '../../src/documents/spreadsheet/read-workbook.js';
import { writeWorkbook } from '../../src/documents/spreadsheet/write-workbook.js';
import { tidyText } from '../../src/documents/tidy-text.js';
import type { RequirementAnswer } from '../../src/domain/checklists.js';
import { isoDate } from '../../src/domain/dates.js';
import { checklistText, commonOf } from '../../src/intake/checklists/checklist-text.js';
import { checklistWorkbook } from '../../src/intake/checklists/checklist-workbook.js';
import { csvRows } from '../../src/intake/checklists/csv-rows.js';
import { findForms } from '../../src/intake/checklists/find-forms.js';
import type { GivenAnswer } from '../../src/intake/checklists/given-answer.js';
import { readForm } from '../../src/intake/checklists/read-form.js';
import { readChecklist } from '../../src/intake/read-checklist.js';
import { answerTo, catalogue, formWith } from '../support/checklists.js';
import { schemas } from '../unit/intake/support.js';

// What people answer survives every way of filling it in: workbook, text file, the checklist's own file, LibreOffice.

const ids = catalogue.groups.flatMap((group) => group.requirements.map(({ id }) => id));

/** Texts that somebody might break something with, in the form in which they are kept. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '=cmd|"/c calc"!A1',
      '+84 205 387',
      '-1',
      '@SUM(A1)',
      "'=1",
      "'thật",
      '#N/A',
      '#REF!',
      '_x0041_',
      '"Quy chế; số 5", điều\t3',
      'dòng 1\ndòng 2\r\ndòng 3',
      'Đa\u0301p u\u031B\u0301ng',
      '\u202eمرحبا\u202c',
      '<b>&amp;</b> ]]>',
      '↵␛\n␛↵',
      'TRUE',
      '1e5',
      '01/02/2026',
      '{"a": [1]} # không: chú thích',
      '--- \n... \n&a *b !!c',
      'x'.repeat(32_000),
    ),
  )
  .map(tidyText);
const filled = text.filter((each) => each !== '');
const maybe = fc.option(filled, { nil: undefined });
const date = fc
  .integer({ min: 0, max: 700 })
  .map((days) =>
    isoDate(new Date(Date.UTC(2025, 0, 1) + days * 86_400_000).toISOString().slice(0, 10)),
  );

const answer = (id: string) =>
  fc
    .record({
      word: fc.constantFrom('met', 'partly_met', 'not_met', 'not_applicable'),
      evidence: fc.array(filled, { maxLength: 3 }),
      reason: maybe,
      why: filled,
      date,
      assessor: filled,
      due: fc.option(date, { nil: undefined }),
      responsible: maybe,
      note: maybe,
      old: fc.nat(5).map((n) => n === 0),
    })
    .map(({ word, evidence, reason, why, date: on, assessor, due, responsible, note, old }) => {
      const because = word === 'not_applicable' ? why : reason;
      return answerTo(id, {
        answer: word as RequirementAnswer['answer'],
        // As many as fit into a cell.
        evidence: evidence.join('\n').length > 32_000 ? evidence.slice(0, 1) : evidence,
        date: on,
        assessor,
        ...(because !== undefined && { reason: because }),
        ...(due !== undefined && { due }),
        ...(responsible !== undefined && { responsible }),
        ...(note !== undefined && { note }),
        ...(old && { digest: 'aaaaaaaaaaaaaaaa' }),
      });
    });

const answers = fc
  .tuple(...ids.map((id) => fc.option(answer(id), { nil: undefined })))
  .map((all) => all.flatMap((each) => each ?? []));

const bare = (all: readonly RequirementAnswer[]): GivenAnswer[] =>
  all.map(({ at: _, ...each }) => each);

async function imported(bytes: Uint8Array) {
  const reading = await readWorkbook(bytes);
  if ('problem' in reading) throw new Error(reading.problem.key);
  const { forms, diagnostics } = findForms('phieu', reading.workbook.sheets);
  const [form] = forms;
  if (!form) throw new Error(JSON.stringify(diagnostics));
  const context = { catalogue, asOf: isoDate('2027-01-01'), from1904: reading.workbook.from1904 };
  const read = readForm(form, context);
  const errors = read.diagnostics.filter(({ severity }) => severity === 'error');
  expect([...diagnostics, ...errors]).toEqual([]);
  return read;
}

const workbookOf = (
  all: readonly RequirementAnswer[],
  assessor?: string,
  language: 'vi' | 'en' = 'vi',
) => writeWorkbook(checklistWorkbook([formWith(all, assessor)], language));

const runs = { numRuns: 60 };

test('workbook: the same answers come back, and exporting them again gives the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(
      answers,
      maybe,
      fc.constantFrom('vi', 'en'),
      async (all, assessor, language) => {
        const bytes = await workbookOf(all, assessor, language);
        const read = await imported(bytes);
        expect(read.answers).toEqual(bare(all));
        expect(read.assessor).toBe(assessor);
        const at = answerTo('4.1.a').at;
        const again = await workbookOf(
          read.answers.map((each) => ({ ...each, at })),
          read.assessor,
          language,
        );
        expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(true);
      },
    ),
    runs,
  );
});

test('text file: the same answers come back', async () => {
  await fc.assert(
    fc.asyncProperty(answers, async (all) => {
      const bytes = new TextEncoder().encode(csvText(csvRows(formWith(all), 'vi')));
      expect((await imported(bytes)).answers).toEqual(bare(all));
    }),
    runs,
  );
});

test('the checklist’s own file: the same answers come back, and writing them again gives the same text', () => {
  fc.assert(
    fc.property(answers, (all) => {
      const common = commonOf(all, {}, undefined);
      if (!common) return;
      const content = {
        system: 'so-a-qlvb',
        pack: 'vn-2026',
        level: 2,
        kind: 'inspection',
      } as const;
      const written = checklistText({ ...content, ...common, answers: all });
      const read = readChecklist(new TextEncoder().encode(written), 'a.yaml', {
        schemas,
        agency: 'so-a',
        requirements: () => catalogue,
      });
      expect(read.diagnostics).toEqual([]);
      expect(bare(read.checklist?.answers ?? [])).toEqual(bare(all));
      expect(checklistText({ ...content, ...common, answers: read.checklist?.answers ?? [] })).toBe(
        written,
      );
    }),
    runs,
  );
});

test('a tidy text stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (any) => {
      expect(tidyText(tidyText(any))).toBe(tidyText(any));
    }),
  );
});

/** LibreOffice by its command; undefined where it isn't installed. */
const office = (() => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return 'soffice';
  } catch {
    return undefined;
  }
})();

describe.skipIf(office === undefined)(
  'through LibreOffice (skipped where it is not installed)',
  () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'tuanthu-office-'));
    });
    afterAll(() => rm(folder, { recursive: true }));

    /** Saved anew by LibreOffice in another format. */
    async function saved(bytes: Uint8Array, from: string, to: string): Promise<Uint8Array> {
      await writeFile(join(folder, `in.${from}`), bytes);
      const out = join(folder, 'out');
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      const words = [
        profile,
        '--headless',
        '--convert-to',
        to,
        '--outdir',
        out,
        join(folder, `in.${from}`),
      ];
      await promisify(execFile)(office ?? '', words);
      return new Uint8Array(await readFile(join(out, `in.${to}`)));
    }

    // Texts that LibreOffice itself keeps: it drops some format characters and cuts very long words nowhere, but slowly.
    const hard = [
      answerTo('4.1.a', {
        evidence: ['=HYPERLINK("x")', 'Quyết định "12"; điều\t3', 'hai\ndòng', '  '],
        note: "'=1+1",
        responsible: '+84 205',
      }),
      answerTo('4.1.b', {
        answer: 'not_applicable',
        reason: '#N/A',
        evidence: [],
        digest: 'aaaaaaaaaaaaaaaa',
        due: isoDate('2027-03-31'),
        note: 'مرحبا 😀 _x0041_',
      }),
      answerTo('4.1.c', { answer: 'partly_met', evidence: [], note: 'x'.repeat(5000) }),
      answerTo('4.14.1', { answer: 'not_met', evidence: ['01/02/2026', '007'], assessor: 'TRUE' }),
    ].map((each) => ({
      ...each,
      evidence: each.evidence.map(tidyText).filter((item) => item !== ''),
    }));

    test.each(['xlsx', 'ods'])('saved as %s', async (format) => {
      const bytes = await saved(await workbookOf(hard, 'Tổ CNTT'), 'xlsx', format);
      const read = await imported(bytes);
      expect(read.answers).toEqual(bare(hard));
      expect(read.assessor).toBe('Tổ CNTT');
    });
  },
);
