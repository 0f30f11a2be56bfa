import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../../../src/audit/assessment.js';
import { languages } from '../../../../src/messages/format.js';
import { format } from '../../../../src/reports/formats/xccdf.js';
import { nameToken } from '../../../../src/reports/outcomes/name-token.js';
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

interface RuleResult {
  readonly '@idref': string;
  readonly result: string;
  readonly ident?: readonly { readonly '#text': string; readonly '@system': string }[];
  readonly message: { readonly '#text': string };
  readonly instance: { readonly '#text': string };
}

interface TestResult {
  readonly '@id': string;
  readonly 'rule-result': readonly RuleResult[];
  readonly score: readonly {
    readonly '#text': string;
    readonly '@system': string;
    readonly '@maximum': string;
  }[];
}

const many = ['Group', 'Rule', 'TestResult', 'rule-result', 'score', 'ident'];

async function read(assessment?: Assessment, language?: 'vi' | 'en') {
  const reader = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    isArray: (name) => many.includes(name),
  });
  const { Benchmark } = reader.parse(await written(assessment, language), true);
  const rules: readonly { readonly '@id': string; readonly '@severity': string }[] =
    Benchmark.Group.flatMap((group: { Rule: unknown }) => group.Rule);
  const results: readonly TestResult[] = Benchmark.TestResult;
  return { rules, results };
}

async function outcomesOf(agency: string, rule: string) {
  const { results } = await read();
  const own = results.find((each) => each['@id'] === `xccdf_tuanthu_testresult_${agency}`);
  return own?.['rule-result']
    .filter((each) => each['@idref'] === `xccdf_tuanthu_rule_${rule}`)
    .map(({ result }) => result);
}

test.each(languages)('every finding is one rule-result, in %s', async (language) => {
  const { results } = await read(toolAssessment, language);
  const ids = results
    .flatMap((each) => each['rule-result'])
    .flatMap(({ ident = [] }) => ident)
    .filter((each) => each['@system'] === 'urn:tuanthu:finding')
    .map((each) => each['#text']);
  expect(ids.sort()).toEqual(toolAssessment.findings.map(({ id }) => id).sort());
});

test.each([
  ['so-mau', 'PL-01', ['fail', 'pass']],
  ['so-mau', 'CL-02', ['notapplicable', 'notapplicable']],
  ['so-mau', 'CL-03', ['unknown', 'pass']],
  ['so-mau', '5.1.b', ['fail']],
  ['so-mau', 'IN-03', ['error']],
  ['so-mau', 'EP-01', ['fail', 'fail', 'unknown', 'pass']],
  ['so-mau', 'sec-endpoints-protected', ['unknown']],
  ['xa-mau', 'sec-endpoints-protected', ['unknown']],
  ['province', 'IN-09', ['fail']],
])('%s: rule %s gives %j', async (agency, rule, expected) => {
  expect(await outcomesOf(agency, rule)).toEqual(expected);
});

test('ids have the form that XCCDF 1.2 asks for; each rule-result names a rule; no id twice', async () => {
  const { rules, results } = await read();
  const ids = rules.map((rule) => rule['@id']);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^xccdf_[^_]+_rule_[A-Za-z0-9._-]+$/);
  for (const each of results.flatMap((result) => result['rule-result'])) {
    expect(ids).toContain(each['@idref']);
  }
});

test.each([
  ['5.1.b', 'r_5.1.b'],
  ['5.12.2.2.a#6', 'r_5.12.2.2.a-x23-6'],
  ['đ', 'r_-x111-'],
])('the id %j as a name', (id, expected) => {
  expect(nameToken('r_', id)).toBe(expected);
});

test('critical is high, XCCDF’s highest; it stands in the result', async () => {
  const { rules, results } = await read();
  expect(rules.find((each) => each['@id'].endsWith('_PL-01'))?.['@severity']).toBe('high');
  const found = results
    .flatMap((each) => each['rule-result'])
    .find((each) => each['@idref'].endsWith('_PL-01'));
  expect(found?.ident?.map((each) => each['#text'])).toEqual([
    'PL-01:system:so-mau:mot-cua',
    'critical',
  ]);
});

test('scores: rules that pass everywhere of those that apply, and the targets with data', async () => {
  const { results } = await read();
  const scores = results.map(({ score }) =>
    score.map((each) => [each['@system'], each['#text'], each['@maximum']]),
  );
  expect(scores.slice(0, 2)).toEqual([
    [['urn:xccdf:scoring:flat-unweighted', '0', '2']],
    [
      ['urn:xccdf:scoring:flat-unweighted', '3', '12'],
      ['urn:tuanthu:target:sec-endpoints-protected', '7', '10'],
    ],
  ]);
});

describe('hostile texts', () => {
  test.each(hostileTexts.map((text) => [JSON.stringify(text).slice(0, 40), text]))(
    '%s',
    async (_, text) => {
      const file = await written(hostileAssessment(text));
      expect(file).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
      expect(file).toBe(file.normalize('NFC'));
      const count = (found: { results: readonly TestResult[] }) =>
        found.results.flatMap((each) => each['rule-result']).length;
      expect(count(await read(hostileAssessment(text)))).toBe(count(await read()));
    },
  );
});

test('the same report gives the same text', async () => {
  expect(await written()).toBe(await written());
});

test('20,000 findings', async () => {
  const file = await written(manyFindings(20_000));
  expect(file.match(/urn:tuanthu:finding/g)).toHaveLength(20_000);
});
