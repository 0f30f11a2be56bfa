import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import Classify from '../../src/cli/commands/classify.js';
import type { Reply } from '../../src/cli/wizard/ask-question.js';
import { runWizard, type WizardResult } from '../../src/cli/wizard/run-wizard.js';
import { findTarget, type WizardTarget } from '../../src/cli/wizard/wizard-target.js';
import type { Facts, FactValue } from '../../src/domain/facts.js';
import { text } from '../../src/messages/format.js';
import type { Choice, Prompts } from '../../src/platform/prompts.js';
import { answered, asOf, cases, classification, staffFacts } from '../unit/systems/support.js';
import { runCommand } from './run-command.js';

// The whole conversation, with a made person in place of the terminal.

const inventory = `# Kê khai của Sở Y tế
schema_version: 1
agency: so-y-te
systems:
  - id: so-y-te-nhan-su   # đã có
    name: 'Quản lý nhân sự'
    facts: {system_types: [internal], information_types: [private], harm_rights: exceptional}
    declared_level: 3

    # approval: {level: 3}
uses: []
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuanthu-wizard-'));
  await mkdir(join(folder, 'empty'));
  await writeFile(join(folder, 'inventory.yaml'), inventory);
});
afterAll(() => rm(folder, { recursive: true }));

/** What a person does at each question: facts by their id; `name`, `id`, `declare`, `confirm` are the last steps. */
type Script = (asked: string, count: number) => FactValue | Reply['kind'] | symbol;

const factOf = new Map(
  classification.facts.flatMap(({ id, question }) => [
    [question.vi, id] as const,
    [question.en, id] as const,
  ]),
);

interface Talk {
  readonly prompts: Prompts;
  readonly lines: string[];
  readonly asked: string[];
}

const back = Symbol('back');
const why = Symbol('why');
const unknown = Symbol('unknown');
const enter = Symbol('enter');

function person(script: Script): Talk {
  const lines: string[] = [];
  const asked: string[] = [];
  const ask = (message: string) => {
    const id = [...factOf].find(([question]) => message.startsWith(question))?.[1] ?? message;
    asked.push(id);
    return script(id, asked.filter((each) => each === id).length);
  };
  const pick = <Value>(
    choices: readonly Choice<Value>[],
    said: ReturnType<Script>,
    initial: Value | undefined,
  ): Value => {
    if (said === enter) return initial ?? (choices[0] as Choice<Value>).value;
    const found = choices.find(({ value }) =>
      typeof value === 'string'
        ? value === (said === back ? 'back' : said)
        : typeof said === 'symbol'
          ? (value as Reply).kind === said.description
          : (value as { readonly value?: FactValue }).value === said,
    );
    if (!found) throw new Error(`no choice ${String(said)} among ${JSON.stringify(choices)}`);
    return found.value;
  };
  const typed = new Map<unknown, string>([
    [back, '<'],
    [why, '?'],
    [unknown, '-'],
  ]);
  return {
    lines,
    asked,
    prompts: {
      say: async (line) => void lines.push(line),
      choose: async ({ message, choices, initial }) => pick(choices, ask(message), initial),
      tick: async ({ message, choices, check }) => {
        const said = ask(message);
        const marked = choices.filter(({ value, ticked }) => {
          const { kind, value: word } = value as { kind: Reply['kind']; value?: FactValue };
          if (said === enter) return ticked;
          if (typeof said === 'symbol') return kind === said.description;
          const words = said as readonly FactValue[];
          return words.length > 0 ? words.includes(word) : Array.isArray(word);
        });
        const values = marked.map(({ value }) => value);
        const problem = check(values);
        if (problem !== undefined) throw new Error(problem);
        return values;
      },
      type: async ({ message, initial, check }) => {
        const said = ask(message);
        const line = said === enter ? (initial ?? '') : (typed.get(said) ?? String(said));
        const problem = check(line);
        if (problem !== undefined) throw new Error(problem);
        return line;
      },
    },
  };
}

const page = { language: 'en', width: 80 } as const;

/** Reading the packs takes most of the time. */
const targets = new Map<string, WizardTarget>();

async function run(
  script: Script,
  options: { readonly path?: string; readonly system?: string } = {},
): Promise<Talk & { readonly result: WizardResult }> {
  const { path = folder, system } = options;
  const key = JSON.stringify([path, system]);
  const target = targets.get(key) ?? (await findTarget({ path, system, pack: undefined, asOf }));
  targets.set(key, target);
  const talk = person(script);
  const result = await runWizard(target, asOf, page, talk.prompts);
  return { ...talk, result };
}

const steps = {
  name: text('wizard.name', 'en'),
  id: text('wizard.id', 'en'),
} as const;

/** Answers from a full set; takes what is proposed at the last steps. */
const oracle =
  (facts: Facts, over: Script = () => undefined): Script =>
  (asked, count) => {
    const special = over(asked, count);
    if (special !== undefined) return special;
    if (asked === steps.name) return 'Đặt lịch khám';
    return Object.hasOwn(facts, asked) ? (facts[asked] ?? null) : enter;
  };

describe('a new system', () => {
  test.each(cases.filter((each) => (each.unknown ?? []).length === 0))(
    'the case $id gives its level',
    async ({ facts, expect: { level, flags } }) => {
      const { result } = await run(oracle(answered(facts)));
      expect(result.found.computedLevel).toBe(level);
      if (level !== null && flags) expect(result.found.flags).toEqual(flags);
      const written = parse(result.edit?.text ?? '');
      expect(written.systems).toHaveLength(2);
      expect(written.systems[1]).toEqual(result.entry);
      expect(result.entry.declared_level).toBe(level ?? undefined);
    },
  );

  test('the file is the same around the new entry', async () => {
    const { result } = await run(oracle(staffFacts));
    const after = result.edit?.text ?? '';
    const at = after.indexOf('  - id: so-y-te-dat-lich-kham\n');
    const [before = '', behind = ''] = inventory.split('uses: []');
    expect(after.slice(0, at)).toBe(before);
    expect(after.endsWith(`    declared_level: 2\nuses: []${behind}`)).toBe(true);
  });

  test('after each answer: the level now, what could raise it, how many questions are left', async () => {
    const { lines } = await run(oracle(staffFacts));
    const outlook = lines
      .filter((line) => line.startsWith('→ '))
      .map((line) => line.replace(/\s+/g, ' '));
    expect(outlook[0]).toBe(
      '→ Not enough for a level yet; it can still be 1, 2, 3, 4, 5. Questions left: at most 37.',
    );
    expect(outlook.find((line) => line.includes('Level now'))).toBe(
      '→ Level now: 2. It can still rise to 3, 4, 5, by 331-13.1, 331-14.1, 331-15.1, 116-8.1.c, 116-8.1.d, 116-8.1.đ and 6 more. Questions left: at most 16.',
    );
    expect(outlook.at(-1)).toBe(
      '→ Level now: 2. No question can raise it any more. No questions left.',
    );
    const summary = lines.find((line) => line.includes('RESULT'))?.replace(/\s+/g, ' ');
    for (const said of ['Level: 2', '331-12.1', 'Khoản 1 Điều 12', 'official text prevails']) {
      expect(summary).toContain(said);
    }
  });

  test('why: the citation, the articles of the answers, the criteria; then the same question', async () => {
    const { asked, lines } = await run(
      oracle(staffFacts, (id, count) =>
        id === 'information_types' && count === 1 ? why : undefined,
      ),
    );
    expect(asked.filter((id) => id === 'information_types')).toHaveLength(2);
    const said = (lines.find((line) => line.includes('The question rests on')) ?? '').replace(
      /\s+/g,
      ' ',
    );
    expect(said).toContain('Khoản 1 Điều 9 NĐ 331/2026');
    expect(said).toContain('State secrets, any of the three grades: Điểm d khoản 1 Điều 9');
    expect(said).toContain('331-12.1, level 2');
    expect(said).toContain('tuanthu explain information_types');
  });

  test('back from every question and every last step, then the same result', async () => {
    const straight = await run(oracle(staffFacts));
    const seen = new Set<string>();
    const { result, asked, lines } = await run(
      oracle(staffFacts, (id) => {
        if (seen.has(id)) return undefined;
        seen.add(id);
        return back;
      }),
    );
    expect(result.edit?.text).toBe(straight.result.edit?.text);
    expect(lines).toContain(text('wizard.first', 'en'));
    for (const id of straight.asked)
      expect(asked.filter((each) => each === id).length).toBeGreaterThan(1);
  });

  test('back: what was answered is proposed again', async () => {
    const seen = new Set<string>();
    const { result } = await run(
      oracle(staffFacts, (id) => {
        if (id === 'risk_assessed_level' && !seen.has(id)) {
          seen.add(id);
          return back;
        }
        return seen.has('risk_assessed_level') && id === 'harm_social_order' ? enter : undefined;
      }),
    );
    expect(result.entry.facts['harm_social_order']).toBe('none');
  });

  test('not known: left out, named as open, and a level is proposed all the same', async () => {
    const { result, lines } = await run(
      oracle(staffFacts, (id) =>
        id === 'centralised_critical_national_data' ? unknown : undefined,
      ),
    );
    expect(result.entry.facts).not.toHaveProperty('centralised_critical_national_data');
    expect(result.found).toMatchObject({ computedLevel: 2, final: false });
    const said = lines.join('\n').replace(/\s+/g, ' ');
    expect(said).toContain('Left open by answers that are not known: 331-15.2');
    expect(said).toContain('level 5: centralised_critical_national_data');
  });

  test('no level: none is declared, and the entry can be written', async () => {
    const { result, asked } = await run(oracle({ ...staffFacts, has_business_function: false }));
    expect(result.found.status).toBe('not_a_system');
    expect(result.entry).not.toHaveProperty('declared_level');
    expect(asked.some((each) => each.includes('declared_level'))).toBe(false);
    expect(result.edit?.text).toContain('has_business_function: false');
  });

  test('an id that is there, or is none, is refused; the proposed one is free', async () => {
    const wrong = (id: string) =>
      run(oracle(staffFacts, (asked) => (asked === steps.id ? id : undefined)));
    await expect(wrong('so-y-te-nhan-su')).rejects.toThrow('already has a system');
    await expect(wrong('Sở Y tế')).rejects.toThrow('lower-case');
    const { result } = await run(
      oracle(staffFacts, (asked) => (asked === steps.name ? 'Nhân sự' : undefined)),
    );
    expect(result.entry.id).toBe('so-y-te-nhan-su-2');
  });

  test('not confirmed: nothing to write', async () => {
    const { result } = await run(
      oracle(staffFacts, (asked) => (asked.startsWith('Write to') ? 'print' : undefined)),
    );
    expect(result).toMatchObject({ edit: undefined, unwritten: 'declined' });
  });

  test('a folder without an inventory: nothing to write to', async () => {
    const { result, lines } = await run(oracle(staffFacts), { path: join(folder, 'empty') });
    expect(result).toMatchObject({ edit: undefined, unwritten: 'declined' });
    expect(result.entry.id).toBe('dat-lich-kham');
    expect(lines[1]).toContain('has no inventory.yaml');
  });
});

describe('a system that is there', () => {
  const again = { system: 'so-y-te-nhan-su' };

  test('its facts are proposed; what was not asked stays; the file is the same but for the changes', async () => {
    const { result, asked } = await run(
      (id) =>
        id in staffFacts && !['system_types', 'information_types', 'harm_rights'].includes(id)
          ? (staffFacts[id] ?? null)
          : enter,
      again,
    );
    expect(asked).not.toContain(steps.name);
    expect(result.found).toMatchObject({ computedLevel: 3, raisedBy: '331-10.5' });
    const after = result.edit?.text ?? '';
    const line = after.split('\n').find((each) => each.includes('facts:')) ?? '';
    expect(line).toContain('harm_rights: exceptional, applicability_basis: [state_body_operation]');
    expect(after.replace(line, '')).toBe(
      inventory.replace(inventory.split('\n').find((each) => each.includes('facts:')) ?? '', ''),
    );
  });

  test('another level: asked before it is declared', async () => {
    const facts = { ...staffFacts, system_types: ['internal'], harm_rights: 'none' };
    const { result, asked } = await run(oracle(facts), again);
    expect(asked).toContain('declared_level is 3. Change it to 2?');
    expect(result.edit?.text).toContain('    declared_level: 2\n\n    # approval: {level: 3}\n');
    expect(result.edit?.preview).toEqual(
      expect.arrayContaining([
        '-   harm_rights: exceptional',
        '+   harm_rights: none',
        '- declared_level: 3',
      ]),
    );
  });

  test('a level declared before going back is forgotten when the answers change', async () => {
    const later = [
      'law116_art9_fields',
      'directs_national_security_telecom',
      'directs_national_security_works',
    ];
    const { result, asked } = await run(
      oracle({ ...staffFacts, harm_rights: 'none' }, (id, count) => {
        if (id.startsWith('Write to') || id.startsWith('declared_level is')) {
          return count === (id.startsWith('Write') ? 1 : 2) ? back : undefined;
        }
        if (later.includes(id) && count === 2) return back;
        return id === 'risk_assessed_level' && count === 2 ? 3 : undefined;
      }),
      again,
    );
    expect(asked.filter((id) => id.startsWith('declared_level is'))).toHaveLength(2);
    expect(result.found.computedLevel).toBe(3);
    expect(result.entry.declared_level).toBe(3);
  });

  test('all as it was: nothing to write', async () => {
    const first = await run(oracle({ ...staffFacts, harm_rights: 'none' }), again);
    const path = join(folder, 'again.yaml');
    await writeFile(path, first.result.edit?.text ?? '');
    const { result } = await run(() => enter, { ...again, path });
    expect(result).toMatchObject({ edit: undefined, unwritten: 'unchanged' });
  });

  test('components count in the result, and stay', async () => {
    const path = join(folder, 'parts.yaml');
    const part = '{id: kho, name: "Kho", facts: {centralised_critical_national_data: true}}';
    const parts = `${inventory.replace('    declared_level: 3\n', `    components: [${part}]\n`)}`;
    await writeFile(path, parts);
    const { result, lines } = await run(oracle({ ...staffFacts, harm_rights: 'none' }), {
      ...again,
      path,
    });
    expect(result.found).toMatchObject({ computedLevel: 5, decidedBy: 'kho' });
    expect(result.edit?.text).toContain(`    components: [${part}]\n    declared_level: 5\n`);
    expect(lines.join('\n')).toContain('Components of the system: 1');
  });

  test('a slip that was there before keeps nothing from being written', async () => {
    const path = join(folder, 'slip.yaml');
    await writeFile(path, inventory.replace('facts: {', 'facts: {sytem_types: [internal], '));
    const { result } = await run(oracle(staffFacts), { ...again, path });
    expect(result.edit?.text).toContain(
      'facts: {sytem_types: [internal], system_types: [internal]',
    );
  });

  test('a file that can’t be changed without touching something else: the entry is kept for printing', async () => {
    const path = join(folder, 'shared.yaml');
    const shared = inventory
      .replace('facts: {', 'facts: &facts {')
      .replace('uses: []', '  - {id: b, name: B, facts: *facts}\nuses: []');
    await writeFile(path, shared);
    const { result, lines } = await run(oracle(staffFacts), { ...again, path });
    expect(result).toMatchObject({ edit: undefined, unwritten: 'impossible' });
    expect(result.entry.facts['harm_rights']).toBe('none');
    expect(lines.join('\n')).toContain("can't be changed");
  });

  test('now not known: taken away', async () => {
    const { result } = await run(
      oracle(staffFacts, (id) => (id === 'harm_rights' ? unknown : undefined)),
      again,
    );
    expect(parse(result.edit?.text ?? '').systems[0].facts).not.toHaveProperty('harm_rights');
  });
});

describe('refused before the first question', () => {
  const wrong = async (options: { readonly path: string; readonly system?: string }) => {
    const given = { system: undefined, pack: undefined, asOf, ...options };
    return findTarget(given).then(
      () => undefined,
      (error: { code: string; exit: number }) => [error.code, error.exit],
    );
  };

  test('a path that is not there, a workspace, a broken inventory, an unknown system', async () => {
    expect(await wrong({ path: join(folder, 'none') })).toEqual(['file.missing', 2]);
    expect(await wrong({ path: 'examples/lang-son' })).toEqual(['wizard.workspace', 2]);
    const broken = join(folder, 'broken.yaml');
    await writeFile(broken, 'schema_version: 1\nagency: "a\n');
    expect(await wrong({ path: broken })).toEqual(['wizard.unusable', 2]);
    expect(await wrong({ path: folder, system: 'so-y-te-nhan-su-x' })).toEqual([
      'wizard.no_system',
      2,
    ]);
    expect(await wrong({ path: join(folder, 'empty'), system: 'a' })).toEqual([
      'wizard.no_inventory_for_system',
      2,
    ]);
  });

  test('no terminal: exit 2, says what to do instead; nothing is written', async () => {
    const { exit, error } = await runCommand(Classify, '--ask', folder);
    expect([exit, error?.code]).toEqual([2, 'wizard.no_terminal']);
    expect(error?.hints.map((each) => each.key)).toContain('wizard.no_terminal.by_hand');
    expect(await readFile(join(folder, 'inventory.yaml'), 'utf8')).toBe(inventory);
  });

  test('--system without --ask, and no path without it', async () => {
    const { exit, error } = await runCommand(Classify, folder, '--system', 'a');
    expect([exit, error?.code]).toEqual([2, 'cli.flag_needs']);
    const without = await runCommand(Classify);
    expect([without.exit, without.error?.code]).toEqual([2, 'cli.missing_argument']);
  });
});
