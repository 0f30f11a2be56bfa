import { expect, test } from 'vitest';
import { formatMessage } from '../../../src/messages/format.js';
import { changed, lineOf, readSmall, smallPack } from './small-pack.js';

interface Fault {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly put: string;
  readonly code: string;
  /** A text of the changed file where the diagnostic stands; the place of the change when left out. */
  readonly at?: string;
  readonly hint?: string;
}

const faults: readonly Fault[] = [
  // ids and references
  {
    name: 'id is not the folder',
    file: 'pack.yaml',
    find: 'id: small',
    put: 'id: large',
    code: 'pack.id_not_folder',
  },
  {
    name: 'id without quotes',
    file: 'pack.yaml',
    find: '{id: "1",',
    put: '{id: 6.10,',
    code: 'schema.quote_it',
    hint: 'quotes',
  },
  {
    name: 'note twice',
    file: 'pack.yaml',
    find: '- {id: N-1, certainty: open',
    put: '- {id: N-1, certainty: text, text: {vi: A, en: A}}\n  - {id: N-1, certainty: open',
    code: 'pack.duplicate_id',
    at: '{id: N-1, certainty: open',
  },
  {
    name: 'fact twice',
    file: 'classification.yaml',
    find: '{id: level_risk, type',
    put: '{id: kinds, type',
    code: 'pack.duplicate_id',
  },
  {
    name: 'criterion twice',
    file: 'classification.yaml',
    find: '{id: C-2,',
    put: '{id: C-1,',
    code: 'pack.duplicate_id',
  },
  {
    name: 'gate named as a criterion',
    file: 'classification.yaml',
    find: '{id: C-2,',
    put: '{id: G-1,',
    code: 'pack.duplicate_id',
  },
  {
    name: 'advisory named as a rule of another file',
    file: 'approval.yaml',
    find: '{id: CL-1, title',
    put: '{id: ADV-1, title',
    code: 'pack.duplicate_id',
  },
  {
    name: 'case twice',
    file: 'classification.cases.yaml',
    find: '{id: T-2',
    put: '{id: T-1',
    code: 'pack.duplicate_id',
  },
  {
    name: 'endpoint case twice',
    file: 'checks.cases.yaml',
    find: '{id: K-2',
    put: '{id: K-1',
    code: 'pack.duplicate_id',
  },
  {
    name: 'checks that share a fact',
    file: 'checks.yaml',
    find: '{id: EP-2,',
    put: '{id: EP_1,',
    code: 'pack.duplicate_id',
  },
  {
    name: 'level twice in the procedure',
    file: 'classification.yaml',
    find: '{level: 2, appraiser',
    put: '{level: 1, appraiser',
    code: 'pack.duplicate_id',
  },
  {
    name: 'unknown flag',
    file: 'classification.yaml',
    find: 'flag: listed',
    put: 'flag: liste',
    code: 'pack.unknown_flag',
    hint: 'listed',
  },
  {
    name: 'unknown appraiser',
    file: 'classification.yaml',
    find: '{level: 3, appraiser: owner',
    put: '{level: 3, appraiser: ownre',
    code: 'pack.unknown_actor',
    hint: 'owner',
  },
  {
    name: 'unknown body to report to',
    file: 'classification.yaml',
    find: 'report_to: owner',
    put: 'report_to: boss',
    code: 'pack.unknown_actor',
    hint: 'owner',
  },
  {
    name: 'unknown appraiser of an exception',
    file: 'classification.yaml',
    find: 'when: {vi: Khi, en: When}, appraiser: owner',
    put: 'when: {vi: Khi, en: When}, appraiser: x',
    code: 'pack.unknown_actor',
  },
  {
    name: 'unknown reference list',
    file: 'classification.yaml',
    find: 'values_from: list',
    put: 'values_from: lists',
    code: 'pack.unknown_list',
    hint: 'list',
  },
  {
    name: 'metric of a rule that is not there',
    file: 'approval.yaml',
    find: '[CL-1]',
    put: '[CL-2]',
    code: 'pack.unknown_rule',
    hint: 'CL-1',
  },
  {
    name: 'metric that nobody computes',
    file: 'approval.yaml',
    find: 'systems_classified:',
    put: 'systems_clasified:',
    code: 'pack.unknown_metric',
    hint: 'systems_classified',
  },
  // conditions
  {
    name: 'unknown fact in a criterion',
    file: 'classification.yaml',
    find: 'condition: {fact: people, op: gt, value: 3}',
    put: 'condition: {fact: peple, op: gt, value: 3}',
    code: 'condition.unknown_fact',
    hint: 'people',
  },
  {
    name: 'operator that does not fit',
    file: 'classification.yaml',
    find: '{fact: people, op: gt, value: 3}',
    put: '{fact: people, op: contains, value: 3}',
    code: 'condition.operator_misfit',
  },
  {
    name: 'unknown word in a gate',
    file: 'classification.yaml',
    find: 'condition: {fact: people, op: gte, value: 1}',
    put: 'condition: {fact: kinds, op: contains, value: z}',
    code: 'condition.unknown_word',
  },
  {
    name: 'unknown fact in the harm matrix',
    file: 'classification.yaml',
    find: '{fact: people, op: eq, value: 9}',
    put: '{fact: harm, op: eq, value: 9}',
    code: 'condition.unknown_fact',
  },
  {
    name: 'unknown fact in an advisory',
    file: 'classification.yaml',
    find: '{fact: people, op: eq, value: 7}',
    put: '{fact: persons, op: eq, value: 7}',
    code: 'condition.unknown_fact',
  },
  {
    name: 'the computed level in a criterion',
    file: 'classification.yaml',
    find: '{fact: people, op: gt, value: 3}',
    put: '{fact: level_proposed, op: gt, value: 3}',
    code: 'condition.unknown_fact',
  },
  {
    name: 'unknown fact in an approval rule',
    file: 'approval.yaml',
    find: '{fact: decided, op',
    put: '{fact: decision, op',
    code: 'condition.unknown_fact',
  },
  {
    name: 'unknown parameter',
    file: 'checks.yaml',
    find: 'param: fail_days',
    put: 'param: fail_day',
    code: 'condition.unknown_parameter',
    hint: 'fail_days',
  },
  {
    name: 'unknown fact in applies_when',
    file: 'checks.yaml',
    find: 'applies_when: {fact: out,',
    put: 'applies_when: {fact: outt,',
    code: 'condition.unknown_fact',
  },
  {
    name: 'unknown fact in warn_when',
    file: 'checks.yaml',
    find: 'warn_when: {fact: age',
    put: 'warn_when: {fact: agee',
    code: 'condition.unknown_fact',
  },
  {
    name: 'an outcome in a check',
    file: 'checks.yaml',
    find: 'applies_when: {fact: out, op: eq, value: false}',
    put: 'applies_when: {fact: ep_2, op: eq, value: pass}',
    code: 'condition.unknown_fact',
  },
  {
    name: 'unknown outcome in the verdict',
    file: 'checks.yaml',
    find: '{fact: ep_1, op: eq, value: pass}',
    put: '{fact: ep_1, op: eq, value: passed}',
    code: 'condition.unknown_word',
  },
  // facts
  {
    name: 'enum without words',
    file: 'approval.yaml',
    find: 'type: bool',
    put: 'type: enum',
    code: 'pack.fact_without_values',
  },
  {
    name: 'words of a number',
    file: 'classification.yaml',
    find: '{id: people, type: int,',
    put: '{id: people, type: int, values: [{value: x, label: {vi: X, en: X}}],',
    code: 'pack.fact_values_unfit',
  },
  {
    name: 'word twice',
    file: 'classification.yaml',
    find: '{value: b, label',
    put: '{value: a, label',
    code: 'pack.word_twice',
  },
  {
    name: 'bound of a choice',
    file: 'classification.yaml',
    find: '{id: kinds, type: set,',
    put: '{id: kinds, type: set, min: 1,',
    code: 'pack.bound_unfit',
  },
  {
    name: 'minimum above maximum',
    file: 'classification.yaml',
    find: 'min: 0, max: 9',
    put: 'min: 10, max: 9',
    code: 'pack.min_above_max',
  },
  {
    name: 'constraint on an unknown word',
    file: 'classification.yaml',
    find: 'alone: b',
    put: 'alone: c',
    code: 'condition.unknown_word',
  },
  {
    name: 'fact with a computed name',
    file: 'classification.yaml',
    find: '{id: data, type',
    put: '{id: level_proposed, type',
    code: 'pack.reserved_fact',
  },
  {
    name: 'fact named as an outcome',
    file: 'checks.yaml',
    find: '{id: out, type',
    put: '{id: ep_1, type',
    code: 'pack.reserved_fact',
  },
  // wizard
  {
    name: 'question left out',
    file: 'classification.yaml',
    find: 'facts: [level_risk, data]',
    put: 'facts: [level_risk]',
    code: 'pack.never_asked',
    at: '{id: data,',
  },
  {
    name: 'question twice',
    file: 'classification.yaml',
    find: 'facts: [level_risk, data]',
    put: 'facts: [level_risk, data, kinds]',
    code: 'pack.asked_twice',
  },
  {
    name: 'question of no fact',
    file: 'classification.yaml',
    find: 'facts: [level_risk, data]',
    put: 'facts: [level_risk, data, dat]',
    code: 'condition.unknown_fact',
    hint: 'data',
  },
  {
    name: 'question before what it depends on',
    file: 'classification.yaml',
    find: 'facts: [kinds, people]',
    put: 'facts: [people, kinds]',
    code: 'pack.asked_too_early',
    at: '{id: people,',
  },
  // levels
  {
    name: 'level without criterion',
    file: 'classification.yaml',
    find: '{id: C-2, level: 2',
    put: '{id: C-2, level: 3',
    code: 'pack.level_without_criterion',
    at: 'criteria:',
  },
  {
    name: 'level beyond 5',
    file: 'classification.yaml',
    find: '{id: C-5, level: 5',
    put: '{id: C-5, level: 6',
    code: 'schema.invalid',
  },
  {
    name: 'level without procedure',
    file: 'classification.yaml',
    find: '{level: 2, appraiser',
    put: '{level: 1, appraiser',
    code: 'pack.level_without_procedure',
    at: '  levels:',
  },
  {
    name: 'raise to nothing',
    file: 'classification.yaml',
    find: ' raise_to: [level_risk, level_by_harm],',
    put: '',
    code: 'pack.raise_to_nothing',
    at: '{id: A-1',
  },
  {
    name: 'raise to what is no number',
    file: 'classification.yaml',
    find: '[level_risk, level_by_harm]',
    put: '[kinds, level_by_harm]',
    code: 'pack.not_a_level',
  },
  {
    name: 'advisory without condition',
    file: 'classification.yaml',
    find: ' condition: {fact: people, op: eq, value: 7},',
    put: '',
    code: 'pack.advisory_condition',
    at: '{id: ADV-1',
  },
  // thresholds
  {
    name: 'default weaker than the floor',
    file: 'checks.yaml',
    find: 'default: 7, floor: 9',
    put: 'default: 10, floor: 9',
    code: 'pack.above_floor',
  },
  {
    name: 'default of another type',
    file: 'checks.yaml',
    find: 'default: 7',
    put: 'default: true',
    code: 'pack.parameter_type',
  },
  {
    name: 'floor of another type',
    file: 'checks.yaml',
    find: 'floor: 9',
    put: 'floor: P9D',
    code: 'pack.parameter_type',
  },
  {
    name: 'floor without direction',
    file: 'checks.yaml',
    find: ' weaker: higher,',
    put: '',
    code: 'pack.floor_without_direction',
    at: '{id: fail_days',
  },
  {
    name: 'warning without its condition',
    file: 'checks.yaml',
    find: ' warn_when: {fact: age, op: gt, value: 3},',
    put: '',
    code: 'pack.warning_pair',
    at: '{id: EP-1',
  },
  {
    name: 'target below its floor',
    file: 'targets.yaml',
    find: 'at_least_percent: 90',
    put: 'at_least_percent: 80',
    code: 'pack.target_below_floor',
  },
  {
    name: 'percentage finer than tenths',
    file: 'targets.yaml',
    find: 'floor_percent: 80.5',
    put: 'floor_percent: 80.55',
    code: 'pack.percent_too_fine',
  },
  {
    name: 'area that is not declared',
    file: 'targets.yaml',
    find: '{id: t-1, area: a,',
    put: '{id: t-1, area: b,',
    code: 'pack.unknown_area',
    hint: 'a',
  },
  {
    name: 'area twice',
    file: 'targets.yaml',
    find: '- {id: a, title: {vi: A, en: A}}',
    put: '- {id: a, title: {vi: B, en: B}}\n  - {id: a, title: {vi: A, en: A}}',
    code: 'pack.duplicate_id',
    at: '{id: a, title: {vi: A',
  },
  {
    name: 'plan of an instrument that is not declared',
    file: 'targets.yaml',
    find: 'instrument: "1"',
    put: 'instrument: "2"',
    code: 'pack.unknown_instrument',
  },
  {
    name: 'computed target without a metric',
    file: 'targets.yaml',
    find: 'measured_by: audit, metric: systems_classified,',
    put: 'measured_by: audit,',
    code: 'pack.target_without_metric',
    at: '{id: t-1',
  },
  {
    name: 'metric that the program does not compute',
    file: 'targets.yaml',
    find: 'metric: systems_classified,',
    put: 'metric: systems_classifed,',
    code: 'schema.not_allowed',
    hint: 'systems_classified',
  },
  {
    name: 'reported target with a metric',
    file: 'targets.yaml',
    find: 'measured_by: reported,',
    put: 'measured_by: reported, metric: systems_classified,',
    code: 'pack.target_misplaced_key',
    at: 'systems_classified, at_least_percent: 50',
  },
  {
    name: 'computed target for each sector',
    file: 'targets.yaml',
    find: 'metric: systems_classified,',
    put: 'metric: systems_classified, per: sector,',
    code: 'pack.target_misplaced_key',
    at: 'sector',
  },
  {
    name: 'reported target that does not say what is counted',
    file: 'targets.yaml',
    find: ' figures: {numerator: {vi: M, en: M}, denominator: {vi: N, en: N}, unit: {vi: hộ, en: households}},',
    put: '',
    code: 'pack.target_without_figures',
    at: '{id: t-2',
  },
  // dates and texts
  {
    name: 'pack ends before it begins',
    file: 'pack.yaml',
    find: 'to: "2026-12-31"',
    put: 'to: "2025-12-31"',
    code: 'pack.ends_before_start',
  },
  {
    name: 'instrument ends before it begins',
    file: 'pack.yaml',
    find: 'to: null',
    put: 'to: "2025-12-31"',
    code: 'pack.ends_before_start',
  },
  {
    name: 'text with a blank at the end',
    file: 'pack.yaml',
    find: '{vi: Mở, en: Open}',
    put: '{vi: "Mở ", en: Open}',
    code: 'pack.untrimmed',
  },
  {
    name: 'text in one language only',
    file: 'pack.yaml',
    find: '{vi: Mở, en: Open}',
    put: '{vi: Mở}',
    code: 'schema.missing_key',
  },
  // cases
  {
    name: 'case with an unknown fact',
    file: 'classification.cases.yaml',
    find: '{people: 7}',
    put: '{peple: 7}',
    code: 'condition.unknown_fact',
    hint: 'people',
  },
  {
    name: 'override of an unknown fact',
    file: 'classification.cases.yaml',
    find: '{kinds: [a]}',
    put: '{kind: [a]}',
    code: 'condition.unknown_fact',
  },
  {
    name: 'case with a value that does not fit',
    file: 'classification.cases.yaml',
    find: '{people: 7}',
    put: '{people: many}',
    code: 'pack.case_value',
  },
  {
    name: 'unknown fact left unanswered',
    file: 'classification.cases.yaml',
    find: 'unknown: [data]',
    put: 'unknown: [datum]',
    code: 'pack.unknown_id',
    hint: 'data',
  },
  {
    name: 'case that expects an unknown criterion',
    file: 'classification.cases.yaml',
    find: 'matched: [C-1]',
    put: 'matched: [C-9]',
    code: 'pack.unknown_id',
  },
  {
    name: 'case that expects an unknown advisory',
    file: 'classification.cases.yaml',
    find: 'advisories: [ADV-1]',
    put: 'advisories: [ADV-2]',
    code: 'pack.unknown_id',
    hint: 'ADV-1',
  },
  {
    name: 'case that expects an unknown raise',
    file: 'classification.cases.yaml',
    find: 'raised_by: A-1',
    put: 'raised_by: A-2',
    code: 'pack.unknown_id',
  },
  {
    name: 'case of an unknown check',
    file: 'checks.cases.yaml',
    find: '{EP-1: fail}',
    put: '{EP-9: fail}',
    code: 'pack.unknown_id',
  },
  {
    name: 'warning of a check that has none',
    file: 'checks.cases.yaml',
    find: 'EP-2: pass',
    put: 'EP-2: warn',
    code: 'pack.never_warns',
  },
  {
    name: 'case with a parameter beyond its floor',
    file: 'checks.cases.yaml',
    find: '{fail_days: 6}',
    put: '{fail_days: 10}',
    code: 'pack.above_floor',
  },
  {
    name: 'case with an unknown parameter',
    file: 'checks.cases.yaml',
    find: '{fail_days: 6}',
    put: '{days: 6}',
    code: 'condition.unknown_parameter',
  },
];

