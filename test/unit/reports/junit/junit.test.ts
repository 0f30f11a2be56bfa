import { parse } from 'junit2json';
import { describe, expect, test } from 'vitest';
import type { Assessment, TargetResult } from '../../../../src/audit/assessment.js';
import { languages } from '../../../../src/messages/format.js';
import { format } from '../../../../src/reports/formats/junit.js';
import { hostileTexts } from '../../../support/hostile-document.js';
import { noAssets } from '../../../support/no-assets.js';
import { hostileAssessment, toolAssessment, toolReport } from '../../../support/tool-report.js';

async function written(assessment: Assessment = toolAssessment, language: 'vi' | 'en' = 'vi') {
  return String(await format.render(toolReport(language, assessment), noAssets));
}

/** The report as another program reads it: suites by name, with the state of each test. */
async function read(assessment?: Assessment, language?: 'vi' | 'en') {
  const found = await parse(await written(assessment, language));
  if (!found || !('testsuite' in found)) throw new Error('no suites');
  return found;
}

async function suite(id: string, assessment?: Assessment, language?: 'vi' | 'en') {
  const found = (await read(assessment, language)).testsuite?.find((each) => each.id === id);
  if (!found) throw new Error(`no suite ${id}`);
  return found;
}

/** Of one agency, with its one target changed. */
function withTarget(change: Partial<TargetResult>): Assessment {
  return {
    ...toolAssessment,
    agencies: toolAssessment.agencies.map((agency) => ({
      ...agency,
      targets: agency.targets.map((target) => ({ ...target, ...change })),
    })),
  };
}

test.each([
  ['met', undefined, undefined],
  ['not_met', 'failure', 'not_met'],
  ['inconclusive', 'error', 'inconclusive'],
  ['no_data', 'error', 'no_data'],
] as const)('a target that is %s: %s', async (outcome, problem, type) => {
  const { testcase = [] } = await suite('so-mau', withTarget({ outcome }));
  const target = testcase.at(-1);
  expect(Object.keys(target ?? {}).filter((key) => /failure|error|skipped/.test(key))).toEqual(
    problem ? [problem] : [],
  );
  expect(problem && target?.[problem]?.[0]?.type).toBe(type);
});

test.each([
  ['submitted', 0],
  ['partly', 1],
  ['not_submitted', 1],
] as const)('a hand-in that is %s: failures %d', async (status, failures) => {
  const [agency] = toolAssessment.agencies;
  if (!agency) throw new Error('no agency');
  const changed = { ...agency, submission: { ...agency.submission, status } };
  const found = await suite('so-mau', { ...toolAssessment, agencies: [changed] });
  expect(found.failures).toBe(failures);
  expect(found.testcase?.[0]?.name).toBe('Hồ sơ, số liệu nộp');
});

test('the counts of suites and of the whole are those of the tests', async () => {
  const found = await read();
  expect(found).toMatchObject({ tests: 5, failures: 1, errors: 3 });
  expect(
    found.testsuite?.map(({ id, tests, failures, errors, skipped }) => [
      id,
      tests,
      failures,
      errors,
      skipped,
    ]),
  ).toEqual([
    ['province', 1, 0, 1, 0],
    ['xa-mau', 2, 1, 1, 0],
    ['so-mau', 2, 0, 1, 0],
  ]);
});

test.each(languages)('a test says the figure and why, in %s', async (language) => {
  const { testcase } = await suite('so-mau', undefined, language);
  const said = {
    vi: ['Thiết bị được bảo vệ (≥ 90%)', 'Chưa kết luận: 7/10 (70-90%).'],
    en: ['Endpoints protected (≥ 90%)', 'Inconclusive: 7/10 (70-90%).'],
  };
  expect([testcase?.[1]?.name, testcase?.[1]?.error?.[0]?.message]).toEqual(said[language]);
});

test('figures are properties of the suite', async () => {
  const { properties } = await suite('so-mau');
  const values = Object.fromEntries(properties?.map(({ name, value }) => [name, value]) ?? []);
  expect(values).toMatchObject({
    verdict: 'inconclusive',
    systems: 2,
    'findings.critical': 2,
    submission: 'submitted',
    'sec-endpoints-protected.numerator': 7,
    'sec-endpoints-protected.denominator': 10,
    'sec-endpoints-protected.unknown': 2,
    'sec-endpoints-protected.threshold': 90,
  });
});

test('a gate that looked at nothing is not green', async () => {
  const empty = { ...toolAssessment.province, targets: [] };
  const found = await read({ ...toolAssessment, agencies: [], findings: [], province: empty });
  expect(found).toMatchObject({ tests: 1, errors: 1 });
});

describe('hostile texts', () => {
  test.each(hostileTexts.map((text) => [JSON.stringify(text).slice(0, 40), text]))(
    '%s',
    async (_, text) => {
      const file = await written(hostileAssessment(text));
      expect(file).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
      expect(file).toBe(file.normalize('NFC'));
      expect(await read(hostileAssessment(text))).toMatchObject({
        tests: 5,
        failures: 1,
        errors: 3,
      });
    },
  );
});

test('the same report gives the same text', async () => {
  expect(await written()).toBe(await written());
});
