import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { isoDate } from '../../../src/domain/dates.js';
import type { Diagnostic } from '../../../src/domain/diagnostic.js';
import { documentKind } from '../../../src/intake/document-kind.js';
import { maxChecklistFiles } from '../../../src/intake/limits.js';
import { readChecklists } from '../../../src/intake/read-checklists.js';
import { readSubmission } from '../../../src/intake/read-submission.js';
import { catalogue, requirementOf } from '../../support/checklists.js';
import { type Content, memoryFiles, schemas } from './support.js';

const digest = requirementOf('4.1.a').digest;

/** A checklist file, one key a line, with what differs. */
function file(
  more: Record<string, unknown> = {},
  answers: readonly Record<string, unknown>[] = [{}],
) {
  const all = answers.map((each) => ({ requirement: '4.1.a', digest, answer: 'met', ...each }));
  return stringify(
    {
      schema_version: 1,
      system: 'so-a-qlvb',
      pack: 'vn-2026',
      level: 2,
      kind: 'self_assessment',
      assessor: 'Phòng CNTT',
      date: '2026-10-01',
      answers: all,
      ...more,
    },
    { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' },
  );
}

async function read(
  contents: Readonly<Record<string, Content>>,
  more: Partial<Parameters<typeof readChecklists>[2]> = {},
) {
  const files = memoryFiles(
    Object.fromEntries(
      Object.entries(contents).map(([name, text]) => [`agencies/so-a/checklists/${name}`, text]),
    ),
  );
  return readChecklists(files, 'agencies/so-a', {
    schemas,
    agency: 'so-a',
    systems: ['so-a-qlvb', 'so-a-web'],
    requirements: (pack, level) => (pack === 'vn-2026' && level === 2 ? catalogue : undefined),
    asOf: isoDate('2026-11-24'),
    ...more,
  });
}

/** `file:line code severity`, and the hint's key behind `→`. */
function brief({ code, file: path, line, severity, hint }: Diagnostic): string {
  const name = path?.split('/').at(-1);
  return `${name}:${line ?? '-'} ${code} ${severity}${hint ? ` → ${hint.key}` : ''}`;
}

test('answers with their places; what the file says for all is taken where they say nothing', async () => {
  const { checklists, broken, lost, diagnostics, inputs } = await read({
    'a.yaml': file({}, [
      { evidence: ['QĐ 12', '  '], note: '  ghi chú ' },
      {
        requirement: '4.14.1',
        answer: 'not_met',
        date: '2026-11-01',
        assessor: 'Ông A',
        due: '2027-01-31',
        responsible: 'Tổ 1',
      },
    ]),
  });
  expect(diagnostics).toEqual([]);
  expect([broken, lost]).toEqual([[], false]);
  expect(inputs).toMatchObject([{ path: 'agencies/so-a/checklists/a.yaml' }]);
  expect(checklists).toEqual([
    {
      system: 'so-a-qlvb',
      agency: 'so-a',
      pack: 'vn-2026',
      level: 2,
      kind: 'self_assessment',
      path: 'agencies/so-a/checklists/a.yaml',
      answers: [
        {
          requirement: '4.1.a',
          digest,
          answer: 'met',
          evidence: ['QĐ 12'],
          date: '2026-10-01',
          assessor: 'Phòng CNTT',
          note: 'ghi chú',
          at: { path: 'agencies/so-a/checklists/a.yaml', line: 9, pointer: '/answers/0' },
        },
        {
          requirement: '4.14.1',
          digest,
          answer: 'not_met',
          evidence: [],
          date: '2026-11-01',
          assessor: 'Ông A',
          due: '2027-01-31',
          responsible: 'Tổ 1',
          at: expect.objectContaining({ pointer: '/answers/1' }),
        },
      ],
    },
  ]);
});

describe('what is wrong is told once, in its place', () => {
  test.each([
    [
      'no YAML',
      'system: "',
      ['a.yaml:1 document.syntax error → document.syntax.hint'],
      [null, 'lost'],
    ],
    [
      'another word for an answer',
      file({}, [{ answer: 'ok' }]),
      ['a.yaml:11 schema.not_allowed error → schema.expected'],
      [null, 'lost'],
    ],
    [
      'a system that the agency has not',
      file({ system: 'so-a-qlv' }),
      ['a.yaml:2 checklist.unknown_system error → schema.did_you_mean'],
      ['so-a-qlv', 'lost'],
    ],
    [
      'a pack without catalogues',
      file({ pack: 'vn-2016' }),
      ['a.yaml:3 checklist.unknown_pack error → checklist.unknown_pack.hint'],
      ['so-a-qlvb', 'lost'],
    ],
    [
      'a level without a catalogue',
      file({ level: 3 }),
      ['a.yaml:4 checklist.unknown_level error → checklist.unknown_level.hint'],
      ['so-a-qlvb', 'lost'],
    ],
    [
      'a requirement that the level has not',
      file({}, [{}, { requirement: '4.1.f' }]),
      ['a.yaml:12 checklist.unknown_requirement error → schema.did_you_mean'],
      ['so-a-qlvb', 1],
    ],
    [
      'a requirement answered twice: neither counts',
      file({}, [{}, { answer: 'not_met' }]),
      ['a.yaml:12 checklist.answered_twice error → checklist.answered_twice.hint'],
      ['so-a-qlvb', 0],
    ],
    [
      'not applicable, and why isn’t said',
      file({}, [{ answer: 'not_applicable', reason: ' ' }]),
      ['a.yaml:11 checklist.no_reason error → checklist.no_reason.hint'],
      ['so-a-qlvb', 0],
    ],
    [
      'nobody assessed',
      file({}, [{ assessor: ' ' }]),
      ['a.yaml:12 checklist.blank_assessor error → checklist.blank_assessor.hint'],
      ['so-a-qlvb', 0],
    ],
    [
      'an answer of a later day',
      file({}, [{ date: '2026-11-25' }]),
      ['a.yaml:12 checklist.future warning → checklist.future.hint'],
      [undefined, 0],
    ],
    [
      'all answers of a later day, told once',
      file({ date: '2026-11-25' }, [{}, { requirement: '4.1.b' }]),
      ['a.yaml:7 checklist.future_file warning → checklist.future.hint'],
      [undefined, 0],
    ],
  ])('%s', async (_, text, expected, [system, left]) => {
    const { checklists, broken, diagnostics, lost } = await read({ 'a.yaml': text });
    expect(diagnostics.map(brief)).toEqual(expected);
    const path = 'agencies/so-a/checklists/a.yaml';
    expect(broken).toEqual(system === undefined ? [] : [{ path, system }]);
    expect(lost).toBe(left === 'lost');
    expect(checklists[0]?.answers.length ?? 'lost').toBe(left);
  });

  test('both lines of a requirement answered twice', async () => {
    const { diagnostics } = await read({ 'a.yaml': file({}, [{}, {}]) });
    expect(diagnostics[0]?.message.params['other']).toBe('agencies/so-a/checklists/a.yaml:9');
  });

  test('two files for one system and kind: both named, neither counts; another kind is another matter', async () => {
    const { checklists, broken, diagnostics } = await read({
      'a.yaml': file(),
      'b.yaml': file(),
      'c.yaml': file({ kind: 'inspection' }),
      'd.yaml': file({ system: 'so-a-web' }),
    });
    expect(checklists.map(({ path }) => path.at(-6))).toEqual(['c', 'd']);
    expect(broken.map(({ path }) => path.at(-6))).toEqual(['a', 'b']);
    expect(diagnostics.map(brief)).toEqual([
      'a.yaml:2 checklist.two_files error → checklist.two_files.hint',
      'b.yaml:2 checklist.two_files error → checklist.two_files.hint',
    ]);
    expect(diagnostics.map(({ message }) => message.params['others'])).toEqual([
      'agencies/so-a/checklists/b.yaml',
      'agencies/so-a/checklists/a.yaml',
    ]);
  });

  test('spreadsheets and slips of the name in the folder; notes are nobody’s business', async () => {
    const { diagnostics, checklists, broken } = await read({
      'phieu.xlsx': 'PK',
      'phieu.csv': 'a;b',
      'so-a-qlvb.yml': file(),
      'ghi-chu.docx': 'x',
      'README.md': 'x',
      'cu/a.yaml': file(),
    });
    expect(checklists).toEqual([]);
    expect(diagnostics.map(brief)).toEqual([
      'ghi-chu.docx:- submission.stray warning → checklist.stray.other',
      'phieu.csv:- submission.stray warning → checklist.stray.import',
      'phieu.xlsx:- submission.stray warning → checklist.stray.import',
      'so-a-qlvb.yml:- submission.stray warning → submission.stray.rename',
      'cu:- submission.stray_folder warning',
    ]);
    // What a checklist that isn't read would say isn't known.
    expect(broken).toMatchObject([
      { path: expect.stringMatching(/so-a-qlvb\.yml$/), system: null },
    ]);
  });

  test('a file that can’t be opened may be about any system', async () => {
    const { broken, lost, diagnostics } = await read({
      'a.yaml': { fails: 'no_permission' },
      'b.yaml': file(),
    });
    expect(broken).toEqual([{ path: 'agencies/so-a/checklists/a.yaml', system: null }]);
    expect([lost, diagnostics.map(({ code }) => code)]).toEqual([true, ['file.no_permission']]);
  });

  test('a copied disk is not read to its end', async () => {
    const many = Object.fromEntries(
      Array.from({ length: maxChecklistFiles + 1 }, (_, i) => [`f${i}.yaml`, 'x: "']),
    );
    const { readings, diagnostics, broken } = await read(many);
    expect(readings).toHaveLength(maxChecklistFiles);
    expect(diagnostics.at(-1)?.code).toBe('checklist.too_many');
    expect(broken).toContainEqual({ path: 'agencies/so-a/checklists', system: null });
  });
});

test('without catalogues and without an inventory nothing is checked against them', async () => {
  const { checklists, diagnostics } = await read(
    { 'a.yaml': file({ system: 'x', pack: 'p', level: 5 }, [{ requirement: '9.9' }]) },
    { systems: undefined, requirements: undefined },
  );
  expect(diagnostics).toEqual([]);
  expect(checklists[0]?.answers).toHaveLength(1);
});

describe('as part of a submission', () => {
  const agency = {
    id: 'so-a',
    name: 'Sở A',
    kind: 'department',
    at: { path: '', line: 1, pointer: '' },
  } as const;
  const inventory =
    'schema_version: 1\nagency: so-a\nsubmitted_on: "2026-11-18"\nsystems:\n  - {id: so-a-qlvb, name: X, facts: {}}\n';
  const submission = async (contents: Readonly<Record<string, Content>>) =>
    (
      await readSubmission(
        memoryFiles(
          Object.fromEntries(Object.entries(contents).map(([name, text]) => [`f/${name}`, text])),
        ),
        'f',
        agency,
        undefined,
        { schemas, asOf: isoDate('2026-11-24') },
      )
    ).submission;
  const whole = { 'inventory.yaml': inventory, 'endpoints/k.csv': 'Name\n' };

  test('answers, and their files among the inputs', async () => {
    const { status, checklists, brokenChecklists, inputs, diagnostics } = await submission({
      ...whole,
      'checklists/a.yaml': file(),
    });
    expect([status, checklists.length, brokenChecklists, diagnostics]).toEqual([
      'submitted',
      1,
      [],
      [],
    ]);
    expect(inputs.map(({ path }) => path)).toEqual([
      'f/checklists/a.yaml',
      'f/endpoints/k.csv',
      'f/inventory.yaml',
    ]);
  });

  test('a checklist that can’t be used makes the hand-in partial, and stops nothing', async () => {
    const {
      status,
      checklists,
      brokenChecklists,
      inventory: read,
    } = await submission({
      ...whole,
      'checklists/a.yaml': file({ system: 'so-a-khac' }),
    });
    expect([status, checklists]).toEqual(['partly', []]);
    expect(brokenChecklists).toEqual([{ path: 'f/checklists/a.yaml', system: 'so-a-khac' }]);
    expect(read?.systems).toHaveLength(1);
  });

  test('checklists alone are a hand-in too', async () => {
    expect((await submission({ 'checklists/a.yaml': file() })).status).toBe('partly');
  });

  test('a folder’s name with a slip', async () => {
    const { diagnostics } = await submission({ ...whole, 'checklist/a.yaml': file() });
    expect(diagnostics.map(brief)).toEqual([
      'checklist:- submission.stray_folder warning → submission.stray.rename',
    ]);
  });
});

test('a checklist is known by its folder and by its content', () => {
  expect(documentKind('a.yaml', 'checklists', undefined)).toBe('checklist');
  expect(documentKind('a.yaml', 'x', { answers: [] })).toBe('checklist');
});
