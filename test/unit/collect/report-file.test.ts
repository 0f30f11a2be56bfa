import { expect, test } from 'vitest';
import { reportFileName, reportLines } from '../../../src/collect/report-file.js';

const moment = Date.UTC(2026, 10, 24, 8, 5, 9);

test.each([
  { host: 'VP-PC07', name: 'VP-PC07' },
  { host: 'Máy văn thư', name: 'May_van_thu' },
  { host: '../../etc/passwd', name: '_etc_passwd' },
  { host: 'a\\b:c*d?"<>|', name: 'a_b_c_d_' },
  { host: 'CON', name: '_CON' },
  { host: 'com1', name: '_com1' },
  { host: '-rf', name: '_rf' },
  { host: '…', name: '_' },
  { host: '', name: '_' },
  { host: 'x'.repeat(300), name: 'x'.repeat(63) },
])('$host', ({ host, name }) => {
  const file = reportFileName(host, moment, '0a1b2c3d');
  expect(file).toBe(`${name}-20261124T080509Z-0a1b2c3d.jsonl`);
  expect(file).toMatch(/^[\w-]+\.jsonl$/);
});

test('a line for each record, without what is unknown', () => {
  const moment = '2026-11-24T00:00:00Z';
  const record = { host: 'a\nb', last_seen: moment, observed_at: moment, grade: 'C' } as const;
  const lines = reportLines([{ ...record, serial: undefined }, record]).split('\n');
  expect(lines).toEqual([JSON.stringify(record), JSON.stringify(record), '']);
});
