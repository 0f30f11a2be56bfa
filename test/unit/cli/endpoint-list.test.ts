import { describe, expect, test } from 'vitest';
import type { AgencyResult, Assessment } from '../../../src/audit/assessment.js';
import { endpointList } from '../../../src/cli/endpoint-list.js';
import { plainStyles } from '../../../src/cli/print.js';
import { textWidth } from '../../../src/cli/text-width.js';
import { message } from '../../../src/messages/catalogue.js';

const agency = {
  id: 'so-a',
  endpoints: {
    ...{ found: 12, out_of_scope: 2, unreported: 1, in_scope: 11 },
    ...{ protected: 5, degraded: 1, unprotected: 2, unknown: 3, stale: 2 },
    self_reported: true,
    second_source: { register: 9, console: 8, both: 7, estimate: 10 },
    excluded: [{ reason: 'retired', count: 2 }],
    by_machine: [
      {
        ...{ machine: 'server', found: 3, in_scope: 3, protected: 1, unknown: 1 },
        ...{ installed: 2, installed_unknown: 1 },
      },
    ],
    sources: [
      {
        source: 'ksc-device-list',
        role: 'console',
        files: 1,
        rows: 9,
        used: 8,
        dated: '2026-11-20',
      },
      { source: 'dhcp-leases', role: 'inventory', files: 1, rows: 9, used: 9, dated: null },
    ],
  },
  targets: [{ notes: [message('audit.note.few_endpoints', { count: 9, threshold: 90 })] }],
} as unknown as AgencyResult;

const input = (path: string, owner: string, rows: readonly [number, number, number] | null) => ({
  ...{ path, agency: owner, sha256: '', bytes: 1 },
  rows_read: rows?.[0] ?? null,
  rows_used: rows?.[1] ?? null,
  rows_refused: rows?.[2] ?? null,
});
const assessment = {
  inputs: [
    input('agencies/so-a/endpoints/ksc.csv', 'so-a', [9, 8, 1]),
    input(`agencies/so-a/endpoints/${'rất-dài-'.repeat(12)}.csv`, 'so-a', [9, 9, 0]),
    input('agencies/so-a/inventory.yaml', 'so-a', null),
    input('agencies/so-b/endpoints/ksc.csv', 'so-b', [5, 5, 0]),
  ],
} as unknown as Assessment;

describe.each(['vi', 'en'] as const)('%s', (language) => {
  const shown = endpointList(assessment, agency, language, 80, plainStyles);

  test('fits 80 columns and leaves no key or parameter unfilled', () => {
    expect(Math.max(...shown.split('\n').map(textWidth))).toBeLessThanOrEqual(80);
    expect(shown).not.toMatch(/[{}]|report\.endpoints|exclusion\./);
  });

  test('lists the rows of each export of the agency, and only of its exports', () => {
    expect(shown).toMatch(/ksc\.csv +9 +8 +1/);
    expect(shown).not.toContain('so-b');
    expect(shown).not.toContain('inventory.yaml');
  });

  test('tells the denominator, its exclusions, and that the target asks for all', () => {
    const flat = shown.replace(/\s+/g, ' ');
    for (const figure of ['12', '11', '20/11/2026', '90 %', '2/3', '1/3']) {
      expect(flat).toContain(figure);
    }
  });
});

test('nothing is said of an agency without exports', () => {
  const none = { ...agency, id: 'so-c', endpoints: { ...agency.endpoints, in_scope: 0 } };
  expect(endpointList(assessment, none, 'vi', 80, plainStyles)).toBe('');
});
