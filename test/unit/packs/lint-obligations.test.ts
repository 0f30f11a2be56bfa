import { expect, test } from 'vitest';
import { formatMessage } from '../../../src/messages/format.js';
import { obligationsProblems } from '../../../src/packs/lint/lint-obligations.js';
import type { Obligations } from '../../../src/packs/obligations.js';
import type { Requirements } from '../../../src/packs/types.js';
import { lineOf, readSmall, smallPack } from './small-pack.js';

const file = 'obligations.yaml';
const text = `schema_version: 1
facts:
  - {id: since, type: date, question: {vi: A, en: A}}
  - {id: moment, type: text, question: {vi: A, en: A}}
  - {id: rhythm, type: duration, question: {vi: A, en: A}}
  - {id: yes, type: bool, question: {vi: A, en: A}}
obligations:
${entry('OB-1', '{on: "2026-06-30", latest: "2026-07-01"}')}
${entry('OB-2', '{every_year: {month: 2, day: 29}, period: {from: {month: 1, day: 1, year_offset: -1}, to: {month: 12, day: 31, year_offset: -1}}}')}
${entry('OB-3', '{within: "P5D", after: since}')}
${entry('OB-4', '{working_days: 7, after: since}')}
${entry('OB-5', '{within_hours: 24, after: moment}', ', done_on: moment')}
${entry('OB-6', '{before: since}', ', done_on: since')}
${entry('OB-7', '{every: "P1Y", first_after: since}')}
${entry('OB-8', '{every: {levels: {"3": "P1Y"}}}')}
${entry('OB-9', '{every: {fact: rhythm}}')}
${entry('OB-10', '{unset: {vi: K, en: N}, since: since}')}
${entry('OB-11', '{every: {requirement: anything}}')}
`;

function entry(id: string, due: string, more = ''): string {
  return `  - {id: ${id}, title: {vi: ${id}, en: ${id}}, subject: system, who: owner, severity: high, citations: [{text: Điều 1, certainty: text}], certainty: text, applies_when: {fact: yes, op: eq, value: true}, due: ${due}, remediation: {vi: A, en: A}${more}}`;
}

test('a file with every form of date is free of problems', async () => {
  const { pack, diagnostics } = await readSmall({ ...smallPack, [file]: text });
  expect(diagnostics).toEqual([]);
  expect(pack?.obligations?.obligations).toHaveLength(11);
});

test.each([
  ['an id twice', 'id: OB-2,', 'id: OB-1,', 'pack.duplicate_id'],
  ['an id of a rule', 'id: OB-2,', 'id: EP-1,', 'schema.invalid'],
  ['a fact twice', '{id: moment,', '{id: since,', 'pack.duplicate_id'],
  ['a condition on no fact', 'fact: yes, op', 'fact: yess, op', 'condition.unknown_fact'],
  ['a later reading that is earlier', '"2026-07-01"', '"2026-06-29"', 'pack.latest_before'],
  ['a day that no year has', '{month: 2, day: 29}', '{month: 2, day: 30}', 'pack.no_such_day'],
  ['a thirty-first of November', 'month: 12, day: 31', 'month: 11, day: 31', 'pack.no_such_day'],
  ['a date of no fact', '"P5D", after: since', '"P5D", after: sinc', 'condition.unknown_fact'],
  ['a date of another type', '"P5D", after: since', '"P5D", after: yes', 'pack.fact_of_type'],
  ['hours after a date', 'after: moment', 'after: since', 'pack.fact_of_type'],
  ['done on another type', 'done_on: moment', 'done_on: since', 'pack.fact_of_type'],
  ['a rhythm of nothing', '"P1Y", first', '"P0D", first', 'pack.duration_too_short'],
  ['a rhythm of a date', '{fact: rhythm}', '{fact: since}', 'pack.fact_of_type'],
  ['a level of nothing', '"3": "P1Y"', '"3": "P0M"', 'pack.duration_too_short'],
  ['a level that isn’t', '"3": "P1Y"', '"6": "P1Y"', 'schema.not_allowed'],
  ['a duration in words', '"P5D"', '"5 days"', 'schema.bad_duration'],
  [
    'two forms at once',
    '{working_days: 7,',
    '{before: since, working_days: 7,',
    'schema.unknown_key',
  ],
  ['no form', '{before: since}', '{}', 'schema.missing_key'],
  [
    'an event without its limit',
    '{working_days: 7, after: since}',
    '{working_days: 7}',
    'schema.missing_key',
  ],
  [
    'a period without a year’s date',
    '{on: "2026-06-30",',
    '{period: {}, on: "2026-06-30",',
    'schema.unknown_key',
  ],
  ['an agency’s duty for each incident', 'id: OB-6,', 'for_each: incident, id: OB-6,', undefined],
  [
    'a province’s duty for each incident',
    'subject: system',
    'for_each: incident, subject: province',
    'schema.not_allowed',
  ],
])('%s', async (_, find, put, code) => {
  expect(text).toContain(find);
  const { diagnostics } = await readSmall({ ...smallPack, [file]: text.replace(find, put) });
  if (code === undefined) return expect(diagnostics).toEqual([]);
  expect(diagnostics.map((each) => each.code)).toContain(code);
  for (const { file: place, line, message } of diagnostics) {
    expect(place).toBe(`packs/small/${file}`);
    expect(line).toBeGreaterThanOrEqual(lineOf(text, 'facts:'));
    expect(formatMessage(message, 'en')).not.toContain('{');
  }
});

test('the requirement of a rhythm is looked up once the catalogues were read', async () => {
  const { pack } = await readSmall({ ...smallPack, [file]: text });
  if (!pack?.obligations) throw new Error('no obligations');
  const requirement = (slug: string, parameters: Record<string, string>) => ({ slug, parameters });
  const catalogue = (...requirements: readonly unknown[]) =>
    ({
      levels: [{ groups: [{ requirements }] }],
      annex: [],
      points: [],
    }) as unknown as Requirements;
  const problems = (requirements: Requirements) =>
    obligationsProblems(pack.obligations as Obligations, { requirements }).map(
      ({ message, pointer }) => `${message.key} ${pointer}`,
    );
  expect(problems(catalogue(requirement('anything', { interval: 'P1Y' })))).toEqual([]);
  const place = '/obligations/10/due/every/requirement';
  expect(problems(catalogue(requirement('other', { interval: 'P1Y' })))).toEqual([
    `pack.unknown_rhythm ${place}`,
  ]);
  expect(problems(catalogue(requirement('anything', {})))).toEqual([
    `pack.unknown_rhythm ${place}`,
  ]);
});
