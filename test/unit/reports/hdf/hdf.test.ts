import { contextualizeEvaluation, convertFile } from 'inspecjs';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../../../src/audit/assessment.js';
import { languages } from '../../../../src/messages/format.js';
import { format } from '../../../../src/reports/formats/hdf.js';
import { hostileTexts } from '../../../support/hostile-document.js';
import { noAssets } from '../../../support/no-assets.js';
import {
  hostileAssessment,
  manyFindings,
  toolAssessment,
  toolReport,
} from '../../../support/tool-report.js';

async function written(assessment: Assessment = toolAssessment, language: 'vi' | 'en' = 'vi') {
  return String(await format.render(toolReport(language, assessment), noAssets));
}

/** The report as Heimdall's own reader sees it. */
async function read(assessment?: Assessment, language?: 'vi' | 'en') {
  const evaluation = convertFile(await written(assessment, language))['1_0_ExecJson'];
  if (!evaluation) throw new Error('no exec-json');
  const controls = contextualizeEvaluation(evaluation).contains.flatMap(({ contains }) => contains);
  return { evaluation, controls, byId: new Map(controls.map((each) => [each.data.id, each])) };
}

test.each(languages)('every finding is a result, in %s', async (language) => {
  const { evaluation } = await read(toolAssessment, language);
  const results = evaluation.profiles.flatMap((profile) =>
    profile.controls.flatMap((control) => control.results),
  );
  for (const { id } of toolAssessment.findings) {
    expect(results.filter((each) => each.resource_id === id)).toHaveLength(1);
  }
});

test.each([
  ['so-mau/PL-01', 'Failed', 'one system fails, one passes'],
  ['so-mau/CL-01', 'Passed', 'every system passes'],
  ['so-mau/CL-02', 'Not Applicable', 'it applies to no system'],
  [
    'so-mau/CL-03',
    'Not Reviewed',
    'unknown on one system: the other’s pass does not make it a pass',
  ],
  ['so-mau/5.1.b', 'Failed', 'partly met is not met'],
  ['so-mau/EP-01', 'Failed', 'endpoints fail'],
  ['so-mau/EP-02', 'Not Reviewed', '8 of 10 endpoints pass, 2 are unknown'],
  ['so-mau/EP-03', 'Passed', 'all endpoints pass, one with a warning'],
  ['so-mau/EP-04', 'Not Applicable', 'it applies to no endpoint'],
  ['so-mau/IN-03', 'Profile Error', 'a file could not be read'],
  ['so-mau/requirements.backup', 'Passed', 'every requirement of the group is met'],
  ['so-mau/requirements.accounts', 'Failed', 'one of the group is not'],
  ['so-mau/sec-endpoints-protected', 'Not Reviewed', 'an inconclusive target'],
  ['xa-mau/sec-endpoints-protected', 'Not Reviewed', 'a target without data'],
  ['xa-mau/IN-01', 'Failed', 'nothing was handed in'],
  ['province/IN-09', 'Failed', 'about the province as a whole'],
])('%s is %s in Heimdall: %s', async (id, status) => {
  expect((await read()).byId.get(id)?.hdf.status).toBe(status);
});

test('only what does not apply has impact 0; no severity is lost', async () => {
  const { controls } = await read();
  for (const { data, hdf } of controls) {
    if (!('results' in data)) throw new Error('not a result');
    expect(data.impact === 0, data.id).toBe(hdf.status === 'Not Applicable');
    expect(data.results.length, data.id).toBeGreaterThan(0);
  }
  const severity = (id: string) => controls.find(({ data }) => data.id === id)?.hdf.severity;
  expect(severity('so-mau/PL-01')).toBe('critical');
  expect(severity('so-mau/EP-03')).toBe('medium');
});

