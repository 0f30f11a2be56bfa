import { expect, test } from 'vitest';
import { runCases } from '../../../src/audit/run-cases.js';
import { formatMessage } from '../../../src/messages/format.js';
import { changed, lineOf, readSmall, smallPack } from './small-pack.js';

test('every case of the small pack passes, in the order of the files', async () => {
  const results = runCases(await readSmall(smallPack));
  expect(results.map(({ id, ok }) => [id, ok])).toEqual(
    ['T-1', 'T-2', 'T-3', 'T-4', 'K-1', 'K-2', 'K-3', 'K-4'].map((id) => [id, true]),
  );
});

test.each([
  {
    part: 'level',
    file: 'classification.cases.yaml',
    id: 'T-1',
    find: 'level: 1, matched: [C-1]',
    put: 'level: 2, matched: [C-1]',
    says: 'level: expected 2, found 1.',
  },
  {
    part: 'a criterion missing',
    file: 'classification.cases.yaml',
    id: 'T-1',
    find: 'level: 1, matched: [C-1]',
    put: 'level: 1, matched: []',
    says: 'matched: expected (none), found C-1.',
  },
  {
    part: 'a criterion too many',
    file: 'classification.cases.yaml',
    id: 'T-3',
    find: 'matched: [C-1], flags',
    put: 'matched: [C-1, C-2], flags',
    says: 'matched: expected C-1, C-2, found C-1.',
  },
  {
    part: 'open',
    file: 'classification.cases.yaml',
    id: 'T-2',
    find: ' open: [C-5],',
    put: '',
    says: 'open: expected (none), found C-5.',
  },
  {
    part: 'advisories',
    file: 'classification.cases.yaml',
    id: 'T-2',
    find: ', advisories: [ADV-1]',
    put: '',
    says: 'advisories: expected (none), found ADV-1.',
  },
  {
    part: 'flags',
    file: 'classification.cases.yaml',
    id: 'T-3',
    find: ' flags: [listed],',
    put: '',
    says: 'flags: expected (none), found listed.',
  },
  {
    part: 'raised_by',
    file: 'classification.cases.yaml',
    id: 'T-3',
    find: ', raised_by: A-1',
    put: '',
    says: 'raised_by: expected (none), found A-1.',
  },
  {
    part: 'a value out of bounds',
    file: 'classification.cases.yaml',
    id: 'T-1',
    find: '{people: 1}, expect: {level: 1',
    put: '{people: 10}, expect: {level: 1',
    says: 'problems: expected (none), found people.',
  },
  {
    part: 'verdict',
    file: 'checks.cases.yaml',
    id: 'K-1',
    find: 'verdict: protected',
    put: 'verdict: degraded',
    says: 'verdict: expected degraded, found protected.',
  },
  {
    part: 'an outcome',
    file: 'checks.cases.yaml',
    id: 'K-4',
    find: 'EP-1: not_applicable',
    put: 'EP-1: pass',
    says: 'EP-1: expected pass, found not_applicable.',
  },
  {
    part: 'a warning that does not come',
    file: 'checks.cases.yaml',
    id: 'K-1',
    find: '{age: 7, out: false}, expect',
    put: '{age: 3, out: false}, expect',
    says: 'EP-1: expected warn, found pass.',
  },
  {
    part: 'a parameter',
    file: 'checks.cases.yaml',
    id: 'K-2',
    find: ' parameters: {fail_days: 6},',
    put: '',
    says: 'verdict: expected unprotected, found protected.',
  },
])(
  'a case that expects something else fails with both: $part',
  async ({ file, id, find, put, says }) => {
    const texts = changed(file, find, put);
    const failed = runCases(await readSmall(texts)).filter((each) => !each.ok);
    expect(failed.map((each) => each.id)).toEqual([id]);
    expect(failed[0]?.differences.map((each) => formatMessage(each, 'en'))).toContain(says);
    expect(failed[0]).toMatchObject({
      file: `packs/small/${file}`,
      line: lineOf(texts[file], `{id: ${id},`),
    });
  },
);

test('"pass" says nothing about a warning', async () => {
  const texts = changed('checks.cases.yaml', 'EP-1: warn', 'EP-1: pass');
  expect(runCases(await readSmall(texts)).every((each) => each.ok)).toBe(true);
});

test('a pack with errors runs no case', async () => {
  const broken = await readSmall(changed('pack.yaml', 'id: small', 'id: large'));
  expect(broken.cases.size).toBe(2);
  expect(runCases(broken)).toEqual([]);
});
