import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { windowsCommands } from '../../../src/collect/windows/windows-commands.js';

const src = fileURLToPath(new URL('../../../src/', import.meta.url));
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, code: readFileSync(`${src}${path}`, 'utf8') }));

test('the library is asked by one file, and only for identity and names of processes', () => {
  const asking = sources.filter(({ code }) => code.includes("'systeminformation'"));
  expect(asking.map(({ path }) => path.replaceAll('\\', '/'))).toEqual(['platform/machine.ts']);
  const calls = asking[0]?.code.match(/\blibrary\.\w+/g);
  expect([...new Set(calls)].sort()).toEqual([
    'library.chassis',
    'library.networkInterfaces',
    'library.osInfo',
    'library.processes',
    'library.system',
    'library.uuid',
  ]);
});

test('nothing asks for services by guess, for users, or reads more of a process than its name', () => {
  const words = /(?<!\.)\.(?:services|users)\(|(?<!\.)\.(?:command|params|user)\b/g;
  const found = sources
    .filter(({ path }) => /^(?:collect|platform|cli.collect)/.test(path))
    .flatMap(({ path, code }) => {
      const plain = code.replace(/\/\*\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
      return [...plain.matchAll(words)].map(([word]) => `${path}: ${word}`);
    });
  expect(found).toEqual([]);
  expect('library.users()'.match(words)).not.toBeNull();
});

test('Windows is asked for no command line, path of a service or account', () => {
  const questions = Object.values(windowsCommands)
    .map(({ args }) => args.join(' '))
    .join('\n');
  for (const word of [
    'CommandLine',
    'PathName',
    'StartName',
    'UserName',
    'Win32_Process',
    'Owner',
  ]) {
    expect(questions).not.toContain(word);
  }
});
