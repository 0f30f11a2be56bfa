import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Language } from '../../src/domain/text.js';
import { openProgram, type Program } from '../support/program.js';
import { keys, noTerminal, openTerminal, type Terminal } from '../support/terminal.js';
import { classification } from '../unit/systems/support.js';

const inventory = `# yaml-language-server: $schema=../../schemas/inventory.schema.json
schema_version: 1
agency:   so-y-te   # mã
systems:
  - id: so-y-te-nhan-su
    name: 'Quản lý nhân sự'
    facts: {system_types: [internal],   information_types: [private]}

    # approval: {level: 2}

uses: []
`;

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuanthu-wizard-'));
  file = join(folder, 'inventory.yaml');
  await writeFile(file, inventory);
});
afterEach(() => rm(folder, { recursive: true }));

const content = () => readFile(file, 'utf8');

/** The entry with that number in a menu; marked, where several may be. */
const entry = (number: number) => `${number}${keys.enter}`;

/** What is typed at the questions about a small internal system of level 2, in their order. */
const staff: readonly (readonly [fact: string, typed: string])[] = [
  ['applicability_basis', entry(1)],
  ['has_business_function', entry(1)],
  ['processes_data', entry(1)],
  ['has_identified_users', entry(1)],
  ['produces_information_output', entry(1)],
  ['owner_count', `1${keys.enter}`],
  ['operates_independently', entry(1)],
  ['scope_changed_to_alter_level', entry(2)],
  ['system_types', entry(1)],
  ['information_types', `23${keys.enter}`],
  ['serves_defence_or_security', entry(2)],
  ['national_security_harm', entry(1)],
  ['national_egov_system', entry(2)],
  ['centralised_critical_national_data', entry(2)],
  ['prime_minister_level', entry(1)],
  ['harm_rights', entry(2)],
  ['harm_public_interest', entry(1)],
  ['harm_social_order', entry(1)],
  ['risk_assessed_level', entry(1)],
  ['directs_national_security_works', entry(2)],
  ['directs_national_security_telecom', entry(2)],
  ['law116_art9_fields', entry(9)],
];

const until = (fact: string) =>
  staff.slice(
    0,
    staff.findIndex(([id]) => id === fact),
  );

/** The beginning of a fact's question: the rest may stand on the next line. */
function question(fact: string, language: Language): string {
  const asked = classification.facts.find(({ id }) => id === fact)?.question[language] ?? fact;
  return asked.slice(0, 50);
}

async function answer(
  terminal: Terminal,
  answers: readonly (readonly [fact: string, typed: string])[],
  language: Language,
): Promise<void> {
  for (const [fact, typed] of answers) {
    await terminal.awaits(question(fact, language));
    terminal.types(typed);
  }
}

const ask = (language: Language, ...args: readonly string[]) =>
  openTerminal(['classify', '--ask', '--as-of', '2026-11-24', '--lang', language, ...args], {
    cwd: folder,
  });

