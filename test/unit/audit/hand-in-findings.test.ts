import { describe, expect, test } from 'vitest';
import type { AgencyResult } from '../../../src/audit/assessment.js';
import { handInFindings, handInRules } from '../../../src/audit/hand-in-findings.js';
import type { Diagnostic } from '../../../src/domain/diagnostic.js';
import { message } from '../../../src/messages/catalogue.js';
import { formatMessage } from '../../../src/messages/format.js';

interface Standing {
  readonly status?: 'submitted' | 'not_submitted';
  readonly late?: boolean;
  readonly found?: number;
  readonly excluded?: number;
  readonly unreported?: number;
  readonly selfReported?: boolean;
  readonly declared?: number;
  readonly daysApart?: number;
  readonly estimate?: number;
}

function agency(standing: Standing): AgencyResult {
  const { status = 'submitted', late = false, found = 100 } = standing;
  return {
    id: 'so-a',
    name: 'Sở A',
    submission: { status, late, submitted_on: late ? '2026-11-22' : null },
    endpoints: {
      found,
      excluded: standing.excluded ? [{ reason: 'retired', count: standing.excluded }] : [],
      unreported: standing.unreported ?? 0,
      out_of_scope: standing.excluded ?? 0,
      declared: standing.unreported
        ? { count: 200 }
        : standing.declared
          ? { count: standing.declared }
          : null,
      self_reported: standing.selfReported ?? false,
      ...(standing.daysApart !== undefined && { days_apart: standing.daysApart }),
      ...(standing.estimate !== undefined && {
        second_source: { register: 80, console: 90, both: 70, estimate: standing.estimate },
      }),
    },
  } as unknown as AgencyResult;
}

const citations = [{ text: 'Kế hoạch', certainty: 'secondary' as const }];

describe('findings on an agency as a whole', () => {
  test.each<{ name: string; standing: Standing; unmatched?: string[]; rules: string[] }>([
    { name: 'nothing wrong', standing: {}, rules: [] },
    { name: 'not submitted', standing: { status: 'not_submitted' }, rules: ['IN-01 fail'] },
    { name: 'late', standing: { late: true }, rules: ['IN-02 fail'] },
    { name: '5 of 100 excluded', standing: { excluded: 5 }, rules: [] },
    { name: '6 of 100 excluded', standing: { excluded: 6 }, rules: ['IN-05 unknown'] },
    { name: 'one console', standing: { selfReported: true }, rules: ['IN-06 unknown'] },
    { name: 'unreported', standing: { unreported: 7 }, rules: ['IN-07 unknown'] },
    { name: 'sources 7 days apart', standing: { daysApart: 7 }, rules: [] },
    { name: 'sources 8 days apart', standing: { daysApart: 8 }, rules: ['IN-09 unknown'] },
    { name: 'an estimate near what is known', standing: { estimate: 124 }, rules: [] },
    { name: 'an estimate far above', standing: { estimate: 125 }, rules: ['IN-10 unknown'] },
    { name: 'a register as long as the exports', standing: { declared: 100 }, rules: [] },
    { name: 'a register nearly as long', standing: { declared: 96 }, rules: [] },
    { name: 'a shorter register', standing: { declared: 95 }, rules: ['IN-11 unknown'] },
    {
      name: 'a register without the excluded ones',
      standing: { declared: 91, excluded: 5 },
      rules: [],
    },
    { name: 'unmatched exclusion', standing: {}, unmatched: ['PC-9'], rules: ['IN-08 fail'] },
  ])('$name', ({ standing, unmatched = [], rules }) => {
    const found = handInFindings(agency(standing), [], unmatched, citations);
    expect(found.map(({ rule, outcome }) => `${rule} ${outcome}`)).toEqual(rules);
    for (const each of found) {
      expect(each).toMatchObject({ citations, subject: { id: 'so-a', agency: 'so-a' } });
      expect(each.id).toBe(`${each.rule}:agency:so-a:so-a`);
      expect(formatMessage(each.message, 'vi')).not.toContain('{');
    }
  });

  test('dates as officials write them', () => {
    const [late] = handInFindings(agency({ late: true }), [], [], []);
    expect(late && formatMessage(late.message, 'vi')).toContain('22/11/2026');
  });
});

describe('findings on files', () => {
  const remark = (
    severity: Diagnostic['severity'],
    more: Partial<Diagnostic> = {},
  ): Diagnostic => ({
    code: 'fleet.empty',
    severity,
    message: message('fleet.empty'),
    file: 'agencies/so-a/endpoints/a.csv',
    ...more,
  });

  test('errors and doubts, but no mere remarks', () => {
    const found = handInFindings(
      agency({}),
      [
        remark('error', { hint: message('fleet.empty.hint') }),
        remark('warning', { line: 7, pointer: '/x' }),
        remark('info'),
      ],
      [],
      [],
    );
    expect(found.map(({ rule, outcome, evidence }) => ({ rule, outcome, evidence }))).toEqual([
      {
        rule: 'IN-03',
        outcome: 'error',
        evidence: [{ path: 'agencies/so-a/endpoints/a.csv', note: message('fleet.empty.hint') }],
      },
      {
        rule: 'IN-04',
        outcome: 'unknown',
        evidence: [{ path: 'agencies/so-a/endpoints/a.csv', row: 7, pointer: '/x' }],
      },
    ]);
  });

  test('two alike in one place are two findings with ids of their own', () => {
    const found = handInFindings(
      agency({}),
      [remark('error'), remark('error'), remark('error', { line: 2 })],
      [],
      [],
    );
    expect(new Set(found.map(({ id }) => id)).size).toBe(3);
  });
});

test('every rule has its texts', () => {
  for (const { title, remediation } of Object.values(handInRules)) {
    for (const language of ['vi', 'en'] as const) {
      expect(formatMessage({ key: title, params: {} }, language)).not.toBe(title);
      expect(formatMessage({ key: remediation, params: {} }, language)).not.toBe(remediation);
    }
  }
});