test('the small pack has nothing wrong', async () => {
  const { pack, diagnostics } = await readSmall(smallPack);
  expect(diagnostics).toEqual([]);
  expect(pack?.id).toBe('small');
});

test.each(faults)('$name', async (fault) => {
  const texts = changed(fault.file, fault.find, fault.put);
  const { pack, diagnostics } = await readSmall(texts);
  const found = diagnostics.find(
    (each) => each.code === fault.code && each.file?.endsWith(`/${fault.file}`),
  );
  expect(diagnostics.map((each) => each.code)).toContain(fault.code);
  expect(found).toMatchObject({ severity: 'error', file: `packs/small/${fault.file}` });
  expect(found?.line).toBe(
    fault.at ? lineOf(texts[fault.file], fault.at) : lineOf(smallPack[fault.file], fault.find),
  );
  expect(found?.column).toBeGreaterThan(0);
  if (fault.hint) expect(found?.hint && formatMessage(found.hint, 'en')).toContain(fault.hint);
  expect(pack).toBeUndefined();
});

test('both places of a duplicate are named', async () => {
  const texts = changed('approval.yaml', '{id: CL-1, title', '{id: ADV-1, title');
  const { diagnostics } = await readSmall(texts);
  const found = diagnostics.find((each) => each.code === 'pack.duplicate_id');
  const line = lineOf(texts['classification.yaml'], '{id: ADV-1');
  expect(found && formatMessage(found.message, 'en')).toBe(
    `The id "ADV-1" is already declared at packs/small/classification.yaml:${line}.`,
  );
});