describe.skipIf(noTerminal !== undefined)(
  noTerminal === undefined ? 'in a terminal' : `in a terminal (skipped: ${noTerminal})`,
  () => {
    test('from the first question to the entry in the file, with why, back and not known', async () => {
      const terminal = ask('vi');
      await answer(terminal, until('owner_count'), 'vi');
      await terminal.awaits(question('owner_count', 'vi'));
      terminal.types('mười', keys.enter);
      await terminal.awaits('«mười» chưa đúng');
      // Ctrl-U empties the line.
      terminal.types('\u0015?', keys.enter);
      await terminal.awaits('Điểm a khoản 1 Điều 8');
      await terminal.awaits(question('owner_count', 'vi'));
      terminal.types('<', keys.enter);
      await terminal.awaits(question('produces_information_output', 'vi'));
      terminal.types(keys.enter);
      await answer(terminal, staff.slice(5, 8), 'vi');
      await terminal.awaits(question('system_types', 'vi'));
      terminal.types('12', keys.enter);
      await terminal.awaits('nội bộ nghĩa là chỉ phục vụ nội bộ');
      terminal.types('2', keys.enter);
      await terminal.awaits(question('information_types', 'vi'));
      terminal.types('28', keys.enter);
      await terminal.awaits('Căn cứ của câu hỏi: Khoản 1 Điều 9');
      await terminal.awaits('◉ Thông tin riêng');
      terminal.types('3', keys.enter);
      await terminal.awaits('Hiện là cấp 2. Còn có thể lên cấp 3, 4, 5');
      await terminal.awaits(question('serves_defence_or_security', 'vi'));
      terminal.types(entry(4));
      await terminal.awaits('← Quay lại câu trước\n');
      await terminal.awaits('◉ Thông tin cá nhân');
      terminal.types(keys.enter);
      await answer(terminal, staff.slice(10, 13), 'vi');
      await terminal.awaits(question('centralised_critical_national_data', 'vi'));
      terminal.types(entry(3));
      await terminal.awaits('bỏ ngỏ: 331-15.2');
      await answer(terminal, staff.slice(14), 'vi');
      await terminal.awaits('KẾT QUẢ');
      await terminal.awaits('331-12.1, cấp 2');
      await terminal.awaits('văn bản chính thức có giá trị cao');
      await terminal.awaits('Tên hệ thống');
      terminal.types('Đặt lịch khám', keys.enter);
      await terminal.awaits('(so-y-te-dat-lich-kham)');
      terminal.types(keys.enter);
      await terminal.awaits('declared_level: 2?');
      terminal.types(entry(1));
      await terminal.awaits('- id: so-y-te-dat-lich-kham');
      await terminal.awaits('Ghi vào inventory.yaml?');
      expect(await content()).toBe(inventory);
      terminal.types(entry(1));
      expect(await terminal.ended).toBe(0);
      expect(terminal.shown()).toContain('Đã ghi so-y-te-dat-lich-kham vào inventory.yaml');
      // The words of the library's own help.
      expect(terminal.shown()).not.toMatch(/\b(?:navigate|select|submit|toggle|invert)\b/);

      const after = await content();
      const [before = '', behind = ''] = inventory.split('\nuses:');
      expect(after.startsWith(`${before}  - id: so-y-te-dat-lich-kham\n`)).toBe(true);
      expect(after.endsWith(`\n    declared_level: 2\n\nuses:${behind}`)).toBe(true);
      expect(after).toContain('      information_types: [private, personal]\n');
      expect(after).not.toContain('centralised_critical_national_data');
    });

    test('the inventory is as good as one written by hand: the same level, nothing wrong', async () => {
      const terminal = ask('en', '.');
      await answer(terminal, staff, 'en');
      await terminal.awaits('Name of the system');
      terminal.types('Staff', keys.enter);
      await terminal.awaits('(so-y-te-staff)');
      terminal.types(keys.enter);
      await terminal.awaits('declared_level: 2?');
      terminal.types(entry(1));
      await terminal.awaits('Write to inventory.yaml?');
      terminal.types(entry(1));
      expect(await terminal.ended).toBe(0);
      const args = ['classify', 'inventory.yaml', '--json', '--as-of', '2026-11-24', '--no-fail'];
      const { stdout } = await program.run(args, { cwd: folder });
      const { systems, diagnostics } = JSON.parse(stdout);
      expect(diagnostics).toEqual([]);
      expect(systems[1]).toMatchObject({ computed_level: 2, final: true, declared_level: 2 });
    });

    test('an entry asked about again: only what differs is changed', async () => {
      const terminal = ask('en', '--system', 'so-y-te-nhan-su', 'inventory.yaml');
      await terminal.awaits('Asking again about so-y-te-nhan-su');
      await answer(terminal, until('system_types'), 'en');
      await terminal.awaits(question('system_types', 'en'));
      await terminal.awaits('◉ Internal administration only');
      terminal.types(keys.enter);
      await terminal.awaits(question('information_types', 'en'));
      terminal.types(keys.enter);
      await answer(terminal, staff.slice(10), 'en');
      await terminal.awaits('declared_level: 2?');
      terminal.types(entry(2));
      await terminal.awaits('+   owner_count: 1');
      await terminal.awaits('Write to inventory.yaml?');
      terminal.types(entry(1));
      expect(await terminal.ended).toBe(0);
      const [facts = ''] = inventory.match(/.*facts: .*\n/) ?? [];
      const [now = ''] = (await content()).match(/.*facts: .*\n/) ?? [];
      expect(now.startsWith(facts.trimEnd().slice(0, -1))).toBe(true);
      expect(await content()).toBe(inventory.replace(facts, now));
    });

    test.each([
      ['Ctrl-C at a menu', 'has_business_function', keys.interrupt],
      ['Ctrl-C at marks', 'applicability_basis', keys.interrupt],
      ['Ctrl-C at a line of text', 'owner_count', keys.interrupt],
      ['Ctrl-D at a menu', 'has_business_function', keys.endOfInput],
      ['Ctrl-D at marks', 'system_types', keys.endOfInput],
      ['Ctrl-D at a line of text', 'owner_count', keys.endOfInput],
    ])('%s: exit 130, nothing is written, and it says so', async (_, fact, key) => {
      const terminal = ask('vi');
      await answer(terminal, until(fact), 'vi');
      await terminal.awaits(question(fact, 'vi'));
      terminal.types(key);
      expect(await terminal.ended).toBe(130);
      expect(terminal.shown()).toContain('không có gì được ghi');
      expect(await content()).toBe(inventory);
    });

    test('the file changed meanwhile: not overwritten, and the answers are not lost', async () => {
      const terminal = ask('en');
      await answer(terminal, staff, 'en');
      await terminal.awaits('Name of the system');
      terminal.types('Staff', keys.enter);
      await terminal.awaits('(so-y-te-staff)');
      terminal.types(keys.enter);
      await terminal.awaits('declared_level: 2?');
      terminal.types(entry(2));
      await terminal.awaits('Write to inventory.yaml?');
      await writeFile(file, `${inventory}# by a colleague\n`);
      terminal.types(entry(1));
      expect(await terminal.ended).toBe(2);
      expect(await content()).toBe(`${inventory}# by a colleague\n`);
      expect(terminal.shown()).toContain('was changed or removed while this command ran');
      expect(terminal.shown().lastIndexOf('  - id: so-y-te-staff')).toBeGreaterThan(
        terminal.shown().indexOf('was changed'),
      );
    });

    test('no inventory: the entry is printed', async () => {
      await rm(file);
      const terminal = ask('en');
      await terminal.awaits('has no inventory.yaml');
      await answer(
        terminal,
        [
          ['applicability_basis', entry(1)],
          ['has_business_function', entry(2)],
        ],
        'en',
      );
      await terminal.awaits('No level');
      await terminal.awaits('Name of the system');
      terminal.types('Printer', keys.enter);
      await terminal.awaits('(printer)');
      terminal.types(keys.enter);
      await terminal.awaits('Print it?');
      terminal.types(entry(1));
      expect(await terminal.ended).toBe(4);
      await terminal.awaits('  - id: printer\n    name: Printer\n');
      expect(terminal.shown()).toContain('has_business_function: false');
    });
  },
);

let program: Program;
beforeAll(async () => {
  program = await openProgram('wizard');
});
afterAll(() => program.remove());

describe('without a terminal', () => {
  test.each(['vi', 'en'])('exit 2, at once, with what to do instead (%s)', async (language) => {
    const { code, stdout, stderr } = await program.run(
      ['classify', '--ask', 'inventory.yaml', '--lang', language],
      { cwd: folder },
    );
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--ask');
    expect(stderr).toContain('inventory.yaml');
    expect(stderr).toContain('tuanthu classify');
    expect(await content()).toBe(inventory);
  });

  test('--json: the documented shape of an error', async () => {
    const { code, stdout } = await program.run(['classify', '--ask', '--json'], { cwd: folder });
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      error: { code: 'wizard.no_terminal', exit: 2, hints: expect.any(Array), diagnostics: [] },
    });
  });
});
