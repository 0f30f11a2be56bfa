import { describe, expect, test } from 'vitest';
import Explain from '../../src/cli/commands/explain.js';
import { explanationJson, explanationText } from '../../src/cli/explanation-text.js';
import { explainableIds, findExplanations } from '../../src/cli/explanations.js';
import { bundledPacks } from '../../src/cli/find-packs.js';
import { stylesFor } from '../../src/cli/print.js';
import { textWidth } from '../../src/cli/text-width.js';
import { runCommand, runJson } from './run-command.js';

test.each([
  {
    name: 'a criterion',
    id: '331-12.1',
    says: [
      'level 2',
      'vn-2026',
      'Khoản 1 Điều 12',
      'from the wording',
      'All of',
      'information_types',
    ],
  },
  { name: 'a criterion that is a reading', id: '331-14.2', says: ['(a reading)'] },
  {
    name: 'a rule, whatever its case',
    id: 'cl-03',
    says: ['CL-03', 'approver_competent', 'Applies only when', 'What to do'],
  },
  {
    name: 'a check with a threshold',
    id: 'EP-05',
    says: ['is 7 or less', 'Passes with a warning when', 'endpoint-baseline'],
  },
  { name: 'an advisory', id: 'ADV-08', says: ['must be settled', 'has_user_accounts'] },
  { name: 'an advisory without condition', id: 'ADV-01', says: ['no criterion is true'] },
  { name: 'a gate', id: '331-7.1', says: ['condition on scope', 'processes_data'] },
  { name: 'a row of the harm matrix', id: '116-8.1.c', says: ['level 3', 'harm_rights'] },
  { name: 'a raise', id: '331-10.5', says: ['adjustment'] },
  { name: 'a step of the verdict', id: 'V4', says: ['ep_01'] },
  { name: 'a target', id: 'sec-endpoints-protected', says: ['at least 90 %', 'from a summary'] },
  { name: 'a parameter', id: 'seen_fail_days', says: ['Default: 30', 'may not exceed 30'] },
  {
    name: 'a fact',
    id: 'online_service_role',
    says: ['direct:', 'Used by:', '331-12.2.a', 'ADV-'],
  },
  {
    name: 'a nullable fact',
    id: 'prime_minister_level',
    says: ['at least 2', 'at most 5', 'null'],
  },
  { name: 'an open point', id: 'OPEN-01', says: ['note of the pack'] },
  { name: 'a rule of the program', id: 'IN-01', says: ['rule of the program'] },
  { name: 'exit code 4', id: '4', says: ['exit code', 'Do not count it as met'] },
  { name: 'exit code 130', id: '130', says: ['interrupted'] },
])('$name: $id', async ({ id, says }) => {
  const { exit, stdout } = await runCommand(Explain, id);
  expect(exit).toBe(0);
  // Lines are wrapped; what is said may stand on two of them.
  const flat = stdout.replace(/\s+/g, ' ');
  for (const each of says) expect(flat).toContain(each);
});

test('an id that is a fact and a parameter gives both', async () => {
  const { json } = await runJson(Explain, 'screen_lock_minutes');
  expect(json.entries.map((each: { kind: string }) => each.kind)).toEqual(['parameter', 'fact']);
});

test('JSON of a check: condition as data and in words, facts with their questions', async () => {
  const { json } = await runJson(Explain, 'ep-04');
  expect(json.entries).toMatchObject([
    {
      kind: 'check',
      id: 'EP-04',
      pack: { id: 'endpoint-baseline' },
      severity: 'critical',
      conditions: [
        { role: 'condition', condition: { fact: 'realtime_blocking', op: 'eq', value: true } },
      ],
      facts: [{ id: 'realtime_blocking', question: 'Is real-time protection on and blocking?' }],
    },
  ]);
});

test('an unknown id: what was meant, and what there is', async () => {
  const { exit, error } = await runCommand(Explain, 'system_tipes');
  expect(exit).toBe(2);
  expect(error?.hints.map((hint) => hint.key)).toEqual([
    'cli.did_you_mean',
    'explain.unknown.hint',
  ]);
  expect(error?.hints[0]?.params).toEqual({ name: 'system_types' });
});

describe('everything that has an id', () => {
  test.each(['vi', 'en'] as const)('can be explained within 80 columns (%s)', async (language) => {
    const packs = await bundledPacks();
    for (const id of explainableIds(packs)) {
      const found = findExplanations(id, packs);
      const text = found
        .map((each) => explanationText(each, language, 80, stylesFor('stdout')))
        .join('\n');
      expect({ id, found: found.length > 0 }).toEqual({ id, found: true });
      expect({ id, left: /\{\w+\}/.exec(text)?.[0] }).toEqual({ id, left: undefined });
      expect(text.split('\n').filter((line) => textWidth(line) > 80)).toEqual([]);
      expect(() =>
        JSON.stringify(found.map((each) => explanationJson(each, language))),
      ).not.toThrow();
    }
  });
});
