import { describe, expect, test } from 'vitest';
import Explain from '../../src/cli/commands/explain.js';
import { explanationJson, explanationText } from '../../src/cli/explanation-text.js';
import { findExplanations } from '../../src/cli/explanations.js';
import { bundledPacks } from '../../src/cli/find-packs.js';
import { stylesFor } from '../../src/cli/print.js';
import { textWidth } from '../../src/cli/text-width.js';
import { catalogueIds, looksLikeClause } from '../../src/packs/find-requirements.js';
import { runCommand, runJson } from './run-command.js';

test.each([
  {
    name: 'a requirement',
    id: '5.1.2.1.a',
    says: [
      '5.1.2.1.a · requirement, level 3 · pack vn-2026',
      'Group 5.1',
      'What it asks:',
      'Evidence to have:',
      'TCVN 14423:2026, clause 5.1.2.1.a (from a summary)',
      'Điểm d khoản 2 Điều 29 NĐ 331/2026',
      'level 1: clause 3.1.a',
      'the official text prevails',
    ],
  },
  { name: 'one with an interval', id: '4.1.B', says: ['at least every 1 year'] },
  {
    name: 'one of several of a clause',
    id: '5.6.2.2.b#1',
    says: ['Only suggested by the standard', 'Cite clause 5.6.2.2.b', 'signal account_policy'],
  },
  {
    name: 'a clause shared by several',
    id: '5.6.2.2.b',
    says: ['5.6.2.2.b#1 ·', '5.6.2.2.b#2 ·', '14 characters without MFA'],
  },
  {
    name: 'a requirement of the annex, by the clause of a level',
    id: 'A.4.1',
    says: ['A.4.1 · requirement of the annex, level 4', 'level 3: clause A.3.1', 'never counted'],
  },
  { name: 'a prompt of the old standard', id: '5.1.1.1#1', says: ['vn-2016', 'self-assessment'] },
  { name: 'a group', id: '5.13', says: ['group of requirements, level 3', '5.13'] },
  { name: 'an idea, at every level', id: 'hardware-inventory', says: ['3.2.1.a', '7.2.1.a'] },
  { name: 'a point of the decree', id: '331-29.2.a', says: ['point of the decree', 'serve this'] },
  { name: 'a transition case', id: 'tr-kept', says: ['transition case', 'approval_date'] },
])('$name: $id', async ({ id, says }) => {
  const { exit, stdout } = await runCommand(Explain, id);
  expect(exit).toBe(0);
  const flat = stdout.replace(/\s+/g, ' ');
  for (const each of says) expect(flat).toContain(each);
  expect(stdout.split('\n').filter((line) => textWidth(line) > 80)).toEqual([]);
});

test('an annex requirement under its own id is given once', async () => {
  const { json } = await runJson(Explain, 'A.3.1');
  expect(json.entries).toMatchObject([{ clause: 'A.3.1', level: 3, annex: true }]);
});

test('JSON of a requirement', async () => {
  const { json } = await runJson(Explain, '4.1.b');
  expect(json.entries).toMatchObject([
    {
      kind: 'requirement',
      pack: { id: 'vn-2026' },
      id: '4.1.b',
      clause: '4.1.b',
      level: 2,
      annex: false,
      standard: 'TCVN 14423:2026',
      group: { id: '4.1', slug: 'risk-management' },
      parameters: [{ name: 'interval', value: 'P1Y', text: 'at least every 1 year' }],
      digest: expect.stringMatching(/^[0-9a-f]{16}$/),
      other_levels: [{ level: 1, id: '3.1.b' }, { level: 3 }, { level: 4 }, { level: 5 }],
    },
  ]);
});

test.each([
  ['5.1.2.1.z', '5.1.2.1.a'],
  ['hardware-inventry', 'hardware-inventory'],
  ['A.3.11', 'A.3.1'],
])('a slip: %s → %s', async (id, name) => {
  const { exit, error } = await runCommand(Explain, id);
  expect(exit).toBe(2);
  expect(error?.hints[0]).toMatchObject({ key: 'cli.did_you_mean', params: { name } });
});

test.each([
  ['5.1.2.1.a', true],
  ['3.1.a', true],
  ['5.13', true],
  ['4.2.1.đ', true],
  ['5.6.2.2.b#1', true],
  ['A.4.2#1', true],
  ['a.3.1', true],
  ['A-01', true],
  ['4', false],
  ['130', false],
  ['331-12.1', false],
  ['EP-04', false],
  ['CL-03', false],
  ['system_types', false],
])('%s looks like a clause: %s', (id, expected) => expect(looksLikeClause(id)).toBe(expected));

describe('everything of the catalogues', () => {
  test.each(['vi', 'en'] as const)('can be explained within 80 columns (%s)', async (language) => {
    const packs = await bundledPacks({ catalogues: true });
    // Every seventh: all of them take long, and each shape comes up.
    const ids = catalogueIds(packs).filter((_, i) => i % 7 === 0);
    for (const id of ids) {
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
