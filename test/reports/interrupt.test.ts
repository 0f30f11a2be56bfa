import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../support/program.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuanthu-interrupt-'));
  const path = join(root, 'test/fixtures/reports/assessment-before-vocabulary.json');
  const small = JSON.parse(await readFile(path, 'utf8'));
  const [agency] = small.agencies;
  small.agencies = Array.from({ length: 400 }, (_, i) => ({ ...agency, id: `so-${i}` }));
  await writeFile(join(folder, 'result.json'), JSON.stringify(small));
});
afterAll(() => rm(folder, { recursive: true }));

test.each([150, 400, 650])(
  'interrupted %i ms after its first file, it leaves whole files only',
  async (wait) => {
    const target = join(folder, `inspections-${wait}`);
    const words = [
      'report',
      join(folder, 'result.json'),
      '-d',
      'inspection',
      '-o',
      `pdf:${target}/`,
    ];
    const child = spawn(process.execPath, [join(root, 'dist/bin.js'), ...words]);
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    while (!existsSync(target) && child.exitCode === null) await pause(20);
    await pause(wait);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    const files = await readdir(target);
    expect(files.length).toBeLessThan(400);
    expect(files.filter((file) => !file.endsWith('.pdf'))).toEqual([]);
    for (const file of files) {
      const text = await readFile(join(target, file), 'latin1');
      expect(text.startsWith('%PDF-') && text.trimEnd().endsWith('%%EOF')).toBe(true);
    }
  },
);

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