test('an id declared twice is said once, though two groups see it', async () => {
  const { diagnostics } = await readSmall(changed('checks.yaml', '{id: EP-2,', '{id: EP-1,'));
  expect(diagnostics.filter((each) => each.code === 'pack.duplicate_id')).toHaveLength(1);
});

test('an id without quotes: the line, and what to write', async () => {
  const texts = changed('pack.yaml', '{id: "1",', '{id: 6.10,');
  const { diagnostics } = await readSmall(texts);
  const [found] = diagnostics;
  expect(found).toMatchObject({
    code: 'schema.quote_it',
    line: lineOf(texts['pack.yaml'], '6.10'),
  });
  expect(found?.hint && formatMessage(found.hint, 'vi')).toContain('ngoặc kép');
});

test.each([
  { name: 'too long', pattern: 'a'.repeat(300), code: 'schema.invalid' },
  {
    name: 'repeated too often',
    pattern: '"(a{20}b){20}"',
    code: 'condition.pattern_repeats_too_often',
  },
])('a pattern that is $name', async ({ pattern, code }) => {
  const { 'checks.yaml': checks = '', ...rest } = smallPack;
  const { 'checks.cases.yaml': _, ...others } = rest;
  const texts = {
    ...others,
    'checks.yaml': checks
      .replace(
        '{id: age, type: int,',
        '{id: name, type: text, question: {vi: A, en: A}}\n  - {id: age, type: int,',
      )
      .replace(
        'condition: {fact: out, op: eq, value: false}, message',
        `condition: {fact: name, op: matches, value: ${pattern}}, message`,
      ),
  };
  const { diagnostics } = await readSmall(texts);
  expect(diagnostics.filter((each) => each.severity === 'error').map((each) => each.code)).toEqual([
    code,
  ]);
});

test('a table without cases is said for the record; cases without a table are an error', async () => {
  const { 'checks.cases.yaml': _, ...uncased } = smallPack;
  const uncasedReading = await readSmall(uncased);
  expect(uncasedReading.diagnostics).toMatchObject([
    { code: 'pack.table_without_cases', severity: 'info' },
  ]);
  expect(uncasedReading.pack).toBeDefined();
  const { 'checks.yaml': __, ...untabled } = smallPack;
  expect((await readSmall(untabled)).diagnostics).toMatchObject([
    { code: 'pack.cases_without_table', severity: 'error' },
  ]);
});

test('several faults come in the order of files and lines', async () => {
  const texts = {
    ...changed('classification.yaml', 'flag: listed', 'flag: liste'),
    'approval.yaml': (smallPack['approval.yaml'] ?? '').replace('[CL-1]', '[CL-2]'),
    'targets.yaml': (smallPack['targets.yaml'] ?? '').replace('80.5', '95'),
  };
  const { diagnostics } = await readSmall(texts);
  expect(diagnostics.map((each) => each.file?.split('/').at(-1))).toEqual([
    'approval.yaml',
    'classification.yaml',
    'targets.yaml',
  ]);
});
