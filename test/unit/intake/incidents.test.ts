import { expect, test } from 'vitest';
import { readInventory } from '../../../src/intake/read-inventory.js';
import { formatMessage } from '../../../src/messages/format.js';
import { schemas } from './support.js';

function read(incidents: string, more = '') {
  const text = `schema_version: 1
agency: so-a
systems:
  - id: a
    name: A
    facts: {}
    incidents:
${incidents}
${more}`;
  return readInventory(new TextEncoder().encode(text), 'inventory.yaml', { schemas });
}

test('incidents, dossier dates and the plan’s intervals are read', () => {
  const { inventory, diagnostics } = read(
    '      - {id: sc-1, detected_at: "2026-11-24T08:30+07:00", serious: true, urgent: false, first_notice_at: "2026-11-24T03:00Z", result_reported_at: "2026-11-26T08:00:30+07:00", document: "12/BC"}',
    `    dossier: {submitted_on: "2026-10-01", approval_requested_on: "2026-10-20"}
    security_plan: {status: partly, intervals: {check: "P1Y", penetration_test: "P6M", exercise: "P2Y"}}
`,
  );
  expect(diagnostics).toEqual([]);
  expect(inventory?.systems[0]).toMatchObject({
    incidents: [
      {
        id: 'sc-1',
        detectedAt: '2026-11-24T08:30+07:00',
        serious: true,
        urgent: false,
        firstNoticeAt: '2026-11-24T03:00Z',
        resultReportedAt: '2026-11-26T08:00:30+07:00',
        document: '12/BC',
      },
    ],
    dossier: { submittedOn: '2026-10-01', approvalRequestedOn: '2026-10-20' },
    securityPlan: { intervals: { check: 'P1Y', penetrationTest: 'P6M', exercise: 'P2Y' } },
  });
});

test.each([
  ['no offset', '{id: a, detected_at: "2026-11-24T08:30"}', 'inventory.bad_instant', 8],
  ['a date only', '{id: a, detected_at: "2026-11-24"}', 'inventory.bad_instant', 8],
  ['no such day', '{id: a, detected_at: "2026-02-30T08:30Z"}', 'inventory.bad_instant', 8],
  ['no such hour', '{id: a, detected_at: "2026-02-28T25:30Z"}', 'inventory.bad_instant', 8],
  [
    'reported before it was detected',
    '{id: a, detected_at: "2026-11-24T08:30+07:00", first_notice_at: "2026-11-24T01:00Z"}',
    'inventory.reported_before_detected',
    8,
  ],
  [
    'an id twice',
    '{id: a, detected_at: "2026-11-24T08:30Z"}\n      - {id: a, detected_at: "2026-11-25T08:30Z"}',
    'inventory.duplicate_incident',
    9,
  ],
  [
    'an unknown key',
    '{id: a, detected_at: "2026-11-24T08:30Z", seriuos: true}',
    'schema.unknown_key',
    8,
  ],
])('%s', (_, incident, code, line) => {
  const { diagnostics } = read(`      - ${incident}`);
  expect(diagnostics).toMatchObject([{ code, line }]);
  for (const language of ['vi', 'en'] as const) {
    for (const { message } of diagnostics) {
      expect(formatMessage(message, language)).not.toContain('{');
    }
  }
});
