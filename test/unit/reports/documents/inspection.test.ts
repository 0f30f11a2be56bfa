import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Assessment } from '../../../../src/audit/assessment.js';
import type { Language } from '../../../../src/domain/text.js';
import { document as dossier } from '../../../../src/reports/documents/dossier.js';
import { document } from '../../../../src/reports/documents/inspection.js';
import { document as reminder } from '../../../../src/reports/documents/reminder.js';
import { reportModel } from '../../../../src/reports/model.js';
import type { ReportFinding, ReportModel } from '../../../../src/reports/report-model.js';
import { restrict } from '../../../../src/reports/restrict.js';
import { auditFolder } from '../../../support/audit.js';
import { documentBlocks, documentTexts } from '../../../support/document-texts.js';
import { root } from '../../../support/program.js';

// The example province has every kind of finding, and an agency with more than a thousand.

let assessment: Assessment;
let models: Record<Language, ReportModel>;
let model: ReportModel;
beforeAll(async () => {
  ({ assessment } = await auditFolder(join(root, 'examples/lang-son')));
  models = { vi: reportModel(assessment, 'vi'), en: reportModel(assessment, 'en') };
  model = models.vi;
});

const of = (model: ReportModel, agency: string): readonly ReportFinding[] =>
  model.findings.filter((finding) => finding.agency?.id === agency);

function times(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

describe('the records of all agencies', () => {
  test.each([
    { name: 'in Vietnamese', language: 'vi', old: false },
    { name: 'in English', language: 'en', old: false },
    {
      name: 'from an assessment that doesn’t name what its ids stand for',
      language: 'vi',
      old: true,
    },
  ] as const)('tell every finding exactly once $name', ({ language, old }) => {
    const { vocabulary: _, ...rest } = assessment;
    const shown = old ? reportModel(rest, language) : models[language];
    const agencies = document.subjects(shown);
    expect(agencies).toHaveLength(assessment.agencies.length);
    let told = 0;
    for (const agency of agencies) {
      const counts = times(documentTexts(document.build(shown, agency)));
      const wrong = of(shown, agency).filter(({ id }) => counts.get(id) !== 1);
      expect(wrong.map(({ id }) => id)).toEqual([]);
      told += of(shown, agency).length;
    }
    expect(told).toBe(shown.findings.length);
    expect(told).toBeGreaterThan(5000);
  });

  test('say of every finding what was found, on what grounds, with what evidence, what to do, by when', () => {
    for (const agency of document.subjects(model)) {
      const record = document.build(model, agency);
      const pieces = new Set(documentTexts(record));
      const text = [...pieces].join('\n');
      for (const { id, observed, expected, citations, remediation, due, evidence } of of(
        model,
        agency,
      )) {
        const missing = [
          observed,
          expected,
          remediation,
          due,
          ...citations.flatMap((each) => [each.text, each.certaintyWord ?? '']),
          ...evidence.map(({ note }) => note),
          ...evidence.map(({ sha256 }) => sha256),
        ].filter((each) => !text.includes(each));
        expect({ id, missing }).toEqual({ id, missing: [] });
        for (const { path, row, sha256 } of evidence) {
          if (sha256 !== '') expect(place(record, path, row, pieces)).toBe(true);
        }
      }
    }
  });

  test('say what many machines share once for each group of them', () => {
    const machines = of(model, 'so-y-te').filter(({ rule }) => rule === 'EP-01');
    const counts = times(documentTexts(document.build(model, 'so-y-te')));
    expect(machines.length).toBeGreaterThan(900);
    expect(counts.get(machines[0]?.remediation ?? '')).toBe(2);
  });

  test('have the figures, charts and systems of an agency with everything', () => {
    const blocks = documentBlocks(document.build(model, 'so-y-te'));
    const kinds = blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart.kind] : []));
    expect(kinds).toEqual(['coverage', 'stacked', 'heat']);
    const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
    expect(rows).toContainEqual([
      'Hệ thống thông tin được xác định cấp độ',
      '100%',
      '4/15',
      '26%',
      '11',
      { text: 'Chưa đạt', tone: 'not_met', bold: true },
    ]);
  });

  test('draw no chart where there is nothing to show', () => {
    const blocks = documentBlocks(document.build(model, 'so-ngoai-vu'));
    expect(blocks.filter(({ kind }) => kind === 'chart')).toEqual([]);
  });

  test.each([
    { agency: 'so-ngoai-vu', said: 'chưa nộp hồ sơ nên không có số liệu để đánh giá' },
    { agency: 'so-tu-phap', said: 'Sở Tư pháp đạt 3/3 chỉ tiêu. Kết luận chung: đạt.' },
    { agency: 'so-y-te', said: 'Sở Y tế đạt 0/3 chỉ tiêu. Kết luận chung: chưa đạt.' },
    { agency: 'ubnd-xa-nhan-ly', said: 'Kết luận chung: chưa kết luận được.' },
  ])('conclude of $agency: $said', ({ agency, said }) => {
    const texts = documentTexts(document.build(model, agency));
    expect(texts.some((text) => text.includes(said))).toBe(true);
  });

  test('list the files of the agency and the workspace with whole digests, nobody else’s', () => {
    const { annexes } = document.build(model, 'so-tu-phap');
    const files = annexes.find(({ title }) => title.startsWith('Tệp'));
    const rows = (files?.body ?? []).flatMap((block) => (block.kind === 'table' ? block.rows : []));
    const expected = model.inputs.filter(
      ({ agency }) => agency === null || agency === 'so-tu-phap',
    );
    expect(rows.map((row) => [row[1], row[6]])).toEqual(
      expected.map(({ path, sha256 }) => [path, sha256]),
    );
    expect(rows.every((row) => /^[0-9a-f]{64}$/.test(String(row[6])))).toBe(true);
  });

  test('name as grounds only instruments that are cited, the one known from memory not at all', () => {
    const texts = documentTexts(document.build(model, 'so-y-te'));
    expect(texts.filter((text) => text.startsWith('Căn cứ ') && text.endsWith(';'))).toEqual([
      'Căn cứ Luật số 116/2025;',
      'Căn cứ Nghị định số 356/2025/NĐ-CP;',
      'Căn cứ Nghị định số 330/2026/NĐ-CP;',
      'Căn cứ Nghị định số 331/2026/NĐ-CP;',
      'Căn cứ Chỉ thị số 09/CT-TTg (theo bản tóm tắt);',
      'Căn cứ Tiêu chuẩn quốc gia TCVN 14423:2026 (theo bản tóm tắt);',
    ]);
  });

  test('show the open points and readings of the packs in force, and the remarks', () => {
    const text = documentTexts(document.build(model, 'so-tu-phap')).join('\n');
    const open = model.packs
      .filter(({ inForce }) => inForce)
      .flatMap(({ notes }) => notes)
      .filter(({ certainty }) => certainty !== 'text');
    expect(open).toHaveLength(model.openPoints);
    expect(
      [...open.map((each) => each.text), ...model.remarks].filter((each) => !text.includes(each)),
    ).toEqual([]);
  });
});

