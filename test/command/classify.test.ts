import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import Classify from '../../src/cli/commands/classify.js';
import { textWidth } from '../../src/cli/text-width.js';
import { runCommand, runJson } from './run-command.js';

// A province of two agencies: the health department has three systems, one of them retired; the commune hands in nothing.

const inventory = `schema_version: 1
agency: so-y-te
systems:
  - id: so-y-te-nhan-su
    name: "Phần mềm quản lý nhân sự"
    facts:
      system_types: [internal]
      information_types: [private, personal]
      has_user_accounts: true
      serves_defence_or_security: false
      national_egov_system: false
      prime_minister_level: null
      risk_framework_level: null
      centralised_critical_national_data: false
      has_business_function: true
      processes_data: true
      has_identified_users: true
      produces_information_output: true
      owner_count: 1
      operates_independently: true
      scope_changed_to_alter_level: false
    declared_level: 2
    approval: {level: 2, number: "12/QĐ", date: "2026-10-01", authority: specialised_unit}
  - id: so-y-te-dat-lich
    name: "Đặt lịch khám trực tuyến"
    facts: {system_types: [public_service], online_service_role: direct}
  - {id: so-y-te-cu, name: "Hệ thống đã dừng", lifecycle: retired, facts: {}}
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuanthu-classify-'));
  await write(
    'province/tuanthu.yaml',
    `schema_version: 1\ntitle: Tỉnh mẫu\npacks: [vn-2026]\nagencies: agencies.yaml\nsubmissions: agencies\n`,
  );
  await write(
    'province/agencies.yaml',
    `schema_version: 1\nagencies:\n  - {id: so-y-te, name: "Sở Y tế", kind: department}\n  - {id: xa-a, name: "Xã A", kind: commune}\n`,
  );
  await write('province/agencies/so-y-te/inventory.yaml', inventory);
});
afterAll(() => rm(folder, { recursive: true }));

async function write(path: string, text: string): Promise<string> {
  const place = join(folder, path);
  await mkdir(join(place, '..'), { recursive: true });
  await writeFile(place, text);
  return place;
}

const dated = ['--as-of', '2026-11-24'] as const;
const alone = (text: string, name = 'inventory.yaml') => write(`${Math.random()}/${name}`, text);
const firstOnly = inventory.slice(0, inventory.indexOf('  - id: so-y-te-dat-lich'));

describe('one inventory', () => {
  test('JSON: levels, why, what is open; retired systems left out', async () => {
    const { exit, json } = await runJson(Classify, await alone(inventory), ...dated);
    expect(exit).toBe(4);
    expect(json).toMatchObject({
      as_of: '2026-11-24',
      packs: [{ id: 'vn-2026', digest: expect.stringMatching(/^[0-9a-f]{64}$/) }],
      diagnostics: [],
    });
    expect(json.systems.map((each: { id: string }) => each.id)).toEqual([
      'so-y-te-nhan-su',
      'so-y-te-dat-lich',
    ]);
    expect(json.systems[0]).toMatchObject({
      agency: 'so-y-te',
      computed_level: 2,
      level_status: 'determined',
      certainty: 'text',
      matched: ['331-12.1'],
      raised_by: null,
      declared_level: 2,
      approved_level: 2,
      final: true,
    });
    expect(json.systems[1]).toMatchObject({
      computed_level: null,
      level_status: 'pending',
      final: false,
    });
    expect(json.systems[1].open).toContainEqual({
      criterion: '331-13.2.b',
      level: 3,
      component: null,
      facts: ['handles_administrative_procedures'],
    });
  });

  test('all levels determined: exit 0', async () => {
    expect((await runCommand(Classify, await alone(firstOnly), ...dated)).exit).toBe(0);
  });

  test.each(['vi', 'en'])(
    'text: level, article, questions that are open, within 80 columns (%s)',
    async (language) => {
      const { stdout } = await runCommand(
        Classify,
        await alone(inventory),
        ...dated,
        '--lang',
        language,
      );
      for (const said of [
        'so-y-te-nhan-su',
        '331-12.1',
        'Khoản 1 Điều 12',
        'handles_administrative_procedures:',
        'vn-2026',
      ]) {
        expect(stdout).toContain(said);
      }
      expect(stdout).not.toMatch(/\{\w+\}/);
      expect(stdout.split('\n').filter((line) => textWidth(line) > 80)).toEqual([]);
    },
  );

  test('a mistyped fact: exit 2, and the other facts are used all the same', async () => {
    const path = await alone(firstOnly.replace('has_user_accounts', 'has_user_acounts'));
    const { exit, json } = await runJson(Classify, path, ...dated);
    expect(exit).toBe(2);
    expect(json.systems[0].computed_level).toBe(2);
    expect(json.diagnostics).toMatchObject([
      { code: 'inventory.unknown_fact', file: path, line: 9 },
    ]);
  });

  test('no system: nothing was classified, exit 4; --no-fail makes it 0', async () => {
    const path = await alone('schema_version: 1\nagency: so-y-te\nsystems: []\n');
    expect((await runCommand(Classify, path, ...dated)).exit).toBe(4);
    expect((await runCommand(Classify, path, ...dated, '--no-fail')).exit).toBe(0);
  });

  test('a file that is not there: exit 2, named', async () => {
    const { exit, json } = await runJson(Classify, join(folder, 'none.yaml'), ...dated);
    expect(exit).toBe(2);
    expect(json.diagnostics).toMatchObject([
      { code: 'file.missing', file: join(folder, 'none.yaml') },
    ]);
  });
});

describe('which pack', () => {
  test('between the old law and the new: exit 4, with the days of both', async () => {
    const { exit, error } = await runCommand(
      Classify,
      await alone(firstOnly),
      '--as-of',
      '2026-08-18',
    );
    expect(exit).toBe(4);
    expect(error?.code).toBe('classify.no_pack');
    expect(error?.hints).toMatchObject([
      { params: { id: 'vn-2016', from: '01/07/2016', to: '30/06/2026' } },
      { params: { id: 'vn-2026', from: '19/08/2026' } },
    ]);
  });

  test('on its first day', async () => {
    expect((await runCommand(Classify, await alone(firstOnly), '--as-of', '2026-08-19')).exit).toBe(
      0,
    );
  });

  test('a pack without a table: exit 4; an unknown pack: exit 2', async () => {
    const path = await alone(firstOnly);
    const without = await runCommand(Classify, path, ...dated, '--pack', 'lang-son-plan-72');
    expect([without.exit, without.error?.hints[0]?.key]).toEqual([4, 'classify.no_table']);
    expect((await runCommand(Classify, path, ...dated, '--pack', 'vn-2025')).exit).toBe(2);
  });
});

describe('a workspace', () => {
  test('agencies by name; one that handed in nothing makes it inconclusive', async () => {
    const { exit, stdout, stderr } = await runCommand(Classify, join(folder, 'province'), ...dated);
    expect(exit).toBe(4);
    expect(stdout.split('\n')[0]).toBe('Sở Y tế');
    expect(stderr).toContain('xa-a');
  });

  test('an agency’s folder, with the workspace’s packs', async () => {
    const { json } = await runJson(Classify, join(folder, 'province/agencies/so-y-te'), ...dated);
    expect(json.systems).toHaveLength(2);
    expect(json.diagnostics).toEqual([]);
  });

  test('a broken inventory is named with its path, the others are classified', async () => {
    const place = await write(
      'province/agencies/xa-a/inventory.yaml',
      'schema_version: 1\nagency: "xa-a\n',
    );
    const { exit, json } = await runJson(Classify, join(folder, 'province'), ...dated);
    expect(exit).toBe(2);
    expect(json.systems).toHaveLength(2);
    expect(json.diagnostics[0]).toMatchObject({ severity: 'error', file: place });
    await rm(place);
  });

  test('a folder with neither: exit 2', async () => {
    const { exit, error } = await runCommand(Classify, folder, ...dated);
    expect([exit, error?.code]).toEqual([2, 'classify.no_input']);
  });
});
