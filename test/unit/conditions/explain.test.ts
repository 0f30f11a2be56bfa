import { describe, expect, test } from 'vitest';
import type { Condition, OperandValue } from '../../../src/conditions/condition.js';
import { evaluate } from '../../../src/conditions/evaluate.js';
import { conditionText, explainLeaf, explainLeafResult } from '../../../src/conditions/explain.js';
import { formatMessage } from '../../../src/messages/format.js';
import { context, declarations } from './declared.js';

describe('a leaf', () => {
  test.each<[fact: string, op: string, value: OperandValue, vi: string, en: string]>([
    ['types', 'contains', 'internal', 'types gồm "Phục vụ nội bộ"', 'types includes "Internal"'],
    [
      'types',
      'only',
      ['internal', 'other'],
      'types chỉ gồm: "Phục vụ nội bộ", "Loại khác"',
      'types includes nothing but: "Internal", "Other"',
    ],
    ['types', 'non_empty', false, 'types không có mục nào', 'types has no item'],
    ['has_accounts', 'eq', true, 'has_accounts là "Có"', 'has_accounts is "Yes"'],
    ['users', 'gte', 10_000, 'users từ 10.000 trở lên', 'users is 10,000 or more'],
    [
      'harm',
      'at_least',
      'serious',
      'harm từ mức "Nghiêm trọng" trở lên',
      'harm is "Serious" or higher',
    ],
    ['os.name', 'starts_with', '{x}', 'os.name bắt đầu bằng "{x}"', 'os.name begins with "{x}"'],
    ['seen', 'after', '2026-07-01', 'seen sau 01/07/2026', 'seen is after 01/07/2026'],
    [
      'seen',
      'on_or_before',
      'as_of',
      'seen không sau ngày đánh giá',
      'seen is on or before the as-of date',
    ],
    [
      'seen',
      'older_than',
      'P30D',
      'seen đã quá 30 ngày tính đến ngày đánh giá',
      'seen is more than 30 days before the as-of date',
    ],
    [
      'lock_after',
      'longer_than',
      'P1Y',
      'lock_after dài hơn 1 năm',
      'lock_after is longer than 1 year',
    ],
    [
      'lock_after',
      'longer_than',
      'P1Y6M2D',
      'lock_after dài hơn 18 tháng 2 ngày',
      'lock_after is longer than 18 months 2 days',
    ],
    [
      'lock_after',
      'longer_than',
      'P0D',
      'lock_after dài hơn 0 ngày',
      'lock_after is longer than 0 days',
    ],
    ['users', 'lt', { param: 'limit' }, 'users nhỏ hơn {limit}', 'users is below {limit}'],
    ['users', 'is_known', false, 'users chưa biết', 'users is not known'],
  ])('%s %s %j', (fact, op, value, vi, en) => {
    const explained = explainLeaf({ fact, op, value }, declarations);
    expect(formatMessage(explained, 'vi')).toBe(vi);
    expect(formatMessage(explained, 'en')).toBe(en);
  });
});

const tree: Condition = {
  any: [
    { fact: 'users', op: 'gte', value: 100 },
    {
      all: [
        { not: { fact: 'role', op: 'eq', value: 'direct' } },
        { fact: 'types', op: 'non_empty', value: true },
      ],
    },
  ],
};

test('a tree is indented lines', () => {
  expect(conditionText(tree, declarations, 'vi').split('\n')).toEqual([
    'Ít nhất một trong các điều kiện sau:',
    '  users từ 100 trở lên',
    '  Tất cả các điều kiện sau:',
    '    Không đúng là:',
    '      role là "Trực tiếp"',
    '    types có ít nhất một mục',
  ]);
  expect(conditionText(tree, declarations, 'en')).toContain(
    '    It is not so that:\n      role is "Direct"',
  );
});

test.each<[string, unknown, string, string]>([
  ['a set', ['internal'], '; thực tế: "Phục vụ nội bộ"', '; found: "Internal"'],
  ['an empty set', [], '; thực tế: không có mục nào', '; found: no item'],
  ['unknown', undefined, '; thực tế: chưa biết', '; found: not known'],
])('what was found is told: %s', (_name, types, vi, en) => {
  const leaf: Condition = { fact: 'types', op: 'contains', value: 'other' };
  const facts = { types } as Parameters<typeof evaluate>[1];
  const [result] = evaluate(leaf, facts, context).because;
  const explained = result && explainLeafResult(result, declarations);
  expect(explained && formatMessage(explained, 'vi')).toBe(`types gồm "Loại khác"${vi}`);
  expect(explained && formatMessage(explained, 'en')).toBe(`types includes "Other"${en}`);
});

test('null is told apart from unknown', () => {
  const leaf: Condition = { fact: 'approved_level', op: 'gte', value: 3 };
  const [result] = evaluate(leaf, { approved_level: null }, context).because;
  const explained = result && explainLeafResult(result, declarations);
  expect(explained && formatMessage(explained, 'vi')).toBe(
    'approved_level từ 3 trở lên; thực tế: không có',
  );
});