test('a record of a part says so and never that nothing was found', () => {
  const only = restrict(assessment, {
    agencies: ['ubnd-xa-cao-loc'],
    kinds: [],
    systems: [],
    severity: 'critical',
    basis: null,
  });
  const part = reportModel(only, 'vi', {
    text: 'phát hiện từ mức Nghiêm trọng trở lên',
    leftOut: 'findings',
  });
  const text = documentTexts(document.build(part, 'ubnd-xa-cao-loc')).join('\n');
  expect(part.findings).toEqual([]);
  expect(text).toContain('Biên bản lập theo lựa chọn: phát hiện từ mức Nghiêm trọng trở lên.');
  expect(text).not.toContain('không ghi nhận phát hiện nào');
});

test('letters go to all but the agencies that handed in everything in time and meet their targets', () => {
  const fine = model.agencies.filter(
    ({ verdict, late, submission }) => verdict === 'met' && !late && submission === 'submitted',
  );
  expect(fine).toHaveLength(14);
  const others = model.agencies.filter((agency) => !fine.includes(agency));
  expect(reminder.subjects(model)).toEqual(others.map(({ id }) => id));
});

test('an agency that the report doesn’t have is a bug', () => {
  expect(() => document.build(model, 'khong-co')).toThrow('khong-co');
});

describe.each(['vi', 'en'] as const)('every document of the province in %s', (language) => {
  test.each([document, reminder, dossier])('$id is well formed', (each) => {
    const shown = models[language];
    const names = new Set<string>();
    for (const subject of each.subjects(shown)) {
      const built = each.build(shown, subject);
      names.add(built.title);
      // A text whose parameter is missing shows its place; one without a translation, its key.
      const odd = documentTexts(built).filter(
        (text) =>
          /\{\w+\}|undefined|\[object|\bNaN\b/.test(text) ||
          /^(inspection|reminder|dossier|official|report)\.[a-z_.]+$/.test(text) ||
          text !== text.normalize('NFC'),
      );
      expect(odd).toEqual([]);
      for (const block of documentBlocks(built)) {
        if (block.kind !== 'table') continue;
        const ragged = block.rows.filter((row) => row.length !== block.columns.length);
        expect({ caption: block.caption, ragged }).toEqual({ caption: block.caption, ragged: [] });
      }
    }
    expect(names.size).toBe(each.subjects(shown).length);
    expect(names.size).toBeGreaterThan(60);
  });
});

/** The label of a file with the row stands in the document, alone or among others. */
function place(
  record: ReturnType<typeof document.build>,
  path: string,
  row: number | null,
  pieces: ReadonlySet<string>,
): boolean {
  const rows = documentBlocks(record).flatMap((block) =>
    block.kind === 'table' ? block.rows : [],
  );
  const label = rows.find((cells) => cells[1] === path)?.[0];
  if (typeof label !== 'string') return false;
  const wanted = row === null ? label : `${label}:${row}`;
  for (const piece of pieces) if (piece.includes(wanted)) return true;
  return false;
}
