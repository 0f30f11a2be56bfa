import { describe, expect, test } from 'vitest';
import {
  contradictionFindings,
  type SignalCount,
  signalCounts,
} from '../../../src/audit/endpoint-signals.js';
import type { RequirementAnswer } from '../../../src/domain/checklists.js';
import { isoDate } from '../../../src/domain/dates.js';
import type { FleetResult } from '../../../src/fleet/judge-fleet.js';
import type { EndpointSignal, RequirementCatalogue } from '../../../src/packs/types.js';
import { judgeRequirements } from '../../../src/systems/judge-requirements.js';
import { judge, systemWith } from '../systems/support.js';

const text = (word: string) => ({ vi: word, en: word });
const antimalware: EndpointSignal = {
  id: 'antimalware',
  title: text('Diệt mã độc'),
  checks: ['EP-01', 'EP-04'],
};

const fleet = (row: Record<string, unknown>): FleetResult => ({
  counts: [],
  exclusions: [],
  products: [],
  sources: [],
  checks: [{ agency: 'so-a', ...row }],
  endpoints: [],
  files: [],
  unmatchedExclusions: [],
  diagnostics: [],
});

describe('an agency’s signals', () => {
  test.each<[string, Record<string, unknown>, readonly [number, number] | undefined]>([
    [
      'a machine that fails two checks is counted once at most',
      { ep_01_fail: 3, ep_01_pass: 7, ep_04_fail: 2, ep_04_pass: 5 },
      [3, 10],
    ],
    ['all pass', { ep_01_fail: 0, ep_01_pass: 10, ep_04_fail: 0, ep_04_pass: 10 }, [0, 10]],
    [
      'no machine answers: nothing is said',
      { ep_01_fail: 0, ep_01_pass: 0, ep_04_fail: 0, ep_04_pass: 0 },
      undefined,
    ],
  ])('%s', (_name, row, expected) => {
    const found = signalCounts(fleet(row), 'so-a', { signals: [antimalware] }).get('antimalware');
    expect(found && [found.failing, found.checked]).toEqual(expected);
  });

  test('an agency without machines has none', () => {
    expect(signalCounts(fleet({}), 'so-b', { signals: [antimalware] }).size).toBe(0);
  });
});

describe('reports that speak against a self-assessment', () => {
  const catalogue: RequirementCatalogue = {
    level: 2,
    standard: 'TC',
    section: '4',
    use: 'audit',
    groups: [
      {
        id: '4.10',
        slug: 'malware-defence',
        title: text('Mã độc'),
        requirements: ['4.10.1.a', '4.10.1.b'].map((id) => ({
          id,
          clause: id,
          slug: 'endpoint-antimalware',
          kind: 'technical' as const,
          title: text(id),
          statement: text(id),
          evidence: [],
          parameters: {},
          optional: false,
          endpointSignal: 'antimalware',
          certainty: 'secondary' as const,
          digest: '00000000000000aa',
          points: [],
        })),
      },
    ],
  };
  const answer = (changes: Partial<RequirementAnswer>): RequirementAnswer => ({
    requirement: '4.10.1.a',
    digest: '00000000000000aa',
    answer: 'met',
    evidence: ['Ảnh chụp'],
    date: isoDate('2026-11-01'),
    assessor: 'Văn phòng',
    at: { path: 'agencies/so-y-te/checklists/a.yaml', line: 7, pointer: '/answers/0' },
    ...changes,
  });
  const signals = (failing: number): ReadonlyMap<string, SignalCount> =>
    new Map([['antimalware', { signal: antimalware, failing, checked: 10 }]]);
  const found = (failing: number, self: Partial<RequirementAnswer>, inspected = false) => {
    const base = { system: 's', agency: 'so-y-te', pack: 'vn-2026', level: 2 as const };
    const requirements = judgeRequirements(
      'vn-2026',
      catalogue,
      [
        { ...base, kind: 'self_assessment', answers: [answer(self)], path: 'a.yaml' },
        ...(inspected
          ? [{ ...base, kind: 'inspection' as const, answers: [answer({})], path: 'b.yaml' }]
          : []),
      ],
      isoDate('2026-11-24'),
    );
    const system = systemWith({});
    return contradictionFindings(
      { system, result: { ...judge(system), requirements } },
      signals(failing),
    );
  };

  test('are one finding that names the requirement, the machines and the answer’s line', () => {
    const [finding, ...more] = found(2, {});
    expect(more).toEqual([]);
    expect(finding?.rule).toBe('requirements-contradicted');
    expect(finding?.message.params).toMatchObject({ ids: '4.10.1.a', failing: 2, checked: 10 });
    expect(finding?.evidence).toEqual([
      { path: 'agencies/so-y-te/checklists/a.yaml', row: 7, pointer: '/answers/0' },
    ]);
  });

  test.each<[string, readonly [number, Partial<RequirementAnswer>, boolean?]]>([
    ['no machine fails', [0, {}]],
    ['the agency says itself that it isn’t met', [2, { answer: 'not_met' }]],
    ['inspectors have seen that it is met', [2, {}, true]],
  ])('are none when %s', (_name, given) => {
    expect(found(...(given as [number, Partial<RequirementAnswer>, boolean?]))).toEqual([]);
  });
});
