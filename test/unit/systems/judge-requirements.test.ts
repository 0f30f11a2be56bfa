import { describe, expect, test } from 'vitest';
import { loadSchemas } from '../../../src/documents/schemas.js';
import type { Checklist, RequirementAnswer } from '../../../src/domain/checklists.js';
import { isoDate } from '../../../src/domain/dates.js';
import { readPack } from '../../../src/packs/read-pack.js';
import type { Requirement, RequirementCatalogue } from '../../../src/packs/types.js';
import { openFolder } from '../../../src/platform/files.js';
import {
  answerState,
  judgeRequirements,
  planStatus,
  untold,
} from '../../../src/systems/judge-requirements.js';
import { requirementRhythms } from '../../../src/systems/rhythms.js';

const asOf = isoDate('2026-11-24');
const files = openFolder(new URL('../../../', import.meta.url));
const { pack } = await readPack(files, 'rules/packs/vn-2026', await loadSchemas(files, 'schemas'), {
  catalogues: true,
});
const levels = pack?.requirements?.levels ?? [];

function answer(
  requirement: Pick<Requirement, 'id' | 'digest'>,
  changes: Partial<RequirementAnswer> = {},
): RequirementAnswer {
  return {
    requirement: requirement.id,
    digest: requirement.digest,
    answer: 'met',
    evidence: ['Biên bản 01/BB'],
    date: isoDate('2026-11-01'),
    assessor: 'Tổ kiểm tra',
    at: { path: 'agencies/so-a/checklists/a.yaml', line: 1, pointer: '/answers/0' },
    ...changes,
  };
}

function checklist(
  catalogue: RequirementCatalogue,
  answers: readonly RequirementAnswer[],
  changes: Partial<Checklist> = {},
): Checklist {
  return {
    system: 'so-a-van-ban',
    agency: 'so-a',
    pack: 'vn-2026',
    level: catalogue.level,
    kind: 'self_assessment',
    answers,
    path: 'agencies/so-a/checklists/a.yaml',
    ...changes,
  };
}

const requirementsOf = (catalogue: RequirementCatalogue) =>
  catalogue.groups.flatMap((group) => group.requirements);

const judged = (catalogue: RequirementCatalogue, ...checklists: readonly Checklist[]) =>
  judgeRequirements('vn-2026', catalogue, checklists, asOf);

describe('every requirement of every level', () => {
  const all = levels.flatMap((catalogue) =>
    requirementsOf(catalogue).map(
      (requirement) => [requirement.id, catalogue, requirement] as const,
    ),
  );

  test('there are 998', () => {
    expect(all).toHaveLength(998);
  });

  test.each(all)('%s passes when met, and fails when not', (_id, catalogue, requirement) => {
    const stateWith = (word: RequirementAnswer['answer']) =>
      judged(catalogue, checklist(catalogue, [answer(requirement, { answer: word })])).items.find(
        (each) => each.requirement === requirement,
      )?.state;
    expect(stateWith('met')).toBe('met');
    expect(stateWith('not_met')).toBe('not_met');
  });
});

describe('a full checklist', () => {
  test.each(levels.map((catalogue) => [catalogue.level, catalogue] as const))(
    'level %i: all met is exactly all, and one mandatory requirement unmet is not',
    (_level, catalogue) => {
      const answers = requirementsOf(catalogue).map((each) => answer(each));
      const full = judged(catalogue, checklist(catalogue, answers));
      expect(full.planStatus).toBe('fully');
      expect(full.counts.met).toBe(full.counts.mandatory);
      expect(untold(full.counts)).toBe(0);

      const mandatory = requirementsOf(catalogue).findIndex((each) => !each.optional);
      const one = answers.map((each, i) =>
        i === mandatory ? { ...each, answer: 'not_met' as const } : each,
      );
      const short = judged(catalogue, checklist(catalogue, one));
      expect(short.planStatus).toBe('partly');
      expect(short.counts.met).toBe(short.counts.mandatory - 1);
    },
  );

  test.each(levels.map((catalogue) => [catalogue.level, catalogue] as const))(
    'level %i: what the standard only suggests may be left unmet',
    (_level, catalogue) => {
      const answers = requirementsOf(catalogue).map((each) =>
        answer(each, each.optional ? { answer: 'not_met' } : {}),
      );
      expect(requirementsOf(catalogue).some((each) => each.optional)).toBe(true);
      expect(judged(catalogue, checklist(catalogue, answers)).planStatus).toBe('fully');
    },
  );
});

