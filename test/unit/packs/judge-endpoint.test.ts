import { beforeAll, describe, expect, test } from 'vitest';
import { isoDate } from '../../../src/domain/dates.js';
import type { Facts } from '../../../src/domain/facts.js';
import { judgeEndpoint, outcomeFact } from '../../../src/packs/judge-endpoint.js';
import type { EndpointChecks } from '../../../src/packs/types.js';
import { readSmall, smallPack } from './small-pack.js';

let checks: EndpointChecks;
beforeAll(async () => {
  const { pack } = await readSmall(smallPack);
  if (!pack?.endpointChecks) throw new Error('the small pack has checks');
  checks = pack.endpointChecks;
});

const judge = (facts: Facts) =>
  judgeEndpoint(checks, facts, { fail_days: 7 }, isoDate('2026-11-23'));

describe('one check and the decision order', () => {
  test.each([
    {
      name: 'applies and holds',
      facts: { age: 2, out: false },
      outcome: 'pass',
      verdict: 'protected',
      step: 'V2',
      warnings: [],
    },
    {
      name: 'holds with a warning',
      facts: { age: 7, out: false },
      outcome: 'pass',
      verdict: 'protected',
      step: 'V2',
      warnings: ['EP-1'],
    },
    {
      name: 'applies and does not hold: no warning beside a fail',
      facts: { age: 8, out: false },
      outcome: 'fail',
      verdict: 'unprotected',
      step: 'V3',
      warnings: [],
    },
    {
      name: 'applies, nothing known',
      facts: { out: false },
      outcome: 'unknown',
      verdict: 'unknown',
      step: null,
      warnings: [],
    },
    {
      name: 'does not apply',
      facts: { age: 8, out: true },
      outcome: 'not_applicable',
      verdict: 'out_of_scope',
      step: 'V1',
      warnings: [],
    },
    {
      name: 'not known whether it applies',
      facts: { age: 2 },
      outcome: 'unknown',
      verdict: 'unknown',
      step: null,
      warnings: [],
    },
    {
      name: 'a value that does not fit is unknown',
      facts: { age: '2', out: false },
      outcome: 'unknown',
      verdict: 'unknown',
      step: null,
      warnings: [],
    },
    {
      name: 'an outcome handed in as a fact is not believed',
      facts: { age: 8, out: false, ep_1: 'pass' },
      outcome: 'fail',
      verdict: 'unprotected',
      step: 'V3',
      warnings: [],
    },
  ])('$name', ({ facts, outcome, verdict, step, warnings }) => {
    expect(judge(facts)).toMatchObject({ outcomes: { 'EP-1': outcome }, verdict, step, warnings });
  });
});

test.each([
  { id: 'EP-04', fact: 'ep_04' },
  { id: 'X.1-b', fact: 'x_1_b' },
])('$id is the fact $fact', ({ id, fact }) => expect(outcomeFact(id)).toBe(fact));

test('a missing parameter is a fault of the caller', () => {
  expect(() => judgeEndpoint(checks, {}, {}, isoDate('2026-11-23'))).toThrow('fail_days');
});
