import { describe, expect, test } from 'vitest';
import { readInventory } from '../../../src/intake/read-inventory.js';
import { formatMessage, languages } from '../../../src/messages/format.js';
import { brief, declarations, schemas } from './support.js';

const path = 'agencies/so-a/inventory.yaml';
const options = { schemas, agency: 'so-a', declarations };

function read(text: string | Uint8Array) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return readInventory(bytes, path, options);
}

/** An inventory whose only system has these further lines, the first of them on line 7. */
const system = (lines: string): string =>
  `schema_version: 1\nagency: so-a\nsubmitted_on: "2026-11-18"\nsystems:\n  - id: a\n    name: A\n${lines}\n`;
const facts = (line: string): string => system(`    facts:\n      ${line}`);

const bomb = `schema_version: 1\nagency: so-a\nx0: &x0 [a, a]\n${[...Array(20).keys()]
  .map((i) => `x${i + 1}: &x${i + 1} [${Array(10).fill(`*x${i}`).join(', ')}]`)
  .join('\n')}\nsystems: []\n`;
const utf16 = new Uint8Array([
  0xff,
  0xfe,
  ...Buffer.from(facts('has_user_accounts: true'), 'utf16le'),
]);

describe('files that can’t be used give no inventory', () => {
  test.each<{ name: string; text: string | Uint8Array; found: string[] }>([
    { name: 'empty', text: '', found: ['document.empty - error → document.empty.hint'] },
    {
      name: 'only comments',
      text: '# soon\n',
      found: ['document.empty - error → document.empty.hint'],
    },
    {
      name: 'a picture',
      text: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0]),
      found: ['document.not_utf8 - error → document.not_utf8.hint'],
    },
    {
      name: 'a zero byte',
      text: 'agency: so-a\0',
      found: ['document.binary - error → document.binary.hint'],
    },
    { name: 'UTF-16', text: utf16, found: ['document.not_utf8 - error → document.not_utf8.hint'] },
    {
      name: 'aliases that multiply',
      text: bomb,
      found: ['document.aliases - error → document.aliases.hint'],
    },
    {
      name: 'a key given twice',
      text: 'schema_version: 1\nagency: so-a\nagency: so-b\nsystems: []',
      found: ['document.duplicate_key 3 error → document.duplicate_key.hint'],
    },
    {
      name: 'a prototype key',
      text: facts('__proto__: {has_user_accounts: true}'),
      found: ['document.forbidden_key 8 error → document.forbidden_key.hint'],
    },
    {
      name: 'a mistyped key',
      text: system('    facts: {}\n    declared_levell: 2'),
      found: ['schema.unknown_key 8 error → schema.did_you_mean'],
    },
    {
      name: 'a number that must be in quotes',
      text: system('    facts: {}\n    approval: {level: 2, number: 6.10}'),
      found: ['schema.quote_it 8 error → schema.quote_it.hint'],
    },
    {
      name: 'a date that doesn’t exist',
      text: 'schema_version: 1\nagency: so-a\nsubmitted_on: "2026-02-30"\nsystems: []',
      found: ['schema.bad_date 3 error'],
    },
    {
      name: 'a Vietnamese date',
      text: 'schema_version: 1\nagency: so-a\nsubmitted_on: 18/11/2026\nsystems: []',
      found: ['schema.bad_date 3 error'],
    },
    {
      name: 'no list of systems',
      text: 'schema_version: 1\nagency: so-a',
      found: ['schema.missing_key 1 error → schema.expected'],
    },
    {
      name: 'another agency’s file',
      text: 'schema_version: 1\nagency: so-b\nsystems: []',
      found: ['inventory.wrong_agency 2 error → inventory.wrong_agency.hint'],
    },
  ])('$name', ({ text, found }) => {
    const reading = read(text);
    expect(reading.inventory).toBeUndefined();
    expect(reading.diagnostics.map(brief)).toEqual(found);
    for (const each of reading.diagnostics) expect(each.file).toBe(path);
  });
});

