import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { audit } from '../../support/audit.js';
import { soundEndpoints } from '../../support/workspace.js';

/** The console's export of a sound agency with ten machines, spoilt in one way; a lost row may be a lost machine. */
const spoilt: readonly {
  readonly name: string;
  readonly spoil: (ksc: string) => string;
  readonly outcome: string;
  readonly reason?: string;
}[] = [
  { name: 'as it is', spoil: (ksc) => ksc, outcome: 'met' },
  { name: 'a blank row loses nothing', spoil: (ksc) => `${ksc}\t\t\t\r\n`, outcome: 'met' },
  {
    name: 'a quote in the name that never closes',
    spoil: (ksc) => ksc.replace(/^(SO-A-3)\b/m, '"$1'),
    outcome: 'inconclusive',
    reason: 'swallowed_rows',
  },
  {
    name: 'a row without a name',
    spoil: (ksc) => ksc.replace(/^SO-A-3\b/m, ''),
    outcome: 'inconclusive',
    reason: 'no_identity',
  },
  {
    name: 'control characters far down the file',
    spoil: (ksc) => `${ksc}${'\t\t\r\n'.repeat(20_000)}\u0001\u0002\tx\r\n`,
    outcome: 'inconclusive',
    reason: 'control_characters',
  },
];

test.each(spoilt)('$name: $outcome', async ({ spoil, outcome, reason }) => {
  const sound = soundEndpoints('so-a');
  const [path = ''] = Object.keys(sound).filter((name) => /ksc/i.test(name));
  const before = String(sound[path]);
  const after = spoil(before);
  if (reason) expect(after).not.toBe(before);
  const { assessment } = await audit({
    agencies: [{ id: 'so-a', endpoints: { ...sound, [path]: after } }],
  });
  const [agency] = assessment.agencies;
  expect(agency?.targets.map((target) => target.outcome)).toEqual(['met', 'met', outcome]);
  const told = assessment.findings.filter(
    (finding) => finding.message.key === 'fleet.rows_refused',
  );
  expect(told.map((finding) => finding.message.params['reason'])).toMatchObject(
    reason ? [{ key: `fleet.refused.${reason}` }] : [],
  );
  for (const input of assessment.inputs) {
    expect(input.rows_read).toBe(
      input.rows_read === null ? null : (input.rows_used ?? 0) + (input.rows_refused ?? 0),
    );
  }
});

test.each([
  ['hidden: machines may be missing from the count', true, 'inconclusive'],
  ['shown: read', false, 'met'],
] as const)('a second sheet of machines, %s', async (_, hidden, outcome) => {
  const row = (host: string) => [host];
  const list = await writeXlsx({
    sheets: [
      { name: 'Danh sách', rows: [['Tên máy'], row('SO-A-1'), row('SO-A-2')] },
      { name: 'Năm ngoái', hidden, rows: [['Tên máy'], row('SO-A-3')] },
    ],
  });
  const { assessment } = await audit({
    agencies: [{ id: 'so-a', endpoints: { ...soundEndpoints('so-a'), 'ds.xlsx': list } }],
  });
  expect(assessment.agencies[0]?.targets.at(-1)?.outcome).toBe(outcome);
  const keys = assessment.findings.map(({ message }) => JSON.stringify(message));
  expect(keys.some((key) => key.includes('fleet.sheet_hidden'))).toBe(hidden);
});