test('endpoints without a finding of their own are still told', async () => {
  const { byId } = await read();
  const found = byId
    .get('so-mau/EP-01')
    ?.hdf.segments?.map(({ status, code_desc, message, skip_message }) => [
      status,
      code_desc,
      (message ?? skip_message)?.split('\n')[0],
    ]);
  expect(found).toEqual([
    ['failed', 'PC-001 (ep-1): Chưa đúng quy định.', 'Không đạt'],
    [
      'failed',
      'Sở Mẫu: 1 thiết bị không đạt mà không có phát hiện riêng cho phép kiểm này.',
      'Không đạt',
    ],
    [
      'skipped',
      'Sở Mẫu: 2 thiết bị chưa rõ mà không có phát hiện riêng cho phép kiểm này.',
      'Chưa rõ',
    ],
    ['passed', 'Sở Mẫu: 6 thiết bị đạt.', 'Đạt'],
  ]);
});

test('a finding brings its basis with its certainty, its evidence with digest, what to do and by when', async () => {
  const { byId } = await read(toolAssessment, 'en');
  expect(byId.get('so-mau/PL-01')?.hdf.segments?.[0]?.message).toBe(
    [
      'Fail',
      'Not as the law asks.',
      'Legal basis: Điều 18 NĐ 331/2026 (a reading)',
      `Evidence: agencies/so-mau/inventory.yaml:12; Answer: no.; sha256 ${'b'.repeat(64)}`,
      'Evidence: agencies/so-mau/plan.pdf',
      'To do: Make it right.',
      'Due: 01/10/2026',
      'Days late: 54.',
    ].join('\n'),
  );
});

test('NIST controls only where a citation names one', async () => {
  const { controls } = await read();
  const tags = controls.flatMap(({ data, hdf }) =>
    data.tags['nist'] === undefined
      ? []
      : [[data.id, data.tags['nist'], hdf.parsedNistTags[0]?.canonize()]],
  );
  expect(tags).toEqual([['so-mau/EP-01', ['SI-3 c.1', 'Rev_5'], 'SI-3 c. (1)']]);
});

test('control ids are unique: Heimdall would take two of one id for an overlay', async () => {
  const { controls, byId } = await read();
  expect(byId.size).toBe(controls.length);
  for (const each of controls)
    expect([each.extendsFrom.length, each.extendedBy.length]).toEqual([0, 0]);
});

test('an agency called "province" is not the province as a whole', async () => {
  const agencies = toolAssessment.agencies.map((agency) =>
    agency.id === 'xa-mau' ? { ...agency, id: 'province' } : agency,
  );
  const { evaluation } = await read({ ...toolAssessment, agencies });
  const names = evaluation.profiles.map(({ name }) => name);
  expect(names).toEqual(['province', 'so-mau', 'province-']);
});

test('the statistics count controls', async () => {
  const { evaluation, controls } = await read();
  const count = (...statuses: string[]) => ({
    total: controls.filter(({ hdf }) => statuses.includes(hdf.status)).length,
  });
  expect(evaluation.statistics.controls).toEqual({
    passed: count('Passed'),
    failed: count('Failed', 'Profile Error'),
    skipped: count('Not Reviewed', 'Not Applicable'),
  });
});

test('a report of some findings only makes nothing better', async () => {
  const { byId } = await read({ ...toolAssessment, findings: [] });
  expect(byId.get('so-mau/PL-01')?.hdf.status).toBe('Failed');
  expect(byId.get('so-mau/CL-03')?.hdf.status).toBe('Not Reviewed');
});

describe('hostile texts', () => {
  test.each(hostileTexts.map((text) => [JSON.stringify(text).slice(0, 40), text]))(
    '%s',
    async (_, text) => {
      const file = await written(hostileAssessment(text));
      expect(file).not.toMatch(/[\u202A-\u202E\u2066-\u2069]|\\u00[01]|\\ud8/);
      expect(file).toBe(file.normalize('NFC'));
      expect((await read(hostileAssessment(text))).controls).toHaveLength(
        (await read()).controls.length,
      );
    },
  );
});

test('the same report gives the same text', async () => {
  expect(await written()).toBe(await written());
});

test('20,000 findings', async () => {
  const { byId } = await read(manyFindings(20_000));
  expect(
    byId.get('so-mau/EP-01')?.hdf.segments?.filter(({ status }) => status === 'failed'),
  ).toHaveLength(20_000);
});