const [level1] = levels as [RequirementCatalogue];
const yearly = requirementsOf(level1).find(
  (each) => each.parameters['interval'] === 'P1Y',
) as Requirement;
const once = requirementsOf(level1).find(
  (each) => each.parameters['interval'] === undefined,
) as Requirement;

const notMet = (date: string) => ({ answer: 'not_met' as const, date: isoDate(date) });

describe('what one answer is worth', () => {
  test.each<[string, Requirement, Partial<RequirementAnswer> | null, string]>([
    ['no answer', once, null, 'not_reviewed'],
    ['met', once, {}, 'met'],
    ['partly met', once, { answer: 'partly_met' }, 'partly_met'],
    ['met with nothing to show', once, { evidence: [] }, 'no_evidence'],
    ['not met needs no evidence', once, { answer: 'not_met', evidence: [] }, 'not_met'],
    ['not applicable without a reason', once, { answer: 'not_applicable' }, 'no_reason'],
    [
      'not applicable with a reason',
      once,
      { answer: 'not_applicable', reason: 'Không có mạng không dây' },
      'not_applicable',
    ],
    ['on another wording', once, { digest: '0000000000000000' }, 'stale'],
    ['of a later day', once, { date: isoDate('2026-11-25') }, 'not_reviewed'],
    ['of the same day', once, { date: asOf }, 'met'],
    ['a year ago to the day still holds', yearly, { date: isoDate('2025-11-24') }, 'met'],
    ['a day longer ago has expired', yearly, { date: isoDate('2025-11-23') }, 'expired'],
    ['not met a day longer ago stays so', yearly, notMet('2025-11-23'), 'not_met'],
    ['without an interval never expires', once, { date: isoDate('2019-01-01') }, 'met'],
  ])('%s', (_name, requirement, changes, state) => {
    const given = changes && answer(requirement, changes);
    expect(answerState(requirement, given, asOf)).toBe(state);
  });
});

describe('self-assessment and inspection', () => {
  const both = (
    self: Partial<RequirementAnswer> | null,
    inspection: Partial<RequirementAnswer> | null,
  ) => {
    const files = [
      ...(self ? [checklist(level1, [answer(once, self)])] : []),
      ...(inspection
        ? [checklist(level1, [answer(once, inspection)], { kind: 'inspection', path: 'b.yaml' })]
        : []),
    ];
    const item = judged(level1, ...files).items.find((each) => each.requirement === once);
    return [item?.state, item?.differs];
  };

  test.each<
    [string, Partial<RequirementAnswer> | null, Partial<RequirementAnswer> | null, string, boolean]
  >([
    ['both met', {}, {}, 'met', false],
    ['inspectors say no', {}, { answer: 'not_met' }, 'not_met', true],
    ['the agency itself says no', { answer: 'partly_met' }, {}, 'partly_met', true],
    ['only inspectors answer', null, {}, 'met', false],
    ['a stale self-assessment gives way', { digest: '0000000000000000' }, {}, 'met', false],
    [
      'a stale inspection does not void the self-assessment',
      {},
      { digest: '0000000000000000' },
      'met',
      false,
    ],
    [
      'nor does one that inspectors found wanting become met because its wording changed',
      {},
      { answer: 'not_met', digest: '0000000000000000' },
      'stale',
      false,
    ],
    [
      'nor out of place because the agency says so',
      { answer: 'not_applicable', reason: 'Không có' },
      { answer: 'not_met', digest: '0000000000000000' },
      'stale',
      false,
    ],
    [
      'the agency itself agrees with inspectors on an earlier wording',
      { answer: 'not_met' },
      { answer: 'not_met', digest: '0000000000000000' },
      'not_met',
      false,
    ],
    [
      'one says it does not apply',
      {},
      { answer: 'not_applicable', reason: 'Không có' },
      'not_applicable',
      true,
    ],
  ])('%s', (_name, self, inspection, state, differs) => {
    expect(both(self, inspection)).toEqual([state, differs]);
  });
});

