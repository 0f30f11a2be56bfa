import type { Log } from 'sarif';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../../../src/domain/diagnostic.js';
import { message } from '../../../../src/messages/catalogue.js';
import { languages } from '../../../../src/messages/format.js';
import { diagnosticsSarif } from '../../../../src/reports/diagnostics-sarif.js';
import { pathUri } from '../../../../src/reports/outcomes/path-uri.js';
import { hostileTexts } from '../../../support/hostile-document.js';

const run = { language: 'vi', version: '1.2.3', complete: true } as const;

const slip: Diagnostic = {
  code: 'inventory.unknown_fact',
  severity: 'error',
  message: message('inventory.unknown_fact', { fact: 'has_user_acounts' }),
  hint: message('cli.did_you_mean', { name: 'has_user_accounts' }),
  file: 'agencies/so-mau/inventory.yaml',
  line: 8,
  column: 7,
  pointer: '/systems/0/facts/has_user_acounts',
};

function read(
  diagnostics: readonly Diagnostic[],
  more: Partial<Parameters<typeof diagnosticsSarif>[1]> = {},
) {
  const log = JSON.parse(diagnosticsSarif(diagnostics, { ...run, ...more })) as Log;
  const [first] = log.runs;
  if (!first) throw new Error('no run');
  return { ...first, results: first.results ?? [], rules: first.tool.driver.rules ?? [] };
}

test.each(languages)('a slip with its place, in %s', (language) => {
  const { results, rules, tool } = read([slip], { language });
  const texts = {
    vi: 'Gói quy tắc không có dữ kiện «has_user_acounts».\nCó phải ý bạn là «has_user_accounts»?',
    en: 'The rule pack has no fact "has_user_acounts".\nDid you mean "has_user_accounts"?',
  };
  expect(tool.driver).toMatchObject({ name: 'tuanthu', version: '1.2.3', language });
  expect(results).toEqual([
    {
      ruleId: 'inventory.unknown_fact',
      ruleIndex: 0,
      level: 'error',
      message: { text: texts[language] },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'agencies/so-mau/inventory.yaml' },
            region: { startLine: 8, startColumn: 7 },
          },
          logicalLocations: [{ fullyQualifiedName: '/systems/0/facts/has_user_acounts' }],
        },
      ],
      partialFingerprints: { 'tuanthu/v1': expect.stringMatching(/^[0-9a-f]{64}$/) },
      properties: texts,
    },
  ]);
  expect(rules[0]?.help?.text).toBe(
    'Gói quy tắc không có dữ kiện «…».\nCó phải ý bạn là «…»?\n\nThe rule pack has no fact "…".\nDid you mean "…"?',
  );
});

test.each([
  ['error', 'error'],
  ['warning', 'warning'],
  ['info', 'note'],
] as const)('severity %s is level %s', (severity, level) => {
  expect(read([{ ...slip, severity }]).results[0]?.level).toBe(level);
});

test('one rule for each code, each result at its rule', () => {
  const other: Diagnostic = {
    code: 'fleet.empty',
    severity: 'warning',
    message: message('fleet.empty'),
  };
  const { results, rules } = read([slip, other, { ...slip, line: 9 }]);
  expect(rules.map(({ id }) => id)).toEqual(['inventory.unknown_fact', 'fleet.empty']);
  expect(rules.map(({ name }) => name)).toEqual(['InventoryUnknownFact', 'FleetEmpty']);
  expect(results.map(({ ruleIndex }) => ruleIndex)).toEqual([0, 1, 0]);
});

test.each([
  ['no file: no place', { file: undefined, pointer: undefined }, undefined],
  [
    'a file only',
    { line: undefined, pointer: undefined },
    { artifactLocation: { uri: 'agencies/so-mau/inventory.yaml' } },
  ],
] as const)('%s', (_, more, place) => {
  const changed = Object.fromEntries(
    Object.entries({ ...slip, ...more }).filter(([, value]) => value !== undefined),
  ) as unknown as Diagnostic;
  expect(read([changed]).results[0]?.locations?.[0]?.physicalLocation).toEqual(place);
});

test.each([
  [true, true],
  [false, false],
])('complete %s: the run was successful %s', (complete, successful) => {
  const { invocations, results } = read([], { complete });
  expect(invocations).toEqual([{ executionSuccessful: successful }]);
  expect(results).toEqual([]);
});

test.each([
  ['agencies/sở y tế/a b.yaml', 'agencies/s%E1%BB%9F%20y%20t%E1%BA%BF/a%20b.yaml'],
  ['../a.yaml', '../a.yaml'],
  ['/tmp/a.yaml', 'file:///tmp/a.yaml'],
  ['C:\\du-lieu\\a.yaml', 'file:///C:/du-lieu/a.yaml'],
  ['\\\\may-chu\\chung\\a.yaml', 'file://may-chu/chung/a.yaml'],
  ['javascript:alert(1)', 'javascript%3Aalert%281%29'],
  ['a?b#c%d', 'a%3Fb%23c%25d'],
  ['nửa \uD83D.yaml', 'n%E1%BB%ADa%20%EF%BF%BD.yaml'],
])('the path %j as a URI', (path, uri) => {
  expect(pathUri(path)).toBe(uri);
});

test.each(hostileTexts.map((text) => [JSON.stringify(text).slice(0, 40), text]))(
  'hostile text %s',
  (_, text) => {
    const written = diagnosticsSarif(
      [{ ...slip, file: `a/${text}`, message: message('inventory.unknown_fact', { fact: text }) }],
      run,
    );
    expect(written).not.toMatch(/[\u202A-\u202E\u2066-\u2069]|\\u00[01]|\\ud8/);
    expect(JSON.parse(written)).toHaveProperty('runs.0.results.0.ruleId');
  },
);

test('the same diagnostics give the same text', () => {
  expect(diagnosticsSarif([slip], run)).toBe(diagnosticsSarif([slip], run));
});
