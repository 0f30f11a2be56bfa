import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Assessment } from '../../../src/audit/assessment.js';
import { parseJsonDocument } from '../../../src/documents/json-document.js';
import { AppError } from '../../../src/domain/diagnostic.js';
import { loadAssessment } from '../../../src/reports/load-assessment.js';
import { reportModel } from '../../../src/reports/model.js';
import { assessmentJson } from '../../../src/reports/published-json.js';
import { restrict } from '../../../src/reports/restrict.js';
import { auditFolder, schemas } from '../../support/audit.js';

const folder = fileURLToPath(new URL('../../fixtures/audit/five-agencies', import.meta.url));
let assessment: Assessment;

beforeAll(async () => {
  ({ assessment } = await auditFolder(join(folder)));
});

const everything = { agencies: [], kinds: [], systems: [], severity: null, basis: null } as const;
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const load = (value: unknown) =>
  loadAssessment(parseJsonDocument(bytesOf(value), 'a.json'), schemas);

describe('the model', () => {
  test.each(['vi', 'en'] as const)('every word is bound in %s', (language) => {
    const model = reportModel(assessment, language);
    const texts = textsOf({ ...model, inputs: [], letterhead: null });
    // A key that the catalogue lacks would be shown as it is.
    expect(
      texts.filter((text) => /^(report|audit|system|exclusion)\.[a-z_.]+$/.test(text)),
    ).toEqual([]);
    expect(model.findings.every(({ observed, title }) => observed !== '' && title !== '')).toBe(
      true,
    );
  });

  test('has every finding in the order of the assessment', () => {
    expect(reportModel(assessment, 'vi').findings.map(({ id }) => id)).toEqual(
      assessment.findings.map(({ id }) => id),
    );
  });

  test('what is expected stands beside what was found', () => {
    const { findings } = reportModel(assessment, 'vi');
    const finding = findings.find(({ rule }) => rule === 'CL-01');
    expect(finding).toMatchObject({
      title: 'Có quyết định phê duyệt cấp độ',
      expected: 'Có quyết định phê duyệt cấp độ',
      observed: 'Hệ thống chưa có quyết định phê duyệt cấp độ.',
      area: 'classification',
    });
    expect(finding?.evidence[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(finding?.evidence[0]?.place).toMatch(/inventory\.yaml:\d+$/);
  });

  test('figures by severity add up to the findings', () => {
    const { province, findings } = reportModel(assessment, 'vi');
    const own = findings.filter(({ agency }) => agency !== null);
    expect(province.findingCounts.reduce((sum, count) => sum + count, 0)).toBe(own.length);
  });

  test('an assessment without a vocabulary shows ids', () => {
    const { vocabulary: _, ...old } = assessment;
    const { findings, targets } = reportModel(old, 'vi');
    const finding = findings.find(({ rule }) => rule === 'CL-01');
    expect(finding).toMatchObject({ title: 'CL-01', expected: '' });
    expect(targets[0]?.title).toBe('Hệ thống thông tin được xác định cấp độ');
  });
});

describe('an assessment that was written down', () => {
  test('comes back as it was', () => {
    expect(load(assessmentJson(assessment))).toEqual(assessment);
  });

  test('one of the time before reports, packs shortened, is still read', async () => {
    const path = new URL(
      '../../fixtures/reports/assessment-before-vocabulary.json',
      import.meta.url,
    );
    const old = load(JSON.parse(await readFile(path, 'utf8')));
    const model = reportModel(old, 'vi');
    expect(model.agencies.map(({ id }) => id)).toContain('so-a');
    expect(model.findings.length).toBeGreaterThan(10);
    expect(model.findings.find(({ rule }) => rule === 'CL-01')?.title).toBe('CL-01');
    expect(model.agencies.flatMap(({ systems }) => systems)[0]?.profile).toBeNull();
  });

  test('a message of a later version keeps its text', () => {
    const [first] = assessment.findings;
    const later = { ...first, message: { key: 'later.key', params: {} } };
    const published = assessmentJson({ ...assessment, findings: [later as typeof first & object] });
    const found = (published as { findings: { message: object }[] }).findings[0];
    Object.assign(found?.message ?? {}, { vi: 'Chữ', en: 'Text' });
    expect(reportModel(load(published), 'vi').findings[0]?.observed).toBe('Chữ');
  });

  test.each([
    { name: 'no JSON', text: 'a: 1', code: 'document.not_json' },
    { name: 'cut off', text: '{"schema_version": 1', code: 'document.not_json' },
    { name: 'empty', text: '', code: 'document.not_json' },
    { name: 'another document', text: '{"agencies": []}', code: 'schema.missing_key' },
    { name: 'a later version', text: '{"schema_version": 2}', code: 'schema.missing_key' },
  ])('$name is refused with its place', ({ text, code }) => {
    const document = parseJsonDocument(new TextEncoder().encode(text), 'ket-qua.json');
    let refused: unknown;
    try {
      loadAssessment(document, schemas);
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(AppError);
    const { diagnostics, exit } = refused as AppError;
    expect(exit).toBe(2);
    expect(diagnostics.map((each) => each.code)).toContain(code);
    expect(diagnostics[0]?.file).toBe('ket-qua.json');
  });

  test('a wrong value is located by line', () => {
    const text = JSON.stringify(assessmentJson(assessment), null, 2).replace(
      '"verdict": "',
      '"verdict": "so-',
    );
    const line = text.split('\n').findIndex((each) => each.includes('"verdict": "so-')) + 1;
    const document = parseJsonDocument(new TextEncoder().encode(text), 'a.json');
    expect(schemas.check(document, 'assessment')[0]?.line).toBe(line);
  });
});

describe('a restricted report', () => {
  test('without restriction is the assessment', () => {
    expect(restrict(assessment, everything)).toEqual(assessment);
  });

  test('of one agency has its figures as sums and its findings only', () => {
    const id = assessment.agencies[1]?.id ?? '';
    const part = restrict(assessment, { ...everything, agencies: [id] });
    expect(part.agencies.map((each) => each.id)).toEqual([id]);
    expect(part.province.agencies.total).toBe(1);
    expect(
      part.province.targets.map(({ numerator, denominator }) => [numerator, denominator]),
    ).toEqual(
      assessment.agencies[1]?.targets.map(({ numerator, denominator }) => [numerator, denominator]),
    );
    expect(new Set(part.findings.map(({ subject }) => subject.agency))).toEqual(new Set([id]));
    expect(part.findings).toHaveLength(
      assessment.findings.filter(({ subject }) => subject.agency === id).length,
    );
  });

  test('leaving out mild findings changes no figure', () => {
    const part = restrict(assessment, { ...everything, severity: 'critical' });
    expect(part.findings.length).toBeGreaterThan(0);
    expect(part.findings.length).toBeLessThan(assessment.findings.length);
    expect(part.findings.every(({ severity }) => severity === 'critical')).toBe(true);
    expect(part.province).toEqual(assessment.province);
  });

  test('an inspection’s findings rest on its checklist', () => {
    const shown = (basis: 'self_assessment' | 'inspection') =>
      reportModel(restrict(assessment, { ...everything, basis }), 'vi').findings;
    for (const basis of ['self_assessment', 'inspection'] as const) {
      expect(shown(basis).every((each) => each.area === 'requirements')).toBe(true);
    }
  });
});

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  // `key` tells programs what an action is.
  return Object.entries(value).flatMap(([name, item]) => (name === 'key' ? [] : textsOf(item)));
}