describe('plan status', () => {
  const counts = (changes: Record<string, number>) => ({
    mandatory: 10,
    met: 0,
    partly_met: 0,
    not_met: 0,
    not_applicable: 0,
    not_reviewed: 0,
    expired: 0,
    stale: 0,
    no_evidence: 0,
    no_reason: 0,
    differing: 0,
    optional: 0,
    ...changes,
  });

  test.each<[string, Record<string, number>, string | null]>([
    ['everything applicable is met', { met: 8, not_applicable: 2 }, 'fully'],
    ['nothing applies', { not_applicable: 10 }, null],
    ['nobody answered', { not_reviewed: 10 }, null],
    ['one of ten is met', { met: 1, not_met: 9 }, 'partly'],
    ['one is partly met', { partly_met: 1, not_met: 9 }, 'partly'],
    ['none is met', { not_met: 10 }, 'not_started'],
    ['none met as far as is known', { not_met: 9, not_reviewed: 1 }, null],
    ['all but an expired one', { met: 9, expired: 1 }, 'partly'],
  ])('%s', (_name, given, status) => {
    expect(planStatus(counts(given))).toBe(status);
  });
});

describe('checklists that don’t count', () => {
  test.each<[string, Partial<Checklist>]>([
    ['of another level', { level: 2 }],
    ['of another pack', { pack: 'vn-2016' }],
  ])('%s', (_name, changes) => {
    const wrong = checklist(level1, [answer(once)], changes);
    const result = judged(level1, wrong);
    expect(result.unused).toEqual([wrong]);
    expect(result.counts.not_reviewed).toBe(result.counts.mandatory);
  });
});

test('prompts are never a plan', () => {
  const prompts: RequirementCatalogue = { ...level1, use: 'self_assessment' };
  const answers = requirementsOf(prompts).map((each) => answer(each));
  expect(judged(prompts, checklist(prompts, answers)).planStatus).toBeNull();
});

test('a checklist that can’t be read keeps a plan from being called complete', () => {
  const answers = requirementsOf(level1).map((each) => answer(each));
  const files = [checklist(level1, answers)];
  const result = judgeRequirements('vn-2026', level1, files, asOf, ['b.yaml']);
  expect(result.counts.met).toBe(result.counts.mandatory);
  expect(result.planStatus).toBeNull();
});

describe('when a requirement with a rhythm was last met', () => {
  test.each<[string, Partial<RequirementAnswer>, Partial<RequirementAnswer> | null, string | null]>(
    [
      ['with evidence', {}, null, asOf],
      ['without evidence: not at all', { evidence: [] }, null, null],
      ['contradicted by inspectors: not at all', {}, { answer: 'not_met' }, null],
      ['run out: when it was', { date: isoDate('2025-01-02') }, null, '2025-01-02'],
    ],
  )('%s', (_name, self, inspection, expected) => {
    const files = [
      checklist(level1, [answer(yearly, { date: asOf, ...self })]),
      ...(inspection
        ? [checklist(level1, [answer(yearly, inspection)], { kind: 'inspection', path: 'b.yaml' })]
        : []),
    ];
    const { items } = judged(level1, ...files);
    const own = items.filter((each) => each.requirement === yearly);
    expect(requirementRhythms({ items: own }).get(yearly.slug)?.lastMet).toBe(expected);
  });
});
