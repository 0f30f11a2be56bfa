import { expect, test } from 'vitest';
import type { JudgedObligation } from '../../../src/audit/judge-province-obligations.js';
import { obligationFindings } from '../../../src/audit/obligation-findings.js';
import { isoDate } from '../../../src/domain/dates.js';
import type { Severity } from '../../../src/domain/rules.js';
import { formatMessage } from '../../../src/messages/format.js';
import type { ObligationResult } from '../../../src/systems/obligation-result.js';

const workspace = { title: 'Tỉnh', path: 'tuanthu.yaml' };

function judged(
  result: Partial<ObligationResult>,
  { severity = 'high', ...more }: Partial<JudgedObligation> & { readonly severity?: Severity } = {},
): JudgedObligation {
  const effective = { from: isoDate('2026-08-19'), to: null };
  return {
    stated: {
      pack: 'vn-2026',
      facts: [],
      obligation: {
        id: 'OB-X',
        title: { vi: 'Việc', en: 'Duty' },
        subject: 'system',
        who: 'owner',
        severity,
        citations: [{ text: 'Điều 1', certainty: 'text' }],
        certainty: 'text',
        effective,
        due: { on: isoDate('2026-11-01') },
        remediation: { vi: 'Làm', en: 'Do it' },
      },
    },
    agency: { id: 'so-a', name: 'Sở A' },
    system: { id: 'so-a-x', name: 'X' },
    at: { path: 'agencies/so-a/inventory.yaml', line: 7, pointer: '/systems/0' },
    result: {
      obligation: 'OB-X',
      pack: 'vn-2026',
      status: 'overdue',
      due: isoDate('2026-11-01'),
      latest: isoDate('2026-11-01'),
      at: null,
      daysLeft: -23,
      daysLeftLatest: -23,
      next: null,
      doneOn: null,
      doneLate: false,
      lastWorkingDay: null,
      period: null,
      event: null,
      certainty: 'text',
      why: [],
      missing: [],
      ...result,
    },
    ...more,
  };
}

test('late: a finding with its due date, severity, place and what to do', () => {
  expect(obligationFindings([judged({})], workspace)).toEqual([
    {
      id: 'OB-X:system:so-a:so-a-x',
      rule: 'OB-X',
      subject: { kind: 'system', id: 'so-a-x', name: 'X', agency: 'so-a' },
      outcome: 'fail',
      severity: 'high',
      citations: [{ text: 'Điều 1', certainty: 'text' }],
      message: expect.anything(),
      evidence: [{ path: 'agencies/so-a/inventory.yaml', row: 7, pointer: '/systems/0' }],
      remediation: { vi: 'Làm', en: 'Do it' },
      due: '2026-11-01',
    },
  ]);
});

test.each(['done', 'upcoming', 'due_soon', 'unknown', 'not_applicable', 'information'] as const)(
  '%s is no finding',
  (status) => expect(obligationFindings([judged({ status })], workspace)).toEqual([]),
);

const safeOnly = { latest: isoDate('2026-11-24'), daysLeftLatest: 0 };
const both = { latest: isoDate('2026-11-02'), daysLeftLatest: -22 };

test.each<[string, Partial<ObligationResult>, Severity, Severity, string]>([
  ['one reading', {}, 'high', 'high', 'Duty: was due on 01/11/2026, 23 days late.'],
  [
    'by the safe reading only',
    safeOnly,
    'critical',
    'medium',
    'Duty: was due on 01/11/2026 by the safe reading (23 days late); by the later reading it is due on 24/11/2026.',
  ],
  ['by the safe reading only, a small matter', safeOnly, 'low', 'low', '24/11/2026'],
  [
    'by both readings',
    both,
    'critical',
    'critical',
    'Duty: overdue by both readings, 01/11/2026 (23 days late) and 02/11/2026 (22 days late).',
  ],
])('%s', (_, result, severity, expected, words) => {
  const [finding] = obligationFindings([judged(result, { severity })], workspace);
  expect(finding?.severity).toBe(expected);
  expect(finding && formatMessage(finding.message, 'en')).toContain(words);
  expect(finding && formatMessage(finding.message, 'vi')).toContain('01/11/2026');
});

test('several late events of one system are one finding, the worst first', () => {
  const events = [
    judged({ event: 'a', ...safeOnly }),
    judged({ event: 'b', due: isoDate('2026-09-01'), daysLeft: -84 }),
  ];
  const [finding, ...others] = obligationFindings(events, workspace);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ due: '2026-09-01', severity: 'high' });
  expect(finding?.evidence).toHaveLength(2);
  expect(finding && formatMessage(finding.message, 'en')).toContain(
    'Others that are overdue too: 1.',
  );
});

test('what is the agency’s or the province’s', () => {
  const agency = judged({}, { system: null });
  const province = judged({ certainty: 'reading' }, { system: null, agency: null, at: null });
  expect(obligationFindings([agency, province], workspace)).toMatchObject([
    { id: 'OB-X:agency:so-a:so-a', subject: { kind: 'agency', agency: 'so-a' } },
    {
      id: 'OB-X:agency:-:province',
      subject: { kind: 'agency', id: 'province', name: 'Tỉnh', agency: null },
      evidence: [{ path: 'tuanthu.yaml', note: { key: 'obligation.finding.certainty' } }],
    },
  ]);
});
