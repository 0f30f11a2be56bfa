import { expect, test } from 'vitest';
import { audit } from '../../support/audit.js';
import { soundChecklist, soundSystem } from '../../support/workspace.js';

// Checklists beside the one that counts: of the old standard, of another level.

const system = 'so-a-qlvb';

test.each<[string, string, string[]]>([
  [
    'prompts of the old standard, which don’t bind today',
    soundChecklist(system, 2, {
      pack: 'vn-2016',
      answers: [{ requirement: '6.1.1.1#1', digest: '0000000000000000', answer: 'not_met' }],
    }),
    ['checklist-unused'],
  ],
  ['of another level', soundChecklist(system, 1), ['checklist-unused']],
])('%s: said, not counted, and no error', async (_name, text, rules) => {
  const { assessment } = await audit({
    agencies: [
      {
        id: 'so-a',
        systems: [soundSystem(system)],
        checklists: { 'khac.yaml': text },
      },
    ],
  });
  const [agency] = assessment.agencies;
  expect(agency?.submission.status).toBe('submitted');
  expect(agency?.systems[0]?.requirements?.self_assessment).toBeNull();
  const found = assessment.findings.map(({ rule }) => rule);
  expect(found.filter((rule) => rule === 'checklist-unused')).toEqual(rules);
  expect(agency?.systems[0]?.metrics['systems_classified_and_plan_deployed']).toBe('unknown');
});

test.each([
  ['that can’t be read', 'a: ['],
  ['of the same system with an answer that can’t be used', undefined],
])('beside a full one, a checklist %s keeps the plan from counting', async (_name, text) => {
  const broken =
    text ??
    soundChecklist(system, 2, {
      kind: 'inspection',
      answers: [{ requirement: '9.9.9', digest: '0000000000000000', answer: 'not_met' }],
    });
  const { assessment } = await audit({
    agencies: [
      {
        id: 'so-a',
        systems: [soundSystem(system)],
        checklists: { 'tu.yaml': soundChecklist(system, 2), 'tra.yaml': broken },
      },
    ],
  });
  const [agency] = assessment.agencies;
  expect(agency?.systems[0]?.metrics).toEqual({
    systems_classified: 'pass',
    systems_classified_and_plan_deployed: 'unknown',
  });
  expect(agency?.systems[0]?.plan_status).toBeNull();
  expect(assessment.findings.map(({ rule }) => rule)).toContain('PL-01');
});
