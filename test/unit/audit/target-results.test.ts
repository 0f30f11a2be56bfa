import { describe, expect, test } from 'vitest';
import type { AgencyResult, EndpointCounts, SystemSummary } from '../../../src/audit/assessment.js';
import { agencyTargets, agencyVerdict, groupResult } from '../../../src/audit/target-results.js';

const targets = [
  { id: 'classified', metric: 'systems_classified', threshold: 100 },
  { id: 'installed', metric: 'endpoints_with_protection_installed', threshold: 90 },
];

function endpoints(installed: number, inScope: number, unknown = 0): EndpointCounts {
  const rate = { numerator: installed, denominator: inScope, unknown };
  return {
    found: inScope,
    out_of_scope: 0,
    in_scope: inScope,
    unreported: 0,
    protected: installed,
    degraded: 0,
    unprotected: inScope - installed - unknown,
    unknown,
    installed: rate,
    effective: rate,
  };
}

const system = (outcome: 'pass' | 'fail' | 'unknown') =>
  ({ metrics: { systems_classified: outcome } }) as unknown as SystemSummary;

const sound = { inventoryRead: true, selfReported: false, endpointFilesLost: false };

describe('figures on doubtful ground are never met', () => {
  test.each([
    { name: 'sound figures are met', standing: sound, outcomes: ['met', 'met'] },
    {
      name: 'one console as the only source',
      standing: { ...sound, selfReported: true },
      outcomes: ['met', 'inconclusive'],
    },
    {
      name: 'an endpoint file was lost',
      standing: { ...sound, endpointFilesLost: true },
      outcomes: ['met', 'inconclusive'],
    },
    {
      name: 'the inventory was lost',
      standing: { ...sound, inventoryRead: false },
      outcomes: ['inconclusive', 'met'],
    },
  ])('$name', ({ standing, outcomes }) => {
    const results = agencyTargets(targets, {
      ...standing,
      systems: [system('pass')],
      endpoints: endpoints(9, 10),
    });
    expect(results.map((each) => each.outcome)).toEqual(outcomes);
  });

  test('doubt does not soften what is not met', () => {
    const [, installed] = agencyTargets(targets, {
      ...sound,
      selfReported: true,
      systems: [],
      endpoints: endpoints(1, 10),
    });
    expect(installed?.outcome).toBe('not_met');
  });
});

describe('with few machines a target of 90 % asks for all', () => {
  const notes = (inScope: number, threshold: number) =>
    agencyTargets([{ id: 'installed', metric: 'endpoints_with_protection_installed', threshold }], {
      ...sound,
      systems: [],
      endpoints: endpoints(inScope, inScope),
    }).map(({ notes: found = [] }) => found.map(({ params }) => params));
  test.each([
    { name: '9 machines', inScope: 9, threshold: 90, said: [{ count: 9, threshold: 90 }] },
    { name: '1 machine', inScope: 1, threshold: 90, said: [{ count: 1, threshold: 90 }] },
    { name: '10 machines: one may be missing', inScope: 10, threshold: 90, said: [] },
    { name: '9 machines, 80 %', inScope: 9, threshold: 80, said: [] },
    { name: 'a target of 100 % says so itself', inScope: 9, threshold: 100, said: [] },
    { name: 'no machine', inScope: 0, threshold: 90, said: [] },
  ])('$name', ({ inScope, threshold, said }) => {
    expect(notes(inScope, threshold)).toEqual([said]);
  });

  test('systems are no machines', () => {
    const [classified] = agencyTargets([{ id: 'c', metric: 'systems_classified', threshold: 90 }], {
      ...sound,
      systems: [system('pass')],
      endpoints: endpoints(0, 0),
    });
    expect(classified).not.toHaveProperty('notes');
  });
});

describe('the verdict of an agency', () => {
  const verdict = (systems: SystemSummary[], counts: EndpointCounts, inventoryRead = true) =>
    agencyVerdict(
      agencyTargets(targets, { ...sound, inventoryRead, systems, endpoints: counts }),
      inventoryRead,
    );

  test.each([
    { name: 'all met', systems: [system('pass')], counts: endpoints(10, 10), is: 'met' },
    {
      name: 'one system fails',
      systems: [system('pass'), system('fail')],
      counts: endpoints(10, 10),
      is: 'not_met',
    },
    { name: 'no systems by its own word', systems: [], counts: endpoints(10, 10), is: 'met' },
    {
      name: 'no endpoints reported',
      systems: [system('pass')],
      counts: endpoints(0, 0),
      is: 'inconclusive',
    },
    { name: 'nothing at all', systems: [], counts: endpoints(0, 0), is: 'no_data' },
  ])('$name', ({ systems, counts, is }) => {
    expect(verdict(systems, counts)).toBe(is);
  });

  test('systems that could not be read are a gap, not an empty list', () => {
    expect(verdict([], endpoints(10, 10), false)).toBe('inconclusive');
  });
});

describe('a group adds up', () => {
  const agency = (
    id: string,
    status: AgencyResult['submission']['status'],
    systems: SystemSummary[],
    counts: EndpointCounts,
  ) => {
    const results = agencyTargets(targets, { ...sound, systems, endpoints: counts });
    return {
      id,
      kind: 'commune',
      systems,
      endpoints: counts,
      targets: results,
      verdict: agencyVerdict(results, true),
      submission: { status, late: false, submitted_on: null },
    } as unknown as AgencyResult;
  };

  test('figures are sums, and an agency that handed in nothing keeps the group from being met', () => {
    const good = agency('a', 'submitted', [system('pass')], endpoints(10, 10));
    const also = agency('b', 'submitted', [system('pass')], endpoints(9, 10));
    const silent = agency('c', 'not_submitted', [], endpoints(0, 0));
    const all = groupResult('province', [good, also, silent], targets);
    expect(
      all.targets.map(({ numerator, denominator, outcome }) => [numerator, denominator, outcome]),
    ).toEqual([
      [2, 2, 'inconclusive'],
      [19, 20, 'inconclusive'],
    ]);
    expect(groupResult('province', [good, also], targets).verdict).toBe('met');
    expect(all.agencies).toMatchObject({
      total: 3,
      submitted: 2,
      not_submitted: 1,
      met: 2,
      no_data: 1,
    });
  });

  test('no agency at all is no data', () => {
    expect(groupResult('province', [], targets).verdict).toBe('no_data');
  });
});
