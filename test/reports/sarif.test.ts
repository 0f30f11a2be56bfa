import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/domain/diagnostic.js';
import { message } from '../../src/messages/catalogue.js';
import { diagnosticsSarif } from '../../src/reports/diagnostics-sarif.js';
import { hostileTexts } from '../support/hostile-document.js';

/** Microsoft's program; undefined on a system that the package has none for. */
const program = await import('@microsoft/sarif-multitool').then(
  (found) => found.default,
  () => undefined,
);
const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };

/** Whether it runs here: it is installed without the right to be run. */
const runs = (() => {
  if (program === undefined) return false;
  try {
    chmodSync(program, 0o755);
    return spawnSync(program, ['--version'], { env }).error === undefined;
  } catch {
    return false;
  }
})();

const slip: Diagnostic = {
  code: 'inventory.unknown_fact',
  severity: 'error',
  message: message('inventory.unknown_fact', { fact: 'has_user_acounts' }),
  hint: message('cli.did_you_mean', { name: 'has_user_accounts' }),
  file: 'agencies/sở mẫu/inventory.yaml',
  line: 8,
  column: 7,
  pointer: '/systems/0',
};

describe.skipIf(!runs)('sarif-multitool validate (skipped where it does not run)', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tuanthu-sarif-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** Rules of the validator that found an error in a log. */
  async function errorsIn(sarif: string): Promise<readonly (string | undefined)[]> {
    const [path, found] = [join(folder, 'in.sarif'), join(folder, 'found.sarif')];
    await writeFile(path, sarif);
    const words = ['validate', path, '-o', found, '--log', 'ForceOverwrite', '--level', 'Error'];
    const { status, stdout } = spawnSync(program ?? '', words, { env, encoding: 'utf8' });
    if (status !== 0 && status !== 1) throw new Error(stdout);
    const log = JSON.parse(await readFile(found, 'utf8')) as Log;
    return log.runs.flatMap(({ results }) => results ?? []).map(({ ruleId }) => ruleId);
  }

  const run = { language: 'vi', version: '1.0.0', complete: true } as const;

  test.each([
    ['nothing found', []],
    ['a slip with its place', [slip]],
    [
      'places of every kind',
      [slip, { ...slip, file: '/tmp/a.yaml' }, { ...slip, file: 'C:\\a.yaml' }],
    ],
    [
      'hostile texts',
      hostileTexts.map((text) => ({
        ...slip,
        file: `a/${text}`,
        message: message('inventory.unknown_fact', { fact: text }),
      })),
    ],
  ])('%s: no error', async (_, diagnostics: readonly Diagnostic[]) => {
    expect(await errorsIn(diagnosticsSarif(diagnostics, run))).toEqual([]);
  });

  test('the validator does find errors', async () => {
    const broken = diagnosticsSarif([slip], run).replace('"ruleIndex": 0', '"ruleIndex": 7');
    expect(await errorsIn(broken)).not.toEqual([]);
  });
});