describe('slips that leave the rest usable', () => {
  test.each([
    {
      name: 'a system id given twice',
      text: `${facts('has_user_accounts: true')}  - {id: a, name: B, facts: {}}\n`,
      found: ['inventory.duplicate_system 9 error → inventory.duplicate.hint'],
    },
    {
      name: 'a component id given twice',
      text: system(
        '    facts: {}\n    components:\n      - {id: c, name: C, facts: {}}\n      - {id: c, name: D, facts: {}}',
      ),
      found: ['inventory.duplicate_component 10 error → inventory.duplicate.hint'],
    },
    {
      name: 'an export dated twice',
      text: `${facts('has_user_accounts: true')}endpoint_reports:\n  - {file: endpoints/k.csv, exported_on: "2026-11-17"}\n  - {file: ./endpoints/k.csv, exported_on: "2026-11-16"}\n`,
      found: ['inventory.duplicate_report 11 error → inventory.duplicate_report.hint'],
    },
    {
      name: 'an export after the hand-in',
      text: `${facts('has_user_accounts: true')}endpoint_reports:\n  - {file: endpoints/k.csv, exported_on: "2026-11-19"}\n`,
      found: ['inventory.export_after_submission 10 warning → inventory.dates.hint'],
    },
    {
      name: 'approved before it was appraised',
      text: system(
        '    facts: {}\n    dossier: {appraisal: {by: B, date: "2026-10-02"}}\n    approval: {level: 2, date: "2026-10-01"}',
      ),
      found: ['inventory.approval_before_appraisal 9 warning → inventory.dates.hint'],
    },
    {
      name: 'approved after the delegation ended',
      text: system(
        '    facts: {}\n    delegation: {to: B, document: D, until: "2026-09-30"}\n    approval: {level: 2, date: "2026-10-01"}',
      ),
      found: ['inventory.delegation_ended 9 warning → inventory.dates.hint'],
    },
    {
      name: 'a fact with a mistyped name',
      text: facts('has_user_acounts: true'),
      found: ['inventory.unknown_fact 8 error → schema.did_you_mean'],
    },
    {
      name: 'a fact named like an object’s method',
      text: facts('toString: true'),
      found: ['inventory.unknown_fact 8 error → inventory.unknown_fact.hint'],
    },
    {
      name: 'a truth value in quotes',
      text: facts('has_user_accounts: "true"'),
      found: ['inventory.fact_wrong_type 8 error → inventory.fact.hint'],
    },
    {
      name: 'a fraction for a count',
      text: facts('basic_data_subjects: 1.5'),
      found: ['inventory.fact_wrong_type 8 error → inventory.fact.hint'],
    },
    {
      name: 'a count below its minimum',
      text: facts('basic_data_subjects: -1'),
      found: ['inventory.fact_out_of_range 8 error → inventory.fact.hint'],
    },
    {
      name: 'a level above its maximum',
      text: facts('risk_assessed_level: 6'),
      found: ['inventory.fact_out_of_range 8 error → inventory.fact.hint'],
    },
    {
      name: 'an undeclared word',
      text: facts('harm_rights: grave'),
      found: ['inventory.fact_unknown_word 8 error → inventory.fact.hint'],
    },
    {
      name: 'an undeclared word in a list',
      text: facts('system_types: [internal, intern]'),
      found: ['inventory.fact_unknown_word 8 error → inventory.fact.hint'],
    },
    {
      name: 'one word where a list is needed',
      text: facts('system_types: internal'),
      found: ['inventory.fact_wrong_type 8 error → inventory.fact.hint'],
    },
    {
      name: 'words where numbers are needed',
      text: facts('line_items: ["7"]'),
      found: ['inventory.fact_wrong_type 8 error → inventory.fact.hint'],
    },
    {
      name: 'null for a fact that can’t be null',
      text: facts('harm_rights: null'),
      found: ['inventory.fact_null 8 error → inventory.fact.hint'],
    },
    {
      name: 'a fact of a component',
      text: system(
        '    facts: {}\n    components:\n      - {id: c, name: C, facts: {harm_rights: 3}}',
      ),
      found: ['inventory.fact_wrong_type 9 error → inventory.fact.hint'],
    },
  ])('$name', ({ text, found }) => {
    const { inventory, diagnostics } = read(text);
    expect(inventory?.systems[0]).toMatchObject({ id: 'a', agency: 'so-a' });
    expect(diagnostics.map(brief)).toEqual(found);
    for (const each of diagnostics) {
      expect(each).toMatchObject({
        file: path,
        column: expect.any(Number),
        pointer: expect.any(String),
      });
      for (const language of languages) {
        expect(formatMessage(each.message, language)).not.toMatch(/\{\w+\}/);
        expect(each.hint && formatMessage(each.hint, language)).not.toMatch(/\{\w+\}/);
      }
    }
  });
});

test('a right inventory: dates, defaults, places, nothing to remark', () => {
  const { inventory, diagnostics } = read(`schema_version: 1
agency: so-a
submitted_on: "2026-11-18"
declared_endpoints: {count: 0, register: Sổ, date: "2026-10-31"}
endpoint_reports: [{file: '.\\endpoints\\k.csv', exported_on: "2026-11-17"}]
endpoint_exclusions:
  - {hardware_uuid: U, reason: retired, note: N}
uses: [{system: b}]
systems:
  - id: a
    name: "${'Hệ thống'.normalize('NFD')}"
    facts: {system_types: [internal], risk_assessed_level: null, line_items: [7, 150]}
    security_plan: {status: fully, date: "2026-10-20"}
`);
  expect(diagnostics).toEqual([]);
  expect(inventory).toEqual({
    agency: 'so-a',
    submittedOn: '2026-11-18',
    declaredEndpoints: { count: 0, register: 'Sổ', date: '2026-10-31' },
    endpointReports: [
      {
        file: 'endpoints/k.csv',
        exportedOn: '2026-11-17',
        at: { path, line: 5, pointer: '/endpoint_reports/0' },
      },
    ],
    endpointExclusions: [
      {
        hardwareUuid: 'U',
        reason: 'retired',
        note: 'N',
        at: { path, line: 7, pointer: '/endpoint_exclusions/0' },
      },
    ],
    dutiesDone: [],
    uses: [{ system: 'b', at: { path, line: 8, pointer: '/uses/0' } }],
    systems: [
      {
        id: 'a',
        name: 'Hệ thống'.normalize('NFC'),
        agency: 'so-a',
        lifecycle: 'operating',
        facts: { system_types: ['internal'], risk_assessed_level: null, line_items: [7, 150] },
        securityPlan: { status: 'fully', date: '2026-10-20' },
        components: [],
        assessments: [],
        changes: [],
        dutiesDone: [],
        incidents: [],
        at: { path, line: 10, pointer: '/systems/0' },
      },
    ],
    path,
  });
});

test('without declarations no fact is judged, without an agency any will do', () => {
  const bytes = new TextEncoder().encode(facts('nobody_knows: 1'));
  const { inventory, diagnostics } = readInventory(bytes, 'x.yaml', { schemas });
  expect(diagnostics).toEqual([]);
  expect(inventory?.agency).toBe('so-a');
});
